/** A record with these lines below `spec`. */
export function record(spec: string, jurisdictions = 'EU'): string {
  const head = 'apiVersion: ai-compliance/v1\nkind: AISystemRecord\nmetadata: { name: scorer }\n';
  return `${head}spec:\n  jurisdictions: [${jurisdictions}]\n${spec}`;
}

/** A record of a high-risk system with these keys of the AI Act, in braces' notation. */
export function highRisk(keys: string, jurisdictions = 'EU'): string {
  return record(`  aiAct: { riskClass: high-risk, ${keys} }\n`, jurisdictions);
}

/** A record of a system that processes personal data, with these further keys. */
export function personal(keys: string, jurisdictions = 'UK'): string {
  return record(`  gdpr: { personalData: true, ${keys} }\n`, jurisdictions);
}

/** The file that records are usually kept in. */
export const path = 'compliance/ai-system.yaml';

/** A day on which all duties of the AI Act apply. */
export const later = '2028-01-01';

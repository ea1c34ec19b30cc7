/** A resource of Istio's security group with these lines as its spec. */
export function security(kind: string, spec: string): string {
  return resource('security.istio.io/v1', kind, spec);
}

/** A resource of Istio's networking group with these lines as its spec. */
export function networking(kind: string, spec: string): string {
  return resource('networking.istio.io/v1', kind, spec);
}

function resource(apiVersion: string, kind: string, spec: string): string {
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: scorer\n  namespace: fraud\nspec:\n${indent(spec, 2)}`;
}

/** Each non-empty line moved to the right; the last one ended. */
export function indent(text: string, columns: number): string {
  if (text === '') return '';
  const lines = text.replace(/\n$/, '').split('\n');
  return lines.map((line) => (line === '' ? line : ' '.repeat(columns) + line)).join('\n') + '\n';
}

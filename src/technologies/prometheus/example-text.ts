/** A rule file with these lines as the rules of its one group. */
export function ruleFile(rules: string): string {
  return `groups:\n  - name: model\n    rules:\n${indent(rules, 6)}`;
}

/** A PrometheusRule with these lines as the rules of its one group. */
export function ruleResource(rules: string): string {
  return `apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata:\n  name: model\nspec:\n${indent(ruleFile(rules), 2)}`;
}

/** An alert, as an item of a list of rules. */
export function alert(name: string, expression: string, more = 'for: 10m\n'): string {
  return `- alert: ${name}\n  expr: ${expression}\n${indent(more, 2)}`;
}

/** A ServiceMonitor or PodMonitor with these lines as its spec. */
export function monitor(kind: string, spec: string, metadata = 'name: scorer\n'): string {
  return `apiVersion: monitoring.coreos.com/v1\nkind: ${kind}\nmetadata:\n${indent(metadata, 2)}spec:\n${indent(spec, 2)}`;
}

/** Each non-empty line moved to the right; the last one ended. */
export function indent(text: string, columns: number): string {
  if (text === '') return '';
  const lines = text.replace(/\n$/, '').split('\n');
  return lines.map((line) => (line === '' ? line : ' '.repeat(columns) + line)).join('\n') + '\n';
}

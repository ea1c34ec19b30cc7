/** A SeldonDeployment with these lines as its spec. */
export function deployment(spec: string, version = 'v1'): string {
  return `apiVersion: machinelearning.seldon.io/${version}\nkind: SeldonDeployment\nmetadata:\n  name: scorer\nspec:\n${indent(spec, 2)}`;
}

/** A resource of Seldon Core 2 with these lines as its spec. */
export function resource(kind: string, spec: string): string {
  return `apiVersion: mlops.seldon.io/v1alpha1\nkind: ${kind}\nmetadata:\n  name: scorer\nspec:\n${indent(spec, 2)}`;
}

/** One predictor, as an item of the list, on one line. */
export function predictor(name: string, more = ''): string {
  return `  - { name: ${name}, ${more}graph: { name: model, implementation: SKLEARN_SERVER, modelUri: gs://models/scorer/v1 } }\n`;
}

function indent(text: string, columns: number): string {
  const lines = text.replace(/\n$/, '').split('\n');
  return lines.map((line) => (line === '' ? line : ' '.repeat(columns) + line)).join('\n') + '\n';
}

/** An InferenceService with these predictor lines (and annotation lines) for examples. */
export function service(predictor: string, annotations = ''): string {
  return serviceOf(`predictor:\n${indent(predictor, 2)}`, annotations);
}

/** An InferenceService with these lines as its spec. */
export function serviceOf(spec: string, annotations = ''): string {
  const metadata = `metadata:\n  name: scorer\n${annotations && `  annotations:\n${indent(annotations, 4)}`}`;
  return `apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\n${metadata}spec:\n${indent(spec, 2)}`;
}

/** A model block in the present style, with its location. */
export function model(uri = 'gs://models/scorer/v3', more = ''): string {
  return `model:\n  modelFormat: { name: sklearn }\n  storageUri: ${uri}\n${indent(more, 2)}`;
}

/** An InferenceGraph with these lines as its nodes. */
export function graph(nodes: string): string {
  return `apiVersion: serving.kserve.io/v1alpha1\nkind: InferenceGraph\nmetadata:\n  name: scoring\nspec:\n  nodes:\n${indent(nodes, 4)}`;
}

/** An LLMInferenceService with these lines as its spec. */
export function languageModel(spec: string): string {
  return `apiVersion: serving.kserve.io/v1alpha2\nkind: LLMInferenceService\nmetadata:\n  name: assistant\nspec:\n${indent(spec, 2)}`;
}

/** The annotation line that sets the deployment mode. */
export function mode(name: string): string {
  return `serving.kserve.io/deploymentMode: ${name}\n`;
}

/** Each non-empty line moved to the right; the last one ended. */
export function indent(text: string, columns: number): string {
  if (text === '') return '';
  const lines = text.replace(/\n$/, '').split('\n');
  return lines.map((line) => (line === '' ? line : ' '.repeat(columns) + line)).join('\n') + '\n';
}

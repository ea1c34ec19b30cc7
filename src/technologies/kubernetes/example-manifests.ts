/** A Pod with these containers, and further fields of its specification. */
export function pod(containers: string, fields = ''): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: scorer\nspec:\n${indent(fields, 2)}  containers:\n${indent(containers, 4)}`;
}

/** A Deployment with these containers, and further fields of its pod specification. */
export function deployment(containers: string, fields = '', replicas = ''): string {
  const head = `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: scorer\nspec:\n${indent(replicas, 2)}`;
  return `${head}  template:\n    spec:\n${indent(fields, 6)}      containers:\n${indent(containers, 8)}`;
}

/** A Job with these containers, and further fields of its pod specification. */
export function job(containers: string, fields = ''): string {
  return deployment(containers, fields).replace('apps/v1', 'batch/v1').replace('Deployment', 'Job');
}

/** A KServe InferenceService with these fields of its predictor. */
export function predictor(fields: string): string {
  return `apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata:\n  name: scorer\nspec:\n  predictor:\n${indent(fields, 4)}`;
}

/** Any resource, with these fields at its top. */
export function resource(apiVersion: string, kind: string, fields: string): string {
  return `apiVersion: ${apiVersion}\nkind: ${kind}\n${fields}`;
}

function indent(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}

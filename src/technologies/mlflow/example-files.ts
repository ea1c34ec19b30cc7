import type { Example } from '../../core';

/** A Compose file with one MLflow service of the current release that runs this command. */
export function compose(command: string, rest: Partial<Example> & { readonly more?: string } = {}): Example {
  const { more = '', fixed, ...others } = rest;
  const around = (text: string): string =>
    `services:\n  mlflow:\n    image: ghcr.io/mlflow/mlflow:v3.18.0\n    command: ${text}\n${more}`;
  return {
    path: 'compose.yaml',
    ...others,
    text: around(command),
    ...(fixed !== undefined && { fixed: around(fixed) }),
  };
}

/** A Deployment whose only container runs these words; `env` stands beside, `spec` in front of the template. */
export function deployment(args: string, env = '', spec = '', kind = 'Deployment'): Example {
  return {
    path: 'mlflow.yaml',
    text: `apiVersion: apps/v1\nkind: ${kind}\nmetadata: {name: mlflow}\nspec:\n${spec}  template:\n    spec:\n      containers:\n        - name: mlflow\n          command: [mlflow, server]\n          args: ${args}\n${env}`,
  };
}

const replaced: Readonly<Record<string, string>> = {
  kfserving: 'kserve',
  nni: 'Optuna or Ray Tune',
  pytorch: 'torch',
  sklearn: 'scikit-learn',
  'tune-sklearn': 'ray[tune] or Optuna',
  'azureml-sdk': 'azure-ai-ml',
  'azureml-core': 'azure-ai-ml',
};

/** What to use in place of a package that is no longer kept. */
export function insteadOf(name: string): string | undefined {
  return /^azureml-(?:train|pipeline|automl|widgets|defaults|dataset-runtime)/.test(name)
    ? 'azure-ai-ml'
    : replaced[name];
}

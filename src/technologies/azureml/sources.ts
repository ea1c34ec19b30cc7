import type { Reference } from '../../core';

/** Reference of the YAML of sweep jobs. */
export const sweepReference: Reference = {
  title: 'Azure ML: sweep job YAML',
  url: 'https://learn.microsoft.com/en-us/azure/machine-learning/reference-yaml-job-sweep?view=azureml-api-2',
};

/** Guide to tuning hyperparameters. */
export const tuningGuide: Reference = {
  title: 'Azure ML: tune hyperparameters',
  url: 'https://learn.microsoft.com/en-us/azure/machine-learning/how-to-tune-hyperparameters?view=azureml-api-2',
};

/** Reference of the YAML of managed online deployments. */
export const deploymentReference: Reference = {
  title: 'Azure ML: managed online deployment YAML',
  url: 'https://learn.microsoft.com/en-us/azure/machine-learning/reference-yaml-deployment-managed-online?view=azureml-api-2',
};

/** Reference of the YAML of managed online endpoints. */
export const endpointReference: Reference = {
  title: 'Azure ML: online endpoint YAML',
  url: 'https://learn.microsoft.com/en-us/azure/machine-learning/reference-yaml-endpoint-online?view=azureml-api-2',
};

/** Syntax of expressions and of references to assets. */
export const coreSyntax: Reference = {
  title: 'Azure ML: core YAML syntax',
  url: 'https://learn.microsoft.com/en-us/azure/machine-learning/reference-yaml-core-syntax?view=azureml-api-2',
};

import type { Reference } from '../../core';

/** Identities of clouds without stored keys. */
export const oidc: Reference = {
  title: 'GitHub: OpenID Connect',
  url: 'https://docs.github.com/en/actions/concepts/security/openid-connect',
};

/** Approvals before a job runs. */
export const environments: Reference = {
  title: 'GitHub: deployment environments',
  url: 'https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments',
};

/** What a workflow may say. */
export const workflowSyntax: Reference = {
  title: 'GitHub: workflow syntax',
  url: 'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax',
};

/** Gates between training and service. */
export const continuousDelivery: Reference = {
  title: 'Google Cloud: MLOps, continuous delivery and automation pipelines',
  url: 'https://cloud.google.com/architecture/mlops-continuous-delivery-and-automation-pipelines-in-machine-learning',
};

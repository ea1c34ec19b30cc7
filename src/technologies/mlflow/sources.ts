import type { Reference } from '../../core';

/** How the tracking server is set up. */
export const trackingServer: Reference = {
  title: 'MLflow: tracking server',
  url: 'https://mlflow.org/docs/latest/self-hosting/architecture/tracking-server/',
};

/** Protection of the server's network. */
export const networkSecurity: Reference = {
  title: 'MLflow: network security',
  url: 'https://mlflow.org/docs/latest/self-hosting/security/network/',
};

/** Authentication with user and password. */
export const basicAuthentication: Reference = {
  title: 'MLflow: basic HTTP authentication',
  url: 'https://mlflow.org/docs/latest/self-hosting/security/basic-http-auth/',
};

/** Where runs are kept. */
export const backendStores: Reference = {
  title: 'MLflow: backend stores',
  url: 'https://mlflow.org/docs/latest/self-hosting/architecture/backend-store/',
};

/** Where artifacts are kept. */
export const artifactStores: Reference = {
  title: 'MLflow: artifact stores',
  url: 'https://mlflow.org/docs/latest/self-hosting/architecture/artifact-store/',
};

/** The format of MLproject. */
export const projects: Reference = {
  title: 'MLflow: projects',
  url: 'https://mlflow.org/docs/latest/ml/projects/',
};

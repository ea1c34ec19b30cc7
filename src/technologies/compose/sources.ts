import type { Reference } from '../../core';

/** What a service may say. */
export const services: Reference = {
  title: 'Compose file reference: services',
  url: 'https://docs.docker.com/reference/compose-file/services/',
};

/** Limits of a service. */
export const deploy: Reference = {
  title: 'Compose file reference: deploy',
  url: 'https://docs.docker.com/reference/compose-file/deploy/#resources',
};

/** What protects the host from a container. */
export const security: Reference = {
  title: 'Docker Engine security',
  url: 'https://docs.docker.com/engine/security/',
};

import type { Reference } from '../../core';

const docs = 'https://docs.docker.com';

/** What each instruction does. */
export const reference: Reference = { title: 'Dockerfile reference', url: `${docs}/reference/dockerfile/` };

/** Docker's own advice. */
export const bestPractices: Reference = {
  title: 'Docker: building best practices',
  url: `${docs}/build/building/best-practices/`,
};

/** Caches that stay out of the image. */
export const cacheMounts: Reference = {
  title: 'Docker: optimize cache usage in builds',
  url: `${docs}/build/cache/optimize/`,
};

/** Secrets that stay out of the image. */
export const buildSecrets: Reference = {
  title: 'Docker: build secrets',
  url: `${docs}/build/building/secrets/`,
};

/** Checks of the builder itself. */
export function buildCheck(name: string, title: string): Reference {
  return { title: `Docker build check: ${title}`, url: `${docs}/reference/build-checks/${name}/` };
}

/** One rule of hadolint. */
export function hadolint(id: string): Reference {
  return { title: `hadolint ${id}`, url: `https://github.com/hadolint/hadolint/wiki/${id}` };
}

import type { Reference } from '../../core';

const docs = 'https://docs.github.com/en/actions';

/** Every key of a workflow. */
export const syntax: Reference = {
  title: 'GitHub: workflow syntax',
  url: `${docs}/reference/workflows-and-actions/workflow-syntax`,
};

/** How to keep workflows safe. */
export const hardening: Reference = {
  title: 'GitHub: secure use reference',
  url: `${docs}/reference/security/secure-use`,
};

/** Contexts, and where each is there. */
export const contexts: Reference = {
  title: 'GitHub: contexts reference',
  url: `${docs}/reference/workflows-and-actions/contexts`,
};

/** Events that start a workflow. */
export const events: Reference = {
  title: 'GitHub: events that trigger workflows',
  url: `${docs}/reference/workflows-and-actions/events-that-trigger-workflows`,
};

/** One audit of zizmor. */
export function zizmor(audit: string): Reference {
  return { title: `zizmor: ${audit}`, url: `https://docs.zizmor.sh/audits/#${audit}` };
}

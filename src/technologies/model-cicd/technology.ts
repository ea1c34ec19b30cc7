import type { Technology } from '../../core';

/** Delivery of models by workflows: gates, approvals, keys and rollback. Its rules look at the views of workflows and Dockerfiles. */
const technology: Technology = {
  slug: 'model-cicd',
  title: 'Model CI/CD',
  pattern: 'deployment',
  homepage: 'https://docs.github.com/actions',
  kinds: [],
  views: [],
};

export default technology;

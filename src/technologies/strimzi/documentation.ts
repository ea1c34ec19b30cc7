import type { Reference } from '../../core';

/** A section of Strimzi's own deployment guide. */
export function deploymentGuide(title: string, anchor: string): Reference {
  return { title: `Strimzi: ${title}`, url: `https://strimzi.io/docs/operators/latest/deploying#${anchor}` };
}

/** The reference of a type of Strimzi's custom resources. */
export function resourceReference(type: string): Reference {
  return {
    title: `Strimzi API reference: ${type}`,
    url: `https://strimzi.io/docs/operators/latest/configuring#type-${type}-reference`,
  };
}

/** What each release of Strimzi changed. */
export const changelog: Reference = {
  title: 'Strimzi changelog',
  url: 'https://github.com/strimzi/strimzi-kafka-operator/blob/1.2.0/CHANGELOG.md',
};

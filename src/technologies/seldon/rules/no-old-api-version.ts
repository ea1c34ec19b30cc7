import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { deployment, predictor } from '../example-text';

const spec = `predictors:\n${predictor('a')}`;

export default defineRule({
  id: 'seldon/no-old-api-version',
  catalogue: ['seldon-v1-old-apiversion'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The deployment is written for an alpha version of the API.',
  why: '`v1alpha2` and `v1alpha3` were superseded by `v1` in Seldon Core 1.0; they are converted as long as the operator still knows them.',
  remedy: 'Write `machinelearning.seldon.io/v1`.',
  references: [
    {
      title: 'Seldon Core 1: versions of the custom resource',
      url: 'https://docs.seldon.ai/seldon-core-1/configuration/installation-parameters/upgrading',
    },
  ],
  messages: { old: 'The version {version} of the API was superseded by v1.' },
  fix: 'review',
  migration: true,
  looksAt: [{ view: 'seldon/deployment', path: ['apiVersion'] }],
  *check(at): Iterable<Report> {
    const value = at.text();
    const version = value.is === 'known' ? /\/(v1alpha[23])$/.exec(value.value)?.[1] : undefined;
    if (value.is !== 'known' || version === undefined) return;
    const fix = at.fix('review', 'Write version v1', at.set([], value.value.replace(version, 'v1')));
    yield { message: 'old', data: { version }, span: value.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'seldon.yaml',
        text: deployment(spec, 'v1alpha2').replace(/machine\S+/, '«$&» # 2019'),
        fixed: deployment(spec).replace(/machine\S+/, '$& # 2019'),
      },
      {
        path: 'seldon.yaml',
        text: deployment(spec, 'v1alpha3').replace(/machine\S+/, '«$&»'),
        fixed: deployment(spec),
      },
    ],
    good: [{ path: 'seldon.yaml', text: deployment(spec) }],
  },
});

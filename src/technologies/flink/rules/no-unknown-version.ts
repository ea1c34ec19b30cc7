import { defineRule } from '../../../core';
import type { IsoDate, NodeView, Report, Span } from '../../../core';
import { classify } from '../../../systems/versions';
import { downloads } from '../documentation';
import { deployment, job } from '../example-text';

export default defineRule({
  id: 'flink/no-unknown-version',
  catalogue: ['flink-unknown-version'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The `flinkVersion` of a deployment was never released, is misspelt, or is out of support.',
  why: 'The operator refuses a version that it does not know; an old one gets no more fixes. 1.20 was the last of 1.x: there is no 1.21 and no 1.22.',
  remedy: 'Name a supported version, such as `v2_2`, with an image of 2.2.',
  references: [
    downloads,
    { title: 'endoflife.date: Apache Flink', url: 'https://endoflife.date/apache-flink' },
  ],
  messages: {
    unreleased: 'There is no Flink {line}; the nearest supported release is {nearest}.',
    ended: 'Support of Flink {line} ended on {ended}; the nearest supported release is {nearest}.',
    misspelt: 'The operator does not know version "{value}"; it writes v2_2 for Flink 2.2.',
  },
  fix: 'review',
  looksAt: [{ view: 'flink/deployment-spec', path: ['flinkVersion'] }],
  *check(at, { today }): Iterable<Report> {
    const value = at.text();
    if (value.is !== 'known') return;
    const own = /^v(\d+)_(\d+)$/.exec(value.value);
    if (own) {
      yield* released(at, value.span, `${own[1]}.${own[2]}`, today);
      return;
    }
    const meant = /^v?(\d+)[._](\d+)(?:[._]\d+)?$/i.exec(value.value);
    const right = meant ? `v${meant[1]}_${meant[2]}` : undefined;
    const fix =
      right === undefined ? undefined : at.fix('review', `Set flinkVersion to ${right}`, at.set([], right));
    yield { message: 'misspelt', severity: 'error', data: { value: value.value }, span: value.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'features.yaml',
        text: deployment('', job('stateless'), '«v1_22» # next'),
        message: 'unreleased',
        severity: 'error',
        fixed: deployment('', job('stateless'), 'v2_1 # next'),
      },
      {
        path: 'features.yaml',
        text: deployment('', job('stateless'), '«v1_18»'),
        message: 'ended',
        fixed: deployment('', job('stateless'), 'v1_20'),
      },
      {
        path: 'features.yaml',
        text: deployment('', job('stateless'), '«v2.2»'),
        message: 'misspelt',
        severity: 'error',
        fixed: deployment('', job('stateless'), 'v2_2'),
      },
    ],
    good: [
      { path: 'features.yaml', text: deployment('', job('stateless'), 'v1_20') },
      {
        path: 'features.yaml',
        text: `${deployment('', job('stateless'), 'v2_9')}# newer than \${THE_SCHEMA}\n`,
      },
      { path: 'features.yaml', text: deployment('', job('stateless'), '"${VERSION}"') },
      { path: 'features.yaml', text: deployment('', job('stateless'), 'v1_19'), today: '2026-06-30' },
    ],
  },
});

function* released(at: NodeView, span: Span, line: string, today: IsoDate): Iterable<Report> {
  const status = classify('flink', line, today);
  if (status.is !== 'never-existed' && status.is !== 'end-of-life') return;
  const { nearest } = status;
  const wanted = nearest === undefined ? undefined : field(nearest);
  const fix =
    wanted === undefined ? undefined : at.fix('review', `Set flinkVersion to ${wanted}`, at.set([], wanted));
  const data = { line, nearest: nearest ?? 'unknown' };
  if (status.is === 'never-existed') yield { message: 'unreleased', severity: 'error', data, span, fix };
  else yield { message: 'ended', data: { ...data, ended: status.ended }, span, fix };
}

function field(line: string): string {
  return `v${line.replace('.', '_')}`;
}

import { defineRule } from '../../../core';
import type { CheckContext, NodeView, Report, RuleOptions, Span } from '../../../core';
import { imageVersion, releaseFault } from '../../../shapes/known-release';
import { downloads } from '../documentation';
import { compose, deployment, job } from '../example-text';
import { flinkImages, flinkReleases } from '../releases';

export default defineRule({
  id: 'flink/no-unknown-version',
  catalogue: ['flink-unknown-version'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The Flink version was never released, is misspelt, or is out of support.',
  why: 'The operator refuses a version that it does not know, and such an image cannot be pulled; an old one gets no more fixes. 1.20 was the last of 1.x: there is no 1.21 and no 1.22.',
  remedy: 'Name a supported version, such as `v2_2` with an image of 2.2.',
  references: [downloads, flinkReleases.source],
  messages: {
    unreleased: 'There is no Flink {line}; the nearest supported release is {nearest}.',
    ended: 'Support of Flink {line} ended on {ended}; the nearest supported release is {nearest}.',
    misspelt: 'The operator does not know version "{value}"; it writes v2_2 for Flink 2.2.',
  },
  fix: 'review',
  looksAt: [
    { view: 'flink/deployment-spec', path: ['flinkVersion'] },
    { view: 'flink/deployment-spec', path: ['image'] },
    { view: 'flink/compose-service', path: ['image'] },
    { view: 'flink/requirements', path: ['requirements', '*'] },
  ],
  *check(at, context): Iterable<Report> {
    if (at.key === 'flinkVersion') yield* flinkVersion(at, context);
    else if (at.key === 'image') yield* image(at, context);
    else yield* requirement(at, context);
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
      {
        path: 'features.yaml',
        text: deployment('', job('stateless')).replace('flink:2.2.1', '«flink:1.21.0-java17» # new'),
        message: 'unreleased',
        fixed: deployment('', job('stateless')).replace('flink:2.2.1', 'flink:2.1-java17 # new'),
      },
      {
        path: 'compose.yaml',
        text: compose('').replace('flink:2.2.1-java17', '«flink:1.17»'),
        message: 'ended',
        fixed: compose('').replace('flink:2.2.1-java17', 'flink:1.20'),
      },
      { path: 'requirements.txt', text: 'apache-flink==«1.22.0»  # streams\n', message: 'unreleased' },
    ],
    good: [
      { path: 'features.yaml', text: deployment('', job('stateless'), 'v1_20') },
      {
        path: 'features.yaml',
        text: `${deployment('', job('stateless'), 'v2_9')}# newer than \${THE_SCHEMA}\n`,
      },
      { path: 'features.yaml', text: deployment('', job('stateless'), '"${VERSION}"') },
      { path: 'features.yaml', text: deployment('', job('stateless'), 'v1_19'), today: '2026-06-30' },
      { path: 'compose.yaml', text: compose('').replace('flink:2.2.1-java17', 'flink:java17') },
      { path: 'compose.yaml', text: compose('').replace('flink:2.2.1-java17', 'ours/flink:1.22') },
      { path: 'requirements.txt', text: 'apache-flink==2.2.0\nother==1.22.0\n' },
      { path: 'requirements.txt', text: 'apache-flink>=1.22\n' },
    ],
  },
});

type Context = CheckContext<RuleOptions>;

function* flinkVersion(at: NodeView, { today }: Context): Iterable<Report> {
  const value = at.text();
  if (value.is !== 'known') return;
  const own = /^v(\d+)_(\d+)$/.exec(value.value);
  if (own) {
    const fault = releaseFault(flinkReleases, `${own[1]}.${own[2]}`, today);
    if (!fault) return;
    const fix = at.fix(
      'review',
      `Set flinkVersion to ${field(fault.nearest)}`,
      at.set([], field(fault.nearest)),
    );
    const severity = fault.is === 'unreleased' ? 'error' : 'warning';
    yield { message: fault.is, severity, data: { ...fault }, span: value.span, fix };
    return;
  }
  const meant = /^v?(\d+)[._](\d+)(?:[._]\d+)?$/i.exec(value.value);
  const right = meant ? `v${meant[1]}_${meant[2]}` : undefined;
  const fix =
    right === undefined ? undefined : at.fix('review', `Set flinkVersion to ${right}`, at.set([], right));
  yield { message: 'misspelt', severity: 'error', data: { value: value.value }, span: value.span, fix };
}

function* image(at: NodeView, { today }: Context): Iterable<Report> {
  const value = at.text();
  const tagged = value.is === 'known' ? imageVersion(value.value, flinkImages) : undefined;
  const fault = tagged && releaseFault(flinkReleases, tagged.line, today);
  if (value.is !== 'known' || !tagged || !fault) return;
  const mended = value.value.replace(`:${tagged.version}`, `:${fault.nearest}`);
  const fix = at.fix('review', `Use Flink ${fault.nearest}`, at.set([], mended));
  yield { message: fault.is, data: { ...fault }, span: value.span, fix };
}

function* requirement(at: NodeView, { today }: Context): Iterable<Report> {
  const name = at.text('name');
  const version = at.text('version');
  if (name.is !== 'known' || version.is !== 'known' || name.value.toLowerCase() !== 'apache-flink') return;
  const fault = releaseFault(flinkReleases, version.value, today);
  const span: Span = version.span;
  if (fault) yield { message: fault.is, data: { ...fault }, span };
}

function field(line: string): string {
  return `v${line.replace('.', '_')}`;
}

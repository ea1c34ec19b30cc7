import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { experiment, validator } from '../settings';

const trial = (metadata: string): string =>
  experiment(
    `  trialTemplate:\n    trialSpec:\n      apiVersion: batch/v1\n      kind: Job\n${metadata}      spec: {}\n`,
  );

export default defineRule({
  id: 'katib/no-named-trial',
  catalogue: ['katib-trialspec-metadata-name'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The template of trials has a name or namespace of its own.',
  why: 'The admission webhook refuses the Experiment: Katib names each trial itself, in the namespace of the Experiment.',
  remedy: 'Remove `name` and `namespace` from the metadata of `trialSpec`.',
  references: [validator],
  messages: { named: 'Katib refuses metadata.{key} in trialSpec.' },
  fix: 'safe',
  looksAt: ['name', 'namespace'].map((key) => ({
    view: 'katib/experiment',
    path: ['spec', 'trialTemplate', 'trialSpec', 'metadata', key],
  })),
  *check(at): Iterable<Report> {
    const value = at.text();
    if (value.is !== 'known' || value.value === '') return;
    yield {
      message: 'named',
      data: { key: at.key },
      span: at.anchor,
      fix: at.fix('safe', `Remove ${at.key}`, at.remove()),
    };
  },
  examples: {
    bad: [
      {
        path: 'e.yaml',
        text: trial('      metadata:\n        «name»: trial # each\n        labels: { a: b }\n'),
        fixed: trial('      metadata:\n        labels: { a: b }\n'),
      },
      {
        path: 'e.yaml',
        text: trial('      metadata: { «namespace»: kubeflow, labels: {} }\n'),
        fixed: trial('      metadata: { labels: {} }\n'),
      },
    ],
    good: [
      { path: 'e.yaml', text: trial('      metadata: { labels: { name: trial } }\n') },
      { path: 'e.yaml', text: trial('      metadata: { name: "" }\n') },
      { path: 'e.yaml', text: trial('') },
    ],
  },
});

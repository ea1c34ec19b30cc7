import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { experiment, guide } from '../settings';

const space = (given: string): string =>
  experiment(`  parameters: [{ name: lr, parameterType: double, feasibleSpace: { ${given} } }]\n`);
const settings = (value: string): string =>
  experiment(
    `  algorithm: { algorithmName: tpe, algorithmSettings: [{ name: random_state, value: ${value} }] }\n`,
  );

export default defineRule({
  id: 'katib/no-unquoted-number',
  catalogue: ['katib-unquoted-numbers'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A bound or setting of an Experiment is a number without quotes.',
  why: 'The fields are texts in Katib. The CRD has no schema, so the API server takes the number, and then the webhook fails to decode the Experiment.',
  remedy: 'Put the number in quotes.',
  references: [
    guide,
    {
      title: 'Katib: types of Experiments',
      url: 'https://github.com/kubeflow/katib/blob/v0.19.0/pkg/apis/controller/experiments/v1beta1/experiment_types.go',
    },
  ],
  messages: { unquoted: 'Katib reads {key} as a text: "{value}".' },
  fix: 'safe',
  looksAt: [
    ...['min', 'max', 'step'].map((key) => ({
      view: 'katib/experiment',
      path: ['spec', 'parameters', '*', 'feasibleSpace', key],
    })),
    { view: 'katib/experiment', path: ['spec', 'parameters', '*', 'feasibleSpace', 'list', '*'] },
    { view: 'katib/experiment', path: ['spec', 'algorithm', 'algorithmSettings', '*', 'value'] },
    { view: 'katib/experiment', path: ['spec', 'earlyStopping', 'algorithmSettings', '*', 'value'] },
  ],
  *check(at): Iterable<Report> {
    const value = at.text();
    if (value.is !== 'known' || at.node?.type !== 'scalar' || at.node.style !== 'plain') return;
    if (at.number().is !== 'known' && at.boolean().is !== 'known') return;
    const fix = at.fix('safe', 'Put the value in quotes', at.set([], value.value));
    const key = /^\d+$/.test(at.key) ? 'list' : at.key;
    yield { message: 'unquoted', data: { key, value: value.value }, span: value.span, fix };
  },
  examples: {
    bad: [
      { path: 'e.yaml', text: space('min: «0.01», max: "0.1"'), fixed: space('min: "0.01", max: "0.1"') },
      { path: 'e.yaml', text: space('min: "0.01", max: «1e-1» '), fixed: space('min: "0.01", max: "1e-1" ') },
      {
        path: 'e.yaml',
        text: space('min: "1", max: "9", step: «2»'),
        fixed: space('min: "1", max: "9", step: "2"'),
      },
      { path: 'e.yaml', text: space('list: ["16", «32»]'), fixed: space('list: ["16", "32"]') },
      { path: 'e.yaml', text: settings('«10»'), fixed: settings('"10"') },
      { path: 'e.yaml', text: settings('«true»'), fixed: settings('"true"') },
      {
        path: 'e.yaml',
        text: experiment(
          '  earlyStopping: { algorithmName: medianstop, algorithmSettings: [{ name: start_step, value: «4» }] }\n',
        ),
        fixed: experiment(
          '  earlyStopping: { algorithmName: medianstop, algorithmSettings: [{ name: start_step, value: "4" }] }\n',
        ),
      },
    ],
    good: [
      { path: 'e.yaml', text: space('min: "0.01", max: \'0.1\'') },
      { path: 'e.yaml', text: space('min: "${MIN}", list: [sgd, "16"]') },
      { path: 'e.yaml', text: settings('/var/log') },
    ],
  },
});

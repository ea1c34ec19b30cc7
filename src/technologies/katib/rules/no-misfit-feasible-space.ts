import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { experiment, guide, validator } from '../settings';

const parameter = (type: string, space: string): string =>
  experiment(
    `  parameters:\n    - name: x\n      parameterType: ${type}\n      feasibleSpace: { ${space} }\n`,
  );

export default defineRule({
  id: 'katib/no-misfit-feasible-space',
  catalogue: ['katib-feasible-space-shape'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The feasible space of a parameter does not fit its type.',
  why: 'The admission webhook refuses the Experiment: numbers need `min` and `max` and no `list`; categories and discrete values need a `list` and no bounds.',
  remedy: 'Write `min` and `max` for int and double, `list` for categorical and discrete.',
  references: [validator, guide],
  messages: {
    list: 'A parameter of type {type} takes min and max, not a list.',
    bounds: 'A parameter of type {type} takes a list, not {key}.',
    missing: 'A parameter of type {type} needs both min and max.',
    distribution: 'Katib does not know the distribution {value}.',
  },
  fix: { none: 'The values to search are known only to the author.' },
  looksAt: [{ view: 'katib/experiment', path: ['spec', 'parameters', '*'] }],
  *check(at): Iterable<Report> {
    const type = known(at.text('parameterType'));
    const space = at.at('feasibleSpace');
    if (type === undefined || !space) return;
    if (['int', 'double'].includes(type)) yield* numberFaults(space, type);
    if (['categorical', 'discrete'].includes(type)) {
      const bound = ['min', 'max', 'step'].flatMap((key) => space.at(key) ?? [])[0];
      if (bound) yield { message: 'bounds', data: { type, key: bound.key }, span: bound.anchor };
    }
    const distribution = space.text('distribution');
    if (distribution.is !== 'known' || distributions.includes(distribution.value)) return;
    yield { message: 'distribution', data: { value: distribution.value }, span: distribution.span };
  },
  examples: {
    bad: [
      { path: 'e.yaml', message: 'list', text: parameter('int', 'min: "1", max: "9", «list»: ["1", "2"]') },
      {
        path: 'e.yaml',
        message: 'bounds',
        text: parameter('categorical', 'list: [sgd], «min»: "1", max: "2"'),
      },
      { path: 'e.yaml', message: 'bounds', text: parameter('discrete', 'list: ["1"], «step»: "1"') },
      { path: 'e.yaml', message: 'bounds', text: parameter('discrete', 'list: ["1"], «max»: "1"') },
      {
        path: 'e.yaml',
        message: 'missing',
        text: parameter('double', 'min: "0.1"').replace('feasibleSpace', '«feasibleSpace»'),
      },
      {
        path: 'e.yaml',
        message: 'missing',
        text: parameter('int', 'max: "9"').replace('feasibleSpace', '«feasibleSpace»'),
      },
      {
        path: 'e.yaml',
        message: 'distribution',
        text: parameter('double', 'min: "1", max: "2", distribution: «loguniform» '),
      },
    ],
    good: [
      {
        path: 'e.yaml',
        text: parameter('double', 'min: "0.1", max: "1", step: "0.1", distribution: logUniform'),
      },
      { path: 'e.yaml', text: parameter('int', 'min: "${MIN}", max: "9"') },
      { path: 'e.yaml', text: parameter('categorical', 'list: [sgd, adam]') },
      { path: 'e.yaml', text: parameter('${TYPE}', 'min: "1", list: [a]') },
      { path: 'e.yaml', text: parameter('discrete', 'list: ["1"], distribution: "${D}"') },
    ],
  },
});

const distributions = ['uniform', 'logUniform', 'normal', 'logNormal'];

function* numberFaults(space: NodeView, type: string): Iterable<Report> {
  const list = space.at('list');
  if (list && list.items().length > 0) yield { message: 'list', data: { type }, span: list.anchor };
  const missing = ['min', 'max'].some((key) => space.get(key).is === 'absent');
  if (missing) yield { message: 'missing', data: { type }, span: space.anchor };
}

import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { algorithmOf, algorithms, experiment, settingOf } from '../settings';

const settings = (listed: string, more = '  resumePolicy: FromVolume\n', name = 'pbt'): string =>
  experiment(`${more}  algorithm:\n    algorithmName: ${name}\n    algorithmSettings:\n${listed}`);
const setting = (name: string, value: string): string => `      - { name: ${name}, value: ${value} }\n`;
const dir = setting('suggestion_trial_dir', '/var/log/katib/checkpoints/');
const population = setting('n_population', '"8"');
const threshold = setting('truncation_threshold', '"0.2"');
const lr = (space: string, type = 'double'): string =>
  `  resumePolicy: FromVolume\n  parameters: [{ name: lr, parameterType: ${type}, feasibleSpace: { ${space} } }]\n`;

export default defineRule({
  id: 'katib/no-invalid-population',
  catalogue: ['katib-pbt-settings'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Population based training lacks what it needs.',
  why: 'The suggestion service refuses the settings, or fails at its first step: it needs a checkpoint directory, a population of at least 5, a threshold between 0 and 1, a step for each number, and a volume, which Katib attaches only with `resumePolicy: FromVolume`.',
  remedy: 'Set all three settings, `resumePolicy: FromVolume`, and a `step` in each feasible space.',
  references: [
    algorithms,
    {
      title: 'Katib: suggestion service of population based training',
      url: 'https://github.com/kubeflow/katib/blob/v0.19.0/pkg/suggestion/v1beta1/pbt/service.py',
    },
  ],
  messages: {
    missing: 'Population based training needs the setting {name}.',
    population: 'n_population must be at least 5, not {value}.',
    threshold: 'truncation_threshold must be between 0 and 1, not {value}.',
    volume: 'Population based training needs resumePolicy FromVolume for its checkpoints.',
    step: 'Population based training needs a step in the feasible space of {name}.',
  },
  fix: 'review',
  looksAt: [{ view: 'katib/experiment', path: [] }],
  *check(at): Iterable<Report> {
    if (algorithmOf(at) !== 'pbt') return;
    yield* settingFaults(at);
    const policy = at.text('spec', 'resumePolicy');
    if (policy.is === 'absent' || (policy.is === 'known' && policy.value !== 'FromVolume')) {
      const fix = at.fix(
        'review',
        'Set resumePolicy to FromVolume',
        at.set(['spec', 'resumePolicy'], 'FromVolume'),
      );
      yield { message: 'volume', span: policy.is === 'known' ? policy.span : policy.anchor, fix };
    }
    yield* stepFaults(at);
  },
  examples: {
    bad: [
      {
        path: 'e.yaml',
        message: 'missing',
        text: settings(dir + population).replace('algorithmSettings', '«algorithmSettings»'),
      },
      {
        path: 'e.yaml',
        message: 'missing',
        text: settings(dir + threshold).replace('algorithmSettings', '«algorithmSettings»'),
      },
      {
        path: 'e.yaml',
        message: 'missing',
        text: settings(population + threshold).replace('algorithmSettings', '«algorithmSettings»'),
      },
      {
        path: 'e.yaml',
        message: 'population',
        text: settings(dir + setting('n_population', '«"4"»') + threshold),
      },
      {
        path: 'e.yaml',
        message: 'threshold',
        text: settings(dir + population + setting('truncation_threshold', '«"1.1"»')),
      },
      {
        path: 'e.yaml',
        message: 'threshold',
        text: settings(dir + population + setting('truncation_threshold', '«"-1"»')),
      },
      {
        path: 'e.yaml',
        message: 'volume',
        text: settings(dir + population + threshold, '  resumePolicy: «Never» # all\n'),
        fixed: settings(dir + population + threshold, '  resumePolicy: FromVolume # all\n'),
      },
      {
        path: 'e.yaml',
        message: 'volume',
        text: settings(dir + population + threshold, '').replace('spec:', '«spec»:'),
        fixed: `${settings(dir + population + threshold, '')}  resumePolicy: FromVolume\n`,
      },
      {
        path: 'e.yaml',
        message: 'step',
        text: settings(dir + population + threshold, lr('min: "0.1", max: "1"')).replace(
          'feasibleSpace',
          '«feasibleSpace»',
        ),
      },
      {
        path: 'e.yaml',
        message: 'step',
        text: settings(dir + population + threshold, lr('min: "1", max: "9"', 'int')).replace(
          'feasibleSpace',
          '«feasibleSpace»',
        ),
      },
    ],
    good: [
      {
        path: 'e.yaml',
        text: settings(dir + setting('n_population', '"5"') + setting('truncation_threshold', '"1"')),
      },
      {
        path: 'e.yaml',
        text: settings(dir + setting('n_population', '"${N}"') + setting('truncation_threshold', '"0"')),
      },
      { path: 'e.yaml', text: settings(dir + population + threshold, '  resumePolicy: ${POLICY}\n') },
      {
        path: 'e.yaml',
        text: settings(dir + population + threshold, lr('min: "0.1", max: "1", step: "0.1"')),
      },
      { path: 'e.yaml', text: settings(dir + population + threshold, lr('list: [a]', 'categorical')) },
      { path: 'e.yaml', text: settings(setting('"${NAME}"', '"9"')) },
      { path: 'e.yaml', text: settings('', '', 'tpe') },
    ],
  },
});

function* settingFaults(at: NodeView): Iterable<Report> {
  const listed = at.list('spec', 'algorithm', 'algorithmSettings');
  const place = at.at('spec', 'algorithm', 'algorithmSettings')?.anchor;
  if (listed.is === 'known' && listed.value.some((setting) => setting.text('name').is !== 'known')) return;
  const anchor = place ?? (listed.is === 'absent' ? listed.anchor : undefined);
  for (const name of ['suggestion_trial_dir', 'n_population', 'truncation_threshold']) {
    if (anchor && listed.is !== 'unknown' && !settingOf(at, name))
      yield { message: 'missing', data: { name }, span: anchor };
  }
  const population = settingOf(at, 'n_population')?.number('value');
  if (population?.is === 'known' && population.value < 5) {
    yield { message: 'population', data: { value: population.value }, span: population.span };
  }
  const threshold = settingOf(at, 'truncation_threshold')?.number('value');
  if (threshold?.is === 'known' && (threshold.value < 0 || threshold.value > 1)) {
    yield { message: 'threshold', data: { value: threshold.value }, span: threshold.span };
  }
}

function* stepFaults(at: NodeView): Iterable<Report> {
  for (const parameter of at.at('spec', 'parameters')?.items() ?? []) {
    if (!['int', 'double'].includes(known(parameter.text('parameterType')) ?? '')) continue;
    const step = parameter.get('feasibleSpace', 'step');
    const name = known(parameter.text('name')) ?? '';
    if (step.is === 'absent') yield { message: 'step', data: { name }, span: step.anchor };
  }
}

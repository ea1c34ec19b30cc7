import { defineGap } from '../../core';

const study = (sampler = ''): string => `import optuna\nstudy = «optuna.create_study»(${sampler})\n`;
const calm = (text: string): string => text.replace(/[«»]/g, '');

/** Models are trained, and no seed is set anywhere. */
export default defineGap({
  id: 'gap/no-seed',
  title: 'No seed in training',
  why: 'The same data and code make another model each time: no comparison holds, and no result can be shown again.',
  catalogue: [],
  *find(facts) {
    const runs = facts.ofType('training');
    const [run] = runs;
    if (!run || runs.some(({ attributes }) => attributes['seed'] === 'true')) return;
    yield {
      message: `Training "${run.name}" sets no seed.`,
      path: run.path,
      range: run.range,
      action: { template: 'training/optuna', answers: { study: run.name } },
    };
  },
  examples: {
    bad: [
      { files: { 'tune.py': study() } },
      {
        files: {
          'tune.py': study('study_name=«"fraud"»').replace('«optuna.create_study»', 'optuna.create_study'),
        },
      },
    ],
    good: [
      { files: { 'tune.py': calm(study('sampler=optuna.samplers.TPESampler(seed=42)')) } },
      { files: { 'train.py': 'import numpy\n' } },
      {
        files: {
          'a.py': calm(study()),
          'b.py': calm(study('sampler=optuna.samplers.TPESampler(seed=42)')),
        },
      },
    ],
  },
});

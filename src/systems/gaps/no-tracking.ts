import { defineGap } from '../../core';

const study = (rest = ''): string =>
  `import optuna\n${rest}study = «optuna.create_study»(sampler=optuna.samplers.TPESampler(seed=42))\n`;
const calm = (text: string): string => text.replace(/[«»]/g, '');
const compose = 'services:\n  mlflow:\n    image: ghcr.io/mlflow/mlflow:v3.18.0\n';

/** Models are trained, and no run is recorded. */
export default defineGap({
  id: 'gap/no-tracking',
  title: 'No tracking of training runs',
  why: 'Nobody can say later with which data, parameters and code a model was made, nor which of two runs was better.',
  catalogue: [],
  *find(facts) {
    const runs = facts.ofType('training');
    const isTracked =
      ['tracking-use', 'tracking-server'].some((type) => facts.ofType(type).length > 0) ||
      facts.ofType('service').some(({ name }) => /mlflow/i.test(name)) ||
      runs.some(({ attributes }) => attributes['tracked'] === 'true');
    const [run] = runs;
    if (isTracked || !run) return;
    yield {
      message: `Training "${run.name}" records its runs nowhere.`,
      path: run.path,
      range: run.range,
      action: { template: 'deployment/mlflow', answers: { experiment: run.name } },
    };
  },
  examples: {
    bad: [{ files: { 'tune.py': study() } }],
    good: [
      { files: { 'tune.py': calm(study('import mlflow\n')) } },
      { files: { 'tune.py': calm(study()), 'compose.yaml': compose } },
      {
        files: {
          'tune.py': calm(study()),
          'log.py': 'import mlflow\nmlflow.set_tracking_uri("https://mlflow.example.com")\n',
        },
      },
      { files: { 'compose.yaml': compose } },
    ],
  },
});

// Small programs that Optuna and Ray really run: what fails there must be found by the rule, what runs must not.
// `raises` is the name of the exception; `prunes` counts pruned trials of a program that runs to its end.
const optuna = 'import optuna\noptuna.logging.set_verbosity(optuna.logging.ERROR)\n';
const trial = `${optuna}trial = optuna.create_study().ask()\n`;
const tune = 'from ray import tune\nfrom ray.tune.schedulers import ASHAScheduler, PopulationBasedTraining\n';
const fit = (settings) =>
  `${tune}def train(c):\n    for step in range(2):\n        tune.report({"a": step})\n` +
  `result = tune.Tuner(train, param_space={"x": tune.uniform(0, 1)}, tune_config=tune.TuneConfig(${settings})).fit()\nif result.errors:\n    raise result.errors[0]\n`;
const pruned = (low, high) =>
  `${optuna}study = optuna.create_study(sampler=optuna.samplers.RandomSampler(seed=1), pruner=optuna.pruners.HyperbandPruner(min_resource=${low}, max_resource=${high}))\n` +
  'def objective(trial):\n    x = trial.suggest_float("x", 0, 1)\n    for step in range(1, 10):\n        trial.report(x, step)\n        if trial.should_prune():\n            raise optuna.TrialPruned()\n    return x\n' +
  'study.optimize(objective, n_trials=20)\npruned = sum(t.state.name == "PRUNED" for t in study.trials)\n';

export const cases = [
  {
    rule: 'optuna/no-impossible-range',
    raises: 'ValueError',
    code: `${trial}trial.suggest_float("x", 0, 1, log=True)\n`,
  },
  {
    rule: 'optuna/no-impossible-range',
    raises: 'ValueError',
    code: `${trial}trial.suggest_int("x", 0, 9, log=True)\n`,
  },
  {
    rule: 'optuna/no-impossible-range',
    raises: 'ValueError',
    code: `${trial}trial.suggest_float("x", 1, 2, step=0.1, log=True)\n`,
  },
  {
    rule: 'optuna/no-impossible-range',
    raises: 'ValueError',
    code: `${trial}trial.suggest_int("x", 1, 9, step=2, log=True)\n`,
  },
  {
    rule: 'optuna/no-impossible-range',
    raises: 'ValueError',
    code: `${trial}trial.suggest_float("x", 2, 1)\n`,
  },
  { rule: 'optuna/no-impossible-range', code: `${trial}trial.suggest_float("x", 1e-5, 1, log=True)\n` },
  { rule: 'optuna/no-impossible-range', code: `${trial}trial.suggest_int("x", 1, 9, step=1, log=True)\n` },
  { rule: 'optuna/no-impossible-range', code: `${trial}trial.suggest_float("x", 0, 1, step=0.1)\n` },
  {
    rule: 'optuna/no-removed-sampler',
    raises: 'AttributeError',
    code: `${optuna}optuna.samplers.MOTPESampler(seed=1)\n`,
  },
  {
    rule: 'optuna/no-removed-sampler',
    raises: 'ImportError',
    code: 'from optuna.samplers import MOTPESampler\n',
  },
  { rule: 'optuna/no-removed-sampler', code: `${optuna}optuna.samplers.TPESampler(seed=1)\n` },
  {
    rule: 'optuna/no-pruning-of-many-objectives',
    raises: 'NotImplementedError',
    code: `${optuna}study = optuna.create_study(directions=["minimize", "maximize"])\ndef objective(trial):\n    trial.report(1.0, 1)\n    return 1.0, 2.0\nstudy.optimize(objective, n_trials=1)\n`,
  },
  {
    rule: 'optuna/no-pruning-of-many-objectives',
    code: `${optuna}study = optuna.create_study(directions=["minimize"])\ndef objective(trial):\n    trial.report(1.0, 1)\n    return 1.0\nstudy.optimize(objective, n_trials=1)\n`,
  },
  { rule: 'optuna/no-inverted-resources', prunes: 'none', code: pruned(10, 5) },
  { rule: 'optuna/no-inverted-resources', prunes: 'some', code: pruned(1, 9) },
  { rule: 'optuna/no-inverted-resources', prunes: 'some', code: pruned(5, 5) },
  ...[
    'suggest_uniform("x", 0, 1)',
    'suggest_loguniform("x", 1e-5, 1)',
    'suggest_discrete_uniform("x", 0, 1, 0.1)',
  ].map((call) => ({
    rule: 'optuna/no-old-suggest',
    raises: 'FutureWarning',
    code: `import warnings\nwarnings.simplefilter("error", FutureWarning)\n${trial}trial.${call}\n`,
  })),
  {
    rule: 'ray/limit-grace-period',
    raises: 'AssertionError',
    code: `${tune}ASHAScheduler(grace_period=101)\n`,
  },
  {
    rule: 'ray/limit-grace-period',
    raises: 'AssertionError',
    code: `${tune}ASHAScheduler(max_t=20, grace_period=21)\n`,
  },
  { rule: 'ray/limit-grace-period', raises: 'AssertionError', code: `${tune}ASHAScheduler(max_t=0)\n` },
  {
    rule: 'ray/limit-grace-period',
    raises: 'AssertionError',
    code: `${tune}ASHAScheduler(grace_period=0)\n`,
  },
  {
    rule: 'ray/limit-grace-period',
    raises: 'AssertionError',
    code: `${tune}ASHAScheduler(reduction_factor=1)\n`,
  },
  { rule: 'ray/limit-grace-period', code: `${tune}ASHAScheduler(grace_period=100)\n` },
  {
    rule: 'ray/limit-grace-period',
    code: `${tune}ASHAScheduler(max_t=1, grace_period=1, reduction_factor=1.5)\n`,
  },
  {
    rule: 'ray/no-invalid-population',
    raises: 'TuneError',
    code: `${tune}PopulationBasedTraining(time_attr="training_iteration")\n`,
  },
  {
    rule: 'ray/no-invalid-population',
    raises: 'ValueError',
    code: `${tune}PopulationBasedTraining(hyperparam_mutations={"a": [1]}, quantile_fraction=0.6)\n`,
  },
  {
    rule: 'ray/no-invalid-population',
    raises: 'ValueError',
    code: `${tune}PopulationBasedTraining(hyperparam_mutations={"a": [1]}, perturbation_interval=0)\n`,
  },
  {
    rule: 'ray/no-invalid-population',
    code: `${tune}PopulationBasedTraining(hyperparam_mutations={"a": [1]}, quantile_fraction=0.5, perturbation_interval=0.5)\n`,
  },
  {
    rule: 'ray/no-local-dir',
    raises: 'DeprecationWarning',
    code: `${tune}tune.RunConfig(local_dir="/tmp/x")\n`,
  },
  { rule: 'ray/no-local-dir', code: `${tune}tune.RunConfig(storage_path="/tmp/x")\n` },
  { rule: 'ray/require-metric', raises: 'ValueError', code: fit('scheduler=ASHAScheduler()') },
  { rule: 'ray/require-metric', code: fit('scheduler=ASHAScheduler(), metric="a", mode="max"') },
  {
    rule: 'ray/no-search-with-population',
    raises: 'ValueError',
    code: `from ray.tune.search.optuna import OptunaSearch\n${fit('scheduler=PopulationBasedTraining(hyperparam_mutations={"x": [1, 2]}), search_alg=OptunaSearch(), metric="a", mode="max"')}`,
  },
  {
    rule: 'ray/no-search-with-population',
    code: fit(
      'scheduler=PopulationBasedTraining(hyperparam_mutations={"x": [1, 2]}), metric="a", mode="max"',
    ),
  },
  {
    rule: 'ray/no-air-imports',
    raises: 'Exception',
    code: `${fit('metric="a", mode="max"').replace('tune.report', 'train.report').replace('from ray import tune', 'from ray import train, tune')}`,
  },
  { rule: 'ray/no-air-imports', code: fit('metric="a", mode="max"') },
];

import { findEntry, resolve } from '../../core';
import type { DocumentModel, Fact, Kind, NodeView, ResolvedNode, Technology } from '../../core';
import { callMounts, callsTo, importsAny, methodMounts } from '../../shapes/python-script';

const study = ['optuna.create_study', 'optuna.study.create_study'];

/** What a study is called in code: the result of creating or loading one, or a variable named after it. */
const studyObject = /^optuna\.(?:study\.)?(?:create_study|load_study|Study)\(\)$|(?:^|[._])study$/;

const samplers = [
  'TPESampler',
  'RandomSampler',
  'CmaEsSampler',
  'NSGAIISampler',
  'NSGAIIISampler',
  'GPSampler',
  'QMCSampler',
];

const script: Kind = {
  id: 'optuna/script',
  title: 'Python script that uses Optuna',
  formats: ['python'],
  recognise: (document) => importsAny(document, ['optuna']),
  mounts: [
    ...callMounts('optuna/create-study', study, ['storage', 'sampler', 'pruner']),
    ...methodMounts(
      'optuna/optimize',
      ['optimize'],
      ['func', 'n_trials', 'timeout', 'n_jobs', 'catch', 'callbacks'],
      studyObject,
    ),
    ...methodMounts('optuna/suggest', ['suggest_float', 'suggest_int'], ['name', 'low', 'high']),
    ...callMounts('optuna/hyperband', ['optuna.pruners.HyperbandPruner'], ['min_resource', 'max_resource']),
    ...callMounts(
      'optuna/sampler',
      samplers.map((name) => `optuna.samplers.${name}`),
    ),
  ],
  facts: scriptFacts,
};

const hydra: Kind = {
  id: 'optuna/hydra',
  title: 'Hydra configuration with the Optuna sweeper',
  formats: ['yaml'],
  booleans: 'yaml-1.2',
  paths: ['conf/**/*.yaml'],
  recognise: isHydraSweep,
  mounts: [{ at: ['hydra', 'sweeper'], as: 'optuna/hydra-sweeper' }],
};

/** Optuna: hyperparameter optimisation in Python, and from Hydra. */
const technology: Technology = {
  slug: 'optuna',
  title: 'Optuna',
  pattern: 'training',
  homepage: 'https://optuna.org',
  kinds: [script, hydra],
  views: [
    { id: 'optuna/create-study', title: 'create_study' },
    { id: 'optuna/optimize', title: 'study.optimize' },
    { id: 'optuna/suggest', title: 'trial.suggest_float or suggest_int' },
    { id: 'optuna/hyperband', title: 'HyperbandPruner' },
    { id: 'optuna/sampler', title: 'sampler' },
    { id: 'optuna/hydra-sweeper', title: 'hydra.sweeper', booleans: 'yaml-1.2' },
  ],
};

export default technology;

/** Keys of `hydra.sweeper` that only the Optuna sweeper has. */
const sweeperKeys = ['storage', 'study_name', 'sampler', 'max_failure_rate'];

function isHydraSweep({ root }: DocumentModel): boolean {
  const defaults = valueOf(resolve(root), 'defaults');
  const items = defaults?.type === 'list' ? defaults.items.map(resolve) : [];
  const overrides = items.flatMap((item) => (item?.type === 'map' ? item.entries : []));
  if (overrides.some(({ key, value }) => isSweeperKey(key) && textOf(resolve(value)) === 'optuna'))
    return true;
  const sweeper = valueOf(valueOf(resolve(root), 'hydra'), 'sweeper');
  if (textOf(valueOf(sweeper, '_target_'))?.includes('optuna_sweeper')) return true;
  return sweeperKeys.some((key) => valueOf(sweeper, key) !== undefined);
}

function isSweeperKey(key: string): boolean {
  return /^override \/?hydra\/sweeper$/.test(key);
}

function valueOf(node: ResolvedNode | undefined, key: string): ResolvedNode | undefined {
  return node?.type === 'map' ? resolve(findEntry(node, key)?.entry.value) : undefined;
}

function textOf(node: ResolvedNode | undefined): string | undefined {
  return node?.type === 'scalar' ? node.text : undefined;
}

function* scriptFacts(root: NodeView): Iterable<Fact> {
  for (const call of callsTo(root, ...study)) {
    const name = call.text('keywords', 'study_name');
    const seeded = /\bseed\s*=\s*[^N\s]/.test(root.document.text);
    const tracked = /\bmlflow\b|\bwandb\b/.test(root.document.text);
    yield {
      type: 'training',
      name: name.is === 'known' ? name.value : 'study',
      attributes: {
        technology: 'optuna',
        ...(seeded && { seed: 'true' }),
        ...(tracked && { tracked: 'true' }),
      },
      span: name.is === 'known' ? name.span : call.anchor,
    };
  }
}

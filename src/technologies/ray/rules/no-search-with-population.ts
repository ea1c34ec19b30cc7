import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { meaningOf } from '../../../shapes/python-script';

const script = (given: string): string =>
  `from ray import tune\nfrom ray.tune.schedulers import ASHAScheduler, PopulationBasedTraining as PBT\npbt = PBT(hyperparam_mutations=m)\nc = tune.TuneConfig(${given})\n`;

export default defineRule({
  id: 'ray/no-search-with-population',
  catalogue: ['tune-pbt-with-search-alg'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'Population based training is combined with a search algorithm.',
  why: 'The run ends with a ValueError: the scheduler changes hyperparameters itself, so nothing is left for a searcher to suggest.',
  remedy: 'Remove `search_alg`, or take another scheduler, such as ASHA.',
  references: [
    { title: 'Ray Tune: schedulers', url: 'https://docs.ray.io/en/latest/tune/api/schedulers.html' },
    {
      title: 'Ray source: pbt.py',
      url: 'https://github.com/ray-project/ray/blob/master/python/ray/tune/schedulers/pbt.py',
    },
  ],
  messages: { both: 'Search algorithms cannot be used with population based training.' },
  fix: 'review',
  looksAt: [{ view: 'ray/tune-settings', path: [] }],
  *check(at): Iterable<Report> {
    const search = at.at('search_alg');
    const scheduler = at.at('scheduler');
    if (!search || !scheduler || !isPopulation(scheduler) || !isSearcher(search)) return;
    yield {
      message: 'both',
      span: search.anchor,
      fix: at.fix('review', 'Remove search_alg', at.remove('search_alg')),
    };
  },
  examples: {
    bad: [
      {
        path: 'a.py',
        text: script('scheduler=pbt, «search_alg»=OptunaSearch(), num_samples=8'),
        fixed: script('scheduler=pbt, num_samples=8'),
      },
      {
        path: 'a.py',
        text: script('«search_alg»=OptunaSearch(), scheduler=PBT(hyperparam_mutations=m)'),
        fixed: script('scheduler=PBT(hyperparam_mutations=m)'),
      },
      {
        path: 'tune.yaml',
        text: 'kind: RayTuneConfig\ntune_config:\n  scheduler: { type: pbt }\n  «search_alg»: { type: optuna }\n',
        fixed: 'kind: RayTuneConfig\ntune_config:\n  scheduler: { type: pbt }\n',
      },
    ],
    good: [
      { path: 'a.py', text: script('scheduler=ASHAScheduler(), search_alg=OptunaSearch()') },
      { path: 'a.py', text: script('scheduler=pbt') },
      { path: 'a.py', text: script('search_alg=OptunaSearch()') },
      { path: 'a.py', text: script('scheduler=pbt, search_alg=None') },
      { path: 'a.py', text: script('scheduler=pbt, search_alg=search') },
      { path: 'a.py', text: script('scheduler=pbt, search_alg=BasicVariantGenerator()') },
      {
        path: 'tune.yaml',
        text: 'kind: RayTuneConfig\ntune_config: { scheduler: { type: asha }, search_alg: { type: optuna } }\n',
      },
    ],
  },
});

function isPopulation(scheduler: NodeView): boolean {
  if (known(scheduler.text('type')) === 'pbt') return true;
  return /^ray\.tune\.schedulers\.(?:\w+\.)*(?:PopulationBasedTraining|PB2)\(\)$/.test(
    meaningOf(scheduler) ?? '',
  );
}

/** The plain variant generator is no searcher, and a variable may hold nothing. */
function isSearcher(search: NodeView): boolean {
  if (search.node?.type === 'map') return true;
  const meaning = meaningOf(search) ?? '';
  return meaning.endsWith('()') && !meaning.endsWith('BasicVariantGenerator()');
}

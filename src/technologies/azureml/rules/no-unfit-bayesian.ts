import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { sweep } from '../example-files';
import { parametersOf, samplingOf } from '../search-space';
import { tuningGuide } from '../sources';

const takenByBayesian = new Set(['choice', 'uniform', 'quniform']);

export default defineRule({
  id: 'azureml/no-unfit-bayesian',
  catalogue: ['azureml-sweep-bayesian-early-term'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Bayesian sampling is asked for what it does not support.',
  why: 'It takes choice, uniform and quniform only, and no early termination: a trial that was cut short would teach it a wrong value of the metric.',
  remedy: 'Use those distributions and leave `early_termination` out, or sample at random.',
  references: [
    tuningGuide,
    {
      title: 'Azure ML: BayesianParameterSampling',
      url: 'https://learn.microsoft.com/en-us/python/api/azureml-train-core/azureml.train.hyperdrive.bayesianparametersampling',
    },
  ],
  messages: {
    distribution: 'Bayesian sampling does not take "{name}", which is {type}.',
    policy: 'Bayesian sampling does not take an early termination policy.',
  },
  fix: { none: 'Whether the sampling or the rest should change is known only to the author.' },
  looksAt: [{ view: 'azureml/sweep-job', path: [] }],
  *check(at): Iterable<Report> {
    if (samplingOf(at) !== 'bayesian') return;
    for (const { at: parameter, type, typeAt } of parametersOf(at)) {
      if (takenByBayesian.has(type)) continue;
      yield { message: 'distribution', data: { name: parameter.key, type }, span: typeAt.span };
    }
    const policy = at.at('early_termination');
    if (policy) yield { message: 'policy', span: policy.anchor };
  },
  examples: {
    bad: [
      sweep('sampling_algorithm: bayesian\nsearch_space:\n  lr: {type: «lognormal», mu: 0, sigma: 1} # x\n', {
        message: 'distribution',
      }),
      sweep('sampling_algorithm: {type: bayesian}\n«early_termination»: {type: median_stopping}\n', {
        message: 'policy',
      }),
    ],
    good: [
      sweep(
        'sampling_algorithm: bayesian\nsearch_space: {a: {type: choice}, b: {type: uniform}, c: {type: QUniform}}\n',
      ),
      sweep(
        'sampling_algorithm: random\nsearch_space: {a: {type: normal}}\nearly_termination: {type: median_stopping}\n',
      ),
    ],
  },
});

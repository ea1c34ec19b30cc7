import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-text';

const experiment = (spec: string): string => resource('Experiment', spec);

export default defineRule({
  id: 'seldon/no-single-candidate-experiment',
  catalogue: ['seldon-v2-experiment-no-default-or-mirror'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'An experiment compares a model with nothing.',
  why: 'With one candidate and no mirror all traffic goes to one model: weeks later there is nothing to compare it with.',
  remedy: 'Add a second candidate, or a `mirror` that gets a copy of the traffic.',
  references: [
    {
      title: 'Seldon Core 2: experiments',
      url: 'https://docs.seldon.ai/seldon-core-2/user-guide/experiment',
    },
  ],
  messages: {
    none: 'The experiment has no candidate.',
    single: 'The experiment has one candidate and no mirror: it compares nothing.',
  },
  fix: { none: 'What to compare with is known to the author.' },
  looksAt: [{ view: 'seldon/experiment', path: ['spec'] }],
  *check(at): Iterable<Report> {
    const candidates = at.at('candidates');
    if (candidates?.node?.type !== 'list') return;
    const count = candidates.items().length;
    if (count === 0) yield { message: 'none', span: candidates.anchor };
    if (count === 1 && at.get('mirror').is === 'absent') yield { message: 'single', span: candidates.anchor };
  },
  examples: {
    bad: [
      {
        path: 'experiment.yaml',
        text: experiment('«candidates»: [{ name: a, weight: 100 }] # b later\n'),
        message: 'single',
      },
      { path: 'experiment.yaml', text: experiment('«candidates»: []\n'), message: 'none' },
    ],
    good: [
      {
        path: 'experiment.yaml',
        text: experiment('candidates: [{ name: a, weight: 90 }, { name: b, weight: 10 }]\n'),
      },
      {
        path: 'experiment.yaml',
        text: experiment('candidates: [{ name: a, weight: 100 }]\nmirror: { name: b, percent: 100 }\n'),
      },
      { path: 'experiment.yaml', text: experiment('candidates: ${CANDIDATES}\n') },
    ],
  },
});

import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { textsBelow } from '../../../shapes/scalars-below';
import { citation, message } from '../duty';
import { personalData } from '../sample-data';

const path = 'model/input_example.json';

export default defineRule({
  id: 'compliance/no-personal-data-in-sample',
  catalogue: ['gdpr-pii-in-example'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A sample holds what looks like data on a real person.',
  why: 'Samples travel with the model and the repository to everyone who may read them, and stay in the history.',
  remedy: 'Make the sample up: addresses at example.com, numbers with wrong check digits.',
  references: [citation('gdpr', 'Art. 5(1)(c)')],
  messages: { person: message('gdpr', 'Art. 5(1)(c)', 'The sample holds {what}') },
  fix: { none: 'What stands for it in the sample is for its author to choose.' },
  looksAt: [{ view: 'compliance/sample-data', path: [] }],
  *check(at): Iterable<Report> {
    for (const { text, span } of textsBelow(at)) {
      const what = personalData(text);
      if (what !== undefined) yield { message: 'person', data: { what }, span };
    }
  },
  examples: {
    bad: [
      { path, text: '{"rows": [["«jane.doe@gmail.com»", 3]]}\n'.replace('"«', '«"').replace('»"', '"»') },
      { path, text: '{"account": «"GB82 WEST 1234 5698 7654 32"», "amount": 3}\n' },
      { path: 'examples/a.json', text: '[{"card": «"4111 1111 1111 1111"», "amount": 3}]\n' },
      { path: 'data/samples.v1/a.json', text: '[{"card": «4111111111111111»}]\n' },
    ],
    good: [
      { path, text: '{"mail": "jane@example.com", "other": "a@mail.example.org", "amount": 3}\n' },
      { path, text: '{"account": "GB83 WEST 1234 5698 7654 32"}\n' },
      { path, text: '{"card": "4111 1111 1111 1112", "id": "1234567890123452"}\n' },
      { path: 'config/a.json', text: '{"mail": "jane.doe@gmail.com"}\n' },
    ],
  },
});

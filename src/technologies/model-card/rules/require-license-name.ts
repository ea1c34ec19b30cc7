import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { card } from '../example-cards';
import { metadata } from '../sources';

const other = (lines: string): string => card(`${lines}datasets: [acme/payments]\nlibrary_name: sklearn\n`);

export default defineRule({
  id: 'model-card/require-license-name',
  catalogue: ['model-card-license-other-unnamed'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A model has a license of its own that is neither named nor linked.',
  why: '`other` alone tells nobody what they may do with the model.',
  remedy: 'Add `license_name` and `license_link`.',
  references: [metadata],
  messages: { unnamed: 'The license is "other", and the card has no {key}.' },
  fix: { none: 'The name of the license is known to the author.' },
  looksAt: [{ view: 'model-card/card', path: ['frontMatter'] }],
  *check(at): Iterable<Report> {
    const license = at.text('license');
    if (license.is !== 'known' || license.value !== 'other') return;
    for (const key of ['license_name', 'license_link']) {
      if (at.get(key).is === 'absent') yield { message: 'unnamed', data: { key }, span: license.span };
    }
  },
  examples: {
    bad: [
      { path: 'README.md', text: other('license: «other» # ours\nlicense_name: acme-1.0\n') },
      { path: 'README.md', text: other('license: «other»\nlicense_link: LICENSE\n') },
    ],
    good: [
      { path: 'README.md', text: other('license: other\nlicense_name: acme-1.0\nlicense_link: LICENSE\n') },
      { path: 'README.md', text: other('license: mit\n') },
      { path: 'README.md', text: other('license: [other, mit]\n') },
      { path: 'README.md', text: card('license: other\ntitle: a page\n') },
    ],
  },
});

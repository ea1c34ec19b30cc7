import { known } from '../../../core';
import { recordCheck } from '../duty';
import { path, record } from '../example-records';

export default recordCheck({
  id: 'compliance/no-inapplicable-dsa',
  catalogue: ['dsa-not-applicable'],
  severity: 'info',
  law: 'dsa',
  article: 'Art. 2',
  summary: 'The record puts a system under the DSA that is no service of an intermediary.',
  why: 'The DSA is for intermediary services such as platforms and search engines; duties that do not exist hide those that do.',
  remedy: 'Set `dsa.inScope: false`, or correct `dsa.providerType`.',
  messages: { scope: 'The DSA is for intermediary services, which "{type}" is not' },
  *check(document) {
    const type = document.text('spec', 'dsa', 'providerType');
    if (type.is !== 'known' || !['bank', 'internal'].includes(type.value)) return;
    if (known(document.boolean('spec', 'dsa', 'inScope')) !== true) return;
    yield { message: 'scope', data: { type: type.value }, span: type.span };
  },
  examples: {
    bad: [
      { path, text: record('  dsa: { providerType: «bank», inScope: true }\n') },
      { path, text: record('  dsa: { inScope: true, providerType: «internal» } # ours\n') },
    ],
    good: [
      { path, text: record('  dsa: { inScope: false, providerType: bank }\n') },
      { path, text: record('  dsa: { inScope: true, providerType: vlop }\n') },
      { path, text: record('  dsa: { inScope: true, providerType: bank }\n', 'UK') },
    ],
  },
});

import { recordCheck } from '../duty';
import { path, personal } from '../example-records';

export default recordCheck({
  id: 'compliance/require-processor-contract',
  catalogue: ['gdpr-no-processor-dpa'],
  severity: 'info',
  law: 'gdpr',
  article: 'Art. 28(3)',
  summary: 'A processor is named without a contract.',
  why: 'Whoever processes personal data for you may do so only by a contract that binds it to your instructions.',
  remedy: 'Name the contract in `dpa` of the processor.',
  messages: { missing: 'The processor "{name}" has no data processing agreement' },
  *check(document) {
    for (const processor of document.at('spec', 'gdpr', 'processors')?.items() ?? []) {
      const name = processor.text('name');
      if (name.is !== 'known' || processor.get('dpa').is !== 'absent') continue;
      yield { message: 'missing', data: { name: name.value }, span: name.span };
    }
  },
  examples: {
    bad: [
      {
        path,
        text: personal('processors: [{ name: A, dpa: a.pdf }, { name: «Acme Cloud», region: europe-west2 }]'),
      },
    ],
    good: [
      { path, text: personal('processors: [{ name: Acme Cloud, dpa: contracts/acme.pdf }]') },
      { path, text: personal('processors: [{ name: "${CLOUD}" }]') },
      { path, text: personal('processors: [{ name: Acme Cloud }]', 'US') },
    ],
  },
});

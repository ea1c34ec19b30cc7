import { recordCheck } from '../duty';
import { path, personal } from '../example-records';
import { regionsWithoutTransfer } from '../regulations';

export default recordCheck({
  id: 'compliance/require-transfer-mechanism',
  catalogue: ['gdpr-transfer-no-mechanism'],
  law: 'gdpr',
  article: 'Art. 44 to 49',
  summary: 'Personal data leave the UK and the EEA, and nothing is named that allows it.',
  why: 'A transfer to a third country needs an adequacy decision, standard clauses or another of the listed grounds.',
  remedy: 'Name the ground in `transferMechanism` of the processor, or choose a region in the UK or the EEA.',
  messages: { missing: 'Data go to the region "{region}" without a transfer mechanism' },
  *check(document) {
    for (const processor of document.at('spec', 'gdpr', 'processors')?.items() ?? []) {
      const region = processor.text('region');
      if (region.is !== 'known' || processor.get('transferMechanism').is !== 'absent') continue;
      const name = region.value.toLowerCase();
      if (regionsWithoutTransfer.some((beginning) => name.startsWith(beginning))) continue;
      yield { message: 'missing', data: { region: region.value }, span: region.span };
    }
  },
  examples: {
    bad: [
      {
        path,
        text: personal(
          'processors: [{ name: A, region: eu-west-1 }, { name: B, region: «us-east-1», dpa: b }]',
        ),
      },
      { path, text: personal('processors: [{ region: «asia-south1», name: A }]', 'EU') },
    ],
    good: [
      { path, text: personal('processors: [{ name: A, region: us-east-1, transferMechanism: sccs }]') },
      { path, text: personal('processors: [{ name: A, region: europe-west2 }]') },
      { path, text: personal('processors: [{ name: A, region: UKSouth }]') },
      { path, text: personal('processors: [{ name: A, region: "${REGION}" }]') },
      { path, text: personal('processors: [{ name: A }]') },
      { path, text: personal('processors: [{ name: A, region: us-east-1 }]', 'US') },
    ],
  },
});

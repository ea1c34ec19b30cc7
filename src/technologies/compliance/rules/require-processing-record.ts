import { duty, hasPersonalData } from '../duty';
import { path, personal, record } from '../example-records';

export default duty({
  id: 'compliance/require-processing-record',
  catalogue: ['gdpr-no-ropa'],
  severity: 'info',
  law: 'gdpr',
  article: 'Art. 30',
  summary: 'Personal data are processed, and no record of processing activities is named.',
  why: 'Controllers keep a record of their processing; a system that is missing in it is found by nobody who must answer for it.',
  remedy: 'Name the entry in `gdpr.recordsOfProcessing`.',
  when: hasPersonalData,
  needs: [['spec', 'gdpr', 'recordsOfProcessing']],
  lacks: 'no entry in the record of processing activities',
  examples: {
    bad: [
      { path, text: record('  «gdpr»: { personalData: true } # ours\n', 'UK') },
      { path, text: record('  «gdpr»: { personalData: true }\n') },
    ],
    good: [
      { path, text: personal('recordsOfProcessing: ropa-0142') },
      { path, text: record('  gdpr: { personalData: false }\n') },
      { path, text: personal('note: none', 'US') },
      { path, text: record('  gdpr: { lawfulBasis: contract }\n') },
    ],
  },
});

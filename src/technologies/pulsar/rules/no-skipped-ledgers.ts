import { forbiddenValue } from '../../../shapes/forbidden-value';
import { brokerSettings } from '../documentation';
import { broker } from '../example-text';

export default forbiddenValue({
  id: 'pulsar/no-skipped-ledgers',
  catalogue: ['pulsar-auto-skip-data'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Data that cannot be read is skipped in silence.',
  why: 'A ledger whose bookies are away for an hour counts as gone: consumers jump over its messages for good.',
  remedy: 'Leave `autoSkipNonRecoverableData=false` and switch it on by hand, once data is known to be lost.',
  references: [brokerSettings],
  views: ['pulsar/broker-config'],
  key: ['autoSkipNonRecoverableData'],
  forbidden: ['true'],
  message: 'Ledgers that cannot be read right now are skipped for good.',
  mend: { set: false, title: 'Do not skip data', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'broker.conf',
        text: broker('autoSkipNonRecoverableData=«true»\n'),
        fixed: broker('autoSkipNonRecoverableData=false\n'),
      },
    ],
    good: [
      { path: 'broker.conf', text: broker('autoSkipNonRecoverableData=false\n') },
      { path: 'broker.conf', text: broker('autoSkipNonRecoverableData=${VALUE}\n') },
      { path: 'broker.conf', text: broker('') },
    ],
  },
});

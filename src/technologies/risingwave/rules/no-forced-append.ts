import { forbiddenValue } from '../../../shapes/forbidden-value';
import { kafkaSink } from '../documentation';
import { sink } from '../example-text';

export default forbiddenValue({
  id: 'risingwave/no-forced-append',
  catalogue: ['rw-force-append-only'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A sink is forced to be append-only.',
  why: 'RisingWave drops every update and delete of the view: a label that was corrected stays wrong for whoever reads the topic.',
  remedy:
    'Sink with `FORMAT UPSERT` and a `primary_key`, or emit results only when they are final (`EMIT ON WINDOW CLOSE`).',
  references: [kafkaSink],
  views: ['risingwave/statement'],
  key: ['options', 'force_append_only'],
  forbidden: ['true'],
  message: 'The sink drops updates and deletes.',
  mend: { none: 'Whether consumers understand upserts is not in the file.' },
  examples: {
    bad: [
      {
        path: 's.sql',
        text: sink(
          '',
          "FORMAT PLAIN ENCODE JSON (force_append_only = «'true'», timestamp.handling.mode = 'milli')",
        ),
      },
      { path: 's.sql', text: sink(", type = 'append-only', force_append_only = «true»", '') },
    ],
    good: [
      { path: 's.sql', text: sink('', "FORMAT PLAIN ENCODE JSON (force_append_only = 'false')") },
      { path: 's.sql', text: sink('', "FORMAT PLAIN ENCODE JSON (force_append_only = '${FORCE}')") },
      { path: 's.sql', text: sink() },
    ],
  },
});

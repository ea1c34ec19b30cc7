import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { dataflowOptions, pipelineOptions } from '../documentation';
import { dataflow } from '../example-text';
import { isDataflow, optionAt } from '../pipeline';

export default defineRule({
  id: 'beam/require-shared-staging',
  catalogue: ['dataflow-temp-not-gcs'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A Dataflow job keeps its files where its workers cannot reach them.',
  why: 'Workers fetch code and write temporary files in Cloud Storage. Beam uses another path that is a bucket instead, and refuses the options where there is none.',
  remedy: 'Use a bucket: `gs://bucket/temp`.',
  references: [dataflowOptions, pipelineOptions],
  messages: { local: 'Dataflow needs a gs:// path in {key}, not "{value}".' },
  fix: { none: 'Which bucket is meant is known only to the author.' },
  looksAt: [{ view: 'beam/options', path: [] }],
  *check(at): Iterable<Report> {
    if (!isDataflow(at)) return;
    for (const name of ['temp_location', 'staging_location', 'gcp_temp_location']) {
      const option = optionAt(at, name);
      const value = option?.text();
      if (!option || value?.is !== 'known' || value.value.startsWith('gs://')) continue;
      yield { message: 'local', data: { key: option.key, value: value.value }, span: value.span };
    }
  },
  examples: {
    bad: [
      { path: 'options.json', text: dataflow('').replace('"gs://ml-clicks/temp"', '«"/tmp/beam"»') },
      { path: 'options.json', text: dataflow('').replace('"gs://ml-clicks/staging"', '«"s3://b/s"»') },
    ],
    good: [
      { path: 'options.json', text: dataflow('') },
      { path: 'options.json', text: dataflow('').replace('gs://ml-clicks/temp', '${TEMP}') },
      {
        path: 'options.json',
        text: dataflow('').replace('gs://ml-clicks/temp', '/tmp/b').replace('Dataflow', 'Flink'),
      },
    ],
  },
});

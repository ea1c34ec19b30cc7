import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { beamYaml } from '../documentation';
import { transformsOf } from '../pipeline';

const read = (config: string): string =>
  `pipeline:\n  transforms:\n    - type: ReadFromKafka\n      config:\n        topic: clicks\n${config.replace(/^(?=.)/gm, '        ')}`;

export default defineRule({
  id: 'beam/require-kafka-schema',
  catalogue: ['beam-yaml-kafka-no-schema'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Records of a topic are to be parsed, but no schema says how.',
  why: 'JSON, Avro and Protobuf cannot become rows without a schema: the pipeline fails when it is built.',
  remedy: 'Add `schema`, `confluent_schema_registry_url` or, for Protobuf, `file_descriptor_path`.',
  references: [
    {
      title: 'Beam YAML: ReadFromKafka',
      url: 'https://beam.apache.org/releases/yamldoc/current/#readfromkafka',
    },
    beamYaml,
  ],
  messages: { missing: 'Format {format} needs a schema or a schema registry.' },
  fix: { none: 'The schema is not in the file.' },
  looksAt: [{ view: 'beam/pipeline', path: [] }],
  *check(at): Iterable<Report> {
    for (const { at: transform, type } of transformsOf(at)) {
      const format = transform.text('config', 'format');
      if (type !== 'ReadFromKafka' || format.is !== 'known' || !/^(?:json|avro|proto)$/i.test(format.value))
        continue;
      if (sources.some((key) => transform.get('config', key).is !== 'absent')) continue;
      yield { message: 'missing', data: { format: format.value }, span: format.span };
    }
  },
  examples: {
    bad: [
      { path: 'clicks.yaml', text: read('format: «JSON» # rows\n') },
      { path: 'clicks.yaml', text: read('format: «avro»\n') },
    ],
    good: [
      { path: 'clicks.yaml', text: read('format: JSON\nschema: |\n  { "type": "object" }\n') },
      { path: 'clicks.yaml', text: read('format: AVRO\nconfluent_schema_registry_url: http://registry\n') },
      { path: 'clicks.yaml', text: read('format: PROTO\nfile_descriptor_path: gs://b/a.pb\n') },
      { path: 'clicks.yaml', text: read('format: RAW\n') },
      { path: 'clicks.yaml', text: read('format: "${FORMAT}"\n') },
      { path: 'clicks.yaml', text: read('format: JSON\n').replace('ReadFromKafka', 'ReadOurs') },
    ],
  },
});

const sources = ['schema', 'confluent_schema_registry_url', 'file_descriptor_path'];

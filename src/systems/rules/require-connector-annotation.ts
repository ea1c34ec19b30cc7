import { defineCrossRule } from '../../core';

const annotation = 'strimzi.io/use-connector-resources';
const connect = (annotations: string): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nmetadata:\n  name: sinks\n${annotations}`;
const connector = (name: string, cluster: string): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nmetadata:\n  name: ${name}\n  labels:\n    strimzi.io/cluster: ${cluster}\n`;

/** A KafkaConnector whose Connect cluster does not look at such resources. */
export default defineCrossRule({
  id: 'strimzi/require-connector-annotation',
  catalogue: ['strimzi-connector-without-annotation'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A KafkaConnector belongs to a Connect cluster that takes none up.',
  why: 'Without the annotation the operator leaves connectors to the REST API: the resource is accepted and nothing runs.',
  remedy: `Annotate the KafkaConnect resource with \`${annotation}: "true"\`.`,
  references: [
    {
      title: 'Strimzi: managing connectors with resources',
      url: 'https://strimzi.io/docs/operators/latest/deploying#proc-manual-restart-connector-str',
    },
  ],
  messages: {
    ignored: `Connect cluster {cluster} ignores the connector: it has no annotation ${annotation}.`,
  },
  fix: { none: 'The annotation belongs into another resource.' },
  from: 'connector',
  to: 'connect-cluster',
  within: 'workspace',
  fromKey: ({ attributes }) => attributes['cluster'],
  toKey: ({ name }) => name,
  whenPair: (from, to) =>
    to.attributes['resources'] === 'false' ? { message: 'ignored', data: { cluster: to.name } } : undefined,
  examples: {
    bad: [
      { files: { 'connect.yaml': connect(''), 'labels.yaml': connector('«labels»', 'sinks') } },
      {
        files: {
          'connect.yaml': connect(`  annotations:\n    ${annotation}: "false"\n`),
          'labels.yaml': connector('«labels»', 'sinks'),
        },
      },
    ],
    good: [
      {
        files: {
          'connect.yaml': connect(`  annotations:\n    ${annotation}: "true"\n`),
          'labels.yaml': connector('labels', 'sinks'),
        },
      },
      { files: { 'connect.yaml': connect(''), 'labels.yaml': connector('labels', 'others') } },
      {
        files: {
          'connect.yaml': connect(`  annotations:\n    ${annotation}: "\${TAKE}"\n`),
          'labels.yaml': connector('labels', 'sinks'),
        },
      },
    ],
  },
});

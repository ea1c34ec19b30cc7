import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { brokerSetting, consumerSetting, librdkafkaSettings } from '../documentation';

const key = 'ssl.endpoint.identification.algorithm';

export default defineRule({
  id: 'kafka/no-disabled-hostname-verification',
  catalogue: ['kafka-hostname-verification-off'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'transport',
  summary: 'TLS accepts any server.',
  why: 'Traffic is encrypted to whoever answers: a machine in between with any certificate of the same authority reads and changes records and takes the passwords.',
  remedy: 'Delete the line, the default is `https`, and give the brokers certificates with their host names.',
  references: [consumerSetting(key), brokerSetting(key), librdkafkaSettings],
  messages: {
    name: 'The name in the server’s certificate is not checked.',
    certificate: 'The server’s certificate is not checked.',
  },
  fix: 'review',
  looksAt: [
    { view: 'kafka/client-config', path: [] },
    { view: 'kafka/broker-config', path: [] },
  ],
  *check(at): Iterable<Report> {
    const algorithm = at.text(key);
    if (algorithm.is === 'known' && /^(?:none)?$/i.test(algorithm.value.trim())) {
      const span = algorithm.value.trim() === '' ? (at.at(key)?.anchor ?? algorithm.span) : algorithm.span;
      yield { message: 'name', span, fix: at.fix('review', `Remove ${key}`, at.remove(key)) };
    }
    const verification = at.boolean('enable.ssl.certificate.verification');
    if (verification.is !== 'known' || verification.value) return;
    const fix = at.fix('review', 'Check the certificate', at.remove('enable.ssl.certificate.verification'));
    yield { message: 'certificate', span: verification.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\n«ssl.endpoint.identification.algorithm»=\nacks=all\n',
        message: 'name',
        fixed: 'bootstrap.servers=kafka:9093\nacks=all\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\nssl.endpoint.identification.algorithm=«none»\nnode.id=1\n',
        message: 'name',
        fixed: 'process.roles=broker\nnode.id=1\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "enable.ssl.certificate.verification": «false», "acks": "all"}\n',
        message: 'certificate',
        fixed: '{"metadata.broker.list": "kafka:9093", "acks": "all"}\n',
      },
      {
        path: 'application.yml',
        text: 'spring:\n  kafka:\n    bootstrap-servers: kafka:9093\n    properties:\n      client.rack: a\n      «ssl.endpoint.identification.algorithm»: "" # self-signed\n',
        message: 'name',
        fixed:
          'spring:\n  kafka:\n    bootstrap-servers: kafka:9093\n    properties:\n      client.rack: a\n',
      },
    ],
    good: [
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nssl.endpoint.identification.algorithm=https\nacks=all\n',
      },
      {
        path: 'producer.properties',
        text: `bootstrap.servers=kafka:9093\nssl.endpoint.identification.algorithm=\${ALGORITHM}\nacks=all\n`,
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "enable.ssl.certificate.verification": true}\n',
      },
    ],
  },
});

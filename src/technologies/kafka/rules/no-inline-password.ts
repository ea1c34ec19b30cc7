import { defineRule, isPlaceholder } from '../../../core';
import type { NodeView, Report, Span } from '../../../core';
import { partSpan } from '../listeners';

export default defineRule({
  id: 'kafka/no-inline-password',
  catalogue: ['kafka-inline-password'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A password stands in the file.',
  why: 'Whoever reads the repository, an image or a backup of it can read and write the topics; the password stays in the history when the line is gone.',
  remedy:
    'Refer to it: `${env:KAFKA_PASSWORD}` or `${file:/etc/secrets/kafka:password}` with `config.providers`, or `${KAFKA_PASSWORD}` in Spring.',
  references: [
    {
      title: 'Kafka configuration providers',
      url: 'https://kafka.apache.org/documentation/#config_providers',
    },
    {
      title: 'Spring Boot: externalized configuration',
      url: 'https://docs.spring.io/spring-boot/reference/features/external-config.html',
    },
  ],
  messages: { inline: 'A secret stands in clear in {key}.' },
  fix: { none: 'Where the secret is to come from is not in the file.' },
  looksAt: [
    { view: 'kafka/broker-config', path: [] },
    { view: 'kafka/client-config', path: [] },
    { view: 'kafka/connector-settings', path: [] },
  ],
  *check(at): Iterable<Report> {
    for (const entry of at.entries()) {
      const span = secretSpan(entry);
      if (span) yield { message: 'inline', data: { key: entry.key }, span };
    }
  },
  examples: {
    bad: [
      {
        path: 'server.properties',
        text: 'process.roles=broker\nssl.keystore.password=«changeit»\nnode.id=1\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nacks=all\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="«geheim»";\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "sasl.password": «"geheim"», "acks": "all"}\n',
      },
      {
        path: 'application.yml',
        text: 'spring:\n  kafka:\n    bootstrap-servers: kafka:9093\n    ssl:\n      trust-store-password: «geheim» # test\n',
      },
      {
        path: 'server.properties',
        text: "process.roles=broker\nlistener.name.sasl_ssl.plain.sasl.jaas.config=a.B required password='«x y»';\n",
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nacks=all\nbasic.auth.user.info=«key:geheim»\n',
      },
    ],
    good: [
      {
        path: 'server.properties',
        text: 'process.roles=broker\nssl.keystore.password=${file:/etc/secrets/kafka:password}\n',
      },
      { path: 'server.properties', text: 'process.roles=broker\nssl.keystore.password=\n' },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nacks=all\nsasl.jaas.config=a.B required password="${env:PASSWORD}";\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nacks=all\nsasl.jaas.config=a.B required username="a";\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nacks=all\nsasl.login.connect.timeout.ms=1000\n',
      },
      { path: 'server.properties', text: 'process.roles=broker\npassword.encoder.iterations=4096\n' },
      {
        path: 'application.yml',
        text: 'spring:\n  kafka:\n    bootstrap-servers: kafka:9093\n    ssl:\n      trust-store-password: ${TRUST_STORE_PASSWORD}\n',
      },
    ],
  },
});

const secretKey = /(?:^|[._-])(?:password|secret|user\.info)$|client\.secret$/;

function secretSpan(entry: NodeView): Span | undefined {
  const value = entry.text();
  if (value.is !== 'known' || value.value.trim() === '') return undefined;
  if (secretKey.test(entry.key)) return value.span;
  if (!entry.key.endsWith('sasl.jaas.config')) return undefined;
  const password = /(?:password|clientSecret)\s*=\s*(["'])(.+?)\1/.exec(value.value)?.[2];
  if (password === undefined || isPlaceholder(password)) return undefined;
  return partSpan(entry, value.span, password);
}

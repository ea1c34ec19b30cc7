import { forbiddenValue } from '../../../shapes/forbidden-value';

export default forbiddenValue({
  id: 'kafka/no-trusted-wildcard-package',
  catalogue: ['kafka-trust-all-packages'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'authentication',
  summary: 'A message decides which Java class is made of it.',
  why: 'With every package trusted, whoever can write to the topic names the class to be created in the header, and with a suitable one on the class path runs code in the consumer.',
  remedy: 'List the packages of your own events in `spring.json.trusted.packages`.',
  references: [
    {
      title: 'Spring for Apache Kafka: serialization, trusted packages',
      url: 'https://docs.spring.io/spring-kafka/reference/kafka/serdes.html',
    },
  ],
  views: ['kafka/consumer-config', 'kafka/client-config'],
  key: ['spring.json.trusted.packages'],
  forbidden: ['*'],
  message: 'Any class of any package may be created from a message.',
  mend: { none: 'The packages of the events are not in the file.' },
  examples: {
    bad: [
      {
        path: 'application.yml',
        text: 'spring:\n  kafka:\n    consumer:\n      properties:\n        spring.json.trusted.packages: «"*"» # all\n',
      },
      {
        path: 'application.properties',
        text: 'spring.kafka.properties.spring.json.trusted.packages=«*»\n',
      },
    ],
    good: [
      {
        path: 'application.yml',
        text: 'spring:\n  kafka:\n    consumer:\n      properties:\n        spring.json.trusted.packages: com.example.events\n',
      },
    ],
  },
});

import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { deploymentGuide } from '../documentation';
import { supportedKafka } from '../versions';

const oldest = supportedKafka.versions[0];

export default defineRule({
  id: 'strimzi/no-unsupported-kafka-version',
  catalogue: ['strimzi-unsupported-kafka-version'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A Kafka release is asked for that Strimzi no longer runs.',
  why: 'The operator refuses to reconcile the cluster: nothing of the resource is applied, certificates are not renewed, until the version is one that it knows.',
  remedy: `Write a supported release, such as ${supportedKafka.newest}, one minor step at a time.`,
  references: [
    { title: 'Strimzi: supported versions', url: 'https://strimzi.io/downloads/' },
    deploymentGuide('upgrading', 'assembly-upgrade-str'),
  ],
  messages: {
    old: `Strimzi ${supportedKafka.operator} does not run Kafka {version}; its oldest is ${oldest}.`,
  },
  fix: 'review',
  looksAt: [
    { view: 'strimzi/kafka', path: ['spec', 'kafka', 'version'] },
    { view: 'strimzi/connect', path: ['spec', 'version'] },
    { view: 'strimzi/mirror-maker', path: ['spec', 'version'] },
  ],
  *check(at): Iterable<Report> {
    const version = at.text();
    if (version.is !== 'known') return;
    const parts = /^(\d+)\.(\d+)(?:\.\d+)?$/.exec(version.value.trim());
    if (!parts) return;
    const [major, minor] = [Number(parts[1]), Number(parts[2])];
    // A newer release may be one that a newer operator runs.
    if (major > 4 || (major === 4 && minor >= 2)) return;
    const fix = at.fix('review', `Write ${supportedKafka.newest}`, at.set([], supportedKafka.newest));
    yield { message: 'old', data: { version: version.value }, span: version.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    version: «3.9.1» # stable\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    version: "4.3.1" # stable\n',
      },
      {
        path: 'connect.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nspec: { version: «4.1.2», replicas: 1 }\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nspec: { version: "4.3.1", replicas: 1 }\n',
      },
      {
        path: 'mirror.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaMirrorMaker2\nspec:\n  version: «"4.0.0"»\n',
        fixed: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaMirrorMaker2\nspec:\n  version: "4.3.1"\n',
      },
    ],
    good: [
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    version: 4.2.0\n',
      },
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    version: 5.0.0\n',
      },
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    version: ${KAFKA}\n',
      },
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    version: newest\n',
      },
    ],
  },
});

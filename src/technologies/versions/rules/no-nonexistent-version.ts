import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { ageOf, fixOf } from '../advice';
import { judgeMention, mentionPlaces } from '../mentions';

const pod = (image: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: a, image: ${image} }] }\n`;
const cluster = (version: string): string =>
  `apiVersion: ray.io/v1\nkind: RayCluster\nmetadata: { name: a }\nspec: { rayVersion: ${version}, headGroupSpec: {} }\n`;

const flinkDeployment = (image: string): string =>
  `apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata: { name: a }\nspec:\n  flinkVersion: v2_2\n  image: ${image}\n`;

const pulsarChart = (rest: string): string =>
  `zookeeper: { replicaCount: 3 }\nbroker: { configData: {} }\n${rest}`;

export default defineRule({
  id: 'versions/no-nonexistent-version',
  catalogue: ['pulsar-unknown-version'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A version is named that was never released.',
  why: 'The image cannot be pulled and the package cannot be installed; or worse, somebody else publishes under the name that all copies of the text ask for.',
  remedy: 'Name the nearest release that exists and has support.',
  references: [
    { title: 'Pulsar: release policy', url: 'https://pulsar.apache.org/contribute/release-policy/' },
    { title: 'PyPI: release history of Ray', url: 'https://pypi.org/project/ray/#history' },
    { title: 'endoflife.date', url: 'https://endoflife.date' },
  ],
  messages: { never: 'There is no {product} {version}; {note}{age}.' },
  fix: 'review',
  looksAt: mentionPlaces,
  *check(at, { today }): Iterable<Report> {
    const judged = judgeMention(at, today);
    if (judged?.status.is !== 'never-existed') return;
    const { mention, facts, status } = judged;
    const { version, span } = mention;
    const data = { product: facts.product, version, note: status.note, age: ageOf(facts, today) };
    yield { message: 'never', data, span, fix: fixOf(facts, mention, status.nearest) };
  },
  examples: {
    bad: [
      {
        path: 'pod.yaml',
        text: pod('«"apachepulsar/pulsar:3.6.0"»'),
        fixed: pod('"apachepulsar/pulsar:4.0.13"'),
      },
      {
        path: 'pod.yaml',
        text: pod('«apache/kafka:3.9.7-over-3.9.7»'),
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  kafka:\n    image: «docker.io/apache/kafka:3.10.1» # broker\n',
        fixed: 'services:\n  kafka:\n    image: docker.io/apache/kafka:4.0.2 # broker\n',
      },
      {
        path: 'Dockerfile',
        text: 'FROM flink:«1.22-java17» AS job\nRUN true\n',
        fixed: 'FROM flink:2.1-java17 AS job\nRUN true\n',
      },
      {
        path: 'features.yaml',
        text: flinkDeployment('«flink:1.21.0-java17» # new'),
        fixed: flinkDeployment('flink:2.1.3-java17 # new'),
      },
      {
        path: 'requirements.txt',
        text: 'apache-flink==«1.22.0»  # streams\n',
        fixed: 'apache-flink==2.1.3  # streams\n',
      },
      {
        path: 'pom.xml',
        text: '<project><dependencyManagement><dependencies><dependency><groupId>org.apache.kafka</groupId><artifactId>kafka-clients</artifactId><version>«3.10.0»</version></dependency></dependencies></dependencyManagement></project>',
        fixed:
          '<project><dependencyManagement><dependencies><dependency><groupId>org.apache.kafka</groupId><artifactId>kafka-clients</artifactId><version>4.0.2</version></dependency></dependencies></dependencyManagement></project>',
      },
      {
        path: 'strimzi.tf',
        text: 'resource "helm_release" "a" {\n  chart   = "strimzi-kafka-operator"\n  version = «"0.52.0"» # next\n}\n',
      },
      { path: 'Dockerfile', text: 'ARG V=v2.56.0\nFROM prom/prometheus:«$V»\n' },
      {
        path: 'values.yaml',
        text: pulsarChart('defaultPulsarImageTag: «3.6.0» # all\n'),
        fixed: pulsarChart('defaultPulsarImageTag: 4.0.13 # all\n'),
      },
      {
        path: 'values.yaml',
        text: pulsarChart('images: { broker: { tag: «3.5.1» } }\n'),
        fixed: pulsarChart('images: { broker: { tag: 4.0.13 } }\n'),
      },
      { path: 'cluster.yaml', text: cluster('«3.1.0»'), fixed: cluster('2.60.0') },
      {
        path: 'requirements.txt',
        text: 'Ray[tune]==«3.1.0»  # PBT\nnumpy==2.4.1\n',
        fixed: 'Ray[tune]==2.60.0  # PBT\nnumpy==2.4.1\n',
      },
      {
        path: 'requirements.txt',
        text: 'seldon_core==«1.22.0»\n',
        fixed: 'seldon_core==1.18.2\n',
      },
      { path: 'requirements.txt', text: 'optuna==«3.6.9»\n', fixed: 'optuna==3.6.2\n' },
      {
        path: 'requirements.txt',
        text: 'apache-beam==«2.56.4»\n',
        today: '2028-01-01',
        fixed: 'apache-beam==2.56.0\n',
      },
    ],
    good: [
      { path: 'pod.yaml', text: pod('apachepulsar/pulsar:3.3.9') },
      { path: 'pod.yaml', text: pod('ours/pulsar:3.6.0') },
      { path: 'pod.yaml', text: pod('"apachepulsar/pulsar:${TAG}"') },
      { path: 'pod.yaml', text: pod('apachepulsar/pulsar:9.1.0') },
      { path: 'compose.yaml', text: 'services:\n  jobs:\n    image: ours/flink:1.22\n' },
      { path: 'compose.yaml', text: 'services:\n  jobs:\n    image: flink:java17\n' },
      { path: 'features.yaml', text: flinkDeployment('flink:2.2.1') },
      { path: 'Dockerfile', text: 'FROM materialize/materialized:v0.99.0\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12 AS flink\nFROM flink\n' },
      { path: 'values.yaml', text: pulsarChart('images: { pulsar_manager: { tag: v0.4.0 } }\n') },
      { path: 'values.yaml', text: pulsarChart('images: { grafana: { tag: 3.6.0 } }\n') },
      { path: 'cluster.yaml', text: cluster('2.60.0') },
      { path: 'cluster.yaml', text: cluster('3.1.0'), today: '2028-01-01' },
      {
        path: 'requirements.txt',
        text: 'optuna>=3.6.9\napache-flink>=1.22\nother==1.22.0\nray==2.60.4\noptuna==4.9.3\n',
      },
    ],
  },
});

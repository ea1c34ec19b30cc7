import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { ageOf, fixOf } from '../advice';
import { judgeMention, mentionPlaces } from '../mentions';

const pod = (image: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: a, image: ${image} }] }\n`;

const pom = (version: string, property = ''): string =>
  `<project>
  <properties>${property}</properties>
  <dependencies>
    <dependency>
      <groupId>org.apache.flink</groupId>
      <artifactId>flink-clients</artifactId>
      ${version}
    </dependency>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka-clients</artifactId></dependency>
  </dependencies>
</project>
`;
const deployment = (image: string): string =>
  `resource "kubernetes_deployment" "a" {
  spec {
    template {
      spec {
        container {
          image = ${image}
        }
      }
    }
  }
}
`;

export default defineRule({
  id: 'versions/no-end-of-life-version',
  catalogue: ['redpanda-eol-version'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A version is named that gets no more repairs.',
  why: 'Weaknesses found since stay open, nobody mends faults in it, and each month makes the way to a kept version longer.',
  remedy: 'Move to a version that has support; most products want one line after the other.',
  references: [
    { title: 'Redpanda: releases', url: 'https://docs.redpanda.com/streaming/26.2/reference/releases/' },
    { title: 'Kubernetes: patch releases', url: 'https://kubernetes.io/releases/patch-releases/' },
    { title: 'endoflife.date', url: 'https://endoflife.date' },
  ],
  messages: { ended: 'Support of {product} {line} ended on {ended}{age}.' },
  fix: 'review',
  looksAt: mentionPlaces,
  *check(at, { today }): Iterable<Report> {
    const judged = judgeMention(at, today);
    if (judged?.status.is !== 'end-of-life') return;
    const { mention, facts, status } = judged;
    const data = { product: facts.product, line: status.line ?? '', ended: status.ended };
    const fix = fixOf(facts, mention, status.nearest);
    yield { message: 'ended', data: { ...data, age: ageOf(facts, today) }, span: mention.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'pod.yaml',
        text: pod('«docker.redpanda.com/redpandadata/redpanda:v24.1.7»'),
      },
      {
        path: 'cluster.yaml',
        text: 'apiVersion: cluster.redpanda.com/v1alpha2\nkind: Redpanda\nmetadata: { name: a }\nspec: { clusterSpec: { image: { tag: «v24.1.7» } } }\n',
      },
      {
        path: 'risingwave.yaml',
        text: 'apiVersion: risingwave.risingwavelabs.com/v1alpha1\nkind: RisingWave\nmetadata: { name: a }\nspec: { image: «risingwavelabs/risingwave:v2.3.0», metaStore: {} }\n',
        fixed:
          'apiVersion: risingwave.risingwavelabs.com/v1alpha1\nkind: RisingWave\nmetadata: { name: a }\nspec: { image: risingwavelabs/risingwave:v3.0.3, metaStore: {} }\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  broker: { image: «"apache/kafka:3.7.0"», restart: always }\n',
        fixed: 'services:\n  broker: { image: "apache/kafka:4.0.2", restart: always }\n',
      },
      {
        path: 'Dockerfile',
        text: 'FROM --platform=linux/amd64 python:«3.9-slim» AS base\n',
        fixed: 'FROM --platform=linux/amd64 python:3.11-slim AS base\n',
      },
      {
        path: 'Dockerfile',
        text: 'FROM kindest/node:«v1.34.0»\n',
        fixed: 'FROM kindest/node:v1.35.9\n',
      },
      { path: 'Dockerfile', text: 'FROM kindest/node:«v1.36.1»\n', today: '2027-12-01' },
      { path: 'Dockerfile', text: 'FROM prom/prometheus:«v2.30.0»\n' },
      {
        path: '.github/workflows/train.yml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/setup-python@v6\n        with: { python-version: «"3.10"», cache: pip }\n',
        fixed:
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/setup-python@v6\n        with: { python-version: "3.11", cache: pip }\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  jobs: { image: «"flink:1.17"» }\n',
        fixed: 'services:\n  jobs: { image: "flink:1.20" }\n',
      },
      {
        path: 'pom.xml',
        text: pom('<version>«1.17.2»</version><!-- runner -->'),
        fixed: pom('<version>1.20.5</version><!-- runner -->'),
      },
      {
        path: 'pom.xml',
        text: pom('<version>${flink.version}</version>', '<flink.version>«1.18.0»</flink.version>'),
        fixed: pom('<version>${flink.version}</version>', '<flink.version>1.20.5</flink.version>'),
      },
      {
        path: 'main.tf',
        text: deployment('«"apache/kafka:3.7.0"» # broker'),
        fixed: deployment('"apache/kafka:4.0.2" # broker'),
      },
      {
        path: '.ai-patterns.yaml',
        text: 'version: 1\nversions:\n  flink: «"1.18"» # the cluster\n',
        fixed: 'version: 1\nversions:\n  flink: "1.20" # the cluster\n',
      },
      { path: 'Dockerfile', text: 'FROM apache/kafka:«3.9.1»\n', fixed: 'FROM apache/kafka:4.0.2\n' },
    ],
    good: [
      { path: 'pod.yaml', text: pod('docker.redpanda.com/redpandadata/redpanda:v26.2.1') },
      { path: 'Dockerfile', text: 'FROM kindest/node:v1.34.0\n', today: '2026-10-26' },
      { path: 'Dockerfile', text: 'FROM prom/prometheus:v3.9.1\n' },
      { path: 'Dockerfile', text: 'FROM materialize/materialized:v0.20.0\n' },
      { path: 'Dockerfile', text: 'FROM python:${PYTHON}-slim\n' },
      { path: 'Dockerfile', text: 'FROM ours/python:3.9\n' },
      { path: 'pom.xml', text: pom('<version>2.3.0</version>') },
      { path: 'pom.xml', text: pom('<version>${elsewhere}</version>') },
      { path: 'pom.xml', text: pom('<version>1.17-SNAPSHOT</version>') },
      {
        path: 'pom.xml',
        text: pom('<version>1.17.0</version>').replace('flink-clients', 'flink-connector-kafka'),
      },
      { path: 'pom.xml', text: pom('<version>1.17.0</version>').replace('flink</group', 'ours</group') },
      { path: 'pom.xml', text: '<project><dependencies><dependency><version>1.17' },
      { path: 'main.tf', text: deployment('"apache/kafka:${var.version}"') },
      { path: 'main.tf', text: 'resource "aws_msk_cluster" "a" {\n  kafka_version = "3.5.1"\n}\n' },
      { path: '.ai-patterns.yaml', text: 'versions: { kafka: "4.4", ours: "1.0" }\n' },
      { path: 'requirements.txt', text: 'python-dateutil==2.0\nmlflow==1.0.0\n' },
    ],
  },
});

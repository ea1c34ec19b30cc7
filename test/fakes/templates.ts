import { describeProblem } from '../../src/scaffold/result';
import { loadTemplate, type SourceFile } from '../../src/scaffold/load-template';
import type { Template } from '../../src/scaffold/template';
import { bytesOf } from '../../src/scaffold/text';

/** Files of a template's folder from texts. */
export function sourceFiles(files: Readonly<Record<string, string>>): readonly SourceFile[] {
  return Object.entries(files).map(([path, text]) => ({ path, bytes: bytesOf(text) }));
}

/** Loads a template from texts and fails with all its problems where it is broken. */
export function templateOf(files: Readonly<Record<string, string>>): Template {
  const loaded = loadTemplate(sourceFiles(files));
  if (!loaded.ok) throw new Error(loaded.problems.map(describeProblem).join('\n'));
  return loaded.value;
}

/** A small producer of a topic, with a version and files of its own. */
export function producer(
  version = '1.0.0',
  files: Readonly<Record<string, string>> = {},
  more = '',
): Template {
  return templateOf({
    'template.yaml': `id: data-pipeline/producer
version: ${version}
title: Producer
description: Writes to a topic.
questions:
  - { name: topic, type: text, title: Topic, default: orders, validate: { format: kafka-topic } }
  - { name: replicas, type: number, title: Replicas, default: 2, validate: { min: 1 } }
provides:
  - { id: events, port: topic, name: topic, attributes: { format: "'json'" } }
next: ['Write to {{topic}}.']
${more}`,
    'files/app.py.hbs': 'TOPIC = {{py topic}}\n\n\ndef run() -> None:\n    print(TOPIC)\n',
    'files/deploy.yaml.hbs': '# deployment\nreplicas: {{yaml replicas}}\ntopic: {{yaml topic}}\n',
    'files/README.md.hbs': '# {{markdown topic}}\n',
    ...files,
  });
}

/** A small consumer that requires the producer's topic. */
export function consumer(): Template {
  return templateOf({
    'template.yaml': `id: monitoring/consumer
version: 1.0.0
title: Consumer
description: Reads from a topic.
questions:
  - { name: source, type: text, title: Source, default: none, validate: { format: kafka-topic } }
requires:
  - { id: input, port: topic, answers: { source: name } }
provides:
  - { id: metrics, port: metrics-endpoint, name: source }
`,
    'files/consume.py.hbs': 'SOURCE = {{py source}}\n',
  });
}

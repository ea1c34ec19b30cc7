import { join } from 'node:path';
import { parse } from 'yaml';
import { fetchBroker, freePorts, newFolder, startWith, type Security } from '../broker';
import type { Check } from '../check';
import type { Component } from '../component';
import { absent, failed, passed, skipped } from '../outcome';
import { isMapping, mappingAt, textAt } from '../plain-data';
import { filesLike, textOf, type Project } from '../project';
import { runCommand } from '../run-command';
import { inEnvironment, pythonFiles } from './python';

const wantsKafka = (component: Component): boolean => component.needs.kafka !== undefined;
const versionOf = (component: Component): readonly string[] => [
  `kafka ${component.needs.kafka?.version ?? ''}`,
];

/** The project's end-to-end tests pass against a real broker, signed in as the answers say. */
export const broker: Check = {
  id: 'broker',
  title: 'end to end on a real Kafka broker in KRaft mode',
  revision: 1,
  reads: pythonFiles,
  versions: versionOf,
  appliesTo: wantsKafka,
  run: async (project, bench) => {
    const needs = project.component.needs.kafka;
    if (needs === undefined) return skipped('needs no broker');
    if (!(await hasJava())) return skipped('java and mvn are not both installed here');
    const running = await bench.broker(needs.version);
    const security = securityOf(textAt(project.case.answers, needs.securityAnswer) ?? 'scram');
    const args = ['pytest', '-q', '-p', 'no:cacheprovider', ...needs.tests];
    const outcome = await inEnvironment(project, bench, args, running.environment(security));
    return outcome.is === 'passed'
      ? passed(`Kafka ${needs.version}, ${security}; ${outcome.detail}`)
      : outcome;
  },
};

/** The broker of the Compose file, with its variables as properties, is one that real Kafka starts with. */
export const composeBroker: Check = {
  id: 'compose-broker',
  title: "a real broker with the Compose file's settings",
  revision: 1,
  reads: /^(?:verify\.yaml|files\/compose)/,
  versions: versionOf,
  appliesTo: wantsKafka,
  run: async (project) => {
    const [file] = filesLike(project, /^compose\.ya?ml$/);
    const needs = project.component.needs.kafka;
    if (file === undefined || needs === undefined) return absent('no Compose file');
    if (!(await hasJava())) return skipped('java and mvn are not both installed here');
    const variables = brokerVariables(project, file);
    if (Object.keys(variables).length === 0) return absent('no Kafka in the Compose file');
    const folder = newFolder();
    const properties = await onFreePorts(variables, folder);
    try {
      const stop = await startWith(await fetchBroker(needs.version), folder, properties);
      await stop();
      return passed(`Kafka ${needs.version} started with ${Object.keys(properties).length} properties`);
    } catch (error) {
      return failed(String(error));
    }
  },
};

const java: { answer?: Promise<boolean> } = {};

function hasJava(): Promise<boolean> {
  java.answer ??= Promise.all([
    runCommand('java', ['-version'], { cwd: process.cwd() }),
    runCommand('mvn', ['-version'], { cwd: process.cwd() }),
  ]).then((ended) => ended.every(({ code }) => code === 0));
  return java.answer;
}

function securityOf(answer: string): Security {
  return answer === 'mtls' || answer === 'plaintext' ? answer : 'scram';
}

/** What the image makes of its environment: KAFKA_A_B is a.b, two underscores are one, three are a hyphen. */
function brokerVariables(project: Project, file: string): Readonly<Record<string, string>> {
  const services = mappingAt(parse(textOf(project, file)), 'services');
  const service = Object.values(services).find((one) =>
    (textAt(one, 'image') ?? '').startsWith('apache/kafka:'),
  );
  const environment = isMapping(service) ? mappingAt(service, 'environment') : {};
  const entries = Object.entries(environment)
    .filter(([name]) => name.startsWith('KAFKA_') && !['KAFKA_HEAP_OPTS', 'KAFKA_OPTS'].includes(name))
    .map(([name, value]) => [propertyOf(name), String(value)] as const);
  return Object.fromEntries(entries);
}

function propertyOf(name: string): string {
  const marks: Readonly<Record<string, string>> = { ___: '-', __: '_', _: '.' };
  return name
    .slice('KAFKA_'.length)
    .toLowerCase()
    .replace(/_{1,3}/g, (mark) => marks[mark] ?? mark);
}

async function onFreePorts(
  properties: Readonly<Record<string, string>>,
  folder: string,
): Promise<Readonly<Record<string, string>>> {
  const ports = await freePorts();
  const moved = Object.entries(properties).map(([key, value]) => {
    const port = value.replace(/:9092\b/g, `:${ports.plaintext}`).replace(/:9093\b/g, `:${ports.controller}`);
    return [key, port] as const;
  });
  return { ...Object.fromEntries(moved), 'log.dirs': join(folder, 'data') };
}

import type { Node } from 'yaml';
import { isMap } from 'yaml';
import type { Expression } from './expression';
import { loadQuestion } from './load-question';
import { ManifestReader } from './manifest-reader';
import {
  portTypes,
  type Derived,
  type FileRule,
  type Manifest,
  type Migration,
  type NextStep,
  type ProvidedPort,
  type Question,
  type RequiredPort,
} from './template';
import { isReservedName } from './names';

const manifestKeys =
  'id version title description formerly questions derived files provides requires migrations next'.split(
    ' ',
  );

/** What `template.yaml` was read as, its problems so far, and the reader, which knows the places. */
export interface LoadedManifest {
  readonly manifest: Manifest;
  readonly reader: ManifestReader;
}

/** Reads `template.yaml`; every mistake in its shape is reported with line and column. */
export function loadManifest(path: string, text: string): LoadedManifest {
  const reader = new ManifestReader(path, text);
  const root = reader.root ?? undefined;
  if (root === undefined) reader.reportAt(0, 'The file is empty.');
  const members = reader.members(root, 'template.yaml', manifestKeys);
  const manifest: Manifest = {
    id: templateId(reader, members.get('id'), root),
    version: semanticVersion(reader, members.get('version'), root),
    title: reader.requiredText(members.get('title'), root, 'title'),
    description: reader.requiredText(members.get('description'), root, 'description'),
    formerly: reader.items(members.get('formerly'), 'formerly').map((item) => templateId(reader, item, item)),
    questions: loadQuestions(reader, members.get('questions')),
    derived: loadDerived(reader, members.get('derived')),
    files: reader.items(members.get('files'), 'files').map((item) => fileRule(reader, item)),
    provides: reader.items(members.get('provides'), 'provides').map((item) => providedPort(reader, item)),
    requires: reader.items(members.get('requires'), 'requires').map((item) => requiredPort(reader, item)),
    migrations: reader.items(members.get('migrations'), 'migrations').map((item) => migration(reader, item)),
    next: reader.items(members.get('next'), 'next').map((item) => nextStep(reader, item)),
  };
  reportTwice(reader, members.get('provides'), 'provides');
  reportTwice(reader, members.get('requires'), 'requires');
  return { manifest, reader };
}

/** Reads the list of questions of a template or of a blueprint's shared names. */
export function loadQuestions(reader: ManifestReader, node: unknown): readonly Question[] {
  const names = new Set<string>();
  return reader.items(node, 'questions').map((item) => {
    const question = loadQuestion(reader, item);
    if (names.has(question.name)) reader.report(item, `There are two questions named "${question.name}".`);
    names.add(question.name);
    return question;
  });
}

function templateId(reader: ManifestReader, node: Node | null | undefined, parent: unknown): string {
  const id = reader.requiredText(node, parent, 'id');
  if (id !== '' && !/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(id))
    reader.report(node, `The id "${id}" is not <pattern>/<component> in small letters and hyphens.`);
  return id;
}

/** Reads a version such as 1.2.0. */
export function semanticVersion(reader: ManifestReader, node: unknown, parent: unknown): string {
  const version = reader.requiredText(node, parent, 'version');
  if (version !== '' && !/^\d+\.\d+\.\d+$/.test(version))
    reader.report(node, `The version "${version}" is not three numbers such as 1.2.0.`);
  return version;
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  // The cast only names the computed key, which TypeScript widens to string.
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value });
}

function whenOf(reader: ManifestReader, members: ReadonlyMap<string, Node | null>): { when?: Expression } {
  return optional('when', reader.expression(members.get('when'), 'when'));
}

function loadDerived(reader: ManifestReader, node: unknown): readonly Derived[] {
  if (node === undefined) return [];
  return [...reader.members(node, 'derived')].flatMap(([name, value]) => {
    if (isReservedName(name)) reader.report(value, `"${name}" cannot be the name of a derived value.`);
    const from = reader.expression(value, `derived ${name}`);
    return from === undefined ? [] : [{ name, from }];
  });
}

function fileRule(reader: ManifestReader, item: Node | null): FileRule {
  const known = ['path', 'when', 'rename', 'executable', 'existing', 'secret'];
  const members = reader.members(item, 'A file rule', known);
  return {
    path: reader.requiredText(members.get('path'), item, 'path'),
    ...whenOf(reader, members),
    ...optional('rename', reader.text(members.get('rename'), 'rename')),
    ...optional('executable', reader.boolean(members.get('executable'), 'executable')),
    ...optional(
      'existing',
      reader.oneOf(members.get('existing'), 'existing', ['merge', 'keep', 'conflict'] as const),
    ),
    ...optional('secret', reader.boolean(members.get('secret'), 'secret')),
  };
}

function providedPort(reader: ManifestReader, item: Node | null): ProvidedPort {
  const members = reader.members(item, 'A provided port', ['id', 'port', 'name', 'attributes', 'when']);
  const attributes: Record<string, Expression> = {};
  const node = members.get('attributes');
  for (const [name, value] of node === undefined ? [] : reader.members(node, 'attributes')) {
    const expression = reader.expression(value, `attribute ${name}`);
    if (expression !== undefined) attributes[name] = expression;
  }
  if (!members.has('name')) reader.report(item, 'name of the port is missing.');
  return {
    id: reader.requiredText(members.get('id'), item, 'id'),
    port: portType(reader, members.get('port'), item),
    name: reader.expression(members.get('name'), 'name') ?? { is: 'literal', value: '', at: 0 },
    attributes,
    ...whenOf(reader, members),
  };
}

function requiredPort(reader: ManifestReader, item: Node | null): RequiredPort {
  const members = reader.members(item, 'A required port', ['id', 'port', 'optional', 'answers', 'when']);
  return {
    id: reader.requiredText(members.get('id'), item, 'id'),
    port: portType(reader, members.get('port'), item),
    optional: reader.boolean(members.get('optional'), 'optional') ?? false,
    answers: reader.texts(members.get('answers'), 'answers'),
    ...whenOf(reader, members),
  };
}

function portType(reader: ManifestReader, node: unknown, parent: unknown): (typeof portTypes)[number] {
  if (node === undefined) reader.report(parent, 'port is missing.');
  return reader.oneOf(node, 'port', portTypes) ?? 'topic';
}

function migration(reader: ManifestReader, item: Node | null): Migration {
  const known = ['to', 'renameAnswer', 'removeAnswer', 'setAnswer', 'moveFile', 'renameKey'];
  const members = reader.members(item, 'A migration', known);
  const set = members.get('setAnswer');
  const answers = [...(set === undefined ? [] : reader.members(set, 'setAnswer'))].flatMap(([name, node]) => {
    const value = reader.value(node, `setAnswer ${name}`);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    to: semanticVersion(reader, members.get('to'), item),
    renameAnswer: reader.texts(members.get('renameAnswer'), 'renameAnswer'),
    removeAnswer: reader
      .items(members.get('removeAnswer'), 'removeAnswer')
      .map((node) => reader.text(node, 'name') ?? ''),
    setAnswer: Object.fromEntries(answers),
    moveFile: reader.texts(members.get('moveFile'), 'moveFile'),
    renameKey: reader.items(members.get('renameKey'), 'renameKey').map((node) => {
      const parts = reader.members(node, 'renameKey', ['file', 'from', 'to']);
      const part = (name: string) => reader.requiredText(parts.get(name), node, name);
      return { file: part('file'), from: part('from'), to: part('to') };
    }),
  };
}

function nextStep(reader: ManifestReader, item: Node | null): NextStep {
  if (!isMap(item)) return { text: reader.requiredText(item ?? undefined, item, 'next') };
  const members = reader.members(item, 'A next step', ['text', 'when']);
  return { text: reader.requiredText(members.get('text'), item, 'text'), ...whenOf(reader, members) };
}

function reportTwice(reader: ManifestReader, node: unknown, what: string): void {
  const seen = new Set<string>();
  for (const item of reader.items(node, what)) {
    if (!isMap(item)) continue;
    const id = String(item.get('id'));
    if (seen.has(id)) reader.report(item, `There are two ports with the id "${id}" under ${what}.`);
    seen.add(id);
  }
}

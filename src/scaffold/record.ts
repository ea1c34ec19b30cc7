import { parseDocument, stringify } from 'yaml';
import { byCodeUnit, isPlain } from './canonical';
import { explainDiskProblem, type Disk } from './disk';
import type { Value } from './expression';
import { recordsFolder } from './journal';
import { findPathProblem, joinPath } from './paths';
import type { Port } from './render';
import { ok, refused, type Problem, type Result } from './result';
import type { Answers } from './template';
import { hashOf, textOf } from './text';

/** The folder of the component records. */
export const componentsFolder = `${recordsFolder}/components`;

/** The folder of the pristine texts; they have no extension, so that no linter reads them. */
export const baseFolder = `${recordsFolder}/base`;

/** A port, with the file that told it when it was written and all names of its type in there. */
export interface RecordedPort extends Port {
  readonly told?: { readonly file: string; readonly names: readonly string[] };
}

/** What a workspace knows of one component. */
export interface ComponentRecord {
  readonly id: string;
  readonly template: string;
  readonly version: string;
  readonly destination: string;
  readonly answers: Answers;
  readonly bindings: Readonly<Record<string, string>>;
  /** The names that the bound ports had when the component was written. */
  readonly wired: Readonly<Record<string, string>>;
  readonly provides: readonly RecordedPort[];
  /** Path below the destination, and the hash of the pristine text. */
  readonly files: Readonly<Record<string, string>>;
  /** Files that are the user's own: kept as they were, secret, or taken out of updates. */
  readonly kept: readonly string[];
}

/** The path of a component's record. */
export function recordPath(id: string): string {
  return `${componentsFolder}/${id}.yaml`;
}

/** The path of a pristine text. */
export function basePath(sha256: string): string {
  return `${baseFolder}/${sha256}`;
}

/** Writes a record; the same record is always the same text. */
export function recordText(record: ComponentRecord): string {
  const data = {
    version: 1,
    template: `${record.template}@${record.version}`,
    destination: record.destination === '' ? '.' : record.destination,
    answers: record.answers,
    ...(Object.keys(record.bindings).length > 0 && { bindings: record.bindings }),
    ...(Object.keys(record.wired).length > 0 && { wired: record.wired }),
    ...(record.provides.length > 0 && { provides: record.provides }),
    files: sorted(record.files),
    ...(record.kept.length > 0 && { kept: [...record.kept].sort(byCodeUnit) }),
  };
  const head = '# Written by AI Engineering Patterns. Change an answer and update to apply it.\n';
  return head + stringify(data, { lineWidth: 0, aliasDuplicateObjects: false });
}

function sorted(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => byCodeUnit(a, b)));
}

/** Reads a record, also one that was edited by hand; says with line and column what is wrong with it. */
export function parseRecord(id: string, text: string): Result<ComponentRecord> {
  const path = recordPath(id);
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error !== undefined) {
    const place = error.linePos?.[0];
    const at = place === undefined ? { path } : { path, line: place.line, column: place.col };
    return refused({ code: 'record-broken', message: error.message.split('\n')[0] ?? error.message, ...at });
  }
  if (/^[^#'"\n]*:\s+[&*]\w/m.test(text))
    return refused({ code: 'record-broken', message: 'A record cannot have anchors and aliases.', path });
  const reader = new RecordReader(path, document.toJS());
  const record = reader.read(id);
  return reader.problems.length > 0 ? refused(...reader.problems) : ok(record);
}

class RecordReader {
  readonly problems: Problem[] = [];

  constructor(
    private readonly path: string,
    private readonly data: unknown,
  ) {}

  read(id: string): ComponentRecord {
    const data = this.mapping(this.data, 'The record');
    if (data['version'] !== 1) this.report('The record has a version that this program does not know.');
    const [template = '', version = ''] = this.text(data['template'], 'template').split('@');
    if (!/^\d+\.\d+\.\d+$/.test(version)) this.report('template must be <pattern>/<component>@<version>.');
    const destination = this.text(data['destination'], 'destination');
    return {
      id,
      template,
      version,
      destination: destination === '.' ? '' : this.safePath(destination),
      answers: this.answers(data['answers']),
      bindings: this.texts(data['bindings'], 'bindings'),
      wired: this.texts(data['wired'], 'wired'),
      provides: this.ports(data['provides']),
      files: this.files(data['files']),
      kept: this.list(data['kept'], 'kept').map((path) => this.safePath(this.text(path, 'kept'))),
    };
  }

  private answers(value: unknown): Answers {
    const entries = Object.entries(value === null ? {} : this.mapping(value, 'answers'));
    return Object.fromEntries(entries.map(([name, answer]) => [name, this.answer(name, answer)]));
  }

  private answer(name: string, value: unknown): Value {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
    this.report(`The answer "${name}" must be a text, a number, true, false or a list of texts.`);
    return '';
  }

  private files(value: unknown): Readonly<Record<string, string>> {
    const files = this.texts(value, 'files');
    for (const [path, hash] of Object.entries(files)) {
      this.safePath(path);
      if (!/^[0-9a-f]{64}$/.test(hash)) this.report(`The hash of "${path}" is not a SHA-256.`);
    }
    return files;
  }

  private ports(value: unknown): readonly RecordedPort[] {
    return this.list(value, 'provides').map((item) => {
      const port = this.mapping(item, 'A port');
      const [id, type, name] = [port['id'], port['port'], port['name']].map((part) =>
        this.text(part, 'provides'),
      );
      const attributes = this.texts(port['attributes'], 'attributes');
      const told = port['told'] === undefined ? {} : { told: this.told(port['told']) };
      return { id: id ?? '', port: type ?? '', name: name ?? '', attributes, ...told };
    });
  }

  private told(value: unknown): NonNullable<RecordedPort['told']> {
    const told = this.mapping(value, 'told');
    const names = this.list(told['names'], 'told.names').map((name) => this.text(name, 'told.names'));
    return { file: this.safePath(this.text(told['file'], 'told.file')), names };
  }

  private safePath(path: string): string {
    const problem = findPathProblem(path);
    if (problem !== undefined) this.report(problem.message);
    return path;
  }

  private mapping(value: unknown, what: string): Readonly<Record<string, unknown>> {
    if (isPlain(value)) return value;
    this.report(`${what} must be a mapping.`);
    return {};
  }

  private texts(value: unknown, what: string): Readonly<Record<string, string>> {
    const entries = value === undefined || value === null ? [] : Object.entries(this.mapping(value, what));
    return Object.fromEntries(entries.map(([name, text]) => [name, this.text(text, `${what}.${name}`)]));
  }

  private list(value: unknown, what: string): readonly unknown[] {
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return value;
    this.report(`${what} must be a list.`);
    return [];
  }

  private text(value: unknown, what: string): string {
    if (typeof value === 'string') return value;
    this.report(`${what} must be a text.`);
    return '';
  }

  private report(message: string): void {
    const next = 'Put it right, or take the file from version control.';
    this.problems.push({ code: 'record-broken', message, path: this.path, next });
  }
}

/** Reads every record of a workspace. */
export async function readRecords(disk: Disk): Promise<Result<readonly ComponentRecord[]>> {
  const names = await disk.list(componentsFolder);
  if (!names.ok)
    return names.problem.code === 'not-found' ? ok([]) : refused(explainDiskProblem(names.problem));
  const records: ComponentRecord[] = [];
  const problems: Problem[] = [];
  for (const name of names.value.filter((entry) => entry.endsWith('.yaml'))) {
    const bytes = await disk.read(`${componentsFolder}/${name}`);
    if (!bytes.ok) return refused(explainDiskProblem(bytes.problem));
    const record = parseRecord(name.slice(0, -'.yaml'.length), textOf(bytes.value) ?? '');
    if (record.ok) records.push(record.value);
    else problems.push(...record.problems);
  }
  return problems.length > 0 ? refused(...problems) : ok(records);
}

/** Reads a pristine text; a base that is missing or was changed counts as none. */
export async function readBase(disk: Disk, sha256: string): Promise<Uint8Array | undefined> {
  const bytes = await disk.read(basePath(sha256));
  return bytes.ok && hashOf(bytes.value) === sha256 ? bytes.value : undefined;
}

/** The files of a component and their pristine texts, which an update reads. */
export function filesOf(record: ComponentRecord): readonly string[] {
  return Object.entries(record.files).flatMap(([path, hash]) => [
    joinPath(record.destination, path),
    basePath(hash),
  ]);
}

/** The paths of pristine texts that no record names any more. */
export async function unusedBases(
  disk: Disk,
  records: readonly ComponentRecord[],
): Promise<readonly string[]> {
  const names = await disk.list(baseFolder);
  const used = new Set(records.flatMap((record) => Object.values(record.files)));
  const unused = names.ok ? names.value.filter((name) => /^[0-9a-f]{64}$/.test(name) && !used.has(name)) : [];
  return unused.map(basePath);
}

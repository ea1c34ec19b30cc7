import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parse } from 'yaml';
import { templatesFolder } from './places';
import { isMapping, mappingAt, numberAt, textAt, textsAt, type Mapping } from './plain-data';

/** What a template's `verify.yaml` asks for beside the checks that every generated file gets. */
export interface Needs {
  readonly python?: PythonNeeds;
  readonly kafka?: KafkaNeeds;
  readonly sql?: SqlNeeds;
  readonly demo?: DemoNeeds;
}

/** A Python project: its lock, its tests in stages (quick ones first) and how strong they must be. */
export interface PythonNeeds {
  /** The folder of the Python project below what is generated, `''` for all of it. */
  readonly folder: string;
  readonly lock: string;
  readonly source: string;
  readonly defaultVersion: string;
  readonly stages: readonly (readonly string[])[];
  readonly mutationCases: readonly string[];
  readonly mutationSample: number;
  readonly mutationLeast: number;
  readonly commandCases: readonly string[];
  readonly command: string | undefined;
}

/** A real broker: which version, and which answer says how the tests sign in. */
export interface KafkaNeeds {
  readonly version: string;
  readonly securityAnswer: string;
  readonly tests: readonly string[];
}

/** SQL scripts, in one of sqlglot's dialects. */
export interface SqlNeeds {
  readonly dialect: string;
}

/** A demo of a whole system: what runs it, where its components are listed, and what shuffles the labels. */
export interface DemoNeeds {
  readonly run: string;
  readonly components: string;
  readonly shuffled: string;
  readonly cases: readonly string[];
}

/** A template or a blueprint that can be verified. */
export interface Component {
  readonly id: string;
  readonly folder: string;
  /** Files and folders beside its own that its results depend on: a blueprint and the templates that it names. */
  readonly sources?: readonly string[];
  readonly needs: Needs;
  readonly cases: readonly Case[];
}

/** One set of answers. */
export interface Case {
  readonly name: string;
  readonly answersFile: string;
  readonly answers: Mapping;
}

/** Every template that has a `verify.yaml`. */
export function findComponents(): readonly Component[] {
  return filesBelow(templatesFolder)
    .filter((path) => path.endsWith(`${sep}verify.yaml`))
    .map((path) => readComponent(join(path, '..')));
}

/** All files below a folder, in the order of their paths. */
export function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]));
}

function readComponent(folder: string): Component {
  const wanted: unknown = parse(readFileSync(join(folder, 'verify.yaml'), 'utf8'));
  return {
    id: relative(templatesFolder, folder).split(sep).join('/'),
    folder,
    sources: sourcesOf(folder),
    needs: { ...pythonNeeds(wanted), ...kafkaNeeds(wanted), ...sqlNeeds(wanted), ...demoNeeds(wanted) },
    cases: readdirSync(join(folder, 'cases'))
      .filter((name) => existsSync(join(folder, 'cases', name, 'answers.yaml')))
      .sort()
      .map((name) => readCase(folder, name)),
  };
}

/** A folder beside a blueprint of the same name stands for it and for all that it names. */
function sourcesOf(folder: string): readonly string[] {
  const file = `${folder}.yaml`;
  if (!existsSync(file)) return [];
  const blueprint: unknown = parse(readFileSync(file, 'utf8'));
  const components = isMapping(blueprint) ? blueprint['components'] : [];
  const templates = (Array.isArray(components) ? components : []).flatMap(
    (component: unknown) => textAt(component, 'template') ?? [],
  );
  return [file, ...[...new Set(templates)].sort().map((template) => join(templatesFolder, template))];
}

function readCase(folder: string, name: string): Case {
  const answersFile = join(folder, 'cases', name, 'answers.yaml');
  const answers: unknown = parse(readFileSync(answersFile, 'utf8'));
  return { name, answersFile, answers: isMapping(answers) ? answers : {} };
}

function pythonNeeds(wanted: unknown): Pick<Needs, 'python'> {
  if (!isMapping(wanted) || !isMapping(wanted['python'])) return {};
  const python = wanted['python'];
  const mutation = mappingAt(python, 'mutation');
  const command = mappingAt(python, 'command');
  return {
    python: {
      folder: textAt(python, 'folder') ?? '',
      lock: textAt(python, 'lock') ?? 'requirements-dev.lock',
      source: textAt(python, 'source') ?? 'src',
      defaultVersion: textAt(python, 'defaultVersion') ?? '3.13',
      stages: stagesOf(python['stages']),
      mutationCases: textsAt(mutation, 'cases'),
      mutationSample: numberAt(mutation, 'sample', 40),
      mutationLeast: numberAt(mutation, 'least', 0.7),
      commandCases: textsAt(command, 'cases'),
      command: textAt(command, 'run'),
    },
  };
}

function stagesOf(value: unknown): readonly (readonly string[])[] {
  const stages = Array.isArray(value) ? value.map((stage: unknown) => textsAt({ stage }, 'stage')) : [];
  return stages.length > 0 ? stages : [['tests']];
}

function demoNeeds(wanted: unknown): Pick<Needs, 'demo'> {
  if (!isMapping(wanted) || !isMapping(wanted['demo'])) return {};
  const demo = wanted['demo'];
  const text = (name: string): string => {
    const value = textAt(demo, name);
    if (value === undefined) throw new Error(`verify.yaml: demo.${name} is missing.`);
    return value;
  };
  return {
    demo: {
      run: text('run'),
      components: text('components'),
      shuffled: text('shuffled'),
      cases: textsAt(demo, 'cases'),
    },
  };
}

function kafkaNeeds(wanted: unknown): Pick<Needs, 'kafka'> {
  if (!isMapping(wanted) || !isMapping(wanted['kafka'])) return {};
  const kafka = wanted['kafka'];
  const version = textAt(kafka, 'version');
  if (version === undefined) throw new Error('verify.yaml: kafka.version is missing.');
  return {
    kafka: { version, securityAnswer: textAt(kafka, 'securityAnswer') ?? '', tests: textsAt(kafka, 'tests') },
  };
}

function sqlNeeds(wanted: unknown): Pick<Needs, 'sql'> {
  if (!isMapping(wanted) || !isMapping(wanted['sql'])) return {};
  const dialect = textAt(wanted['sql'], 'dialect');
  if (dialect === undefined) throw new Error('verify.yaml: sql.dialect is missing.');
  return { sql: { dialect } };
}

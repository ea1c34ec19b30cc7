import { settleAnswers } from './answers';
import { loadQuestions, semanticVersion } from './load-manifest';
import { ManifestReader } from './manifest-reader';
import { findPathProblem } from './paths';
import { ok, refused, type Problem, type Result } from './result';
import type { ComponentRequest } from './system';
import type { Manifest, Question, Template, Value } from './template';

/** A component of a blueprint. */
export interface BlueprintComponent {
  readonly id: string;
  readonly template: string;
  readonly destination: string;
  readonly answers: Readonly<Record<string, Value>>;
  readonly bind: Readonly<Record<string, string>>;
}

/** Several components, wired together, with one set of shared names. */
export interface Blueprint {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly description: string;
  readonly shared: readonly Question[];
  readonly components: readonly BlueprintComponent[];
}

/** Reads a blueprint and checks it against the templates that it names. */
export function loadBlueprint(path: string, text: string, templates: readonly Template[]): Result<Blueprint> {
  const reader = new ManifestReader(path, text);
  const root = reader.root ?? undefined;
  if (root === undefined) reader.reportAt(0, 'The file is empty.');
  const members = reader.members(root, 'A blueprint', [
    'id',
    'version',
    'title',
    'description',
    'shared',
    'components',
  ]);
  const required = (name: string) => reader.requiredText(members.get(name), root, name);
  const blueprint: Blueprint = {
    id: required('id'),
    version: semanticVersion(reader, members.get('version'), root),
    title: required('title'),
    description: required('description'),
    shared: loadQuestions(reader, members.get('shared')),
    components: reader
      .items(members.get('components'), 'components')
      .map((node) => loadComponent(reader, node)),
  };
  const nodes = reader.items(members.get('components'), 'components');
  for (const [index, component] of blueprint.components.entries())
    checkComponent(reader, nodes[index], component, blueprint, templates);
  checkShared(reader, blueprint, templates);
  return reader.problems.length > 0 ? refused(...reader.problems) : ok(blueprint);
}

function loadComponent(reader: ManifestReader, node: unknown): BlueprintComponent {
  const members = reader.members(node, 'A component', ['id', 'template', 'dest', 'answers', 'bind']);
  const id = reader.requiredText(members.get('id'), node, 'id');
  const given = members.get('answers');
  const answers = [...(given === undefined ? [] : reader.members(given, 'answers'))].flatMap(
    ([name, value]) => {
      const answer = reader.value(value, `answers.${name}`);
      return answer === undefined ? [] : [[name, answer] as const];
    },
  );
  const destination = reader.text(members.get('dest'), 'dest') ?? id;
  const problem = destination === '.' ? undefined : findPathProblem(destination);
  if (problem !== undefined) reader.report(members.get('dest'), problem.message);
  return {
    id,
    template: reader.requiredText(members.get('template'), node, 'template'),
    destination: destination === '.' ? '' : destination,
    answers: Object.fromEntries(answers),
    bind: reader.texts(members.get('bind'), 'bind'),
  };
}

function checkComponent(
  reader: ManifestReader,
  node: unknown,
  component: BlueprintComponent,
  blueprint: Blueprint,
  templates: readonly Template[],
): void {
  const template = templates.find(({ manifest }) => manifest.id === component.template)?.manifest;
  if (template === undefined) {
    reader.report(node, `There is no template "${component.template}".`);
    return;
  }
  if (blueprint.components.filter((other) => other.id === component.id).length > 1)
    reader.report(node, `There are two components "${component.id}".`);
  for (const name of Object.keys(component.answers))
    if (!template.questions.some((question) => question.name === name))
      reader.report(node, `"${name}" is not a question of ${template.id}.`);
  for (const [id, binding] of Object.entries(component.bind)) {
    const fault = bindFault(id, binding, template, blueprint, templates);
    if (fault !== undefined) reader.report(node, fault);
  }
}

function bindFault(
  id: string,
  binding: string,
  template: Manifest,
  blueprint: Blueprint,
  templates: readonly Template[],
): string | undefined {
  const [from = '', port = ''] = binding.split('.');
  const provider = blueprint.components.find((component) => component.id === from);
  const manifest = templates.find((candidate) => candidate.manifest.id === provider?.template)?.manifest;
  const provided = manifest?.provides.find((candidate) => candidate.id === port);
  const required = template.requires.find((candidate) => candidate.id === id);
  if (required === undefined) return `${template.id} requires no port "${id}".`;
  if (provided === undefined) return `Nothing in this blueprint provides "${binding}".`;
  return provided.port === required.port
    ? undefined
    : `"${binding}" is a ${provided.port}, "${id}" needs a ${required.port}.`;
}

function checkShared(reader: ManifestReader, blueprint: Blueprint, templates: readonly Template[]): void {
  const asked = blueprint.components.flatMap(
    ({ template }) => templates.find(({ manifest }) => manifest.id === template)?.manifest.questions ?? [],
  );
  for (const question of blueprint.shared)
    if (!asked.some((other) => other.name === question.name && other.type === question.type))
      reader.report(undefined, `The shared name "${question.name}" is a question of no component.`);
}

/** The components to scaffold, with the shared names given to every component that asks for them. */
export function requestsOf(
  blueprint: Blueprint,
  templates: readonly Template[],
  shared: Readonly<Record<string, unknown>>,
  own: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
): Result<readonly ComponentRequest[]> {
  const names = settleAnswers(manifestOf(blueprint), shared);
  if (!names.ok) return names;
  const problems: Problem[] = [];
  const requests = blueprint.components.flatMap((component): readonly ComponentRequest[] => {
    const template = templates.find(({ manifest }) => manifest.id === component.template);
    if (template === undefined) {
      problems.push({ code: 'template-unknown', message: `There is no template "${component.template}".` });
      return [];
    }
    const asked = new Set(template.manifest.questions.map((question) => question.name));
    // What a bound port answers is read from the port: a topic that somebody passes on has another name than the first.
    const bound = template.manifest.requires.filter(({ id }) => Object.hasOwn(component.bind, id));
    for (const name of bound.flatMap(({ answers }) => Object.keys(answers))) asked.delete(name);
    const given = Object.entries(names.value.scope).filter(([name]) => asked.has(name));
    const answers = { ...Object.fromEntries(given), ...component.answers, ...own[component.id] };
    return [
      { id: component.id, template, destination: component.destination, answers, bindings: component.bind },
    ];
  });
  return problems.length > 0 ? refused(...problems) : ok(requests);
}

/** The shared names of a blueprint as a manifest, for whoever asks questions. */
export function manifestOf(blueprint: Blueprint): Manifest {
  const { id, version, title, description, shared: questions } = blueprint;
  const none = { formerly: [], derived: [], files: [], provides: [], requires: [], migrations: [], next: [] };
  return { id, version, title, description, questions, ...none };
}

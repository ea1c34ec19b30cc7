import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { answerFromText } from '../../scaffold/answers';
import { applyPlan } from '../../scaffold/apply';
import { componentIdFor } from '../../scaffold/component-id';
import { planScaffold } from '../../scaffold/plan';
import type { PreparedPlan } from '../../scaffold/plan';
import { readRecords } from '../../scaffold/record';
import type { Result } from '../../scaffold/result';
import type { ComponentRequest } from '../../scaffold/system';
import type { Template } from '../../scaffold/template';
import { plainFromText } from '../plain-from-text';
import { askQuestions, confirm } from '../prompts';
import { templatesFor } from '../own-templates';
import { failWith, openSystem, readNamedFile } from '../scaffold-host';
import type { OpenSystem } from '../scaffold-host';
import { planText, planJson, appliedText } from '../plan-text';
import { UsageError, exit } from '../streams';
import type { Surroundings } from '../streams';
import { blueprintRequests } from '../blueprint-requests';
import type { Command } from '.';

type Values = ReturnType<typeof readOptions>['values'];

/** `ai-patterns new`: makes a plan of a component or a blueprint, shows it, applies it. */
export const newComponent: Command = {
  async run(argv, surroundings) {
    const { values, positionals } = readOptions(argv);
    const [name] = positionals;
    if (name === undefined || positionals.length > 1)
      throw new UsageError('Name one template, such as data-pipeline/kafka.');
    const system = await openSystem(values.dest, surroundings);
    const requests = await requestsFor(name, values, system, surroundings);
    const prepare = (): Promise<Result<PreparedPlan>> =>
      planScaffold(system.disk, { components: requests }, system.host);
    const prepared = await prepare();
    if (!prepared.ok) throw failWith(prepared);
    const { plan } = prepared.value;
    if (values['dry-run']) {
      surroundings.stdout.write(values.format === 'json' ? planJson(plan) : planText(plan));
      return exit.clean;
    }
    if (values.format !== 'json') surroundings.stdout.write(planText(plan));
    if (!(await isAgreed(values, surroundings))) return exit.clean;
    mkdirSync(system.root, { recursive: true });
    const applied = await applyPlan(system.disk, plan, prepare, system.host);
    if (!applied.ok) throw failWith(applied);
    surroundings.stdout.write(values.format === 'json' ? planJson(plan) : appliedText(plan));
    return exit.clean;
  },
};

function readOptions(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      dest: { type: 'string', default: '.' },
      id: { type: 'string' },
      answer: { type: 'string', multiple: true, default: [] },
      answers: { type: 'string' },
      bind: { type: 'string', multiple: true, default: [] },
      trust: { type: 'string', multiple: true, default: [] },
      yes: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      format: { type: 'string', default: 'pretty' },
    },
  });
}

async function requestsFor(
  name: string,
  values: Values,
  system: OpenSystem,
  surroundings: Surroundings,
): Promise<readonly ComponentRequest[]> {
  const { store, notes } = await templatesFor(system.root, values.trust, surroundings);
  const blueprint = await blueprintRequests(
    store,
    name,
    system.destination,
    givenAnswers(values, surroundings),
  );
  if (blueprint) return blueprint;
  const template = await store.find(name);
  if (!template) {
    const known = (await store.list()).map(({ id }) => id);
    throw new UsageError(
      [`There is no template "${name}". Templates: ${known.join(', ')}.`, ...notes].join(' '),
    );
  }
  const given = { ...fileAnswers(values, surroundings), ...flagAnswers(values, template) };
  const interactive = !values.yes && !values['dry-run'] && surroundings.stdin.isTTY === true;
  const answers = interactive ? await askQuestions(template.manifest, given, surroundings) : given;
  const id = await idFor(values, template, system);
  const bindings = Object.fromEntries(
    values.bind.map((pair) => pairOf(pair, '--bind must be port=component.port')),
  );
  return [{ id, template, destination: system.destination, answers, bindings }];
}

function givenAnswers(values: Values, surroundings: Surroundings): Readonly<Record<string, unknown>> {
  return {
    ...fileAnswers(values, surroundings),
    ...Object.fromEntries(values.answer.map((pair) => pairOf(pair))),
  };
}

function fileAnswers(values: Values, surroundings: Surroundings): Readonly<Record<string, unknown>> {
  if (values.answers === undefined) return {};
  const plain = plainFromText(readNamedFile(values.answers, surroundings));
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) {
    throw new UsageError(`"${values.answers}" must hold names with values.`);
  }
  return Object.fromEntries(Object.entries(plain));
}

/** Answers on the command line are texts; the question tells what they mean. */
function flagAnswers(values: Values, { manifest }: Template): Record<string, unknown> {
  return Object.fromEntries(
    values.answer.map((pair) => {
      const [name, text] = pairOf(pair);
      const question = manifest.questions.find((each) => each.name === name);
      return [name, question ? answerFromText(question, text) : text];
    }),
  );
}

function pairOf(pair: string, rule = '--answer must be name=value'): [string, string] {
  const equals = pair.indexOf('=');
  if (equals < 1) throw new UsageError(`${rule}, not "${pair}".`);
  return [pair.slice(0, equals), pair.slice(equals + 1)];
}

async function idFor(
  values: Values,
  { manifest }: Template,
  { disk, destination }: OpenSystem,
): Promise<string> {
  if (values.id !== undefined) return values.id;
  const records = await readRecords(disk);
  if (!records.ok) throw failWith(records);
  return componentIdFor(manifest.id, destination, records.value);
}

async function isAgreed(values: Values, surroundings: Surroundings): Promise<boolean> {
  if (values.yes) return true;
  if (surroundings.stdin.isTTY !== true)
    throw new UsageError('Add --yes to write these files, or --dry-run to only see them.');
  return confirm('Write these files?', surroundings);
}

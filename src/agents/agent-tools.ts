import type { Finding, ProjectParts } from '../core';
import { applyPlan } from '../scaffold/apply';
import { findBlueprint, requestsBelow } from '../scaffold/blueprint-requests';
import { componentIdFor } from '../scaffold/component-id';
import type { Disk } from '../scaffold/disk';
import { planScaffold } from '../scaffold/plan';
import type { Plan, PlanHost, PreparedPlan } from '../scaffold/plan';
import { readRecords } from '../scaffold/record';
import { describeProblem, type Refused, type Result } from '../scaffold/result';
import type { ComponentRequest } from '../scaffold/system';
import type { TemplateStore } from '../scaffold/template-store';
import { planUpdate } from '../scaffold/update';

/** What the tools need of a host. */
export interface AgentHost {
  readonly templates: TemplateStore;
  readonly parts: ProjectParts;
  readonly disk: Disk;
  readonly planHost: PlanHost;
  /** Findings of files and folders of the workspace. */
  checkPaths(paths: readonly string[]): Promise<readonly Finding[]>;
  /** Findings of texts that are not written. */
  checkTexts(texts: readonly { readonly path: string; readonly text: string }[]): Promise<readonly Finding[]>;
}

/** A mistake of the model: told to it in words that say what to do. */
export class ToolError extends Error {}

interface Remembered {
  readonly plan: Plan;
  readonly prepare: () => Promise<Result<PreparedPlan>>;
}

const mostPlans = 20;

/** The tools over one workspace; plans are remembered by their hash until they are applied. */
export class AgentTools {
  private readonly plans = new Map<string, Remembered>();

  constructor(private readonly host: AgentHost) {}

  /** Runs a tool; the value is plain JSON. Throws a `ToolError` for what the model can mend. */
  async call(name: string, input: Readonly<Record<string, unknown>>): Promise<unknown> {
    switch (name) {
      case 'list_components':
        return this.listComponents(optionalText(input, 'pattern'));
      case 'plan_component':
        return this.planComponent(input);
      case 'plan_update':
        return this.planUpdate(input);
      case 'apply_plan':
        return this.apply(text(input, 'hash'));
      case 'check_files':
        return this.check(input);
      case 'explain_rule':
        return this.explain(text(input, 'rule'));
      default:
        throw new ToolError(`There is no tool "${name}".`);
    }
  }

  /** The plan of that hash, for a host that shows it before it is applied. */
  planOf(hash: string): Plan | undefined {
    return this.plans.get(hash)?.plan;
  }

  private async listComponents(pattern: string | undefined): Promise<unknown> {
    const all = await this.host.templates.all();
    const components = all
      .filter(({ manifest }) => pattern === undefined || manifest.id.startsWith(`${pattern}/`))
      .map(({ manifest: { id, title, description, questions, provides, requires } }) => ({
        id,
        title,
        description,
        questions: questions.map(({ name, type, title: label, help, default: usual, options, advanced }) => ({
          name,
          type,
          title: label,
          help,
          default: usual,
          options: options.map(({ value }) => value),
          advanced,
        })),
        provides: provides.map(({ id: port, port: type }) => ({ id: port, type })),
        requires: requires.map(({ id: port, port: type }) => ({ id: port, type })),
      }));
    const blueprints = (await this.host.templates.systems()).map(({ id, title, description }) => ({
      id,
      title,
      description,
    }));
    return { components, blueprints };
  }

  private async planComponent(input: Readonly<Record<string, unknown>>): Promise<unknown> {
    const requests = await this.requestsFor(
      text(input, 'template'),
      optionalText(input, 'destination') ?? '',
      record(input, 'answers'),
    );
    return this.remember(() => planScaffold(this.host.disk, { components: requests }, this.host.planHost));
  }

  private async planUpdate(input: Readonly<Record<string, unknown>>): Promise<unknown> {
    const templates = await this.host.templates.all();
    const components = texts(input, 'components');
    const request = { templates, ...(components.length > 0 && { components }) };
    return this.remember(() => planUpdate(this.host.disk, request, this.host.planHost));
  }

  private async remember(prepare: () => Promise<Result<PreparedPlan>>): Promise<unknown> {
    const prepared = await prepare();
    if (!prepared.ok) throw refusal(prepared);
    const { plan } = prepared.value;
    this.plans.set(plan.hash, { plan, prepare });
    const [oldest] = this.plans.keys();
    if (this.plans.size > mostPlans && oldest !== undefined) this.plans.delete(oldest);
    const { hash, components, files, wiring, findings, next } = plan;
    return {
      hash,
      components,
      files: files.map(({ path, action }) => ({ path, action })),
      wiring,
      findings,
      next,
    };
  }

  private async apply(hash: string): Promise<unknown> {
    const remembered = this.plans.get(hash);
    if (!remembered)
      throw new ToolError(`No plan has the hash "${hash}". Call plan_component or plan_update first.`);
    const applied = await applyPlan(this.host.disk, remembered.plan, remembered.prepare, this.host.planHost);
    if (!applied.ok) throw refusal(applied);
    this.plans.delete(hash);
    return {
      written: remembered.plan.files.filter(({ action }) => action !== 'unchanged' && action !== 'skip')
        .length,
      next: remembered.plan.next,
    };
  }

  private async check(input: Readonly<Record<string, unknown>>): Promise<unknown> {
    const paths = texts(input, 'paths');
    const given = Array.isArray(input['texts']) ? input['texts'].filter(isFileText) : [];
    if (paths.length === 0 && given.length === 0) throw new ToolError('Give paths or texts.');
    const found = [
      ...(paths.length > 0 ? await this.host.checkPaths(paths) : []),
      ...(given.length > 0 ? await this.host.checkTexts(given) : []),
    ];
    return {
      findings: found.map(({ rule, severity, path, range, message, fix }) => ({
        rule,
        severity,
        path,
        line: range.start.line + 1,
        message,
        fix: fix?.title ?? null,
      })),
    };
  }

  private explain(id: string): unknown {
    const { registry, crossRules } = this.host.parts;
    const rule = registry.rules.get(id) ?? crossRules.find((each) => each.id === id);
    if (!rule) throw new ToolError(`There is no rule "${id}". check_files gives the ids of what it finds.`);
    const { summary, why, remedy, references, severity, certainty } = rule;
    return { id, severity, certainty, summary, why, remedy, references };
  }

  private async requestsFor(
    name: string,
    destination: string,
    answers: Readonly<Record<string, unknown>>,
  ): Promise<readonly ComponentRequest[]> {
    const { templates } = this.host;
    const found = await findBlueprint(templates, name);
    if (found !== undefined) {
      if (!found.ok) throw refusal(found);
      const requests = requestsBelow(found.value, destination, answers);
      if (!requests.ok) throw refusal(requests);
      return requests.value;
    }
    const template = await templates.find(name);
    if (!template) throw new ToolError(`There is no template "${name}". Call list_components.`);
    const records = await readRecords(this.host.disk);
    if (!records.ok) throw refusal(records);
    const id = componentIdFor(template.manifest.id, destination, records.value);
    return [{ id, template, destination, answers }];
  }
}

function refusal({ problems }: Refused): ToolError {
  return new ToolError(problems.map(describeProblem).join('\n'));
}

function text(input: Readonly<Record<string, unknown>>, name: string): string {
  const value = input[name];
  if (typeof value !== 'string' || value === '') throw new ToolError(`"${name}" must be a text.`);
  return value;
}

function optionalText(input: Readonly<Record<string, unknown>>, name: string): string | undefined {
  return input[name] === undefined ? undefined : input[name] === '' ? '' : text(input, name);
}

function texts(input: Readonly<Record<string, unknown>>, name: string): string[] {
  const value = input[name];
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new ToolError(`"${name}" must be a list of texts.`);
  return value.map(String);
}

function record(input: Readonly<Record<string, unknown>>, name: string): Readonly<Record<string, unknown>> {
  const value = input[name];
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ToolError(`"${name}" must be an object.`);
  return Object.fromEntries(Object.entries(value));
}

function isFileText(value: unknown): value is { path: string; text: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'path' in value &&
    typeof value.path === 'string' &&
    'text' in value &&
    typeof value.text === 'string'
  );
}

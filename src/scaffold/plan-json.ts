import { isPlain } from './canonical';
import type { Resolution } from './existing';
import type { Plan, PlanRequest } from './plan';
import { ok, refused, type Result } from './result';
import type { ComponentRequest } from './system';
import type { Template } from './template';

/** Reads a plan that was printed as JSON; only its shape is checked, for its hash decides whether it is applied. */
export function parsePlan(text: string): Result<Plan> {
  try {
    const value: unknown = JSON.parse(text);
    if (isPlan(value)) return ok(value);
  } catch {
    // Said below: there is nothing more to say about a text that is no JSON.
  }
  return refused({
    code: 'plan-broken',
    message: 'This is not a plan of this program.',
    next: 'Make one with "ai-patterns new … --dry-run --format json".',
  });
}

function isPlan(value: unknown): value is Plan {
  if (!isPlain(value) || value['version'] !== 1 || typeof value['hash'] !== 'string') return false;
  const lists = ['components', 'files', 'records', 'wiring', 'findings', 'next'].map((name) => value[name]);
  const components = value['components'];
  return lists.every(Array.isArray) && Array.isArray(components) && components.every(isComponent);
}

function isComponent(value: unknown): boolean {
  if (!isPlain(value) || !isPlain(value['answers'])) return false;
  const { bindings } = value;
  const texts = ['id', 'template', 'version', 'destination'].every((name) => typeof value[name] === 'string');
  return texts && (bindings === undefined || (isPlain(bindings) && Object.values(bindings).every(isText)));
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

/** The request that a plan was made from; secret answers are in no plan and are given again, by component. */
export function requestOfPlan(
  plan: Plan,
  templates: readonly Template[],
  secrets: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
): Result<PlanRequest> {
  const components: ComponentRequest[] = [];
  for (const { id, template: name, destination, answers, bindings } of plan.components) {
    const template = templates.find((candidate) => candidate.manifest.id === name);
    if (template === undefined)
      return refused({
        code: 'template-unknown',
        message: `There is no template "${name}".`,
        next: 'List them with "ai-patterns templates".',
      });
    const bound = bindings === undefined ? {} : { bindings };
    components.push({ id, template, destination, answers: { ...answers, ...secrets[id] }, ...bound });
  }
  const settled: Readonly<Record<string, Resolution>> | undefined = plan.resolutions;
  return ok({
    components,
    ...(settled !== undefined && { resolutions: settled }),
    ...(plan.exclude !== undefined && { exclude: plan.exclude }),
  });
}

import { answerFromText, settleAnswers, type Settled } from './answers';
import type { ComponentRecord } from './record';
import { providedPorts, type Port } from './render';
import { ok, refused, type Problem, type Result } from './result';
import type { RequiredPort, Template } from './template';

/** One component that is to be scaffolded. */
export interface ComponentRequest {
  readonly id: string;
  readonly template: Template;
  /** The folder below the workspace root, `''` for the root. */
  readonly destination: string;
  readonly answers: Readonly<Record<string, unknown>>;
  /** The id of a required port, and what it is bound to: `<component>.<provided port>`. */
  readonly bindings?: Readonly<Record<string, string>>;
}

/** A component whose answers are complete and whose ports are bound. */
export interface SettledComponent {
  readonly request: ComponentRequest;
  readonly settled: Settled;
  readonly provides: readonly Port[];
}

/** One line of a system's wiring; a required port that nothing provides has no `from`. */
export interface Wire {
  readonly from?: string;
  readonly to: string;
  readonly port: string;
  readonly name?: string;
}

/** A thing in the workspace that a required port could be bound to. */
export interface Candidate {
  readonly port: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** `<component>.<port>` when a component provides it; else it was found in the workspace. */
  readonly from?: string;
}

/** The part of a fact that matters here. */
export interface NamedFact {
  readonly type: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Settles components in the order of their bindings, each with what the ports it is bound to say. */
export function settleSystem(
  requests: readonly ComponentRequest[],
  records: readonly ComponentRecord[],
): Result<readonly SettledComponent[]> {
  const order = inOrder(requests);
  if (!order.ok) return order;
  const done = new Map<string, SettledComponent>();
  const problems: Problem[] = [];
  const portOf = (binding: string): Port | undefined => {
    const [component = '', id] = binding.split('.');
    const provides =
      done.get(component)?.provides ?? records.find((record) => record.id === component)?.provides;
    return provides?.find((port) => port.id === id);
  };
  for (const request of order.value) {
    const bound = boundAnswers(request, portOf);
    const settled = bound.ok
      ? settleAnswers(request.template.manifest, { ...bound.value, ...request.answers })
      : bound;
    if (!settled.ok)
      problems.push(...settled.problems.map((problem) => ofComponent(request, problem, requests.length)));
    else {
      const provides = providedPorts(request.template.manifest, settled.value.scope);
      done.set(request.id, { request, settled: settled.value, provides });
    }
  }
  const settled = requests.flatMap((request) => done.get(request.id) ?? []);
  return problems.length > 0 ? refused(...problems) : ok(settled);
}

function ofComponent(request: ComponentRequest, problem: Problem, count: number): Problem {
  return count === 1 ? problem : { ...problem, message: `${request.id}: ${problem.message}` };
}

/** The components, those that provide before those that require. */
function inOrder(requests: readonly ComponentRequest[]): Result<readonly ComponentRequest[]> {
  const ordered: ComponentRequest[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const ids = new Map(requests.map((request) => [request.id, request]));
  if (ids.size < requests.length)
    return refused({
      code: 'component-twice',
      message: 'Two components have the same id.',
      next: 'Rename one.',
    });
  const visit = (request: ComponentRequest): boolean => {
    if (state.get(request.id) === 'done') return true;
    if (state.get(request.id) === 'open') return false;
    state.set(request.id, 'open');
    for (const binding of Object.values(request.bindings ?? {})) {
      const provider = ids.get(binding.split('.')[0] ?? '');
      if (provider !== undefined && !visit(provider)) return false;
    }
    state.set(request.id, 'done');
    ordered.push(request);
    return true;
  };
  for (const request of requests)
    if (!visit(request))
      return refused({
        code: 'wiring-circle',
        message: `The components need each other in a circle, beginning at "${request.id}".`,
        next: 'Take one binding away.',
      });
  return ok(ordered);
}

function boundAnswers(
  request: ComponentRequest,
  portOf: (binding: string) => Port | undefined,
): Result<Readonly<Record<string, unknown>>> {
  const { manifest } = request.template;
  const answers: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [id, binding] of Object.entries(request.bindings ?? {})) {
    const required = manifest.requires.find((candidate) => candidate.id === id);
    const port = portOf(binding);
    const fault = bindingFault(request, id, binding, required, port);
    if (fault !== undefined) problems.push(fault);
    if (fault !== undefined || required === undefined || port === undefined) continue;
    for (const [name, member] of Object.entries(required.answers)) {
      const text = member === 'name' ? port.name : port.attributes[member];
      const question = manifest.questions.find((candidate) => candidate.name === name);
      if (text !== undefined && question !== undefined) answers[name] = answerFromText(question, text);
    }
  }
  return problems.length > 0 ? refused(...problems) : ok(answers);
}

function bindingFault(
  request: ComponentRequest,
  id: string,
  binding: string,
  required: RequiredPort | undefined,
  port: Port | undefined,
): Problem | undefined {
  const fault = (message: string, next: string): Problem => ({
    code: 'wiring-refused',
    message,
    path: request.id,
    next,
  });
  const ids = request.template.manifest.requires.map((candidate) => candidate.id).join(', ');
  if (required === undefined)
    return fault(
      `"${request.id}" requires no port "${id}".`,
      ids === '' ? 'It requires none.' : `It requires ${ids}.`,
    );
  if (port === undefined)
    return fault(
      `Nothing provides "${binding}".`,
      'Write <component>.<port> of a component of this system or workspace.',
    );
  if (port.port !== required.port)
    return fault(
      `"${binding}" is a ${port.port}, but "${id}" needs a ${required.port}.`,
      'Bind a port of the same type.',
    );
  return undefined;
}

/** The wiring of components: what is bound, and what is not. */
export function wiringOf(
  components: readonly SettledComponent[],
  records: readonly ComponentRecord[],
): readonly Wire[] {
  const provided = new Map<string, string>();
  for (const record of records)
    for (const port of record.provides) provided.set(`${record.id}.${port.id}`, port.name);
  for (const { request, provides } of components)
    for (const port of provides) provided.set(`${request.id}.${port.id}`, port.name);
  return components.flatMap(({ request }) =>
    request.template.manifest.requires.flatMap((required): readonly Wire[] => {
      const to = `${request.id}.${required.id}`;
      const from = request.bindings?.[required.id];
      if (from === undefined) return required.optional ? [] : [{ to, port: required.port }];
      const name = provided.get(from);
      return [{ from, to, port: required.port, ...(name !== undefined && { name }) }];
    }),
  );
}

/** What the workspace already has that could be bound to a required port: components first, then facts found in files. */
export function candidatesFor(
  required: RequiredPort,
  records: readonly ComponentRecord[],
  facts: Iterable<NamedFact>,
): readonly Candidate[] {
  const candidates: Candidate[] = records.flatMap((record) =>
    record.provides
      .filter((port) => port.port === required.port)
      .map(({ id, port, name, attributes }) => ({ port, name, attributes, from: `${record.id}.${id}` })),
  );
  const seen = new Set(candidates.map((candidate) => candidate.name));
  for (const { type, name, attributes } of facts) {
    if (type !== required.port || seen.has(name)) continue;
    seen.add(name);
    candidates.push({ port: type, name, attributes });
  }
  return candidates;
}

/** Wires that no longer hold: a component's record is bound to a port that has gone or has another name now. */
export function brokenWires(records: readonly ComponentRecord[]): readonly Wire[] {
  return records.flatMap((record) =>
    Object.entries(record.bindings).flatMap(([id, from]) => {
      const [component = '', portId = ''] = from.split('.');
      const provider = records.find((candidate) => candidate.id === component);
      const port = provider?.provides.find((candidate) => candidate.id === portId);
      const used = record.wired[id];
      const holds = port !== undefined && (used === undefined || used === port.name);
      return holds ? [] : [{ from, to: `${record.id}.${id}`, port: port?.port ?? 'unknown' }];
    }),
  );
}

/** The facts that a component's ports promise and that extraction did not find in its files. */
export function unprovenPorts(provides: readonly Port[], facts: Iterable<NamedFact>): readonly Port[] {
  const found = new Set([...facts].map((fact) => `${fact.type} ${fact.name}`));
  return provides.filter((port) => !found.has(`${port.port} ${port.name}`));
}

import { canonicalJson, byCodeUnit } from './canonical';
import { explainDiskProblem, readIfThere, type Disk } from './disk';
import { decideNew, type Decision, type FileAction, type Resolution } from './existing';
import { findCollisions, findPathProblem, joinPath } from './paths';
import { preflight, type Host } from './preflight';
import { basePath, readRecords, recordPath, recordText, type ComponentRecord } from './record';
import { nextSteps, renderTemplate, type RenderedFile } from './render';
import { ok, refused, type Problem, type Result } from './result';
import { settleSystem, wiringOf, type ComponentRequest, type SettledComponent, type Wire } from './system';
import type { Answers } from './template';
import { bytesOf, hashOf, sameBytes } from './text';
import type { FileChange } from './transaction';

/** One file of a plan; `before` is the hash of what is there now. */
export interface PlannedFile {
  readonly path: string;
  readonly action: FileAction;
  readonly sha256: string;
  readonly before?: string;
  readonly conflicts?: readonly string[];
  /** Set on a conflict that has to be settled before the plan can be applied. */
  readonly open?: true;
}

/** A component as a plan names it. */
export interface PlannedComponent {
  readonly id: string;
  readonly template: string;
  readonly version: string;
  readonly destination: string;
  readonly answers: Answers;
  readonly bindings?: Readonly<Record<string, string>>;
}

/** What a scaffold or an update would do: plain data in one spelling, so that it can be applied by its hash. */
export interface Plan {
  readonly version: 1;
  readonly kind: 'scaffold' | 'update';
  readonly hash: string;
  readonly components: readonly PlannedComponent[];
  /** Of the only component, or of each by its id. */
  readonly answers: Answers | Readonly<Record<string, Answers>>;
  readonly files: readonly PlannedFile[];
  /** Records and pristine texts. */
  readonly records: readonly PlannedFile[];
  readonly wiring: readonly Wire[];
  /** What the rules say about the files; not part of the hash. */
  readonly findings: readonly unknown[];
  readonly next: readonly string[];
  /** How conflicts were settled, and which files were left out: with the components, all that makes the plan. */
  readonly resolutions?: Readonly<Record<string, Resolution>>;
  readonly exclude?: readonly string[];
}

/** A plan with the contents to show in a preview and to write. */
export interface PreparedPlan {
  readonly plan: Plan;
  readonly changes: readonly FileChange[];
  readonly previews: readonly Preview[];
}

/** Both sides of a file for a diff. */
export interface Preview {
  readonly path: string;
  readonly action: FileAction;
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array | undefined;
}

/** What a plan is made from; the same request in the same workspace gives the same plan. */
export interface PlanRequest {
  readonly components: readonly ComponentRequest[];
  readonly resolutions?: Readonly<Record<string, Resolution>>;
  /** Paths whose tick was taken away in the preview. */
  readonly exclude?: readonly string[];
}

/** What a host lends to a planner. */
export interface PlanHost extends Host {
  /** Says what the rules find in the files as they would be. */
  readonly check?: (
    files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  ) => Promise<readonly unknown[]> | readonly unknown[];
}

/** Renders a request in memory and says what it would do to the workspace; nothing is written. */
export async function planScaffold(
  disk: Disk,
  request: PlanRequest,
  host: PlanHost = {},
): Promise<Result<PreparedPlan>> {
  const records = await readRecords(disk);
  if (!records.ok) return records;
  const faults = request.components.flatMap((component) => requestFaults(component, records.value));
  if (faults.length > 0) return refused(...faults);
  const settled = settleSystem(request.components, records.value);
  if (!settled.ok) return settled;
  const draft = new Draft(disk, request);
  for (const component of settled.value) {
    const added = await draft.add(component);
    if (!added.ok) return added;
  }
  const wiring = wiringOf(settled.value, records.value);
  const next = settled.value.flatMap(({ request: { template }, settled: { scope } }) =>
    nextSteps(template.manifest, scope),
  );
  return finishPlan(disk, host, {
    kind: 'scaffold',
    components: settled.value.map(plannedComponent),
    entries: [...draft.entries.values()],
    records: draft.records,
    wiring,
    next,
    ...(request.resolutions !== undefined && { resolutions: request.resolutions }),
    ...(request.exclude !== undefined && { exclude: request.exclude }),
  });
}

function requestFaults(component: ComponentRequest, records: readonly ComponentRecord[]): readonly Problem[] {
  const { id, destination, template } = component;
  const problems: Problem[] = [];
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(id))
    problems.push({
      code: 'component-id',
      message: `"${id}" cannot be the id of a component.`,
      next: 'Use small letters, digits and hyphens.',
    });
  const fault = destination === '' ? undefined : findPathProblem(destination);
  if (fault !== undefined) problems.push({ ...fault, next: 'Choose another destination.' });
  const other = records.find((record) => record.id === id);
  if (other !== undefined && (other.template !== template.manifest.id || other.destination !== destination))
    problems.push({
      code: 'component-exists',
      message: `There is a component "${id}" already, from ${other.template} in "${other.destination || '.'}".`,
      path: recordPath(id),
      next: 'Choose another id.',
    });
  if (
    other !== undefined &&
    other.template === template.manifest.id &&
    other.version !== template.manifest.version
  )
    problems.push({
      code: 'component-exists',
      message: `The component "${id}" was made by version ${other.version} of its template.`,
      path: recordPath(id),
      next: 'Update it instead.',
    });
  return problems;
}

function plannedComponent({ request, settled }: SettledComponent): PlannedComponent {
  const { id, version } = request.template.manifest;
  const { destination, bindings } = request;
  const bound = bindings !== undefined && Object.keys(bindings).length > 0 ? { bindings } : {};
  return { id: request.id, template: id, version, destination, answers: settled.answers, ...bound };
}

/** What is known of one path while a plan is made. */
export interface Entry {
  readonly path: string;
  readonly before: Uint8Array | undefined;
  readonly decision: Decision;
  readonly executable?: boolean;
  readonly secret?: boolean;
}

/** The files of a plan as components are added one after the other; later ones see what earlier ones write. */
class Draft {
  readonly entries = new Map<string, Entry>();
  readonly records: RecordChange[] = [];

  constructor(
    private readonly disk: Disk,
    private readonly request: PlanRequest,
  ) {}

  async add(component: SettledComponent): Promise<Result<void>> {
    const { request, settled } = component;
    const rendered = renderTemplate(request.template, settled);
    if (!rendered.ok) return rendered;
    const files: Record<string, string> = {};
    const kept: string[] = [];
    for (const file of rendered.value) {
      const entry = await this.decide(file, request);
      if (!entry.ok) return entry;
      // A file that the user does not want is recorded as one that was deleted, so that no update brings it.
      const isUnwanted = this.isExcluded(entry.value.path) && entry.value.before === undefined;
      if (file.secret || (entry.value.decision.action === 'skip' && !isUnwanted)) kept.push(file.path);
      else {
        files[file.path] = hashOf(file.bytes);
        this.records.push({ path: basePath(hashOf(file.bytes)), bytes: file.bytes });
      }
    }
    const { id: template, version } = request.template.manifest;
    const { destination, id, bindings = {} } = request;
    const { answers } = settled;
    const record = {
      id,
      template,
      version,
      destination,
      answers,
      bindings,
      provides: component.provides,
      files,
      kept,
    };
    this.records.push({ path: recordPath(id), bytes: bytesOf(recordText(record)) });
    return ok(undefined);
  }

  private async decide(file: RenderedFile, request: ComponentRequest): Promise<Result<Entry>> {
    const path = joinPath(request.destination, file.path);
    const earlier = this.entries.get(path);
    const there = await readIfThere(this.disk, path);
    if (!there.ok) return refused(explainDiskProblem(there.problem));
    const now = earlier?.decision.bytes ?? there.value;
    const { id, version } = request.template.manifest;
    const decision = this.isExcluded(path)
      ? { action: 'skip' as const, bytes: now ?? new Uint8Array() }
      : decideNew(file, now, `${id} ${version}`, this.request.resolutions?.[path]);
    const action =
      earlier === undefined ? decision.action : combine(earlier.decision.action, decision.action);
    const entry: Entry = {
      path,
      before: there.value,
      decision: { ...decision, action },
      secret: file.secret,
      ...(file.executable && { executable: true }),
    };
    this.entries.set(path, entry);
    return ok(entry);
  }

  private isExcluded(path: string): boolean {
    return this.request.exclude?.includes(path) === true;
  }
}

function combine(first: FileAction, second: FileAction): FileAction {
  if (second === 'conflict') return second;
  return second === 'unchanged' || second === 'skip' || first === 'create' ? first : second;
}

/** A record or a pristine text; without bytes it is removed. */
export interface RecordChange {
  readonly path: string;
  readonly bytes: Uint8Array | undefined;
}

/** The parts of a plan that were worked out, before it is put into one spelling. */
export interface PlanParts {
  readonly kind: Plan['kind'];
  readonly components: readonly PlannedComponent[];
  readonly entries: readonly Entry[];
  readonly records: readonly RecordChange[];
  readonly wiring: readonly Wire[];
  readonly next: readonly string[];
  readonly resolutions?: Readonly<Record<string, Resolution>>;
  readonly exclude?: readonly string[];
}

/** Looks at the workspace once more, has the files checked and gives the plan its hash. */
export async function finishPlan(
  disk: Disk,
  host: PlanHost,
  parts: PlanParts,
): Promise<Result<PreparedPlan>> {
  const entries = [...parts.entries].sort((a, b) => byCodeUnit(a.path, b.path));
  const changes = entries.flatMap(changeOf);
  const records = await recordChanges(disk, parts.records);
  if (!records.ok) return records;
  const written = changes.filter((change) => change.after !== undefined).map((change) => change.path);
  const problems = [
    ...findCollisions(entries.map((entry) => entry.path)),
    ...(await preflight(disk, [...written, ...records.value.map((change) => change.path)], host)),
  ];
  if (problems.length > 0) return refused(...problems);
  const files = entries.map(plannedFile);
  const [only, ...others] = parts.components;
  const answers =
    only !== undefined && others.length === 0
      ? only.answers
      : Object.fromEntries(parts.components.map((component) => [component.id, component.answers]));
  const body = {
    version: 1 as const,
    kind: parts.kind,
    components: parts.components,
    answers,
    files,
    records: records.value.map(plannedRecord),
    wiring: parts.wiring,
    next: parts.next,
    ...(parts.resolutions !== undefined && { resolutions: parts.resolutions }),
    ...(parts.exclude !== undefined && { exclude: parts.exclude }),
  };
  const texts = changes.flatMap(({ path, after }) => (after === undefined ? [] : [{ path, bytes: after }]));
  const findings = (await host.check?.(texts)) ?? [];
  const previews = entries.map(({ path, before, decision: { action, bytes } }) => ({
    path,
    action,
    before,
    after: action === 'delete' ? undefined : bytes,
  }));
  const plan: Plan = { ...body, hash: hashOf(canonicalJson(body)), findings };
  return ok({ plan, changes: [...changes, ...records.value], previews });
}

function changeOf(entry: Entry): readonly FileChange[] {
  const { path, before, decision, executable, secret } = entry;
  const hash = before === undefined ? undefined : hashOf(before);
  if (decision.action === 'delete')
    return before === undefined ? [] : [{ path, before: hash, after: undefined }];
  const isSame = before !== undefined && sameBytes(before, decision.bytes);
  if (decision.action === 'unchanged' || decision.action === 'skip' || isSame) return [];
  return [
    {
      path,
      before: hash,
      after: decision.bytes,
      ...(executable && { executable }),
      ...(secret === true && { secret }),
    },
  ];
}

async function recordChanges(
  disk: Disk,
  records: readonly RecordChange[],
): Promise<Result<readonly FileChange[]>> {
  const changes = new Map<string, FileChange>();
  for (const { path, bytes } of records) {
    const there = await readIfThere(disk, path);
    if (!there.ok) return refused(explainDiskProblem(there.problem));
    const before = there.value === undefined ? undefined : hashOf(there.value);
    if (before !== (bytes === undefined ? undefined : hashOf(bytes)))
      changes.set(path, { path, before, after: bytes });
  }
  return ok([...changes.values()].sort((a, b) => byCodeUnit(a.path, b.path)));
}

function plannedFile({ path, before, decision }: Entry): PlannedFile {
  const { action, bytes, conflicts, isOpen } = decision;
  return {
    path,
    action,
    sha256: hashOf(bytes),
    ...(before !== undefined && { before: hashOf(before) }),
    ...(conflicts !== undefined && conflicts.length > 0 && { conflicts }),
    ...(isOpen === true && { open: true as const }),
  };
}

function plannedRecord({ path, before, after }: FileChange): PlannedFile {
  const action = after === undefined ? 'delete' : before === undefined ? 'create' : 'replace';
  return { path, action, sha256: hashOf(after ?? ''), ...(before !== undefined && { before }) };
}

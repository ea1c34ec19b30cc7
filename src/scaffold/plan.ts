import { explainDiskProblem, readIfThere, type Disk } from './disk';
import { decideNew, type FileAction } from './existing';
import { finishPlan, type RecordChange } from './finish-plan';
import { findPathProblem, joinPath } from './paths';
import type { Entry, PlanHost, PlanRequest, PlannedComponent, PreparedPlan } from './plan-model';
import { planningView } from './planning-view';
import { basePath, readRecords, recordPath, recordText, type ComponentRecord } from './record';
import { nextSteps, renderTemplate, type RenderedFile } from './render';
import { ok, refused, type Problem, type Result } from './result';
import { settleSystem, wiringOf, type ComponentRequest, type SettledComponent, type Wire } from './system';
import { bytesOf, hashOf } from './text';
import { toldPorts, wiredNames } from './told-ports';

export type * from './plan-model';

/** Renders a request in memory and says what it would do to the workspace; nothing is written. */
export async function planScaffold(
  real: Disk,
  request: PlanRequest,
  host: PlanHost = {},
): Promise<Result<PreparedPlan>> {
  const disk = planningView(real);
  const records = await readRecords(disk);
  if (!records.ok) return records;
  const faults = request.components.flatMap((component) => requestFaults(component, records.value));
  if (faults.length > 0) return refused(...faults);
  const settled = settleSystem(request.components, records.value);
  if (!settled.ok) return settled;
  const wiring = wiringOf(settled.value, records.value);
  const draft = new Draft(disk, request, host, wiring);
  for (const component of settled.value) {
    const added = await draft.add(component);
    if (!added.ok) return added;
  }
  return finishPlan(disk, host, {
    kind: 'scaffold',
    components: settled.value.map(plannedComponent),
    entries: [...draft.entries.values()],
    records: draft.records,
    wiring,
    next: nextOf(settled.value),
    ...(request.resolutions !== undefined && { resolutions: request.resolutions }),
    ...(request.exclude !== undefined && { exclude: request.exclude }),
  });
}

/** What to do next: for a system what its top folder says comes first, and every other step names its folder. */
function nextOf(components: readonly SettledComponent[]): readonly string[] {
  const steps = components.map(({ request: { template, destination }, settled: { scope } }) => ({
    place: destination === '' || components.length === 1 ? '' : `${destination}: `,
    texts: nextSteps(template.manifest, scope),
  }));
  return steps
    .sort((left, right) => Number(left.place !== '') - Number(right.place !== ''))
    .flatMap(({ place, texts }) => texts.map((text) => place + text));
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

/** The files of a plan as components are added one after the other; later ones see what earlier ones write. */
class Draft {
  readonly entries = new Map<string, Entry>();
  readonly records: RecordChange[] = [];

  constructor(
    private readonly disk: Disk,
    private readonly request: PlanRequest,
    private readonly host: PlanHost,
    private readonly wiring: readonly Wire[],
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
    const wired = wiredNames(id, this.wiring);
    const provides = await toldPorts(this.host, component.provides, destination, rendered.value);
    const record = {
      id,
      template,
      version,
      destination,
      answers,
      bindings,
      wired,
      provides,
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

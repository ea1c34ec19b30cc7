import { explainDiskProblem, readIfThere, type Disk } from './disk';
import { decideNew, type Decision } from './existing';
import { hasConflictMarkers, isSameText, markWhole } from './merge/diff3';
import { mergeUpdate } from './merge/merge-files';
import type { Migrated } from './migrate';
import { joinPath } from './paths';
import { finishPlan, type RecordChange } from './finish-plan';
import type { Entry, PlanHost, PreparedPlan } from './plan-model';
import { planningView, readAhead } from './planning-view';
import {
  basePath,
  filesOf,
  readBase,
  readRecords,
  recordPath,
  recordText,
  unusedBases,
  type ComponentRecord,
} from './record';
import { nextSteps, renderTemplate, type RenderedFile } from './render';
import { ok, refused, type Problem, type Result } from './result';
import { settleSystem, wiringOf, type SettledComponent, type Wire } from './system';
import type { Template } from './template';
import { bytesOf, hashOf, sameBytes, textOf } from './text';
import { jobOf, requestOf, unknownIds, type Job } from './update-job';
import { toldPorts, wiredNames } from './told-ports';

/** Which components to update, and what else may change. */
export interface UpdateRequest {
  /** Templates by their id; former ids are looked up too. */
  readonly templates: readonly Template[];
  /** Ids of components; all where there is none. */
  readonly components?: readonly string[];
  /** Answers that change, by component. */
  readonly answers?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Paths whose tick was taken away: they stay as they are, and the next update offers them again. */
  readonly exclude?: readonly string[];
}

/** Plans the update of components to the templates at hand: hunk by hunk, offline, from what the workspace itself keeps. */
export async function planUpdate(
  real: Disk,
  request: UpdateRequest,
  host: PlanHost = {},
): Promise<Result<PreparedPlan>> {
  const disk = planningView(real);
  const records = await readRecords(disk);
  if (!records.ok) return records;
  const chosen = records.value.filter((record) => request.components?.includes(record.id) ?? true);
  const jobs = chosen.map((record) => jobOf(record, request));
  const faults = [
    ...unknownIds(request, records.value),
    ...jobs.flatMap((job) => (job.ok ? [] : job.problems)),
  ];
  if (faults.length > 0) return refused(...faults);
  const ready = jobs.flatMap((job) => (job.ok ? [job.value] : []));
  const others = records.value.filter((record) => !chosen.includes(record));
  const settled = settleSystem(ready.map(requestOf), others);
  if (!settled.ok) return settled;
  await readAhead(
    disk,
    ready.flatMap(({ record }) => filesOf(record)),
  );
  const wiring = wiringOf(settled.value, others);
  const draft = new UpdateDraft(disk, host, wiring, request.exclude ?? []);
  for (const component of settled.value) {
    const job = ready.find((candidate) => candidate.record.id === component.request.id);
    const added = job === undefined ? ok(undefined) : await draft.add(job, component);
    if (!added.ok) return added;
  }
  if (draft.problems.length > 0) return refused(...draft.problems);
  const obsolete = await unusedBases(disk, [...others, ...draft.updated]);
  return finishPlan(disk, host, {
    kind: 'update',
    components: settled.value.map(({ request: { id, template, destination }, settled: { answers } }) => ({
      id,
      template: template.manifest.id,
      version: template.manifest.version,
      destination,
      answers,
    })),
    entries: [...draft.entries.values()],
    records: [...draft.records, ...obsolete.map((path) => ({ path, bytes: undefined }))],
    wiring,
    ...(request.exclude !== undefined && { exclude: request.exclude }),
    next: settled.value.flatMap((component) => nextOf(component, ready)),
  });
}

/** Whether an update would change anything: the exit code of `update --check`. */
export function isUpToDate(prepared: PreparedPlan): boolean {
  return prepared.changes.length === 0;
}

function nextOf(component: SettledComponent, jobs: readonly Job[]): readonly string[] {
  const { template, id } = component.request;
  const job = jobs.find((candidate) => candidate.record.id === id);
  if (job?.record.version === template.manifest.version) return [];
  return nextSteps(template.manifest, component.settled.scope);
}

/** Collects what an update does, component after component. */
class UpdateDraft {
  readonly entries = new Map<string, Entry>();
  readonly records: RecordChange[] = [];
  readonly updated: ComponentRecord[] = [];
  readonly problems: Problem[] = [];

  constructor(
    private readonly disk: Disk,
    private readonly host: PlanHost,
    private readonly wiring: readonly Wire[],
    private readonly exclude: readonly string[],
  ) {}

  async add(job: Job, component: SettledComponent): Promise<Result<void>> {
    const rendered = renderTemplate(job.template, component.settled);
    if (!rendered.ok) return rendered;
    const files: Record<string, string> = {};
    const kept = [...job.record.kept];
    const sources = new Map([...job.migrated.moved].map(([from, to]) => [to, from]));
    for (const file of rendered.value) {
      const from = sources.get(file.path);
      const left = await this.leave(job, file.path, from, files);
      if (!left.ok) return left;
      if (left.value) continue;
      const result = await this.update(job, file, from, kept);
      if (!result.ok) return result;
      if (kept.includes(file.path)) continue;
      files[file.path] = hashOf(file.bytes);
      this.records.push({ path: basePath(hashOf(file.bytes)), bytes: file.bytes });
    }
    const targets = new Set(rendered.value.map((file) => file.path));
    for (const [to, from] of sources)
      if (!targets.has(to)) {
        const left = await this.leave(job, from, from, files);
        const result = left.ok && !left.value ? await this.removeFile(job, from) : left;
        if (!result.ok) return result;
      }
    const { id, version } = job.template.manifest;
    const { record } = job;
    const answers = component.settled.answers;
    const wired = wiredNames(record.id, this.wiring);
    const provides = await toldPorts(this.host, component.provides, record.destination, rendered.value);
    const updated = { ...record, template: id, version, answers, wired, provides, files, kept };
    this.updated.push(updated);
    this.records.push({ path: recordPath(record.id), bytes: bytesOf(recordText(updated)) });
    return ok(undefined);
  }

  /** Leaves a file alone whose tick was taken away: what was recorded of it stays, a move is not made by half. */
  private async leave(
    { record }: Job,
    path: string,
    from: string | undefined,
    files: Record<string, string>,
  ): Promise<Result<boolean>> {
    const target = joinPath(record.destination, path);
    const source = joinPath(record.destination, from ?? path);
    if (!this.exclude.includes(target) && !this.exclude.includes(source)) return ok(false);
    const hash = from === undefined ? undefined : record.files[from];
    if (from !== undefined && hash !== undefined) files[from] = hash;
    const there = await this.read(target);
    if (!there.ok) return there;
    const decision = { action: 'skip' as const, bytes: there.value ?? new Uint8Array() };
    this.entries.set(target, { path: target, before: there.value, decision });
    return ok(true);
  }

  private async update(
    job: Job,
    file: RenderedFile,
    from: string | undefined,
    kept: string[],
  ): Promise<Result<void>> {
    if (kept.includes(file.path)) return ok(undefined);
    const { record, template } = job;
    const target = joinPath(record.destination, file.path);
    const source = from === undefined ? target : joinPath(record.destination, from);
    const [there, old] = [await this.read(target), await this.read(source)];
    if (!there.ok) return there;
    if (!old.ok) return old;
    const label = {
      mine: 'yours',
      base: `${record.template} ${record.version}`,
      theirs: `${template.manifest.id} ${template.manifest.version}`,
    };
    if (from === undefined) {
      const decision = decideNew(file, there.value, label.theirs, 'markers');
      if (file.secret || decision.action === 'skip') kept.push(file.path);
      this.put(target, there.value, decision, file);
      return ok(undefined);
    }
    // What the user deleted stays deleted, also where the template moved it.
    if (old.value === undefined) {
      if (there.value === undefined || source === target) return ok(undefined);
    }
    if (source !== target && old.value !== undefined && there.value !== undefined)
      return this.blocked(source, target);
    const mine = old.value ?? there.value;
    if (mine === undefined) return ok(undefined);
    const base = await readBase(this.disk, record.files[from] ?? '');
    const decision = this.merge(target, mine, base, file, job.migrated, label);
    this.put(target, there.value, decision, file);
    if (source !== target && old.value !== undefined) this.drop(source, old.value);
    return ok(undefined);
  }

  private blocked(source: string, target: string): Result<void> {
    this.problems.push({
      code: 'move-blocked',
      message: `The template moves "${source}" to "${target}", which exists.`,
      path: target,
      next: 'Move or rename your file and update again.',
    });
    return ok(undefined);
  }

  private merge(
    path: string,
    mine: Uint8Array,
    base: Uint8Array | undefined,
    file: RenderedFile,
    migrated: Migrated,
    label: { mine: string; base: string; theirs: string },
  ): Decision {
    const [mineText, theirs, baseText] = [mine, file.bytes, base].map((bytes) => bytes && textOf(bytes));
    if (mineText !== undefined && hasConflictMarkers(mineText) && !hasConflictMarkers(baseText ?? ''))
      this.problems.push({
        code: 'unresolved',
        message: `"${path}" still has conflict markers.`,
        path,
        next: 'Resolve them and update again.',
      });
    if (sameBytes(mine, file.bytes)) return { action: 'unchanged', bytes: mine };
    if (base !== undefined && sameBytes(base, file.bytes)) return { action: 'unchanged', bytes: mine };
    if (base !== undefined && sameBytes(base, mine)) return { action: 'replace', bytes: file.bytes };
    if (mineText !== undefined && theirs !== undefined && isSameText(mineText, theirs))
      return { action: 'unchanged', bytes: mine };
    // A binary file that both sides changed stays the user's.
    if (mineText === undefined || theirs === undefined) return { action: 'skip', bytes: mine };
    if (baseText === undefined)
      return { action: 'conflict', bytes: bytesOf(markWhole(mineText, theirs, label)), isOpen: false };
    const rewritten = migrated.rewrite(file.path, mineText);
    const merged = mergeUpdate(path, migrated.rewrite(file.path, baseText), rewritten, theirs, label);
    if (merged.text === mineText) return { action: 'unchanged', bytes: mine };
    return { action: merged.conflicts > 0 ? 'conflict' : 'merge', bytes: bytesOf(merged.text) };
  }

  /** A file that the template no longer has goes, unless the user changed it. */
  private async removeFile(job: Job, from: string): Promise<Result<void>> {
    const path = joinPath(job.record.destination, from);
    const there = await this.read(path);
    if (!there.ok) return there;
    const isPristine = there.value !== undefined && hashOf(there.value) === job.record.files[from];
    if (there.value === undefined || this.entries.has(path)) return ok(undefined);
    if (isPristine) this.drop(path, there.value);
    else
      this.entries.set(path, { path, before: there.value, decision: { action: 'skip', bytes: there.value } });
    return ok(undefined);
  }

  private put(path: string, before: Uint8Array | undefined, decision: Decision, file: RenderedFile): void {
    const moved: Decision =
      before === undefined && decision.action !== 'conflict' ? { ...decision, action: 'create' } : decision;
    const executable = file.executable ? { executable: true } : {};
    this.entries.set(path, { path, before, decision: moved, secret: file.secret, ...executable });
  }

  private drop(path: string, before: Uint8Array): void {
    if (!this.entries.has(path))
      this.entries.set(path, { path, before, decision: { action: 'delete', bytes: new Uint8Array() } });
  }

  private async read(path: string): Promise<Result<Uint8Array | undefined>> {
    const bytes = await readIfThere(this.disk, path);
    return bytes.ok ? ok(bytes.value) : refused(explainDiskProblem(bytes.problem));
  }
}

import { byCodeUnit, canonicalJson } from './canonical';
import { explainDiskProblem, readIfThere, type Disk } from './disk';
import type { Resolution } from './existing';
import { findCollisions } from './paths';
import type { Entry, Plan, PlanHost, PlannedComponent, PlannedFile, PreparedPlan } from './plan-model';
import { preflight } from './preflight';
import { ok, refused, type Result } from './result';
import type { Wire } from './system';
import { hashOf, sameBytes } from './text';
import type { FileChange } from './transaction';

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

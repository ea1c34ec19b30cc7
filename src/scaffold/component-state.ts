import { readIfThere, type Disk } from './disk';
import { compareVersions } from './migrate';
import { joinPath } from './paths';
import { readRecords, type ComponentRecord } from './record';
import type { Result } from './result';
import { brokenWires } from './system';
import type { Template } from './template';
import { hashOf } from './text';
import { ok } from './result';

/** How a scaffolded component stands against its record and its template. */
export interface ComponentState {
  readonly record: ComponentRecord;
  /** Recorded files that were edited since, below the workspace. */
  readonly changed: readonly string[];
  /** Recorded files that are gone. */
  readonly missing: readonly string[];
  /** The template's version, when it is newer than the component's. */
  readonly update: string | undefined;
  /** Required ports that nothing provides any more. */
  readonly brokenPorts: readonly string[];
}

/** The state of every component of a workspace, in the order of their ids. */
export async function componentStates(
  disk: Disk,
  templates: readonly Template[],
): Promise<Result<readonly ComponentState[]>> {
  const records = await readRecords(disk);
  if (!records.ok) return records;
  const byId = new Map(templates.map((template) => [template.manifest.id, template]));
  const broken = brokenWires(records.value);
  const states: ComponentState[] = [];
  for (const record of records.value) {
    const newest = byId.get(record.template)?.manifest.version;
    const isNewer = newest !== undefined && compareVersions(newest, record.version) > 0;
    states.push({
      record,
      ...(await fileStates(disk, record)),
      update: isNewer ? newest : undefined,
      brokenPorts: broken.filter(({ to }) => to.startsWith(`${record.id}.`)).map(({ to }) => to),
    });
  }
  return ok(states);
}

async function fileStates(
  disk: Disk,
  record: ComponentRecord,
): Promise<Pick<ComponentState, 'changed' | 'missing'>> {
  const changed: string[] = [];
  const missing: string[] = [];
  for (const [file, hash] of Object.entries(record.files)) {
    const path = joinPath(record.destination, file);
    const read = await readIfThere(disk, path);
    if (!read.ok || read.value === undefined) missing.push(path);
    else if (hashOf(read.value) !== hash) changed.push(path);
  }
  return { changed, missing };
}

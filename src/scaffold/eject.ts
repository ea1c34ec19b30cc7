import { readIfThere, type Disk } from './disk';
import { joinPath } from './paths';
import { readRecords, recordPath, recordText } from './record';
import { refused, ok, type Result } from './result';
import { bytesOf, hashOf } from './text';
import type { FileChange } from './transaction';

/** Takes a file out of updates for good: it becomes the user's own. Gives the change of the record. */
export async function planEject(disk: Disk, path: string): Promise<Result<readonly FileChange[]>> {
  const records = await readRecords(disk);
  if (!records.ok) return records;
  const owners = records.value.filter((record) =>
    Object.keys(record.files).some((file) => joinPath(record.destination, file) === path),
  );
  if (owners.length === 0)
    return refused({
      code: 'not-recorded',
      message: `"${path}" does not belong to a component.`,
      path,
      next: 'Nothing has to be done: updates leave it alone.',
    });
  const changes: FileChange[] = [];
  for (const record of owners) {
    const isIt = (file: string): boolean => joinPath(record.destination, file) === path;
    const files = Object.fromEntries(Object.entries(record.files).filter(([file]) => !isIt(file)));
    const kept = [...record.kept, ...Object.keys(record.files).filter(isIt)];
    const before = await readIfThere(disk, recordPath(record.id));
    const hash = before.ok && before.value !== undefined ? hashOf(before.value) : undefined;
    changes.push({
      path: recordPath(record.id),
      before: hash,
      after: bytesOf(recordText({ ...record, files, kept })),
    });
  }
  return ok(changes);
}

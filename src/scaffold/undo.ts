import { createTwoFilesPatch } from 'diff';
import { explainDiskProblem, readIfThere, type Disk } from './disk';
import { afterImage, listJournals, readJournal, writeJournal, type Journal } from './journal';
import { preflight, type Host } from './preflight';
import { ok, refused, type Problem, type Result } from './result';
import { rollBack } from './rollback';
import { hashOf, textOf } from './text';

/** What an undo would do, to be shown before it is done. */
export interface UndoPreview {
  readonly journal: string;
  readonly label: string;
  readonly files: readonly { readonly path: string; readonly action: 'remove' | 'restore' }[];
}

/** A file that was edited since it was scaffolded, with the difference as a patch. */
export interface EditedSince {
  readonly path: string;
  readonly difference: string;
}

/** Finds the last change that can be undone. */
export async function findUndo(disk: Disk): Promise<Result<UndoPreview | undefined>> {
  const found = await lastJournal(disk);
  if (!found.ok) return found;
  const journal = found.value;
  if (journal === undefined) return ok(undefined);
  const files = journal.operations.map(({ path, before }) => ({
    path,
    action: before === null ? ('remove' as const) : ('restore' as const),
  }));
  return ok({ journal: journal.id, label: journal.label, files });
}

/** Undoes the last change, also after a restart; refuses where a file was edited since, with the difference. */
export async function undoLast(disk: Disk, host: Host = {}): Promise<Result<UndoPreview>> {
  const found = await lastJournal(disk);
  if (!found.ok) return found;
  const journal = found.value;
  if (journal === undefined)
    return refused({
      code: 'nothing-to-undo',
      message: 'There is no scaffold to undo.',
      next: 'Use version control.',
    });
  const problems = await undoProblems(disk, journal, host);
  if (problems.length > 0) return refused(...problems);
  const preview = await findUndo(disk);
  const started = await writeJournal(disk, { ...journal, state: 'undoing', owner: host.owner ?? '' });
  if (!started.ok) return refused(explainDiskProblem(started.problem));
  const back = await rollBack(disk, journal);
  if (!back.ok)
    return refused({ ...explainDiskProblem(back.problem), next: 'The undo is completed at the next start.' });
  return preview.ok && preview.value !== undefined ? ok(preview.value) : refused();
}

/** The files of the last change that were edited since. */
export async function editedSince(disk: Disk, journal: Journal): Promise<readonly EditedSince[]> {
  const edited: EditedSince[] = [];
  for (const [index, { path, after }] of journal.operations.entries()) {
    const now = await readIfThere(disk, path);
    const bytes = now.ok ? now.value : undefined;
    if ((bytes === undefined ? undefined : hashOf(bytes)) === after?.sha256) continue;
    const written = await readIfThere(disk, afterImage(journal.id, index));
    const old = written.ok && written.value !== undefined ? textOf(written.value) : undefined;
    edited.push({ path, difference: differenceOf(path, old, bytes === undefined ? '' : textOf(bytes)) });
  }
  return edited;
}

/** The difference between two texts of a file, as a patch; binary files have none. */
export function differenceOf(path: string, old: string | undefined, now: string | undefined): string {
  if (old === undefined || now === undefined) return `${path}: the content differs.\n`;
  return createTwoFilesPatch(`${path} (scaffolded)`, `${path} (now)`, old, now, undefined, undefined, {
    context: 2,
  });
}

async function lastJournal(disk: Disk): Promise<Result<Journal | undefined>> {
  const ids = await listJournals(disk);
  if (!ids.ok) return refused(explainDiskProblem(ids.problem));
  for (const id of ids.value.toReversed()) {
    const journal = await readJournal(disk, id);
    if (!journal.ok) return refused(explainDiskProblem(journal.problem));
    if (journal.value?.state === 'done') return ok(journal.value);
    if (journal.value !== undefined)
      return refused({
        code: 'interrupted',
        message: `An earlier change ("${journal.value.label}") is not finished.`,
        next: 'Start again so that it is repaired first.',
      });
  }
  return ok(undefined);
}

async function undoProblems(disk: Disk, journal: Journal, host: Host): Promise<readonly Problem[]> {
  const edited = await editedSince(disk, journal);
  const paths = journal.operations.map((operation) => operation.path);
  const hindered = await preflight(disk, paths, host);
  return [
    ...hindered,
    ...edited.map(({ path, difference }) => ({
      code: 'edited-since',
      message: `"${path}" was edited since it was scaffolded:\n${difference}`,
      path,
      next: 'Take your edits back first, or remove the files by hand.',
    })),
  ];
}

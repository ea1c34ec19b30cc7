import { renameKey } from './merge/merge-files';
import type { ComponentRecord } from './record';
import type { Answers, Migration, Template, Value } from './template';

/** Compares two versions of three numbers. */
export function compareVersions(left: string, right: string): number {
  const [a, b] = [left, right].map((version) => version.split('.').map(Number));
  for (let index = 0; index < 3; index++) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A record as the newer template would have written it. */
export interface Migrated {
  readonly answers: Answers;
  /** Each file's path now, by the path it had. */
  readonly moved: ReadonlyMap<string, string>;
  /** Renames the keys of a file, given by its new path. */
  readonly rewrite: (path: string, text: string) => string;
}

/** Applies the migrations between a record's version and the template's, in order. */
export function migrateRecord(record: ComponentRecord, template: Template): Migrated {
  const due = template.manifest.migrations
    .filter((migration) => compareVersions(migration.to, record.version) > 0)
    .filter((migration) => compareVersions(migration.to, template.manifest.version) <= 0)
    .sort((a, b) => compareVersions(a.to, b.to));
  const moved = new Map(Object.keys(record.files).map((path) => [path, path]));
  let answers: Answers = record.answers;
  for (const migration of due) {
    answers = migrateAnswers(answers, migration);
    for (const [from, to] of moved) {
      const target = migration.moveFile[to];
      if (target !== undefined) moved.set(from, target);
    }
  }
  const renames = due.flatMap((migration) => migration.renameKey);
  const rewrite = (path: string, text: string): string =>
    renames
      .filter((rename) => rename.file === path)
      .reduce((now, { from, to }) => renameKey(path, now, from, to), text);
  return { answers, moved, rewrite };
}

function migrateAnswers(answers: Answers, migration: Migration): Answers {
  const kept: Record<string, Value> = {};
  for (const [name, value] of Object.entries(answers)) {
    if (migration.removeAnswer.includes(name)) continue;
    const renamed = Object.hasOwn(migration.renameAnswer, name) ? migration.renameAnswer[name] : name;
    kept[renamed ?? name] = value;
  }
  return { ...migration.setAnswer, ...kept };
}

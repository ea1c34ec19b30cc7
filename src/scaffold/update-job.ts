import { compareVersions, migrateRecord, type Migrated } from './migrate';
import { recordPath, type ComponentRecord } from './record';
import { ok, refused, type Problem, type Result } from './result';
import type { ComponentRequest } from './system';
import type { Template } from './template';
import type { UpdateRequest } from './update';

/** One component that is to be updated, its record migrated. */
export interface Job {
  readonly record: ComponentRecord;
  readonly template: Template;
  readonly migrated: Migrated;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** The component as it would be scaffolded now. */
export function requestOf({ record, template, answers }: Job): ComponentRequest {
  return { id: record.id, template, destination: record.destination, answers, bindings: record.bindings };
}

/** Ids that name no component. */
export function unknownIds(request: UpdateRequest, records: readonly ComponentRecord[]): readonly Problem[] {
  const known = records.map((record) => record.id);
  return (request.components ?? [])
    .filter((id) => !known.includes(id))
    .map((id) => ({
      code: 'component-unknown',
      message: `There is no component "${id}".`,
      next: `Components: ${known.join(', ')}.`,
    }));
}

/** Finds the template of a component and brings its answers up to it. */
export function jobOf(record: ComponentRecord, request: UpdateRequest): Result<Job> {
  const template = request.templates.find(
    ({ manifest }) => manifest.id === record.template || manifest.formerly.includes(record.template),
  );
  const path = recordPath(record.id);
  if (template === undefined)
    return refused({
      code: 'template-unknown',
      message: `There is no template "${record.template}" for the component "${record.id}".`,
      path,
      next: 'Install the collection that has it, or take the component out of the records.',
    });
  if (compareVersions(template.manifest.version, record.version) < 0)
    return refused({
      code: 'template-older',
      message: `"${record.id}" was made by version ${record.version}; the template at hand is ${template.manifest.version}.`,
      path,
      next: 'Update the extension or the collection.',
    });
  const migrated = migrateRecord(record, template);
  const known = new Set(template.manifest.questions.map((question) => question.name));
  // An answer that the newer template no longer asks for goes without a migration, too.
  const isSame = template.manifest.version === record.version;
  const kept = Object.entries(migrated.answers).filter(([name]) => isSame || known.has(name));
  // What a binding answers is taken from the port anew, so that a renamed topic arrives here.
  const bound = template.manifest.requires.flatMap(({ id, answers }) =>
    id in record.bindings ? Object.keys(answers) : [],
  );
  const own = kept.filter(([name]) => !bound.includes(name));
  const answers = { ...Object.fromEntries(own), ...request.answers?.[record.id] };
  return ok({ record, template, migrated, answers });
}

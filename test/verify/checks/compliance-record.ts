import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../check';
import { absent } from '../outcome';
import { root, workFolder } from '../places';
import { isMapping, textAt } from '../plain-data';
import { yamlDocuments, type YamlDocument } from '../project';
import { strictSchema } from '../strict-schema';
import { pinOf, runTool } from './formats';

const published = join(root, 'media', 'schemas', 'compliance-record.schema.json');

/** A record holds to the schema that we publish, with no unknown field: the editor would underline it. */
export const complianceRecord: Check = {
  id: 'compliance-record',
  title: 'our published schema of the compliance record',
  revision: 1,
  versions: () => [pinOf('check-jsonschema'), readFileSync(published, 'utf8')],
  appliesTo: () => true,
  run: async (project, bench) => {
    const files = [
      ...new Set(
        yamlDocuments(project)
          .filter(isRecord)
          .map(({ path }) => path),
      ),
    ];
    if (files.length === 0) return absent('no such file');
    const folder = join(workFolder, 'schemas');
    mkdirSync(folder, { recursive: true });
    const schema = join(folder, 'compliance-record.json');
    const read: unknown = JSON.parse(readFileSync(published, 'utf8'));
    writeFileSync(schema, JSON.stringify(isMapping(read) ? strictSchema(read) : {}));
    return runTool(project, bench, 'check-jsonschema', ['--schemafile', schema], files);
  },
};

/** Whether a document is a record, which no cluster ever sees. */
export function isRecord({ value }: YamlDocument): boolean {
  return (textAt(value, 'apiVersion') ?? '').startsWith('ai-compliance/');
}

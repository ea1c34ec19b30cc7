import Ajv from 'ajv';
import type { ValidateFunction } from 'ajv';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { isMapping } from '../verify/plain-data';
import { strictSchema } from '../verify/strict-schema';

/** Where the schemas of custom resources lie beside the project; elsewhere the check is skipped. */
export const schemaFolder = path.resolve(import.meta.dirname, '../../../shared/crds');

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, logger: false });
const validators = new Map<string, ValidateFunction | undefined>();

/** The faults of all custom resources in a text, and how many were looked at. */
export function resourceFaults(text: string): {
  readonly checked: number;
  readonly faults: readonly string[];
} {
  const faults: string[] = [];
  let checked = 0;
  for (const document of parseAllDocuments(text)) {
    const resource: unknown = document.toJS();
    const validate = isMapping(resource) ? validatorFor(resource['apiVersion'], resource['kind']) : undefined;
    if (!validate) continue;
    checked++;
    if (!validate(resource))
      faults.push(
        ...(validate.errors ?? []).map(
          (e) => `${e.instancePath} ${e.message ?? ''} ${JSON.stringify(e.params)}`,
        ),
      );
  }
  return { checked, faults };
}

/** Whether the folder of schemas is there. */
export function haveSchemas(): boolean {
  return existsSync(schemaFolder) && readdirSync(schemaFolder).length > 1;
}

function validatorFor(apiVersion: unknown, kind: unknown): ValidateFunction | undefined {
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return undefined;
  const name = `${kind.toLowerCase()}-${apiVersion.replace('/', '-')}.json`;
  if (!validators.has(name)) validators.set(name, compile(path.join(schemaFolder, name)));
  return validators.get(name);
}

function compile(file: string): ValidateFunction | undefined {
  if (!existsSync(file)) return undefined;
  const schema: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isMapping(schema)) throw new Error(`${file} is no schema.`);
  return ajv.compile(strictSchema(schema));
}

// Holds manifests against the schemas that the operators publish (`../shared/crds`): unknown fields are errors.
// node test/oracles/crds/run.mjs                 the good and mended examples of all rules
// node test/oracles/crds/run.mjs FILE|FOLDER…    manifests, such as generated ones
// node test/oracles/crds/run.mjs --technology kserve
import { Validator } from '@cfworker/json-schema';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { ruleExamples, skip } from '../examples.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const schemas = process.env.CRD_SCHEMAS ?? path.resolve(root, '../shared/crds');
if (!existsSync(schemas)) skip('crds', `there are no schemas at ${path.relative(root, schemas)}`);

const given = process.argv.slice(2);
const at = given.indexOf('--technology');
const technologies = at < 0 ? [] : given.splice(at, 2).slice(1);
const validators = new Map();
const groups = new Set(
  readdirSync(schemas).flatMap((name) => /^[^-]+-(.+)-v\d\w*\.json$/.exec(name)?.[1] ?? []),
);
const counts = { valid: 0, incomplete: 0, faulty: 0, unknown: 0, skipped: 0 };
// An example shows one thing and may leave the rest out; a manifest that is handed in is whole.
const examplesOnly = given.length === 0;

if (given.length > 0)
  for (const file of given.flatMap((place) => [...manifests(place)])) check(file, readFileSync(file, 'utf8'));
else {
  for (const rule of await ruleExamples(technologies)) {
    rule.good.forEach((example, index) => checkExample(`${rule.id} good ${index + 1}`, example));
    rule.bad.forEach((example, index) => {
      if (example.fixed !== undefined)
        checkExample(`${rule.id} fixed ${index + 1}`, { ...example, text: example.fixed });
    });
  }
}
console.log(
  `crds: ${counts.valid} resources valid, ${counts.incomplete} incomplete examples, ${counts.faulty} faulty, ${counts.unknown} of a version without schema, ${counts.skipped} templates or fragments`,
);
process.exit(counts.faulty > 0 ? 1 : 0);

function checkExample(title, example) {
  if (/\.ya?ml$/.test(example.path)) check(title, example.text);
}

function check(title, text) {
  for (const document of parseAllDocuments(text, { version: '1.1', merge: true })) {
    // Placeholders, templates and patches are filled in by others before a cluster sees them.
    if (/\$\{|\{\{|\{%|\$patch/.test(text) || document.errors.length > 0) {
      counts.skipped++;
      continue;
    }
    const resource = withoutNulls(contentOf(document));
    const [group, version] = String(resource?.apiVersion ?? '').split('/');
    if (!groups.has(group)) continue;
    const validator = validatorOf(`${String(resource.kind).toLowerCase()}-${group}-${version}`);
    if (!validator) counts.unknown++;
    else judge(title, resource, validator);
  }
}

function judge(title, resource, validator) {
  const { valid, errors } = validator.validate(resource);
  const faults = errors.filter(
    ({ error }) => !/^(?:Property "[^"]*" does not match schema|Items did not match schema)/.test(error),
  );
  if (valid) return void counts.valid++;
  if (examplesOnly && faults.every(({ error }) => / does not have required property /.test(error))) {
    return void counts.incomplete++;
  }
  counts.faulty++;
  const told = (faults.length > 0 ? faults : errors).slice(0, 4);
  console.log(
    `${title}: ${resource.kind}\n${told.map(({ instanceLocation, error }) => `  ${instanceLocation} ${error}`).join('\n')}`,
  );
}

/** Nothing for text that is faulty on purpose, such as an alias without its anchor. */
function contentOf(document) {
  try {
    return document.toJS();
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

/** As the API server drops a key without a value. */
function withoutNulls(value) {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutNulls(inner)]));
}

function validatorOf(name) {
  const known = validators.get(name);
  if (known) return known;
  const file = path.join(schemas, `${name}.json`);
  if (!existsSync(file)) return undefined;
  const schema = strict(JSON.parse(readFileSync(file, 'utf8')));
  // What every resource has beside its own fields.
  schema.properties = { ...schema.properties, apiVersion: {}, kind: {}, metadata: {}, status: {} };
  const validator = new Validator(schema, '2020-12', false);
  validators.set(name, validator);
  return validator;
}

/** The structural schema of a custom resource as JSON schema that forbids what the API server would drop. */
function strict(schema) {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== 'object' || schema === null) return schema;
  const result = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties')
      result.properties = Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [name, strict(inner)]),
      );
    else if (['items', 'additionalProperties', 'not'].includes(key)) result[key] = strict(value);
    // The branches name only what they add; closing them would forbid everything else.
    else if (
      !['oneOf', 'anyOf', 'allOf', 'default', 'format', 'nullable'].includes(key) &&
      !key.startsWith('x-')
    )
      result[key] = value;
    else if (['oneOf', 'anyOf', 'allOf'].includes(key)) result[key] = value;
  }
  if (schema['x-kubernetes-int-or-string'] === true) result.type = ['integer', 'string'];
  if (schema.nullable === true && result.type !== undefined) result.type = [result.type, 'null'].flat();
  const open =
    schema['x-kubernetes-preserve-unknown-fields'] === true ||
    schema['x-kubernetes-embedded-resource'] === true;
  if (result.properties && result.additionalProperties === undefined && !open)
    result.additionalProperties = false;
  return result;
}

function* manifests(place) {
  if (!statSync(place).isDirectory()) return void (yield place);
  for (const entry of readdirSync(place, { withFileTypes: true })) {
    const inner = path.join(place, entry.name);
    if (entry.isDirectory()) yield* manifests(inner);
    else if (/\.(?:ya?ml|json)$/.test(entry.name)) yield inner;
  }
}

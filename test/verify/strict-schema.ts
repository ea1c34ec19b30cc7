import { isMapping, type Mapping } from './plain-data';

const objectKeys = ['apiVersion', 'kind', 'metadata'];

/** A custom resource's schema in which an unknown field is an error, as the API server prunes or refuses it. */
export function strictSchema(schema: Mapping): Mapping {
  const strict = strictly(schema);
  const properties = isMapping(strict['properties']) ? strict['properties'] : {};
  const known = Object.fromEntries(objectKeys.map((key) => [key, properties[key] ?? {}]));
  return { ...strict, properties: { ...properties, ...known } };
}

function strictly(schema: Mapping): Mapping {
  const entries = Object.entries(schema)
    .filter(([key]) => !key.startsWith('x-kubernetes-') && key !== 'format' && key !== 'nullable')
    // Go reads flags inside a pattern, JSON Schema does not.
    .filter(([key, value]) => key !== 'pattern' || !String(value).includes('(?'))
    .map(([key, value]) => [key, valueOf(key, value)] as const);
  const made = Object.fromEntries(entries);
  if (schema['x-kubernetes-int-or-string'] === true) return withoutType(made);
  const open = schema['x-kubernetes-preserve-unknown-fields'] === true || 'additionalProperties' in schema;
  return isMapping(schema['properties']) && !open ? { ...made, additionalProperties: false } : made;
}

function valueOf(key: string, value: unknown): unknown {
  if (key === 'properties' && isMapping(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, child]) => [name, isMapping(child) ? strictly(child) : child]),
    );
  }
  if ((key === 'items' || key === 'additionalProperties') && isMapping(value)) return strictly(value);
  return value;
}

function withoutType(schema: Mapping): Mapping {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== 'type'));
}

/** A mapping read from YAML or JSON. */
export type Mapping = Readonly<Record<string, unknown>>;

/** Whether a value is a mapping. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The mapping at a key, or an empty one. */
export function mappingAt(value: unknown, key: string): Mapping {
  const found = isMapping(value) ? value[key] : undefined;
  return isMapping(found) ? found : {};
}

/** The text at a key, or nothing. */
export function textAt(value: unknown, key: string): string | undefined {
  const found = isMapping(value) ? value[key] : undefined;
  return typeof found === 'string' ? found : undefined;
}

/** The number at a key, or what to take instead. */
export function numberAt(value: unknown, key: string, otherwise: number): number {
  const found = isMapping(value) ? value[key] : undefined;
  return typeof found === 'number' ? found : otherwise;
}

/** The list of texts at a key, or an empty one. */
export function textsAt(value: unknown, key: string): readonly string[] {
  const found = isMapping(value) ? value[key] : undefined;
  return Array.isArray(found) ? found.filter((item): item is string => typeof item === 'string') : [];
}

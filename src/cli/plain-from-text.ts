import { parse } from 'yaml';
import { UsageError } from './streams';

/** A YAML or JSON text as a plain value; aliases that explode are refused. */
export function plainFromText(text: string): unknown {
  try {
    const value: unknown = parse(text, { maxAliasCount: 100, prettyErrors: true });
    return value;
  } catch (error) {
    throw new UsageError(
      `The answers cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

import type { Span } from '../../core/span';

/** The parts of an image reference, with their places in it. */
export interface ImageReference {
  readonly name: Span;
  readonly tag: Span | undefined;
  readonly digest: Span | undefined;
}

/** Cuts `registry:5000/name:tag@digest`; variables are part of the part that they stand in. */
export function splitImageReference(reference: string): ImageReference {
  const masked = reference.replace(/\$\{[^}]*\}/g, (variable) => '$'.repeat(variable.length));
  const at = masked.indexOf('@');
  const beforeDigest = at < 0 ? reference.length : at;
  const slash = masked.lastIndexOf('/', beforeDigest);
  const colon = masked.indexOf(':', slash + 1);
  const hasTag = colon >= 0 && colon < beforeDigest;
  return {
    name: { start: 0, end: hasTag ? colon : beforeDigest },
    tag: hasTag ? { start: colon + 1, end: beforeDigest } : undefined,
    digest: at < 0 ? undefined : { start: at + 1, end: reference.length },
  };
}

/** The text with variables replaced by what is known of them; undefined where one is not known. */
export function substituteVariables(text: string, known: ReadonlyMap<string, string>): string | undefined {
  const unknown: string[] = [];
  const result = text.replace(
    /\\\$|\$(?:\{(\w+)(?::?([-+])([^}$]*))?\}|(\w+)|\{?)/g,
    (whole, braced?: string, operator?: string, word?: string, bare?: string) => {
      if (whole === '\\$') return '$';
      const name = braced ?? bare;
      const value = name === undefined ? undefined : known.get(name);
      if (operator === '-' && !value) return word ?? '';
      if (operator === '+') return value ? (word ?? '') : '';
      if (value === undefined) unknown.push(whole);
      return value ?? '';
    },
  );
  return unknown.length === 0 ? result : undefined;
}

/** Whether a variable stands in the text. */
export function hasVariable(text: string): boolean {
  return /(?<!\\)\$[\w{]/.test(text);
}

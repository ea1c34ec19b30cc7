const longestPattern = 200;

/** A pattern that was understood, or why it is refused. */
export type CompiledPattern =
  | { readonly ok: true; readonly test: (text: string) => boolean }
  | { readonly ok: false; readonly message: string };

/**
 * Compiles a `validate.pattern`, which is matched against the whole text. A template may come from anywhere, so that what
 * can run for ever is refused: back references, look-around, and a repeated group that itself repeats without a bound.
 */
export function compilePattern(pattern: string): CompiledPattern {
  if (pattern.length > longestPattern) return { ok: false, message: 'The pattern is too long.' };
  const bare = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  if (/\\[1-9k]/.test(pattern))
    return { ok: false, message: 'The pattern has a back reference, which is not allowed.' };
  if (/\(\?(?!:)/.test(bare))
    return { ok: false, message: 'The pattern has look-around, which is not allowed.' };
  if (nestsRepetition(bare))
    return { ok: false, message: 'The pattern repeats a group that repeats, which can run for ever.' };
  try {
    const expression = new RegExp(`^(?:${pattern})$`, 'u');
    return { ok: true, test: (text) => expression.test(text) };
  } catch {
    // The engine's own words name no place that an author could use.
    return { ok: false, message: `The pattern "${pattern}" is not a regular expression.` };
  }
}

/** Whether a group with `*`, `+` or `{n,}` or alternatives inside is repeated without a bound, unless what it repeats is led by a fixed mark. */
function nestsRepetition(bare: string): boolean {
  const groups: { readonly start: number; repeats: boolean }[] = [];
  for (let at = 0; at < bare.length; at++) {
    const character = bare.charAt(at);
    if (character === '(') groups.push({ start: at, repeats: false });
    else if (character === ')') {
      const group = groups.pop();
      const repeated = /^(?:[*+]|\{\d+,\})/.test(bare.slice(at + 1));
      if (group !== undefined && repeated && group.repeats && !hasFixedLead(bare.slice(group.start + 1, at)))
        return true;
      const parent = groups.at(-1);
      if (parent !== undefined && (repeated || group?.repeats === true)) parent.repeats = true;
    } else if (/[*+|]/.test(character) || /^\{\d+,\}/.test(bare.slice(at))) {
      const group = groups.at(-1);
      if (group !== undefined) group.repeats = true;
    }
  }
  return false;
}

/** `(?:-[a-z]+)*` is safe: each turn starts with a mark that its own repetition cannot take. */
function hasFixedLead(inner: string): boolean {
  return /^(?:\?:)?[-_,;:/ ]x[*+]$/.test(inner);
}

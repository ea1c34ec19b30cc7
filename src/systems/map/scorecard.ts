import type { FactReader, Gap } from '../../core';
import { patternOrder } from './graph';
import type { Pattern, SystemMap } from './graph';

/** How one pattern is covered by a workspace. */
export interface Score {
  readonly pattern: Pattern;
  readonly state: 'covered' | 'partly' | 'absent';
  /** Things that cover it, by name. */
  readonly things: readonly string[];
  readonly missing: readonly Gap[];
}

/** Which of the five patterns a workspace covers, and what each lacks. */
export function scorecard(map: SystemMap, facts: FactReader): readonly Score[] {
  return patternOrder.map((pattern) => {
    const things = map.nodes
      .filter((node) => node.pattern === pattern && !node.missing)
      .map(({ label }) => label);
    const extra = pattern === 'security-compliance' ? facts.ofType('principal').map(({ name }) => name) : [];
    const missing = map.nodes.flatMap((node) =>
      node.pattern === pattern && node.missing ? [node.missing] : [],
    );
    const all = [...things, ...extra];
    const state = all.length === 0 ? 'absent' : missing.length > 0 ? 'partly' : 'covered';
    return { pattern, state, things: all, missing };
  });
}

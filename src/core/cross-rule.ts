import type { PlacedFact } from './engine/file-analysis';
import type { FactType } from './fact';
import type { RuleInfo, Severity } from './rule';

/** What a cross-file rule says of a fact. */
export interface CrossReport {
  /** Key of the rule's `messages`. */
  readonly message: string;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly severity?: Severity;
  /** Facts that the report speaks of beside the pair. */
  readonly related?: readonly PlacedFact[];
  /** Where to say it, instead of at the pair: at each of these, related to the others. */
  readonly at?: readonly PlacedFact[];
}

/** Files that show one thing across them; `«` and `»` enclose what is underlined in a bad one. */
export interface CrossExample {
  readonly files: Readonly<Record<string, string>>;
  readonly message?: string;
}

/** A declared join of facts, so that an edit re-evaluates only the keys that it touched. */
export interface CrossRule extends RuleInfo {
  readonly from: FactType;
  readonly to: FactType;
  /** The join key of either side; undefined leaves the fact out. */
  fromKey(fact: PlacedFact): string | undefined;
  toKey(fact: PlacedFact): string | undefined;
  /** `scope`: the Kustomization, chart or Compose project around the file; `workspace`: all that was handed in. */
  readonly within: 'scope' | 'workspace';
  /** Said of a `from` fact that nothing matches, only where the scope is closed. `others` are all `to` facts there. */
  whenNone?(from: PlacedFact, others: readonly PlacedFact[]): CrossReport | undefined;
  /** Said of a matching pair; placed at `from`, related to `to`. */
  whenPair?(from: PlacedFact, to: PlacedFact, facts: FactReader): CrossReport | undefined;
  /** Types of facts that `whenPair` looks up beside the pair: where one of them changes, all pairs are seen anew. */
  readonly alsoReads?: readonly FactType[];
  /** Also place the finding of a pair at `to`. */
  readonly inBothFiles?: boolean;
  readonly examples: { readonly bad: readonly CrossExample[]; readonly good: readonly CrossExample[] };
}

/** Something that a system lacks; never a finding. */
export interface Gap {
  readonly id: string;
  readonly message: string;
  readonly path: string;
  readonly range: PlacedFact['range'];
  /** The component that fills it, with answers wired to what is there. */
  readonly action: { readonly template: string; readonly answers: Readonly<Record<string, string>> };
}

/** Access to the facts of a workspace, by type. */
export interface FactReader {
  ofType(type: FactType): readonly PlacedFact[];
}

/** One sort of gap, and how to see it in the facts. */
export interface GapRule {
  /** `gap/name`; the file is `systems/gaps/<name>.ts`. */
  readonly id: `gap/${string}`;
  readonly title: string;
  readonly why: string;
  /** Entries of the catalogue that it covers. */
  readonly catalogue: readonly string[];
  find(facts: FactReader): Iterable<Omit<Gap, 'id'>>;
  readonly examples: { readonly bad: readonly CrossExample[]; readonly good: readonly CrossExample[] };
}

/** Declares a cross-file rule; the type check is all it does. */
export function defineCrossRule(rule: CrossRule): CrossRule {
  return rule;
}

/** Declares a gap; the type check is all it does. */
export function defineGap(rule: GapRule): GapRule {
  return rule;
}

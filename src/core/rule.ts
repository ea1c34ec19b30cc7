import type { NodeView } from './node-view';
import type { Path, ViewId } from './kind';
import type { Edit, Span } from './span';

/** How bad it is: `error` only where the real software refuses the file or data is provably lost. */
export type Severity = 'error' | 'warning' | 'info';

/** How sure we are; `opinion` is off unless asked for. */
export type Certainty = 'certain' | 'likely' | 'opinion';

/** `safe`: the file means the same afterwards, or the mend is beyond doubt. */
export type FixSafety = 'safe' | 'review';

/** A mend for one finding. */
export interface Fix {
  /** An order: "Set acks to all". */
  readonly title: string;
  readonly safety: FixSafety;
  readonly edits: readonly Edit[];
}

/** Another place that a finding speaks of, in the same sub-document. */
export interface RelatedSpan {
  readonly message: string;
  readonly span: Span;
}

/** What a rule says of one place. */
export interface Report {
  /** Key of the rule's `messages`. */
  readonly message: string;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly span: Span;
  /** Where this case is worse or milder than the rule's usual. */
  readonly severity?: Severity;
  readonly fix?: Fix | undefined;
  readonly related?: readonly RelatedSpan[];
}

/** Calendar day, `YYYY-MM-DD`. */
export type IsoDate = string;

/** What a check may know beside the file. */
export interface CheckContext<O> {
  readonly options: O;
  /** The day that decides what is past; from outside, so that checks stay pure. */
  readonly today: IsoDate;
  /** The file's path, POSIX, relative to the workspace. */
  readonly path: string;
}

/** Text that shows one thing; `«` and `»` enclose what is underlined in a bad one. */
export interface Example {
  readonly text: string;
  /** File name that the text stands in; it decides the format. */
  readonly path: string;
  /** Message key expected, when the rule has several. */
  readonly message?: string;
  /** The text after the fix; without it, a fix is not expected. */
  readonly fixed?: string;
  readonly severity?: Severity;
  /** Settings of the rule under which the example holds. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly today?: IsoDate;
}

/** Documentation behind a claim. */
export interface Reference {
  readonly title: string;
  readonly url: string;
}

/** Where an options value comes from and what it means; the settings schema is made of these. */
export interface OptionSpec {
  readonly type: 'number' | 'boolean' | 'string' | 'string[]';
  readonly default: number | boolean | string | readonly string[];
  readonly description: string;
}

/** What every rule tells of itself, whether it reads one place or joins facts of several files. */
export interface RuleInfo {
  /** `technology/name`; the file is `technologies/<technology>/rules/<name>.ts`. */
  readonly id: `${string}/${string}`;
  readonly formerly?: readonly string[];
  /** Entries of the catalogue that it covers. */
  readonly catalogue: readonly string[];
  /** Checks of other linters that mean the same: `hadolint:DL3006`. */
  readonly equivalents: readonly string[];
  readonly severity: Severity;
  readonly certainty: Certainty;
  /** Lowered to info where the file is plainly local. */
  readonly environment?: 'replication' | 'transport' | 'authentication';
  readonly summary: string;
  readonly why: string;
  readonly remedy: string;
  readonly references: readonly Reference[];
  readonly options?: Readonly<Record<string, OptionSpec>>;
  readonly messages: Readonly<Record<string, string>>;
  /** The best fix that it offers, or why it offers none. */
  readonly fix: FixSafety | { readonly none: string };
  /** True where the fix turns a retired spelling into today's that means the same: `ai-patterns migrate` does it. */
  readonly migration?: true;
}

/** One rule: where it looks, what is wrong, why, what to do, and the examples that are its tests. */
export interface Rule extends RuleInfo {
  readonly looksAt: readonly { readonly view: ViewId; readonly path: Path }[];
  check(at: NodeView, context: CheckContext<RuleOptions>): Iterable<Report>;
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] };
}

/** Values of a rule's options, each of the type that its spec declares. */
export class RuleOptions {
  constructor(
    private readonly specs: Readonly<Record<string, OptionSpec>>,
    private readonly given: Readonly<Record<string, unknown>>,
  ) {}

  number(name: string): number {
    const value = this.value(name);
    if (typeof value !== 'number') throw new Error(`Option "${name}" is not a number.`);
    return value;
  }

  boolean(name: string): boolean {
    const value = this.value(name);
    if (typeof value !== 'boolean') throw new Error(`Option "${name}" is not true or false.`);
    return value;
  }

  text(name: string): string {
    const value = this.value(name);
    if (typeof value !== 'string') throw new Error(`Option "${name}" is not a text.`);
    return value;
  }

  list(name: string): readonly string[] {
    const value = this.value(name);
    if (!Array.isArray(value)) throw new Error(`Option "${name}" is not a list.`);
    return value.map(String);
  }

  private value(name: string): unknown {
    const spec = this.specs[name];
    if (!spec) throw new Error(`The rule declares no option "${name}".`);
    return Object.hasOwn(this.given, name) ? this.given[name] : spec.default;
  }
}

/** Declares a rule; the type check is all it does. */
export function defineRule(rule: Rule): Rule {
  return rule;
}

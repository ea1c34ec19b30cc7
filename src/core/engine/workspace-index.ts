import type { CrossReport, CrossRule, FactReader, Gap, GapRule } from '../cross-rule';
import type { FactType } from '../fact';
import { formatMessage } from '../finding';
import type { Finding } from '../finding';
import type { PlacedFact } from './file-analysis';

/** The files that belong together, and whether all of them are known. */
export interface Scope {
  readonly id: string;
  /** Only in a closed scope may "nothing matches" be said. */
  readonly closed: boolean;
}

/** Tells the scope of a file: its Kustomization, chart or Compose project, or the whole. */
export interface ScopeFinder {
  scopeOf(path: string): Scope;
  /** Whether all that was handed in is a whole: a workspace or a folder, not single files. */
  readonly whole: Scope;
}

interface Join {
  readonly rule: CrossRule;
  readonly from: Map<string, Set<PlacedFact>>;
  readonly to: Map<string, Set<PlacedFact>>;
  readonly results: Map<string, readonly Finding[]>;
  readonly dirty: Set<string>;
}

/** Facts of all files, and the findings of rules that join them. An edit re-joins only the keys it touched. */
export class WorkspaceIndex implements FactReader {
  private readonly files = new Map<string, readonly PlacedFact[]>();
  private readonly byType = new Map<FactType, Set<PlacedFact>>();
  private readonly joins: Join[];
  private byFile: ReadonlyMap<string, readonly Finding[]> | undefined;

  constructor(
    rules: readonly CrossRule[],
    private readonly gaps: readonly GapRule[],
    private scopes: ScopeFinder,
  ) {
    this.joins = rules.map((rule) => ({
      rule,
      from: new Map(),
      to: new Map(),
      results: new Map(),
      dirty: new Set(),
    }));
  }

  /** Takes the facts of one file in place of those it had before. */
  setFile(path: string, facts: readonly PlacedFact[]): void {
    for (const fact of this.files.get(path) ?? []) this.remove(fact);
    if (facts.length === 0) this.files.delete(path);
    else this.files.set(path, facts);
    for (const fact of facts) this.add(fact);
  }

  removeFile(path: string): void {
    this.setFile(path, []);
  }

  /** Takes other scopes, when a Kustomization or a chart came or went; everything is joined again. */
  setScopes(scopes: ScopeFinder): void {
    this.scopes = scopes;
    const all = [...this.files];
    for (const [path] of all) this.removeFile(path);
    for (const join of this.joins) join.results.clear();
    this.byFile = undefined;
    for (const [path, facts] of all) this.setFile(path, facts);
  }

  ofType(type: FactType): readonly PlacedFact[] {
    return [...(this.byType.get(type) ?? [])];
  }

  /** All facts, file by file. */
  allFacts(): readonly PlacedFact[] {
    return [...this.files.values()].flat();
  }

  /** Findings of all cross-file rules by file, by nothing but the facts; the same objects until a fact changes. */
  findings(): ReadonlyMap<string, readonly Finding[]> {
    const isCurrent = this.joins.every(({ dirty }) => dirty.size === 0);
    if (isCurrent && this.byFile) return this.byFile;
    const byFile = new Map<string, Finding[]>();
    for (const join of this.joins) {
      for (const key of join.dirty) this.evaluate(join, key);
      join.dirty.clear();
      for (const each of [...join.results.values()].flat()) {
        const known = byFile.get(each.path);
        if (known) known.push(each);
        else byFile.set(each.path, [each]);
      }
    }
    this.byFile = byFile;
    return byFile;
  }

  /** What the system lacks. */
  findGaps(): Gap[] {
    return this.gaps.flatMap((gap) => [...gap.find(this)].map((found) => ({ id: gap.id, ...found })));
  }

  private add(fact: PlacedFact): void {
    put(this.byType, fact.type, fact);
    for (const join of this.joins) {
      if (join.rule.from === fact.type) this.touch(join, join.from, fact, join.rule.fromKey(fact), put);
      if (join.rule.to === fact.type) this.touch(join, join.to, fact, join.rule.toKey(fact), put);
      if (join.rule.alsoReads?.includes(fact.type) === true) redoAll(join);
    }
  }

  private remove(fact: PlacedFact): void {
    drop(this.byType, fact.type, fact);
    for (const join of this.joins) {
      if (join.rule.from === fact.type) this.touch(join, join.from, fact, join.rule.fromKey(fact), drop);
      if (join.rule.to === fact.type) this.touch(join, join.to, fact, join.rule.toKey(fact), drop);
      if (join.rule.alsoReads?.includes(fact.type) === true) redoAll(join);
    }
  }

  private touch(
    join: Join,
    side: Map<string, Set<PlacedFact>>,
    fact: PlacedFact,
    key: string | undefined,
    change: (map: Map<string, Set<PlacedFact>>, key: string, fact: PlacedFact) => void,
  ): void {
    if (key === undefined) return;
    const scoped = `${this.scope(join.rule, fact).id}\n${key}`;
    change(side, scoped, fact);
    join.dirty.add(scoped);
    // What "nothing matches" lists as the others may change with any fact of the other side.
    if (join.rule.whenNone && side === join.to) redoAll(join);
  }

  private scope(rule: CrossRule, fact: PlacedFact): Scope {
    return rule.within === 'scope' ? this.scopes.scopeOf(fact.path) : this.scopes.whole;
  }

  private evaluate(join: Join, key: string): void {
    const { rule } = join;
    const targets = [...(join.to.get(key) ?? [])];
    const findings: Finding[] = [];
    for (const from of join.from.get(key) ?? []) {
      const scope = this.scope(rule, from);
      if (targets.length === 0) {
        if (!scope.closed || !rule.whenNone) continue;
        const others = this.ofType(rule.to).filter((fact) => this.scope(rule, fact).id === scope.id);
        const report = rule.whenNone(from, others);
        if (report) findings.push(finding(rule, report, from));
        continue;
      }
      for (const to of targets) {
        const report = rule.whenPair?.(from, to, this);
        if (!report) continue;
        if (report.at) {
          for (const place of report.at) findings.push(finding(rule, report, place, ...report.at));
          continue;
        }
        findings.push(finding(rule, report, from, to));
        if (rule.inBothFiles) findings.push(finding(rule, report, to, from));
      }
    }
    if (findings.length > 0) join.results.set(key, findings);
    else join.results.delete(key);
  }
}

function finding(
  rule: CrossRule,
  report: CrossReport,
  at: PlacedFact,
  ...others: readonly PlacedFact[]
): Finding {
  const data = report.data ?? {};
  return {
    rule: rule.id,
    severity: report.severity ?? rule.severity,
    certainty: rule.certainty,
    path: at.path,
    range: at.range,
    messageId: report.message,
    data,
    message: formatMessage(rule, report.message, data),
    fix: undefined,
    related: [...others, ...(report.related ?? [])]
      .filter((fact) => fact !== at)
      .map(({ path, range, type, name }) => ({ path, range, message: `${type} "${name}"` })),
  };
}

function redoAll(join: Join): void {
  for (const key of join.from.keys()) join.dirty.add(key);
}

function put<K>(map: Map<K, Set<PlacedFact>>, key: K, fact: PlacedFact): void {
  const set = map.get(key);
  if (set) set.add(fact);
  else map.set(key, new Set([fact]));
}

function drop<K>(map: Map<K, Set<PlacedFact>>, key: K, fact: PlacedFact): void {
  const set = map.get(key);
  set?.delete(fact);
  if (set?.size === 0) map.delete(key);
}

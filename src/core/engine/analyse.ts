import type { DocumentModel, Format } from '../document';
import type { Fact } from '../fact';
import type { RawFinding, RuleFailure } from '../finding';
import type { EnvironmentSign, Kind, ViewId } from '../kind';
import type { NodeView } from '../node-view';
import type { IsoDate, Report, Rule } from '../rule';
import type { Settings } from '../settings';
import { suppressionsOf } from '../suppression';
import type { Suppression } from '../suppression';
import type { Registry } from './registry';
import { Visitor } from './visit';

/** What one sub-document gives; spans count from its start. */
export interface SubDocumentResult {
  readonly document: DocumentModel;
  readonly kinds: readonly ViewId[];
  readonly findings: readonly RawFinding[];
  readonly facts: readonly Fact[];
  readonly signs: readonly (EnvironmentSign | undefined)[];
  readonly suppressions: readonly Suppression[];
  readonly failures: readonly RuleFailure[];
}

/** What an analysis needs beside the text. */
export interface AnalysisInput {
  readonly path: string;
  readonly today: IsoDate;
  readonly settings: Settings;
  /** True when an overlay or a patch list says that this file is only a part. */
  readonly partial: boolean;
}

/** Recognises, visits and checks one sub-document, and collects its facts. Rules that throw are told, once each. */
export function analyseDocument(
  registry: Registry,
  format: Format,
  document: DocumentModel,
  input: AnalysisInput,
): SubDocumentResult {
  const kinds = registry.kindsOf(document, input.path);
  const failures: RuleFailure[] = [];
  const findings: RawFinding[] = [];
  const check = new Checker(registry, input, findings, failures);
  const visitor = new Visitor(registry, document, format.edits, (use, at) => {
    check.run(use.rule, at);
  });
  const roots = visitor.visit(kinds, input.partial);
  const told = kinds.map((kind, index) => tell(kind, roots[index], input.path, failures));
  return {
    document,
    kinds: kinds.map((kind) => kind.id),
    findings,
    facts: told.flatMap((each) => each.facts),
    signs: told.map((each) => each.sign),
    suppressions: suppressionsOf(document, (text) => format.comments(text)),
    failures,
  };
}

function tell(
  kind: Kind,
  root: NodeView | undefined,
  path: string,
  failures: RuleFailure[],
): { facts: readonly Fact[]; sign: EnvironmentSign | undefined } {
  if (!root) return { facts: [], sign: undefined };
  try {
    return { facts: [...(kind.facts?.(root, path) ?? [])], sign: kind.environment?.(root) };
  } catch (error) {
    failures.push({ rule: kind.id, message: messageOf(error) });
    return { facts: [], sign: undefined };
  }
}

/** Runs checks and keeps what they report; a rule that threw is not run again for this sub-document. */
class Checker {
  private readonly broken = new Set<string>();
  private readonly seen = new Set<string>();
  constructor(
    private readonly registry: Registry,
    private readonly input: AnalysisInput,
    private readonly findings: RawFinding[],
    private readonly failures: RuleFailure[],
  ) {}

  run(rule: Rule, at: NodeView): void {
    const { today, path, settings } = this.input;
    const options = this.registry.optionsOf(settings, rule);
    if (!options || this.broken.has(rule.id)) return;
    try {
      for (const report of rule.check(at, { options, today, path })) this.keep(rule, report);
    } catch (error) {
      this.broken.add(rule.id);
      this.failures.push({ rule: rule.id, message: messageOf(error) });
    }
  }

  private keep(rule: Rule, report: Report): void {
    // One shape may be mounted at a place twice (a kind and a generic resource); a finding is told once.
    const key = `${rule.id} ${report.message} ${report.span.start} ${report.span.end}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.findings.push({
      rule,
      severity: report.severity ?? rule.severity,
      messageId: report.message,
      data: report.data ?? {},
      span: report.span,
      fix: report.fix,
      related: report.related ?? [],
    });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import { defineRule, known } from '../../core';
import type { NodeView, Path, Report, Rule, RuleInfo, Severity } from '../../core';
import { regulations } from './regulations';
import type { Regulation, RegulationId } from './regulations';

/** A rule that says: where this holds, the record must say that. */
export interface Duty extends Omit<
  RuleInfo,
  'equivalents' | 'certainty' | 'severity' | 'references' | 'messages' | 'fix'
> {
  readonly severity?: Severity;
  readonly law: RegulationId;
  /** The article, as a citation has it: `Art. 9`. */
  readonly article: string;
  readonly when: (record: NodeView) => boolean;
  /** What must be there; each that is missing is one finding. */
  readonly needs: readonly Path[];
  /** What the record lacks: "no risk management"; `{key}` is the last key of the path. */
  readonly lacks: string;
  readonly examples: Rule['examples'];
}

/** Why no rule of ours changes a record. */
export const recordsAreTold =
  'The record says what is so; a fix would make it say so without anybody having done it.';

/** Makes the rule of a duty to document. */
export function duty(spec: Duty): Rule {
  const { law, article, when, needs, lacks, severity = 'warning', ...info } = spec;
  return defineRule({
    ...info,
    severity,
    certainty: 'likely',
    equivalents: [],
    references: [citation(law, article)],
    messages: { missing: message(law, article, `The record tells ${lacks}`) },
    fix: { none: recordsAreTold },
    looksAt: [{ view: 'compliance/record', path: [] }],
    *check(record, { today }): Iterable<Report> {
      if (!isUnder(record, law) || !when(record)) return;
      for (const path of needs) {
        const value = record.get(...path);
        if (value.is !== 'absent') continue;
        const data = { key: path[path.length - 1] ?? '' };
        yield { message: 'missing', data, span: value.anchor, severity: severityOn(law, today, severity) };
      }
    },
  });
}

/** The page of the law, with the article. */
export function citation(law: RegulationId, article: string): { title: string; url: string } {
  return { title: `${regulations[law].title}, ${article}`, url: regulations[law].url };
}

/** A message that says what it is based on and what it is not. */
export function message(law: RegulationId, article: string, text: string): string {
  return `${text} (${regulations[law].title}, ${article}; documentation check, not legal advice).`;
}

/** Whether the record is one of a place where the law holds; so too where it names no place. */
export function isUnder(record: NodeView, law: RegulationId): boolean {
  const places = record.list('spec', 'jurisdictions');
  if (places.is !== 'known') return true;
  const { jurisdictions }: Regulation = regulations[law];
  return places.value.some((place) => {
    const name = place.text();
    return name.is !== 'known' || jurisdictions.includes(name.value.toUpperCase());
  });
}

/** Milder before the day from which the law applies. */
export function severityOn(law: RegulationId, today: string, severity: Severity): Severity {
  return today < regulations[law].since ? 'info' : severity;
}

/** Whether the record says that of itself. */
export function says(record: NodeView, path: Path, ...values: readonly string[]): boolean {
  const value = known(record.text(...path));
  return value !== undefined && values.includes(value);
}

/** Whether the record calls the system high-risk. */
export function isHighRisk(record: NodeView): boolean {
  return says(record, ['spec', 'aiAct', 'riskClass'], 'high-risk');
}

/** Whether who keeps the record has that role in the sense of the AI Act. */
export function hasRole(record: NodeView, role: 'provider' | 'deployer'): boolean {
  return known(record.text('spec', 'aiAct', 'role'))?.includes(role) === true;
}

/** Whether the record says that personal data are processed. */
export function hasPersonalData(record: NodeView): boolean {
  return known(record.boolean('spec', 'gdpr', 'personalData')) === true;
}

/** A rule on what a record says, other than that something is missing. */
export interface RecordCheck extends Omit<
  RuleInfo,
  'equivalents' | 'certainty' | 'severity' | 'references' | 'fix'
> {
  readonly severity?: Severity;
  readonly law: RegulationId;
  readonly article: string;
  check(record: NodeView, today: string): Iterable<Report>;
  readonly examples: Rule['examples'];
}

/** Makes a rule on what a record says; `messages` have no full stop, as the citation follows them. */
export function recordCheck(spec: RecordCheck): Rule {
  const { law, article, messages, severity = 'warning', ...info } = spec;
  return defineRule({
    ...info,
    severity,
    certainty: 'likely',
    equivalents: [],
    references: [citation(law, article)],
    messages: Object.fromEntries(
      Object.entries(messages).map(([key, text]) => [key, message(law, article, text)]),
    ),
    fix: { none: recordsAreTold },
    looksAt: [{ view: 'compliance/record', path: [] }],
    *check(record, { today }): Iterable<Report> {
      if (!isUnder(record, law)) return;
      for (const report of spec.check(record, today))
        yield { ...report, severity: severityOn(law, today, report.severity ?? severity) };
    },
  });
}

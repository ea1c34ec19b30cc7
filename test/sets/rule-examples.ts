import { FileAnalysis, defaultSettings } from '../../src/core';
import type { Example, Finding, Registry, Rule, Settings } from '../../src/core';

const defaultToday = '2026-11-23';

/** Findings of one rule alone in a text, opinions included, whatever the environment. */
export async function findingsOf(
  registry: Registry,
  rule: Rule,
  text: string,
  example: Example,
): Promise<Finding[]> {
  const format = registry.formatOf(example.path);
  if (!format) throw new Error(`${rule.id}: no format for ${example.path}.`);
  await format.load();
  const settings: Settings = {
    ...defaultSettings,
    environment: 'prod',
    opinions: true,
    rules: new Map([[rule.id, { severity: undefined, options: example.options ?? {} }]]),
  };
  const today = example.today ?? defaultToday;
  const analysis = new FileAnalysis(registry, format, text, {
    path: example.path,
    today,
    settings,
    partial: false,
  });
  analysis.settle();
  const failure = analysis.failures()[0];
  if (failure) throw new Error(`${failure.rule} threw: ${failure.message}`);
  return analysis.findings().filter((finding) => finding.rule === rule.id);
}

/** The text without its marks, and the offsets that the marks enclose. */
export function unmark(marked: string): { text: string; start: number; end: number } | undefined {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»');
  if (start < 0 || end < start) return undefined;
  const text = marked.slice(0, start) + marked.slice(start + 1, end) + marked.slice(end + 1);
  return { text, start, end: end - 1 };
}

/** What is wrong with a bad example; undefined when it shows just what it claims. */
export async function faultOfBad(
  registry: Registry,
  rule: Rule,
  example: Example,
): Promise<string | undefined> {
  const marked = unmark(example.text);
  if (!marked) return 'no «» marks what is underlined';
  const findings = await findingsOf(registry, rule, marked.text, example);
  const [finding] = findings;
  if (!finding || findings.length !== 1) return `gives ${findings.length} findings instead of one`;
  const start = offsetOf(marked.text, finding.range.start);
  const end = offsetOf(marked.text, finding.range.end);
  if (start !== marked.start || end !== marked.end) {
    return `underlines ${JSON.stringify(marked.text.slice(start, end))} (${start}-${end}) instead of ${marked.start}-${marked.end}`;
  }
  if (example.message !== undefined && finding.messageId !== example.message)
    return `says "${finding.messageId}"`;
  if (Object.keys(rule.messages).length > 1 && example.message === undefined)
    return 'does not name its message';
  if (/\{\w+\}/.test(finding.message)) return `leaves a placeholder: ${finding.message}`;
  const severity = example.severity ?? rule.severity;
  if (finding.severity !== severity) return `is ${finding.severity} instead of ${severity}`;
  return faultOfFix(registry, rule, example, marked.text, finding);
}

async function faultOfFix(
  registry: Registry,
  rule: Rule,
  example: Example,
  text: string,
  { fix }: Finding,
): Promise<string | undefined> {
  if (example.fixed === undefined)
    return fix ? `has the fix "${fix.title}" but the example shows none` : undefined;
  if (!fix) return 'has no fix';
  if (rule.fix !== 'safe' && fix.safety === 'safe') return 'has a safe fix though the rule promises none';
  const edits = [...fix.edits].sort((a, b) => offsetOf(text, b.range.start) - offsetOf(text, a.range.start));
  let fixed = text;
  for (const { range, text: insert } of edits) {
    fixed = fixed.slice(0, offsetOf(text, range.start)) + insert + fixed.slice(offsetOf(text, range.end));
  }
  if (fixed !== example.fixed) return `is fixed to\n${fixed}\ninstead of\n${example.fixed}`;
  const left = await findingsOf(registry, rule, fixed, example);
  return left.length > 0 ? 'is still found after its fix' : undefined;
}

/** What is wrong with a good example; undefined when the rule is silent. */
export async function faultOfGood(
  registry: Registry,
  rule: Rule,
  example: Example,
): Promise<string | undefined> {
  const [finding] = await findingsOf(registry, rule, example.text, example);
  return finding && `is found: ${finding.message}`;
}

/** Offset of a zero-based position. */
export function offsetOf(text: string, position: { line: number; character: number }): number {
  let start = 0;
  for (let line = 0; line < position.line; line++) start = text.indexOf('\n', start) + 1;
  return start + position.character;
}

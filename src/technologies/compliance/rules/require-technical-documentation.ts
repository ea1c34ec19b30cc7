import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { citation, isHighRisk, isUnder, message, recordsAreTold, severityOn } from '../duty';
import { highRisk, later, path, record } from '../example-records';

/** What Annex IV lists under 1 to 9, each as a word that a heading of it has. */
const sections: readonly (readonly [string, RegExp])[] = [
  ['general description', /general description|description of the (?:ai )?system/i],
  ['elements and development', /elements|development/i],
  ['monitoring, functioning and control', /monitoring|functioning|control/i],
  ['performance metrics', /metric|performance/i],
  ['risk management', /risk/i],
  ['changes', /change/i],
  ['standards applied', /standard/i],
  ['declaration of conformity', /conformity/i],
  ['post-market monitoring', /post-?market/i],
];
const whole = sections.map(([name]) => `## ${name}\n`).join('\n');

export default defineRule({
  id: 'compliance/require-technical-documentation',
  catalogue: ['aiact-hr-no-technical-documentation'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The technical documentation of a high-risk system is not named, or lacks a part of Annex IV.',
  why: 'The documentation is drawn up before the system is placed on the market and kept up to date; authorities judge the system by it.',
  remedy:
    'Name the document in `aiAct.technicalDocumentation.ref`, with a heading for each point of Annex IV.',
  references: [citation('ai-act-high-risk', 'Art. 11'), citation('ai-act-high-risk', 'Annex IV')],
  messages: {
    missing: message(
      'ai-act-high-risk',
      'Art. 11',
      'The record tells no technical documentation of this high-risk system',
    ),
    section: message('ai-act-high-risk', 'Annex IV', 'The documentation has no heading on {section}'),
  },
  fix: { none: recordsAreTold },
  looksAt: [
    { view: 'compliance/record', path: [] },
    { view: 'compliance/technical-documentation', path: [] },
  ],
  *check(at, { today }): Iterable<Report> {
    const severity = severityOn('ai-act-high-risk', today, 'warning');
    const found = at.context.view.id === 'compliance/record' ? inRecord(at) : inDocument(at);
    for (const report of found) yield { ...report, severity };
  },
  examples: {
    bad: [
      {
        path,
        text: highRisk('«technicalDocumentation»: { version: 2 }'),
        message: 'missing',
        today: later,
      },
      {
        path,
        text: record('  «aiAct»: { riskClass: high-risk } # ours\n'),
        message: 'missing',
        severity: 'info',
      },
      ...sections.map(([name]) => ({
        path: 'compliance/technical-documentation.md',
        text: `# «Scorer» #\n\n${whole.replace(`## ${name}\n`, '')}`.replace(
          name === 'monitoring, functioning and control' ? '## post-market monitoring' : '##none',
          '## post-market',
        ),
        message: 'section',
        today: later,
      })),
    ],
    good: [
      { path, text: highRisk('technicalDocumentation: { ref: docs/technical.md }') },
      { path, text: record('  aiAct: { riskClass: limited }\n') },
      { path, text: highRisk('note: none', 'UK') },
      { path: 'compliance/technical-documentation.md', text: `# Scorer\n\n${whole}` },
      { path: 'docs/technical-documentation.md', text: '# Scorer\n' },
    ],
  },
});

function* inRecord(document: NodeView): Iterable<Report> {
  const value = document.get('spec', 'aiAct', 'technicalDocumentation', 'ref');
  if (value.is !== 'absent' || !isHighRisk(document) || !isUnder(document, 'ai-act-high-risk')) return;
  yield { message: 'missing', span: value.anchor };
}

function* inDocument(document: NodeView): Iterable<Report> {
  const headings = document.at('headings')?.items() ?? [];
  const [title] = headings.flatMap((heading) => heading.at('text') ?? []);
  if (!title) return;
  const texts = headings.map((heading) => known(heading.text('text')) ?? '');
  for (const [section, pattern] of sections) {
    if (!texts.some((text) => pattern.test(text)))
      yield { message: 'section', data: { section }, span: title.span };
  }
}

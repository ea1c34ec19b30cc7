import { defineRule } from '../../../core';
import type { Report } from '../../../core';

const script = (run: string, preset = 'DataDriftPreset'): string =>
  `from evidently import Report\nfrom evidently.presets import ${preset}\nreport = Report([${preset}()])\nresult = report.run(${run})\n`;

export default defineRule({
  id: 'python/require-drift-reference',
  catalogue: ['drift-no-reference'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Drift is asked of one data set alone.',
  why: 'Drift is a difference: without the reference data Evidently has nothing to compare with, and the report fails.',
  remedy: 'Give both, the current data first: `report.run(current, reference)`.',
  references: [
    { title: 'Evidently: data drift', url: 'https://docs.evidentlyai.com/metrics/preset_data_drift' },
  ],
  messages: { alone: 'The drift report is run without reference data.' },
  fix: { none: 'The reference data are known only to the author.' },
  looksAt: [{ view: 'python/drift-run', path: [] }],
  *check(at): Iterable<Report> {
    if (!/DriftPreset|ValueDrift/.test(at.document.text) || !at.has('current_data')) return;
    const reference = at.get('reference_data');
    const isNone =
      reference.is === 'known' &&
      reference.value.node?.type === 'scalar' &&
      reference.value.node.text === 'None';
    if (reference.is === 'absent' || isNone) yield { message: 'alone', span: at.anchor };
  },
  examples: {
    bad: [
      { path: 'drift.py', text: script('current').replace('report.run', '«report.run»') },
      { path: 'drift.py', text: script('current, None').replace('report.run', '«report.run»') },
    ],
    good: [
      { path: 'drift.py', text: script('current, reference') },
      { path: 'drift.py', text: script('current_data=current, reference_data=reference') },
      { path: 'drift.py', text: script('current', 'DataSummaryPreset') },
      { path: 'drift.py', text: script('**data') },
      { path: 'drift.py', text: 'report.run(current)\nDataDriftPreset()\n' },
    ],
  },
});

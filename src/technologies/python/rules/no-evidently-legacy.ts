import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { importsOf } from '../../../shapes/python-script';

export default defineRule({
  id: 'python/no-evidently-legacy',
  catalogue: ['evidently-legacy-import'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Evidently is imported as before version 0.7.',
  why: 'Version 0.7 put a new interface in its place and moved the old one to `evidently.legacy`: with any later version the import ends in a ModuleNotFoundError.',
  remedy:
    'Use the new interface, `from evidently import Report` and `from evidently.presets import …`; for the time being, import from `evidently.legacy`.',
  references: [{ title: 'Evidently: migration to 0.7', url: 'https://docs.evidentlyai.com/faq/migration' }],
  messages: { moved: '{module} moved to evidently.legacy in version 0.7.' },
  fix: 'review',
  migration: true,
  looksAt: [{ view: 'python/module', path: [] }],
  *check(at): Iterable<Report> {
    const places = new Set<number>();
    for (const { module, name, moduleSpan, span } of importsOf(at.document)) {
      const isMapping = module === 'evidently' && name === 'ColumnMapping';
      if ((!moved.test(module) && !isMapping) || places.has(moduleSpan.start)) continue;
      places.add(moduleSpan.start);
      const after = moduleSpan.start + 'evidently'.length;
      const edits = isMapping ? undefined : [{ span: { start: after, end: after }, text: '.legacy' }];
      const data = { module: isMapping ? 'ColumnMapping' : module };
      yield {
        message: 'moved',
        data,
        span: isMapping ? span : moduleSpan,
        fix: at.fix('review', 'Import from evidently.legacy', edits),
      };
    }
  },
  examples: {
    bad: [
      {
        path: 'drift.py',
        text: 'from «evidently.metric_preset» import DataDriftPreset, RegressionPreset  # drift\n',
        fixed: 'from evidently.legacy.metric_preset import DataDriftPreset, RegressionPreset  # drift\n',
      },
      { path: 'drift.py', text: 'import «evidently.report»\n', fixed: 'import evidently.legacy.report\n' },
      { path: 'drift.py', text: 'from evidently import «ColumnMapping», Report\n' },
    ],
    good: [
      {
        path: 'drift.py',
        text: 'from evidently import Report\nfrom evidently.presets import DataDriftPreset\n',
      },
      { path: 'drift.py', text: 'from evidently.legacy.report import Report\nimport evidently.reports\n' },
    ],
  },
});

const moved =
  /^evidently\.(?:report|metric_preset|test_preset|test_suite|model_profile|dashboard|pipeline\.column_mapping)(?:\.|$)/;

import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pipelineOptions } from '../documentation';
import { dataflow } from '../example-text';
import { optionAt } from '../pipeline';

export default defineRule({
  id: 'beam/no-saved-main-session',
  catalogue: ['dataflow-save-main-session'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'The session of the launcher is pickled, though the code is a package.',
  why: 'Whatever the launching program holds goes to the workers, and what cannot be pickled stops the job there: with a package the workers have the code already.',
  remedy: 'Leave `save_main_session` out where `setup_file` is set.',
  references: [pipelineOptions],
  messages: { saved: '{key} is not needed beside {package}.' },
  fix: 'review',
  looksAt: [{ view: 'beam/options', path: [] }],
  *check(at): Iterable<Report> {
    const saved = optionAt(at, 'save_main_session');
    const installed = optionAt(at, 'setup_file');
    const value = saved?.boolean();
    if (!saved || !installed || value?.is !== 'known' || !value.value) return;
    const fix = at.fix('review', `Remove ${saved.key}`, saved.remove());
    yield { message: 'saved', data: { key: saved.key, package: installed.key }, span: value.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'options.json',
        text: dataflow(',\n  "save_main_session": «true»,\n  "setup_file": "./setup.py"'),
        fixed: dataflow(',\n  "setup_file": "./setup.py"'),
      },
    ],
    good: [
      { path: 'options.json', text: dataflow(',\n  "save_main_session": true') },
      {
        path: 'options.json',
        text: dataflow(',\n  "save_main_session": false,\n  "setup_file": "./setup.py"'),
      },
      { path: 'options.json', text: dataflow(',\n  "setup_file": "./setup.py"') },
    ],
  },
});

import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { beamYaml } from '../documentation';
import { batch, streaming } from '../example-text';
import { isUnbounded, optionAt, transformsOf } from '../pipeline';

export default defineRule({
  id: 'beam/require-streaming-option',
  catalogue: ['beam-yaml-streaming-missing'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A pipeline reads an endless source, but its options do not ask for streaming.',
  why: 'Runners start a batch job, which refuses the source or ends before anything was read.',
  remedy: 'Set `streaming: true` in the options.',
  references: [beamYaml],
  messages: {
    missing: 'The pipeline reads an endless source; its options do not say streaming.',
    off: 'The pipeline reads an endless source, but streaming is off.',
  },
  fix: 'review',
  looksAt: [{ view: 'beam/pipeline', path: [] }],
  *check(at): Iterable<Report> {
    // Without a block of options they come from the command line.
    const options = at.map('options');
    if (options.is !== 'known' || !transformsOf(at).some(isUnbounded)) return;
    const given = optionAt(options.value, 'streaming');
    const fix = at.fix('review', 'Set streaming to true', at.set(['options', 'streaming'], true));
    if (!given) yield { message: 'missing', span: options.value.anchor, fix };
    const value = given?.boolean();
    if (value?.is === 'known' && !value.value) yield { message: 'off', span: value.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'clicks.yaml',
        text: streaming('', '«options»: # few\n  runner: FlinkRunner\n'),
        message: 'missing',
        fixed: streaming('', 'options: # few\n  runner: FlinkRunner\n  streaming: true\n'),
      },
      {
        path: 'clicks.yaml',
        text: streaming('', 'options:\n  streaming: «false» # try\n'),
        message: 'off',
        fixed: streaming('', 'options:\n  streaming: true # try\n'),
      },
    ],
    good: [
      { path: 'clicks.yaml', text: streaming('') },
      { path: 'clicks.yaml', text: streaming('', '') },
      { path: 'clicks.yaml', text: streaming('', 'options:\n  streaming: "${STREAMING}"\n') },
      { path: 'clicks.yaml', text: batch('', 'options:\n  runner: FlinkRunner\n') },
    ],
  },
});

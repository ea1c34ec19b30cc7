import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { commandsOf } from '../commands';
import { keywordOf, keywordSpan, rawText, wordsOf } from '../instructions';
import { buildCheck, hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/no-shell-form-command',
  catalogue: ['shell-form-cmd'],
  equivalents: [
    'hadolint:DL3025',
    'kics:not_using_json_in_cmd_and_entrypoint_arguments',
    'semgrep:prefer-json-notation',
    'sonar:S7019',
    'buildkit:JSONArgsRecommended',
  ],
  severity: 'info',
  certainty: 'likely',
  summary: 'The program is started through a shell.',
  why: 'The shell is process 1 and passes no signal on: on a rollout the model server is killed after 30 seconds with its requests, instead of ending them.',
  remedy: 'Write the words as a JSON list: `CMD ["python", "server.py"]`.',
  references: [buildCheck('json-args-recommended', 'JSONArgsRecommended'), hadolint('DL3025')],
  messages: { shell: '{keyword} starts the program through a shell, which passes no signal on.' },
  fix: 'review',
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    const keyword = keywordOf(at);
    if (!['CMD', 'ENTRYPOINT'].includes(keyword) || rawText(at.at('form')) !== 'shell' || at.has('onbuild'))
      return;
    const words = wordsOf(at);
    const whole = at.at('arguments');
    const [first] = words;
    if (!first || !whole) return;
    const commands = commandsOf(at);
    const isPlain =
      commands.length === 1 &&
      commands[0]?.words.length === words.length &&
      words.every(({ text }) => /^[\w./:=@,+-]+$/.test(text)) &&
      !/[\\'"[\]$`<>&|;\n]/.test(rawText(whole));
    const json = `[${words.map(({ text }) => JSON.stringify(text)).join(', ')}]`;
    const edits = isPlain ? [{ span: whole.span, text: json }] : undefined;
    yield {
      message: 'shell',
      data: { keyword },
      span: keywordSpan(at),
      fix: at.fix('review', 'Write it as a list', edits),
    };
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\n«CMD» python server.py --port=8080\n',
        fixed: 'FROM python:3.12\nCMD ["python", "server.py", "--port=8080"]\n',
      },
      { path: 'Dockerfile', text: 'FROM python:3.12\n«ENTRYPOINT» exec python $FILE # go\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\n«CMD» [python, server.py]\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\n«CMD» a && b\n' },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM python:3.12\nCMD ["python", "server.py"]\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nRUN python server.py\n' },
    ],
  },
});

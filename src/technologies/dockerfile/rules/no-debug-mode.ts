import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { commandsOf } from '../commands';
import { keywordOf, pairsOf } from '../instructions';

export default defineRule({
  id: 'dockerfile/no-debug-mode',
  catalogue: ['debug-mode-enabled'],
  equivalents: ['sonar:DebugModeCheckTest'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The image runs its server in debug mode.',
  why: "Flask's debugger gives a Python console to whoever provokes an error.",
  remedy: 'Remove it, and switch it on where you debug.',
  references: [{ title: 'Flask: debug mode', url: 'https://flask.palletsprojects.com/en/stable/debugging/' }],
  messages: { variable: '{name} switches debug mode on.', option: '--debug switches debug mode on.' },
  fix: { none: 'What is debugged with it is known only to the author.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    for (const { name, value } of keywordOf(at) === 'ENV' ? pairsOf(at) : []) {
      const isOn =
        /^(?:FLASK_DEBUG|DJANGO_DEBUG)$/.test(name.text) && /^(?:1|true|yes|on)$/i.test(value?.text ?? '');
      const isDevelopment = name.text === 'FLASK_ENV' && value?.text === 'development';
      if (value && (isOn || isDevelopment))
        yield { message: 'variable', data: { name: name.text }, span: value.span };
    }
    if (!['CMD', 'ENTRYPOINT'].includes(keywordOf(at))) return;
    for (const { name, words } of commandsOf(at)) {
      const option = words.find(({ text }) => text === '--debug');
      if (name === 'flask' && option) yield { message: 'option', span: option.span };
    }
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM python:3.12\nENV FLASK_DEBUG=«1» A=b\n', message: 'variable' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nENV FLASK_ENV=«development»\n', message: 'variable' },
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\nCMD ["flask", "run", «"--debug"»]\n',
        message: 'option',
      },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM python:3.12\nENV FLASK_DEBUG=0 FLASK_ENV=production MY_DEBUG=1\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nRUN flask run --debug\nCMD ["gunicorn", "--debug"]\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nARG FLASK_DEBUG=1\n' },
    ],
  },
});

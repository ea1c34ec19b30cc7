import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { hasOption, runCommands } from '../commands';
import { insertBehind } from '../instructions';
import { hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/require-no-log-init',
  catalogue: ['useradd-high-uid'],
  equivalents: ['hadolint:DL3046'],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A user with a high number makes the image huge.',
  why: '`useradd` writes to the sparse file /var/log/lastlog at the place of the number; stored as a layer it takes gigabytes.',
  remedy: 'Add `-l`.',
  references: [hadolint('DL3046')],
  messages: { sparse: 'User number {id} makes /var/log/lastlog gigabytes large.' },
  fix: 'safe',
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    for (const command of runCommands(at)) {
      if (command.name !== 'useradd' || hasOption(command, '-l', '--no-log-init')) continue;
      const [program] = command.words;
      const at1 = command.words.findIndex(({ text }) => text === '-u' || text === '--uid');
      const joined = command.words.find(({ text }) => /^--uid=\d{6,}$/.test(text));
      const id = joined ?? command.words[at1 + 1];
      if (!program || !id || (at1 < 0 && !joined) || !/^(?:--uid=)?\d{6,}$/.test(id.text)) continue;
      const fix = at.fix('safe', 'Add -l', insertBehind(program, ' -l'));
      yield { message: 'sparse', data: { id: id.text.replace('--uid=', '') }, span: id.span, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN useradd -u «123456» app\n',
        fixed: 'FROM debian:12\nRUN useradd -l -u 123456 app\n',
      },
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN useradd «--uid=1000000» app && true\n',
        fixed: 'FROM debian:12\nRUN useradd -l --uid=1000000 app && true\n',
      },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN useradd -u 12345 app\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN useradd -l -u 123456 app\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN useradd app && adduser -u 123456 app\n' },
    ],
  },
});

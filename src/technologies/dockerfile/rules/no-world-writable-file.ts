import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { runCommands } from '../commands';
import { flagOf } from '../instructions';

export default defineRule({
  id: 'dockerfile/no-world-writable-file',
  catalogue: ['world-writable-permission'],
  equivalents: ['sonar:S2612'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Anyone in the container may change these files.',
  why: 'A process that is broken into replaces the model or the program, and the next start runs it.',
  remedy: 'Give the owner and the group what they need: `chmod 755` or `750`.',
  references: [{ title: 'Linux: chmod(1)', url: 'https://man7.org/linux/man-pages/man1/chmod.1.html' }],
  messages: { writable: 'Mode {mode} lets anyone in the container change the files.' },
  fix: { none: 'Who has to write is known only to the author.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    const flag = flagOf(at, 'chmod');
    if (flag && isWorldWritable(flag.text))
      yield { message: 'writable', data: { mode: flag.text }, span: flag.span };
    for (const { name, words } of runCommands(at)) {
      const mode =
        name === 'chmod'
          ? words.slice(1).find(({ text }) => !/^-[-a-zA-Z]/.test(text) || /^-w/.test(text))
          : undefined;
      if (mode && isWorldWritable(mode.text))
        yield { message: 'writable', data: { mode: mode.text }, span: mode.span };
    }
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN chmod -R «777» /models && true\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nCOPY --chmod=«0666» a /b\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN chmod «a+rwx» /models\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN chmod «+w,o=w» /models\n' },
    ],
    good: [
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN chmod 775 /models && chmod u+w,g+w /b && chmod 1777 /tmp\n',
      },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN chmod -R $MODE 777 && echo 777\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nCOPY --chmod=755 a /b\n' },
    ],
  },
});

/** The last digit has the bit for writing, unless the sticky bit guards the folder; or a letter gives it to all. */
function isWorldWritable(mode: string): boolean {
  if (/^[0-7]{3,4}$/.test(mode)) return (Number(mode.at(-1)) & 2) !== 0 && !/^1/.test(mode.padStart(4, '0'));
  return mode.split(',').some((part) => /^[ug]*[ao][ugoa]*[+=][rxXst]*w/.test(part));
}

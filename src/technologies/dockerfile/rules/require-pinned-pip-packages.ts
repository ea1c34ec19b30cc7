import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { hasOption, runCommands } from '../commands';
import { installOf } from '../packages';
import { hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/require-pinned-pip-packages',
  catalogue: ['pip-unpinned'],
  equivalents: ['hadolint:DL3013', 'kics:unpinned_package_version_in_pip_install'],
  severity: 'warning',
  certainty: 'opinion',
  summary: 'A Python package is installed in whatever version is newest.',
  why: "Tomorrow's build gets another torch or transformers than the one that the model was tested with.",
  remedy: 'Pin it with `==`, or install from a `requirements.txt` that is locked.',
  references: [
    { title: 'pip: repeatable installs', url: 'https://pip.pypa.io/en/stable/topics/repeatable-installs/' },
    hadolint('DL3013'),
  ],
  messages: { unpinned: 'Package "{name}" is not pinned to a version.' },
  fix: { none: 'Which version was tested is known only to the author.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    for (const command of runCommands(at)) {
      const install = installOf(command);
      if (install?.manager !== 'pip' || hasOption(command, '-r', '--requirement', '-c', '--constraint'))
        continue;
      for (const word of install.operands) {
        if (isPinned(word.text)) continue;
        yield { message: 'unpinned', data: { name: word.text }, span: word.span };
      }
    }
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM python:3.12\nRUN pip install --upgrade «torch» numpy==2.1.3\n' },
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\nRUN python -m pip install -i https://pypi.example.com «"torch[cuda]"» # gpu\n',
      },
    ],
    good: [
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\nRUN pip install torch==2.5.1 "numpy>=2,<3" pandas~=2.2\n',
      },
      { path: 'Dockerfile', text: 'FROM python:3.12\nRUN pip install -r requirements.txt wheel\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nRUN pip install --constraint versions.txt torch\n' },
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\nRUN pip install . ./lib /src/lib git+https://github.com/acme/lib@v1 lib-1.0.whl\n',
      },
      { path: 'Dockerfile', text: 'FROM python:3.12\nRUN pip install $PACKAGE\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nRUN pip download torch\n' },
    ],
  },
});

/** Has a version, or is a file, a folder, an address or a variable. */
function isPinned(text: string): boolean {
  return /[=<>~!]|@|\$|^\.|^\/|:\/\/|\.(?:whl|zip|tar\.gz|tgz)$/.test(text);
}

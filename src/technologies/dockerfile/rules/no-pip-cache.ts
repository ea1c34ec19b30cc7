import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { hasOption, isMounted, runCommands } from '../commands';
import { insertBehind, keywordOf, rawText } from '../instructions';
import { installOf } from '../packages';
import { cacheMounts, hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/no-pip-cache',
  catalogue: ['pip-no-cache-dir'],
  equivalents: [
    'hadolint:DL3042',
    'kics:pip_install_keeping_cached_packages',
    'semgrep:missing-pip-no-cache-dir',
  ],
  severity: 'info',
  certainty: 'certain',
  summary: 'Downloaded wheels stay in the image.',
  why: 'pip keeps what it downloads: with torch among it the image grows by gigabytes that no one reads, and every node pulls them.',
  remedy: 'Use `pip install --no-cache-dir`, or a cache mount on `/root/.cache/pip`.',
  references: [cacheMounts, hadolint('DL3042')],
  messages: { cache: 'pip keeps its downloads in the image.' },
  fix: 'safe',
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    if (keywordOf(at) !== 'RUN' || isMounted(at, '/root/.cache/pip')) return;
    if (/PIP_NO_CACHE_DIR=(?:1|true|on|yes|off|0|false)/i.test(rawText(at.at('arguments')))) return;
    const isOff = (at.outer?.at('env')?.items() ?? []).some(
      (pair) => rawText(pair.at('name')) === 'PIP_NO_CACHE_DIR',
    );
    if (isOff) return;
    for (const command of runCommands(at)) {
      const install = installOf(command);
      if (install?.manager !== 'pip' || hasOption(command, '--no-cache-dir')) continue;
      const cleared = runCommands(at).some(
        (other) => /^pip\d?$/.test(other.name) && other.words[1]?.text === 'cache',
      );
      if (cleared) continue;
      const fix = at.fix('safe', 'Add --no-cache-dir', insertBehind(install.verb, ' --no-cache-dir'));
      yield { message: 'cache', span: install.verb.span, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\nRUN pip «install» -r requirements.txt\n',
        fixed: 'FROM python:3.12\nRUN pip install --no-cache-dir -r requirements.txt\n',
      },
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\nRUN apt-get update && \\\n    python3 -m pip «install» torch==2.5.1 # big\n',
        fixed:
          'FROM python:3.12\nRUN apt-get update && \\\n    python3 -m pip install --no-cache-dir torch==2.5.1 # big\n',
      },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM python:3.12\nRUN pip install --no-cache-dir -r requirements.txt\n' },
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\nRUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt\n',
      },
      { path: 'Dockerfile', text: 'FROM python:3.12\nENV PIP_NO_CACHE_DIR=1\nRUN pip install torch\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nRUN PIP_NO_CACHE_DIR=1 pip install torch\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nRUN pip install torch && pip cache purge\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nRUN pip download torch\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nCMD pip install torch\n' },
    ],
  },
});

import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { keywordOf, keywordSpan, wordsOf } from '../instructions';
import { bestPractices, hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/no-local-add',
  catalogue: ['add-instead-of-copy'],
  equivalents: [
    'hadolint:DL3020',
    'checkov:CKV_DOCKER_4',
    'trivy:DS-0005',
    'kics:add_instead_of_copy',
    'semgrep:prefer-copy-over-add',
  ],
  severity: 'info',
  certainty: 'certain',
  summary: 'ADD copies what COPY would copy.',
  why: 'ADD also unpacks archives and fetches addresses: a file that is renamed one day is unpacked instead of copied.',
  remedy: 'Use COPY.',
  references: [bestPractices, hadolint('DL3020')],
  messages: { add: 'ADD is not needed to copy "{source}".' },
  fix: 'safe',
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    if (keywordOf(at) !== 'ADD' || at.has('heredocs')) return;
    const words = wordsOf(at);
    const sources = words.slice(0, -1);
    const [first] = sources;
    if (!first || sources.some(({ text }) => needsAdd(text))) return;
    const hasOwnFlags = (at.at('flags')?.entries() ?? []).some(
      ({ key }) => !['chown', 'chmod', 'link', 'exclude'].includes(key),
    );
    const edits = hasOwnFlags ? undefined : [{ span: keywordSpan(at), text: 'COPY' }];
    yield {
      message: 'add',
      data: { source: first.text },
      span: keywordSpan(at),
      fix: at.fix('safe', 'Use COPY', edits),
    };
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\n«ADD» app.py /app/\n',
        fixed: 'FROM python:3.12\nCOPY app.py /app/\n',
      },
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\n«add» --chown=app app.py lib /app/\n',
        fixed: 'FROM python:3.12\nCOPY --chown=app app.py lib /app/\n',
      },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM python:3.12\nADD model.tar.gz /models/\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nADD https://example.com/model.bin /models/\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nADD $ARCHIVE /models/\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nADD git@github.com:acme/lib.git /lib\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nCOPY app.py /app/\n' },
    ],
  },
});

/** An archive to unpack, an address to fetch, or a variable that may be either. */
function needsAdd(text: string): boolean {
  return /\$|:\/\/|^git@|\.(?:tar|tgz|tbz2?|txz|tar\.\w+|gz|bz2|xz|zst|Z)$/.test(text);
}

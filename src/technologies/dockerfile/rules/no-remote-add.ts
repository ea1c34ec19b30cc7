import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { flagOf, keywordOf, wordsOf } from '../instructions';
import { reference } from '../sources';

export default defineRule({
  id: 'dockerfile/no-remote-add',
  catalogue: ['add-instead-of-copy'],
  equivalents: ['checkov:CKV_DOCKER_4', 'kics:curl_or_wget_instead_of_add', 'sonar:S7029'],
  severity: 'warning',
  certainty: 'opinion',
  summary: 'ADD fetches something that nobody checks.',
  why: 'What the address serves tomorrow goes into the image unseen, and the archive stays in a layer of its own after it was unpacked.',
  remedy: 'Give its `--checksum`, or fetch, check and unpack it in one RUN.',
  references: [reference],
  messages: { remote: '"{address}" is fetched without a checksum.' },
  fix: { none: 'The checksum of what was meant is known only to the author.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    if (keywordOf(at) !== 'ADD' || flagOf(at, 'checksum')) return;
    for (const word of wordsOf(at).slice(0, -1)) {
      if (/^(?:https?|ftp):\/\//.test(word.text))
        yield { message: 'remote', data: { address: word.text }, span: word.span };
    }
  },
  examples: {
    bad: [{ path: 'Dockerfile', text: 'FROM python:3.12\nADD «https://example.com/model.bin» /models/\n' }],
    good: [
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\nADD --checksum=sha256:0123 https://example.com/model.bin /models/\n',
      },
      { path: 'Dockerfile', text: 'FROM python:3.12\nADD model.tar.gz https://\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nRUN curl https://example.com/model.bin /models/\n' },
    ],
  },
});

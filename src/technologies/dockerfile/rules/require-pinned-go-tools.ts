import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { runCommands } from '../commands';
import { installOf } from '../packages';
import { hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/require-pinned-go-tools',
  catalogue: ['npm-gem-go-unpinned'],
  equivalents: ['hadolint:DL3062'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A Go program is installed in whatever version is newest.',
  why: 'Two builds of one commit may differ.',
  remedy: 'Name the version: `go install example.com/tool@v1.2.3`.',
  references: [hadolint('DL3062')],
  messages: { unpinned: 'Program "{name}" is not pinned to a version.' },
  fix: { none: 'Which version was tested is known only to the author.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    for (const command of runCommands(at)) {
      const install = installOf(command);
      if (install?.manager !== 'go') continue;
      for (const word of install.operands) {
        if (!/^[\w-]+\.[\w.-]+\//.test(word.text) || /@(?!latest$)/.test(word.text)) continue;
        yield { message: 'unpinned', data: { name: word.text }, span: word.span };
      }
    }
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM golang:1.23\nRUN go install «example.com/tool@latest» && true\n' },
      { path: 'Dockerfile', text: 'FROM golang:1.23\nRUN go install «example.com/tool»\n' },
    ],
    good: [
      {
        path: 'Dockerfile',
        text: 'FROM golang:1.23\nRUN go install example.com/tool@v1.2.3 && go install ./cmd/tool && go install $TOOL\n',
      },
      { path: 'Dockerfile', text: 'FROM golang:1.23\nRUN go build example.com/tool\n' },
    ],
  },
});

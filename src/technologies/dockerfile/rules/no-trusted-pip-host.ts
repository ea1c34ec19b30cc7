import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { runCommands } from '../commands';
import { keywordOf, rawText } from '../instructions';
import { packageCommand } from '../packages';

export default defineRule({
  id: 'dockerfile/no-trusted-pip-host',
  catalogue: ['pip-trusted-host'],
  equivalents: ['checkov:CKV2_DOCKER_4', 'checkov:CKV2_DOCKER_16'],
  severity: 'warning',
  certainty: 'likely',
  environment: 'transport',
  summary: 'pip is told not to check whom it talks to.',
  why: 'Whoever sits in between may send any code, and it runs during the build and in the image.',
  remedy: 'Remove it; give the index a certificate that pip trusts, or name its authority with `--cert`.',
  references: [
    { title: 'pip: --trusted-host', url: 'https://pip.pypa.io/en/stable/cli/pip/#cmdoption-trusted-host' },
  ],
  messages: {
    trusted: 'pip does not check the certificate of this host.',
    variable: '{name} makes pip skip the check of certificates.',
  },
  fix: { none: 'The index needs a certificate that pip trusts first.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    for (const command of runCommands(at)) {
      const isPip = packageCommand(command)?.manager === 'pip';
      const option = isPip
        ? command.words.find(({ text }) => /^--trusted-host(?:=|$)/.test(text))
        : undefined;
      if (option) yield { message: 'trusted', span: option.span };
    }
    if (!['ENV', 'ARG'].includes(keywordOf(at))) return;
    for (const pair of at.at('pairs')?.items() ?? []) {
      const name = pair.at('name');
      if (rawText(name) === 'PIP_TRUSTED_HOST' && name)
        yield { message: 'variable', data: { name: rawText(name) }, span: name.span };
    }
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\nRUN pip install «--trusted-host» pypi.example.com torch==2.5.1\n',
        message: 'trusted',
      },
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\nRUN pip «--trusted-host=pypi.example.com» install torch==2.5.1\n',
        message: 'trusted',
      },
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\nENV «PIP_TRUSTED_HOST»=pypi.example.com A=b\n',
        message: 'variable',
      },
    ],
    good: [
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\nRUN pip install --cert /ca.pem torch==2.5.1 && echo --trusted-host\n',
      },
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\nENV PIP_INDEX_URL=https://pypi.example.com\nLABEL PIP_TRUSTED_HOST=a\n',
      },
    ],
  },
});

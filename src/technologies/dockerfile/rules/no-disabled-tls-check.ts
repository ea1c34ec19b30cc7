import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { runCommands } from '../commands';
import { keywordOf, pairsOf } from '../instructions';

export default defineRule({
  id: 'dockerfile/no-disabled-tls-check',
  catalogue: ['tls-verification-disabled'],
  equivalents: [
    'checkov:CKV2_DOCKER_2',
    'checkov:CKV2_DOCKER_3',
    'checkov:CKV2_DOCKER_5',
    'checkov:CKV2_DOCKER_6',
    'checkov:CKV2_DOCKER_12',
    'checkov:CKV2_DOCKER_13',
    'checkov:CKV2_DOCKER_14',
    'sonar:S5332',
  ],
  severity: 'warning',
  certainty: 'likely',
  environment: 'transport',
  summary: 'A build does not check whom it talks to.',
  why: 'Whoever sits in between may send any program, and it becomes part of the image.',
  remedy: "Remove the switch, and give the image the authority's certificate.",
  references: [{ title: 'curl: -k, --insecure', url: 'https://curl.se/docs/manpage.html#-k' }],
  messages: {
    option: '{option} switches the check of certificates off.',
    variable: '{name} switches the check of certificates off.',
  },
  fix: { none: 'The server needs a certificate that the image trusts first.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    for (const command of runCommands(at)) {
      const option = command.words.find((word) => disables(command.name, word.text));
      if (option) yield { message: 'option', data: { option: option.text }, span: option.span };
      const isNpm =
        /^(?:npm|yarn)$/.test(command.name) && command.words.some(({ text }) => text === 'strict-ssl');
      const value = command.words.at(-1);
      if (isNpm && value?.text === 'false')
        yield { message: 'option', data: { option: 'strict-ssl false' }, span: value.span };
    }
    if (!['ENV', 'ARG'].includes(keywordOf(at))) return;
    for (const { name, value } of pairsOf(at)) {
      const off = variables[name.text];
      if (value && off?.test(value.text))
        yield { message: 'variable', data: { name: name.text }, span: value.span };
    }
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN curl «-k» https://example.com/a && true\n',
        message: 'option',
      },
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN curl «-skL» https://example.com/a\n',
        message: 'option',
      },
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN wget «--no-check-certificate» https://example.com/a\n',
        message: 'option',
      },
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN npm config set strict-ssl «false»\n',
        message: 'option',
      },
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN git -c «http.sslVerify=false» clone https://example.com/a\n',
        message: 'option',
      },
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN apt-get install -y «--allow-unauthenticated» curl\n',
        message: 'option',
      },
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nENV NODE_TLS_REJECT_UNAUTHORIZED=«0» A=b\n',
        message: 'variable',
      },
      { path: 'Dockerfile', text: 'FROM debian:12\nENV PYTHONHTTPSVERIFY=«0»\n', message: 'variable' },
    ],
    good: [
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN curl -fsSL https://example.com/a && tar -k && wget -q https://example.com/a\n',
      },
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nENV NODE_TLS_REJECT_UNAUTHORIZED=1 GIT_SSL_NO_VERIFY=0\n',
      },
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN npm config set strict-ssl true && npm config set fund false\n',
      },
      { path: 'Dockerfile', text: 'FROM debian:12\nLABEL PYTHONHTTPSVERIFY=0\n' },
    ],
  },
});

function disables(program: string, text: string): boolean {
  if (program === 'curl') return text === '--insecure' || /^-[A-Za-jl-z]*k[A-Za-z]*$/.test(text);
  if (program === 'wget') return text === '--no-check-certificate';
  if (program === 'git') return /^http\.sslverify=(?:false|0)$/i.test(text);
  if (/^apt(?:-get)?$/.test(program))
    return /^--(?:allow-unauthenticated|force-yes)$|Verify-Peer=(?:false|0)/i.test(text);
  return (
    /^(?:yum|dnf|rpm)$/.test(program) && /^--(?:nogpgcheck|nosignature)$|sslverify=(?:false|0)/i.test(text)
  );
}

const variables: Readonly<Record<string, RegExp>> = {
  NODE_TLS_REJECT_UNAUTHORIZED: /^0$/,
  PYTHONHTTPSVERIFY: /^0$/,
  GIT_SSL_NO_VERIFY: /^(?:1|true)$/i,
  NPM_CONFIG_STRICT_SSL: /^false$/i,
  CURL_INSECURE: /^(?:1|true)$/i,
};

import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { hasKnownSecret, isSecretName } from '../../../shapes/secret-names';
import { keywordOf, pairsOf } from '../instructions';
import { buildCheck, buildSecrets } from '../sources';

export default defineRule({
  id: 'dockerfile/no-secret-in-image',
  catalogue: ['secrets-in-arg-or-env'],
  equivalents: [
    'hadolint:DL3064',
    'trivy:DS-0031',
    'semgrep:secret-in-build-arg',
    'sonar:S6472',
    'sonar:S6437',
    'buildkit:SecretsUsedInArgOrEnv',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A secret goes into the image.',
  why: "Values of ARG and ENV stand in the image's history: whoever may pull it reads them, also after a later layer unset them.",
  remedy: 'Mount it while it is needed: `RUN --mount=type=secret,id=hf_token …`.',
  references: [buildSecrets, buildCheck('secrets-used-in-arg-or-env', 'SecretsUsedInArgOrEnv')],
  messages: {
    named: '"{name}" is a secret by its name, and ends in the image\'s history.',
    known: 'The value of "{name}" has the form of a known secret.',
  },
  fix: { none: 'The step that needs the secret has to mount it.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    const keyword = keywordOf(at);
    if (keyword !== 'ARG' && keyword !== 'ENV') return;
    for (const { name, value } of pairsOf(at)) {
      const data = { name: name.text };
      if (value && hasKnownSecret(value.text)) yield { message: 'known', data, span: value.span };
      else if (keyword === 'ENV' && (value?.text ?? '') === '') continue;
      else if (/public/i.test(name.text) || (value && /^\/|^(?:true|false)$/i.test(value.text))) continue;
      else if (isSecretName(name.text) || secretWord.test(name.text))
        yield { message: 'named', data, span: name.span };
    }
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM python:3.12\nARG «HF_TOKEN»\nRUN true\n', message: 'named' },
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\nENV A=b «AWS_SECRET_ACCESS_KEY»=$KEY C=d\n',
        message: 'named',
      },
      { path: 'Dockerfile', text: 'FROM python:3.12\nARG «SSH_KEY»=a\n', message: 'named' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nENV ID=«AKIAIOSFODNN7EXAMPLE» A=b\n', message: 'known' },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM python:3.12\nARG VERSION\nENV TOKENIZERS_PARALLELISM=false\n' },
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\nENV PASSWORD_FILE=/run/secrets/password DB_PASSWORD="" MY_PUBLIC_KEY=a\n',
      },
      { path: 'Dockerfile', text: 'FROM python:3.12\nENV SECRET_KEY=/run/secrets/key USE_TOKEN=true\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nLABEL HF_TOKEN=a\n' },
    ],
  },
});

const secretWord = /(?:^|_)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)$/i;

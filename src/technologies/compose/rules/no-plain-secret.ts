import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { hasKnownSecret, isSecretName, isSecretValue } from '../../../shapes/secret-names';
import { environmentOf } from '../services';

export default defineRule({
  id: 'compose/no-plain-secret',
  catalogue: ['secret-in-plain-env'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A secret stands in the file in clear.',
  why: 'Everyone who may read the repository has the password; and it stays in the history after it is removed.',
  remedy: 'Use `secrets`, or `${NAME}` from an `.env` file that is not in the repository.',
  references: [{ title: 'Compose: secrets', url: 'https://docs.docker.com/compose/how-tos/use-secrets/' }],
  messages: {
    plain: 'Variable "{name}" holds a secret in clear.',
    known: 'The value of "{name}" has the form of a known secret.',
  },
  fix: { none: 'The secret has to be kept elsewhere first, and changed.' },
  looksAt: [{ view: 'compose/service', path: [] }],
  *check(at): Iterable<Report> {
    for (const { name, value, span } of environmentOf(at)) {
      if (hasKnownSecret(value)) yield { message: 'known', data: { name }, span };
      else if (isSecretName(name) && isSecretValue(value) && !isTrivial(value))
        yield { message: 'plain', data: { name }, span };
    }
  },
  examples: {
    bad: [
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    environment: { DB_PASSWORD: «h8Kd02mLq», USER: b }\n',
        message: 'plain',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    environment:\n      - «HF_TOKEN=hvc29d8s» # mine\n',
        message: 'plain',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    environment: [«ID=AKIAIOSFODNN7EXAMPLE»]\n',
        message: 'known',
      },
    ],
    good: [
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    environment: { DB_PASSWORD: "${DB_PASSWORD}", TOKEN_FILE: /run/secrets/token }\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    environment: [POSTGRES_PASSWORD=postgres, DB_PASSWORD=, MAX_TOKENS=5, HF_TOKEN]\n',
      },
    ],
  },
});

/** What everyone uses on a laptop gives nobody anything. */
function isTrivial(value: string): boolean {
  return /^(?:postgres|mysql|root|admin|minio(?:admin|123)?|mlflow|airflow|guest|example|test|local|dev|kafka|redis|password|pass|secret|changeme|change-me)$/i.test(
    value,
  );
}

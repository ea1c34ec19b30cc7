import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { stringsOf } from '../../../shapes/python-script';

// Put together so that no scanner takes the examples for secrets of this project.
const fake = (prefix: string, length: number): string => prefix + 'aB3'.repeat(length).slice(0, length);

export default defineRule({
  id: 'python/no-literal-token',
  catalogue: ['secret-ml-token-literal'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'An access token stands in the source.',
  why: 'It is in the history of the repository for good, for everybody who can read it; models, data and money stand behind it.',
  remedy: 'Revoke the token, and read a new one from the environment or a secret store.',
  references: [
    { title: 'Hugging Face: user access tokens', url: 'https://huggingface.co/docs/hub/security-tokens' },
    {
      title: 'CWE-798: use of hard-coded credentials',
      url: 'https://cwe.mitre.org/data/definitions/798.html',
    },
  ],
  messages: { token: 'The source contains {what}.' },
  fix: { none: 'The token has to be revoked, and where the new one is kept is the author’s choice.' },
  looksAt: [{ view: 'python/module', path: [] }],
  *check(at): Iterable<Report> {
    for (const { text, span } of stringsOf(at.document)) {
      const found = tokens.find(({ pattern }) => pattern.test(text));
      // x's and a run of one sign are placeholders of documentation.
      if (found && !/(.)\1{7}/.test(text)) yield { message: 'token', data: { what: found.what }, span };
    }
  },
  examples: {
    bad: [
      { path: 'a.py', text: `login(«"${fake('hf_', 34)}"»)  # mine\n` },
      { path: 'a.py', text: `key = «"AKIA${'Q7Z2'.repeat(4)}"»\n` },
      { path: 'a.py', text: `key = «'${fake('AIza', 35)}'»\n` },
      { path: 'a.py', text: `key = «'${fake('sk-proj-', 40)}'»\n` },
    ],
    good: [
      { path: 'a.py', text: 'login(os.environ["HF_TOKEN"])\n' },
      { path: 'a.py', text: `login("hf_${'x'.repeat(34)}")\n` },
      {
        path: 'a.py',
        text: `login("${fake('hf_', 33)}")\nkey = "sk-learn-is-a-very-fine-library-for-this"\n`,
      },
    ],
  },
});

const tokens = [
  { what: 'a Hugging Face token', pattern: /\bhf_[A-Za-z0-9]{34,}\b/ },
  { what: 'an AWS access key', pattern: /\bAKIA[0-9A-Z]{16}\b/ },
  { what: 'a Google API key', pattern: /\bAIza[\w-]{35}/ },
  { what: 'an API key of OpenAI', pattern: /\bsk-(?:proj-)?[A-Za-z0-9]{32,}\b/ },
  { what: 'a private key', pattern: /-----BEGIN (?:RSA |EC |OPENSSH )?PRIVATE KEY-----/ },
  { what: 'a key of an Azure storage account', pattern: /\bAccountKey=[A-Za-z0-9+/]{40,}/ },
] as const;

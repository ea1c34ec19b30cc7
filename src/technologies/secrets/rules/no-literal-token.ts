import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { textsBelow } from '../../../shapes/scalars-below';
import { tokenIn } from '../tokens';

// Put together so that no scanner takes the examples for secrets of this project.
const fake = (prefix: string, length: number): string => prefix + 'aB3'.repeat(length).slice(0, length);
const hf = fake('hf_', 34);

export default defineRule({
  id: 'secrets/no-literal-token',
  catalogue: ['secret-ml-token-literal'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'An access token stands in a configuration file.',
  why: 'It is in the history of the repository for good, for everybody who can read it; models, data and money stand behind it.',
  remedy: 'Revoke the token, and read a new one from the environment or a secret store.',
  references: [
    { title: 'Hugging Face: user access tokens', url: 'https://huggingface.co/docs/hub/security-tokens' },
    {
      title: 'CWE-798: use of hard-coded credentials',
      url: 'https://cwe.mitre.org/data/definitions/798.html',
    },
  ],
  messages: { token: 'The file contains {what}.' },
  fix: { none: 'The token has to be revoked, and where the new one is kept is the author’s choice.' },
  looksAt: [{ view: 'secrets/configuration', path: [] }],
  *check(at): Iterable<Report> {
    for (const { text, span } of textsBelow(at)) {
      const what = tokenIn(text);
      if (what !== undefined) yield { message: 'token', data: { what }, span };
    }
  },
  examples: {
    bad: [
      { path: 'config.yaml', text: `hub:\n  tokens: [a, «${hf}»] # mine\n` },
      { path: 'settings.toml', text: `[aws]\nkey = «"AKIA${'Q7Z2'.repeat(4)}"» # mine\n` },
      { path: 'config.json', text: `{"key": «"${fake('AIza', 35)}"», "a": 1}\n` },
      { path: 'app.properties', text: `key=«${fake('sk-proj-', 40)}»\n` },
      { path: '.env.production', text: `KEY=«${fake('sk-ant-', 40)}» # mine\n` },
      { path: 'main.tf', text: `variable "t" {\n  default = «"${fake('ghp_', 36)}"» # mine\n}\n` },
      {
        path: 'config.yaml',
        text: `azure: «DefaultEndpointsProtocol=https;AccountKey=${fake('', 86)}==»\n`,
      },
      { path: 'config.yaml', text: `data: «https://a.blob.core.windows.net/m?sv=1&sig=${fake('', 43)}»\n` },
      { path: 'key.json', text: '{"private_key": «"-----BEGIN PRIVATE KEY-----\\nMIIE"», "type": 1}\n' },
      { path: 'params.yaml', text: `jobs: { token: «${hf}» }\n` },
      { path: 'params.yaml', text: `kind: { token: «${hf}» }\n` },
    ],
    good: [
      { path: 'config.yaml', text: `token: ${fake('hf_', 33)}\n` },
      { path: 'config.yaml', text: `token: hf_${'x'.repeat(34)}\nkey: AKIAIOSFODNN7EXAMPLE\n` },
      {
        path: 'config.yaml',
        text: 'package: sk-learn\nimage: sk-base-image-of-the-team-for-all-models:1.2\n',
      },
      { path: 'config.yaml', text: 'token: ${HF_TOKEN}\nprefix: hf_\n' },
      { path: 'pod.yaml', text: `apiVersion: v1\nkind: Pod\nspec: { token: ${hf} }\n` },
      { path: 'compose.yaml', text: `services: { a: { environment: { T: ${hf} } } }\n` },
    ],
  },
});

import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { deployment, predictor } from '../example-text';

const spec = `predictors:\n${predictor('a')}`;
const keys = ['oauth_key', 'oauth_secret'];

export default defineRule({
  id: 'seldon/no-oauth-in-spec',
  catalogue: ['seldon-v1-oauth-in-spec'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A credential stands in the deployment.',
  why: 'Whoever may read the resource or the repository can call the model in your name.',
  remedy: 'Delete both fields, revoke the credential, and demand tokens at the mesh or the ingress.',
  references: [
    {
      title: 'Seldon Core 1.18: SeldonDeploymentSpec',
      url: 'https://github.com/SeldonIO/seldon-core/blob/v1.18.2/operator/apis/machinelearning.seldon.io/v1/seldondeployment_types.go#L223',
    },
  ],
  messages: { secret: 'The field {key} holds a credential in plain text.' },
  fix: 'review',
  looksAt: [{ view: 'seldon/deployment', path: ['spec'] }],
  *check(at): Iterable<Report> {
    for (const key of keys) {
      const value = at.text(key);
      if (value.is !== 'known' || value.value === '') continue;
      yield {
        message: 'secret',
        data: { key },
        span: value.span,
        fix: at.fix('review', `Remove ${key}`, at.remove(key)),
      };
    }
  },
  examples: {
    bad: [
      {
        path: 'seldon.yaml',
        text: deployment(`oauth_key: «fraud» # team\n${spec}`),
        fixed: deployment(spec),
      },
      { path: 'seldon.yaml', text: deployment(`oauth_secret: «"s3cr3t"»\n${spec}`), fixed: deployment(spec) },
    ],
    good: [
      { path: 'seldon.yaml', text: deployment(spec) },
      { path: 'seldon.yaml', text: deployment(`oauth_key: ""\n${spec}`) },
      { path: 'seldon.yaml', text: deployment(`oauth_key: \${OAUTH_KEY}\n${spec}`) },
    ],
  },
});

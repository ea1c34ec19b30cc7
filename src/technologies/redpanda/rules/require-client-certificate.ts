import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { authentication } from '../documentation';
import { node } from '../example-text';

const mtls = (required: string, method = 'mtls_identity'): string =>
  node(
    `kafka_api:\n  - { name: outside, address: 0.0.0.0, port: 9092, authentication_method: ${method} }\nkafka_api_tls:\n  - name: outside\n    enabled: true\n    require_client_auth: ${required}\n`,
  );

export default defineRule({
  id: 'redpanda/require-client-certificate',
  catalogue: ['redpanda-tls-no-client-auth'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'authentication',
  summary: 'Clients are to be known by their certificates, which they need not show.',
  why: 'A client without a certificate is let in as nobody in particular, and whatever is open to all is open to it.',
  remedy: 'Set `require_client_auth: true` for that listener.',
  references: [authentication],
  messages: { optional: 'Listener "{name}" knows clients by certificates, but does not require them.' },
  fix: 'review',
  looksAt: [{ view: 'redpanda/node-config', path: [] }],
  *check(at): Iterable<Report> {
    const listeners = (at.at('kafka_api')?.items() ?? []).filter(
      (each) => known(each.text('authentication_method')) === 'mtls_identity',
    );
    const names = listeners.map((each) => known(each.text('name')) ?? '');
    for (const settings of at.at('kafka_api_tls')?.items() ?? []) {
      const name = known(settings.text('name')) ?? '';
      const required = settings.boolean('require_client_auth');
      if (!names.includes(name) || required.is !== 'known' || required.value) continue;
      const fix = settings.fix('review', 'Require certificates', settings.set(['require_client_auth'], true));
      yield { message: 'optional', data: { name }, span: required.span, fix };
    }
  },
  examples: {
    bad: [{ path: 'redpanda.yaml', text: mtls('«false» # yet'), fixed: mtls('true # yet') }],
    good: [
      { path: 'redpanda.yaml', text: mtls('true') },
      { path: 'redpanda.yaml', text: mtls('false', 'sasl') },
      { path: 'redpanda.yaml', text: mtls('"${REQUIRED}"') },
      { path: 'redpanda.yaml', text: mtls('false').replace('- name: outside', '- name: inside') },
    ],
  },
});

import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { compose, file } from '../example-text';

export default defineRule({
  id: 'flink/no-open-web-submission',
  catalogue: ['flink-web-submit-open'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  environment: 'authentication',
  summary: 'Anyone who reaches the REST address may upload and run a jar.',
  why: 'Flink has no login of its own: an open REST endpoint with job submission is the execution of foreign code, with the credentials of the cluster.',
  remedy:
    'Set `web.submit.enable: false`, or turn on `security.ssl.rest.enabled` with `security.ssl.rest.authentication-enabled`, and close the port by a network policy.',
  references: [
    {
      title: 'Flink 2.2: configuration, Web UI',
      url: 'https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/deployment/config/#web-ui',
    },
    {
      title: 'Flink 2.2: SSL setup',
      url: 'https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/deployment/security/security-ssl/',
    },
  ],
  messages: {
    open: 'The REST endpoint listens on {value} and takes jars from anyone.',
  },
  fix: 'review',
  looksAt: [{ view: 'flink/config', path: [] }],
  *check(at): Iterable<Report> {
    const address = at.text('rest.bind-address');
    if (address.is !== 'known' || !/^(?:0\.0\.0\.0|::|\[::\])$/.test(address.value.trim())) return;
    const submit = at.boolean('web.submit.enable');
    if (submit.is === 'unknown' && at.has('web.submit.enable')) return;
    if (submit.is === 'invalid' || (submit.is === 'known' && !submit.value)) return;
    const secured = at.boolean('security.ssl.rest.enabled');
    if (at.has('security.ssl.rest.enabled') && !(secured.is === 'known' && !secured.value)) return;
    const fix = at.fix('review', 'Take no jobs over the web', at.set(['web.submit.enable'], false));
    yield { message: 'open', data: { value: address.value }, span: address.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'config.yaml',
        text: `${file}rest.bind-address: «0.0.0.0» # all\n`,
        fixed: `${file}rest.bind-address: 0.0.0.0 # all\nweb.submit.enable: false\n`,
      },
      {
        path: 'config.yaml',
        text: `${file}rest.bind-address: «0.0.0.0»\nweb.submit.enable: true\nsecurity.ssl.rest.enabled: false\n`,
        fixed: `${file}rest.bind-address: 0.0.0.0\nweb.submit.enable: false\nsecurity.ssl.rest.enabled: false\n`,
      },
      {
        path: 'compose.yaml',
        text: compose('rest.bind-address: «0.0.0.0»\n'),
        fixed: compose('rest.bind-address: 0.0.0.0\nweb.submit.enable: false\n'),
      },
    ],
    good: [
      { path: 'config.yaml', text: `${file}rest.bind-address: localhost\n` },
      { path: 'config.yaml', text: `${file}rest.bind-address: 0.0.0.0\nweb.submit.enable: false\n` },
      { path: 'config.yaml', text: `${file}rest.bind-address: 0.0.0.0\nweb.submit.enable: \${SUBMIT}\n` },
      { path: 'config.yaml', text: `${file}rest.bind-address: 0.0.0.0\nweb.submit.enable: perhaps\n` },
      { path: 'config.yaml', text: `${file}rest.bind-address: 0.0.0.0\nsecurity.ssl.rest.enabled: true\n` },
      {
        path: 'config.yaml',
        text: `${file}rest.bind-address: 0.0.0.0\nsecurity.ssl.rest.enabled: \${TLS}\n`,
      },
      { path: 'config.yaml', text: file },
    ],
  },
});

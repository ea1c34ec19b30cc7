import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { compose } from '../example-files';
import { networkSecurity } from '../sources';

const checks: readonly (readonly [message: string, path: readonly string[], value: RegExp])[] = [
  ['hosts', ['options', '--allowed-hosts'], /^\*$/],
  ['origins', ['options', '--cors-allowed-origins'], /^\*$/],
  ['off', ['options', '--disable-security-middleware'], /^true$/],
  ['hosts', ['MLFLOW_SERVER_ALLOWED_HOSTS'], /^\*$/],
  ['origins', ['MLFLOW_SERVER_CORS_ALLOWED_ORIGINS'], /^\*$/],
  ['off', ['MLFLOW_SERVER_DISABLE_SECURITY_MIDDLEWARE'], /^(?:true|1)$/i],
];

export default defineRule({
  id: 'mlflow/no-open-hosts',
  catalogue: ['mlflow-allowed-hosts-star'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'transport',
  summary: 'The server answers requests for any host or from any site.',
  why: 'A web page that a colleague opens can then talk to the server through their browser, by DNS rebinding or across sites, and read and delete what they may.',
  remedy: 'List the hosts and origins under which the server is used.',
  references: [networkSecurity],
  messages: {
    hosts: 'The server answers requests for any host.',
    origins: 'The server answers requests from any site.',
    off: 'The protection against requests from other sites is turned off.',
  },
  fix: { none: 'The names of the server are known only to the author.' },
  looksAt: [
    { view: 'mlflow/server', path: [] },
    { view: 'mlflow/variables', path: [] },
  ],
  *check(at): Iterable<Report> {
    for (const [message, path, wrong] of checks) {
      const value = at.text(...path);
      if (value.is === 'known' && wrong.test(value.value)) yield { message, span: value.span };
    }
  },
  examples: {
    bad: [
      compose('mlflow server --allowed-hosts «"*"» --port 80', { message: 'hosts' }),
      compose('["mlflow", "server", "--cors-allowed-origins", «"*"»]', { message: 'origins' }),
      compose('mlflow server «--disable-security-middleware» --port 80', { message: 'off' }),
      { path: '.env', message: 'hosts', text: 'MLFLOW_SERVER_ALLOWED_HOSTS=«*» # all\n' },
      { path: '.env', message: 'origins', text: 'MLFLOW_SERVER_CORS_ALLOWED_ORIGINS=«*»\n' },
      { path: '.env', message: 'off', text: 'MLFLOW_SERVER_DISABLE_SECURITY_MIDDLEWARE=«True»\n' },
    ],
    good: [
      compose(
        'mlflow server --allowed-hosts "mlflow.internal:5000,*.corp.net" --cors-allowed-origins https://a',
      ),
      {
        path: '.env',
        text: 'MLFLOW_SERVER_ALLOWED_HOSTS=a.b\nMLFLOW_SERVER_CORS_ALLOWED_ORIGINS=https://a\n',
      },
      { path: '.env', text: 'MLFLOW_SERVER_DISABLE_SECURITY_MIDDLEWARE=false\nHOSTS=*\n' },
    ],
  },
});

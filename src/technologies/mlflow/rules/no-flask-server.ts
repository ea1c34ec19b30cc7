import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { compose } from '../example-files';
import { isOlderThan } from '../servers';
import { networkSecurity } from '../sources';

const servers = ['--gunicorn-opts', '--waitress-opts'];
const protections = ['--allowed-hosts', '--cors-allowed-origins', '--disable-security-middleware'];

export default defineRule({
  id: 'mlflow/no-flask-server',
  catalogue: ['mlflow-gunicorn-drops-security'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The server runs without its protection against requests from other sites.',
  why: 'From 3.5 on that protection is part of the default server, uvicorn. With options for gunicorn or waitress MLflow starts without it, and refuses to start where an option of the protection stands beside.',
  remedy: 'Use `--uvicorn-opts`, or leave the option out.',
  references: [networkSecurity],
  messages: {
    refused: 'MLflow refuses {option} beside {protection}.',
    unprotected: 'With {option} the server runs without protection against requests from other sites.',
  },
  fix: { none: 'The options of uvicorn are other ones.' },
  looksAt: [{ view: 'mlflow/server', path: [] }],
  *check(at): Iterable<Report> {
    const option = servers.find((each) => at.has('options', each));
    const span = option === undefined ? undefined : at.at('options', option)?.anchor;
    if (option === undefined || !span || isOlderThan(at, '3.5')) return;
    const protection = protections.find((each) => at.has('options', each));
    if (protection === undefined) yield { message: 'unprotected', data: { option }, span };
    else yield { message: 'refused', data: { option, protection }, span, severity: 'error' };
  },
  examples: {
    bad: [
      compose('mlflow server «--gunicorn-opts» "-w 2" --port 80', { message: 'unprotected' }),
      compose('mlflow server «--waitress-opts» "-w 2"', { message: 'unprotected' }),
      compose('mlflow server --allowed-hosts a.b «--gunicorn-opts»="-w 2"', {
        message: 'refused',
        severity: 'error',
      }),
      compose('mlflow server --cors-allowed-origins https://a «--gunicorn-opts» "-w 2"', {
        message: 'refused',
        severity: 'error',
      }),
      compose('mlflow server --disable-security-middleware «--gunicorn-opts» "-w 2"', {
        message: 'refused',
        severity: 'error',
      }),
    ],
    good: [
      compose('mlflow server --uvicorn-opts "--workers 2" --allowed-hosts a.b'),
      {
        path: 'compose.yaml',
        text: 'services:\n  m:\n    image: ghcr.io/mlflow/mlflow:v3.4.0\n    command: mlflow server --gunicorn-opts "-w 2"\n',
      },
    ],
  },
});

import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { compose, deployment } from '../example-files';
import { listensToAll, settingOf } from '../servers';
import { basicAuthentication, networkSecurity } from '../sources';

export default defineRule({
  id: 'mlflow/require-authentication',
  catalogue: ['mlflow-no-auth-exposed'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  environment: 'authentication',
  summary: 'A server on all addresses asks nobody who they are.',
  why: 'MLflow has no authentication by default: whoever reaches the port may read every run, delete experiments, and move the alias of the model that is served.',
  remedy:
    'Add `--app-name basic-auth` with MLFLOW_FLASK_SERVER_SECRET_KEY from a secret, or bind to 127.0.0.1 behind a proxy that authenticates.',
  references: [basicAuthentication, networkSecurity],
  messages: { open: 'The server listens on all addresses and asks nobody who they are.' },
  fix: { none: 'Users, passwords and the secret key have to be made first.' },
  looksAt: [{ view: 'mlflow/server', path: [] }],
  *check(at): Iterable<Report> {
    // In a pod or an image there is no other address; who reaches it is decided by what stands around.
    if (at.outer?.has('services') !== true) return;
    if (!listensToAll(at) || !at.has('options-complete') || at.has('options', '--app-name')) return;
    const host = settingOf(at, '--host');
    if (host.is === 'known' && !isPublishedLocally(at)) yield { message: 'open', span: host.span };
  },
  examples: {
    bad: [
      compose('mlflow server --host «0.0.0.0» --port 5000'),
      compose('mlflow ui -h «"::"»'),
      compose('mlflow server', { more: '    environment: {MLFLOW_HOST: «0.0.0.0»} # all\n' }),
      compose('mlflow server --host «0.0.0.0»', { more: '    ports: ["127.0.0.1:80:80", "5000:5000"]\n' }),
      compose('>\n      bash -c "pip install psycopg2 &&\n      mlflow server --host «0.0.0.0»"'),
      compose('["sh", "-c", "mlflow server --host «0.0.0.0»"]'),
      compose('|\n      mlflow server \\\n        --host «0.0.0.0» \\\n        --port 80'),
    ],
    good: [
      compose('mlflow server --host 0.0.0.0 --app-name basic-auth'),
      compose('mlflow server --host 127.0.0.1'),
      compose('mlflow server'),
      compose('mlflow server --host 0.0.0.0 $OPTIONS'),
      compose('mlflow server --host 0.0.0.0', { more: '    ports: ["127.0.0.1:5000:5000"]\n' }),
      compose('mlflow gc --host 0.0.0.0'),
      compose('python server.py --host 0.0.0.0'),
      deployment('["--host", "0.0.0.0"]'),
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\nENTRYPOINT ["mlflow", "server"]\nCMD ["--host", "0.0.0.0"]\n',
      },
    ],
  },
});

/** Whether Compose publishes the service's ports on this machine only. */
function isPublishedLocally(server: NodeView): boolean {
  const ports = server.at('ports')?.items() ?? [];
  return (
    ports.length > 0 &&
    ports.every(({ node }) => node?.type === 'scalar' && /^(?:127\.|localhost)/.test(node.text))
  );
}

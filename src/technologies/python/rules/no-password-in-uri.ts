import { defineRule, isPlaceholder } from '../../../core';
import type { Report } from '../../../core';
import { stringsOf } from '../../../shapes/python-script';

export default defineRule({
  id: 'python/no-password-in-uri',
  catalogue: ['mlflow-tracking-uri-credentials'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A password stands in the address of a server.',
  why: 'It is in the history of the repository for good, and tracking and database addresses are logged: MLflow writes its own into each run.',
  remedy:
    'Keep user and password in secrets, such as `MLFLOW_TRACKING_USERNAME` and `MLFLOW_TRACKING_PASSWORD`, and change this one.',
  references: [
    {
      title: 'MLflow: authentication',
      url: 'https://mlflow.org/docs/latest/self-hosting/security/basic-http-auth/',
    },
    {
      title: 'CWE-798: use of hard-coded credentials',
      url: 'https://cwe.mitre.org/data/definitions/798.html',
    },
  ],
  messages: { password: 'The address of {host} contains a password.' },
  fix: { none: 'Where secrets are kept is known only to the author.' },
  looksAt: [{ view: 'python/module', path: [] }],
  *check(at): Iterable<Report> {
    for (const { span } of stringsOf(at.document)) {
      const written = at.document.text.slice(span.start, span.end);
      const match = address.exec(written);
      const [, before = '', password = '', host = ''] = match ?? [];
      if (
        !match ||
        isPlaceholder(password) ||
        /^(?:x+|\*+|…|\.+|<.*>|%s|\{.*|password|passwd|pass|pwd|secret|changeme)$/i.test(password)
      )
        continue;
      if (/^(?:localhost|127\.|0\.0\.0\.0|\[::1\]|host$|hostname$|server$)|(?:^|\.)example\b/.test(host))
        continue;
      const start = span.start + match.index + before.length;
      yield { message: 'password', data: { host }, span: { start, end: start + password.length } };
    }
  },
  examples: {
    bad: [
      { path: 'a.py', text: 'mlflow.set_tracking_uri("https://ml:«hunter2»@mlflow.corp.net/x")  # ours\n' },
      { path: 'a.py', text: "URL = 'postgresql+psycopg2://u:«s3cr3t!»@db:5432/optuna'\n" },
    ],
    good: [
      { path: 'a.py', text: 'mlflow.set_tracking_uri("https://mlflow.corp.net")\n' },
      { path: 'a.py', text: 'URL = f"https://u:{password}@mlflow.corp.net"\n' },
      {
        path: 'a.py',
        text: 'URL = "https://u:${PASSWORD}@mlflow.corp.net"\nB = "https://u:%s@mlflow.corp.net"\n',
      },
      { path: 'a.py', text: 'URL = "postgresql://postgres:postgres@localhost:5432/x"\n' },
      {
        path: 'a.py',
        text: 'URL = "https://user:password@mlflow.corp.net"\nB = "https://u:p4@mlflow.example.com"\n',
      },
      { path: 'a.py', text: 'S = "https://host:8080/@me"\nT = "git@github.com:a/b.git"\n' },
    ],
  },
});

const address = /(\b[a-z][a-z\d+.-]*:\/\/[^\s:/@'"]+:)([^\s:/@'"]+)@([\w.[\]:-]+)/i;

import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { shippedCompose } from '../documentation';
import { service } from '../example-text';

const shipped = 'hummockadmin';
const url = (credentials: string): string => `hummock+minio://${credentials}@minio:9301/hummock001`;

export default defineRule({
  id: 'risingwave/no-shipped-object-store-password',
  catalogue: ['rw-default-minio-creds'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'authentication',
  summary: 'The store of all state has the password that RisingWave ships as an example.',
  why: 'Whoever reaches the port of MinIO can read and delete every table, feature and checkpoint.',
  remedy: 'Take the password from outside: `${MINIO_ROOT_PASSWORD:?}`.',
  references: [shippedCompose],
  messages: { shipped: '"hummockadmin" is the password from the example of RisingWave.' },
  fix: { none: 'It stands in several places that have to change together.' },
  looksAt: [
    { view: 'risingwave/compose-service', path: ['environment', '*'] },
    { view: 'risingwave/compose-service', path: ['command'] },
    { view: 'risingwave/compose-service', path: ['command', '*'] },
  ],
  *check(at): Iterable<Report> {
    const { node } = at;
    if (node?.type !== 'scalar') return;
    const isPassword =
      /PASSWORD/.test(at.key) || /^\w*PASSWORD=/.test(node.text) || /:hummockadmin@/.test(node.text);
    const written = at.document.text.slice(at.span.start, at.span.end);
    const offset = written.lastIndexOf(shipped);
    if (!isPassword || offset < 0) return;
    const start = at.span.start + offset;
    yield { message: 'shipped', span: { start, end: start + shipped.length } };
  },
  examples: {
    bad: [
      {
        path: 'compose.yaml',
        text: service(
          '    environment:\n      MINIO_ROOT_USER: hummockadmin\n      MINIO_ROOT_PASSWORD: «hummockadmin» # x\n',
        ),
      },
      {
        path: 'compose.yaml',
        text: service('    environment:\n      - MINIO_ROOT_PASSWORD=«hummockadmin»\n'),
      },
      {
        path: 'compose.yaml',
        text: service(`    command: standalone ${url('hummockadmin:«hummockadmin»')} --x\n`),
      },
      {
        path: 'compose.yaml',
        text: service(`    command:\n      - ${url('hummockadmin:«hummockadmin»')}\n`),
      },
    ],
    good: [
      { path: 'compose.yaml', text: service('    environment:\n      MINIO_ROOT_USER: hummockadmin\n') },
      { path: 'compose.yaml', text: service('    environment:\n      MINIO_ROOT_PASSWORD: ${PASSWORD:?}\n') },
      { path: 'compose.yaml', text: service(`    command: standalone ${url('hummockadmin:${PASSWORD}')}\n`) },
    ],
  },
});

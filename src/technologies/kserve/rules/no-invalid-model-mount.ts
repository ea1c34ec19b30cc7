import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { service } from '../example-text';

const mounted = (...items: string[]): string =>
  service(
    `storageUris:\n${items.map((item) => `  - ${item}\n`).join('')}model: { modelFormat: { name: sklearn } }\n`,
  );

export default defineRule({
  id: 'kserve/no-invalid-model-mount',
  catalogue: [],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'Models are mounted where the webhook refuses it.',
  why: 'KServe fetches all models into one volume: their paths must be absolute, without `..`, not the root, and have a folder in common.',
  remedy: 'Mount them below one folder, such as `/mnt/models/base` and `/mnt/models/adapter`.',
  references: [
    {
      title: 'KServe 0.20: validateMultipleStorageURIsSpec',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/apis/serving/v1beta1/inference_service_validation.go',
    },
  ],
  messages: {
    path: 'The webhook refuses the mount path "{path}": it must be absolute, below the root and without dots.',
    apart: 'The webhook refuses "{path}": it has no folder in common with "{first}".',
  },
  fix: { none: 'Where the server looks for its models is known to the author.' },
  looksAt: [{ view: 'kserve/component', path: ['storageUris'] }],
  *check(at): Iterable<Report> {
    let first: string | undefined;
    for (const item of at.items()) {
      const path = item.text('mountPath');
      const uri = item.text('uri');
      if (path.is !== 'known') continue;
      if (path.value === '/' || !path.value.startsWith('/') || path.value.includes('..')) {
        yield { message: 'path', data: { path: path.value }, span: path.span };
        continue;
      }
      // Claims are mounted each on its own.
      if (uri.is !== 'known' || uri.value.startsWith('pvc://')) continue;
      first ??= path.value;
      if (folderOf(first) === folderOf(path.value)) continue;
      yield { message: 'apart', data: { path: path.value, first }, span: path.span };
    }
  },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: mounted('{ uri: gs://models/a/v1, mountPath: «models/a» } # ours'),
        message: 'path',
      },
      { path: 'isvc.yaml', text: mounted('{ uri: gs://models/a/v1, mountPath: «/» }'), message: 'path' },
      {
        path: 'isvc.yaml',
        text: mounted('{ uri: gs://models/a/v1, mountPath: «/mnt/../etc» }'),
        message: 'path',
      },
      {
        path: 'isvc.yaml',
        text: mounted(
          '{ uri: gs://models/a/v1, mountPath: /mnt/a }',
          '{ uri: gs://models/b/v1, mountPath: «/opt/b» }',
        ),
        message: 'apart',
      },
    ],
    good: [
      {
        path: 'isvc.yaml',
        text: mounted(
          '{ uri: gs://models/a/v1, mountPath: /mnt/a }',
          '{ uri: gs://models/b/v1, mountPath: /mnt/b/c }',
        ),
      },
      {
        path: 'isvc.yaml',
        text: mounted(
          '{ uri: gs://models/a/v1, mountPath: /mnt/a }',
          '{ uri: pvc://claim/b, mountPath: /opt/b }',
        ),
      },
      { path: 'isvc.yaml', text: mounted('{ uri: gs://models/a/v1, mountPath: "${MOUNT}" }') },
      { path: 'isvc.yaml', text: mounted('{ uri: gs://models/a/v1 }') },
    ],
  },
});

/** The first folder of an absolute path. */
function folderOf(path: string): string | undefined {
  return path.split('/')[1];
}

import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';
import { resourceName } from '../kinds';
import { serviceAccounts } from '../sources';

export default defineRule({
  id: 'kubernetes/no-token-of-service-account',
  catalogue: ['automount-sa-token'],
  equivalents: [
    'checkov:CKV_K8S_41',
    'kubescape:automount-service-account',
    'kubescape:automount-default-service-account',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A service account hands its token to every pod that uses it.',
  why: 'Pods that never talk to the API carry a token for it, ready for whoever gets in.',
  remedy: 'Set `automountServiceAccountToken: false`, and mount the token in the pods that need it.',
  references: [serviceAccounts],
  messages: { mounted: 'Service account "{name}" hands its token to every pod.' },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/service-account', path: [] }],
  *check(at): Iterable<Report> {
    const mount = at.boolean('automountServiceAccountToken');
    if (mount.is === 'unknown' || mount.is === 'invalid' || (mount.is === 'known' && !mount.value)) return;
    const span = mount.is === 'known' ? mount.span : (at.at('kind')?.span ?? mount.anchor);
    const fix = at.fix('review', 'Mount no token', at.set(['automountServiceAccountToken'], false));
    yield { message: 'mounted', data: { name: resourceName(at) }, span, fix };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource(
          'v1',
          'ServiceAccount',
          'automountServiceAccountToken: «true» # default\nmetadata: { name: default }\n',
        ),
        fixed: resource(
          'v1',
          'ServiceAccount',
          'automountServiceAccountToken: false # default\nmetadata: { name: default }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource('v1', '«ServiceAccount»', 'metadata: { name: default }\n'),
        fixed: resource(
          'v1',
          'ServiceAccount',
          'metadata: { name: default }\nautomountServiceAccountToken: false\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource('v1', 'ServiceAccount', 'automountServiceAccountToken: false\n'),
      },
      {
        path: 'manifest.yaml',
        text: resource('v1', 'ServiceAccount', 'automountServiceAccountToken: ${MOUNT}\n'),
      },
    ],
  },
});

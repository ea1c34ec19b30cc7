import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { publicAccessPrevention } from '../documentation';

const policy = (member: string, role = 'roles/storage.objectViewer'): string =>
  `{\n  "bindings": [\n    {"role": "${role}", "members": ["user:a@example.com", ${member}]},\n    {"role": "roles/storage.admin", "members": ["user:b@example.com"]}\n  ]\n}\n`;
const connector = (member: string, kind = 'StorageBucket'): string =>
  `apiVersion: iam.cnrm.cloud.google.com/v1beta1\nkind: IAMPolicyMember\nmetadata: { name: readers }\nspec:\n  member: ${member}\n  role: roles/storage.objectViewer\n  resourceRef: { kind: ${kind}, name: training }\n`;
const everyone = /^(?:allUsers|allAuthenticatedUsers)$/;

export default defineRule({
  id: 'gcs/no-public-bucket',
  catalogue: ['gcs-public-bucket'],
  equivalents: ['checkov:CKV_GCP_28'],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Everybody on the internet may read or write a bucket.',
  why: 'Training data and models can be taken, and where writing is allowed poisoned; Google accounts are free, so `allAuthenticatedUsers` is everybody too.',
  remedy: 'Name the service accounts that need it: `serviceAccount:trainer@project.iam.gserviceaccount.com`.',
  references: [
    publicAccessPrevention,
    {
      title: 'Cloud Storage: make data public',
      url: 'https://cloud.google.com/storage/docs/access-control/making-data-public',
    },
  ],
  messages: { everyone: '"{member}" gives access to everybody.' },
  fix: { none: 'Who needs access is not in the file.' },
  looksAt: [
    { view: 'gcs/iam-policy', path: ['bindings', '*'] },
    { view: 'gcs/config-connector-policy', path: ['spec'] },
    { view: 'gcs/bucket', path: ['acl', '*', 'entity'] },
    { view: 'gcs/bucket', path: ['defaultObjectAcl', '*', 'entity'] },
  ],
  *check(at): Iterable<Report> {
    for (const place of membersBelow(at)) {
      const member = place.text();
      if (member.is !== 'known' || !everyone.test(member.value)) continue;
      yield { message: 'everyone', data: { member: member.value }, span: member.span };
    }
  },
  examples: {
    bad: [
      { path: 'policy.json', text: policy('«"allUsers"»') },
      { path: 'policy.json', text: policy('«"allAuthenticatedUsers"»') },
      { path: 'readers.yaml', text: connector('«allUsers» # demo') },
      {
        path: 'readers.yaml',
        text: connector('x')
          .replace(
            '  member: x\n  role: roles/storage.objectViewer\n',
            '  bindings:\n    - role: roles/storage.objectViewer\n      members:\n        - «allUsers»\n',
          )
          .replace('PolicyMember', 'Policy'),
      },
      {
        path: 'readers.yaml',
        text: connector('x')
          .replace(
            '  member: x\n  role: roles/storage.objectViewer\n',
            '  bindings:\n    - role: roles/storage.objectViewer\n      members:\n        - member: «allUsers»\n',
          )
          .replace('PolicyMember', 'PartialPolicy'),
      },
      {
        path: 'bucket.json',
        text: '{"kind": "storage#bucket", "acl": [{"entity": «"allUsers"», "role": "READER"}]}\n',
      },
      {
        path: 'bucket.json',
        text: '{"kind": "storage#bucket", "defaultObjectAcl": [{"entity": «"allUsers"», "role": "READER"}]}\n',
      },
    ],
    good: [
      { path: 'policy.json', text: policy('"group:team@example.com"') },
      { path: 'policy.json', text: policy('"allUsers"', 'roles/run.invoker') },
      { path: 'readers.yaml', text: connector('allUsers', 'RunService') },
    ],
  },
});

/** Where members stand, in whichever way the grant is written. */
function membersBelow(at: NodeView): readonly NodeView[] {
  if (at.node?.type === 'scalar') return [at];
  const target = at.text('resourceRef', 'kind');
  if (target.is === 'known' && target.value !== 'StorageBucket') return [];
  const role = known(at.text('role'));
  if (role !== undefined && !role.startsWith('roles/storage.')) return [];
  const own = [...(at.at('members')?.items() ?? []), ...(at.has('member') ? [at.at('member')] : [])];
  const below = at.at('bindings')?.items().flatMap(membersBelow) ?? [];
  return [...own.flatMap((each) => each?.at('member') ?? each ?? []), ...below];
}

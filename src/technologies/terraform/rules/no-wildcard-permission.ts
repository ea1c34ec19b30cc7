import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-modules';
import { resources } from '../resources';

const types = ['google_project_iam_member', 'google_project_iam_binding'];
const broad = ['roles/owner', 'roles/editor', 'roles/aiplatform.admin', 'roles/storage.admin'];

export default defineRule({
  id: 'terraform/no-wildcard-permission',
  catalogue: ['iam-ml-wildcard'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A service account may do everything in a project.',
  why: 'Whoever takes over a training job or a served model then has the whole project: its data, its models, its keys.',
  remedy: 'Give the roles that the job needs, on the bucket or the endpoint that it needs them for.',
  references: [
    {
      title: 'Google Cloud IAM: use least privilege',
      url: 'https://cloud.google.com/iam/docs/using-iam-securely#least_privilege',
    },
  ],
  messages: { role: 'A service account has "{role}" on the whole project.' },
  fix: { none: 'Which roles are needed is known to the author.' },
  looksAt: resources(...types),
  *check(at): Iterable<Report> {
    const role = at.text('role');
    if (role.is !== 'known' || !broad.includes(role.value)) return;
    const members = [at.at('member'), ...(at.at('members')?.items() ?? [])];
    // What the member is can be seen though its address is computed.
    const isAccount = members.some(
      (member) => member?.node?.type === 'scalar' && member.node.text.includes('serviceAccount:'),
    );
    if (isAccount) yield { message: 'role', data: { role: role.value }, span: role.span };
  },
  examples: {
    bad: [
      ...['roles/owner', 'roles/editor', 'roles/aiplatform.admin', 'roles/storage.admin'].map((role) => ({
        path: 'main.tf',
        text: resource(
          'google_project_iam_member',
          `  role = «"${role}"» # x\n  member = "serviceAccount:\${google_service_account.a.email}"\n`,
        ),
      })),
      {
        path: 'main.tf',
        text: resource(
          'google_project_iam_binding',
          '  role = «"roles/editor"»\n  members = ["user:a@b.c", "serviceAccount:a@b.c"]\n',
        ),
      },
    ],
    good: [
      {
        path: 'main.tf',
        text: resource(
          'google_project_iam_member',
          '  role = "roles/aiplatform.user"\n  member = "serviceAccount:a@b.c"\n',
        ),
      },
      {
        path: 'main.tf',
        text: resource('google_project_iam_member', '  role = "roles/editor"\n  member = "user:a@b.c"\n'),
      },
      {
        path: 'main.tf',
        text: resource(
          'google_storage_bucket_iam_member',
          '  role = "roles/storage.admin"\n  member = "serviceAccount:a@b.c"\n',
        ),
      },
    ],
  },
});

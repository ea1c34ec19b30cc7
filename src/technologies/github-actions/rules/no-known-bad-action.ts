import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { zizmor } from '../sources';
import { actionUse } from '../workflows';

export default defineRule({
  id: 'github-actions/no-known-bad-action',
  catalogue: ['known-bad-action'],
  equivalents: ['zizmor:archived-uses'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'An action is no longer kept.',
  why: 'Its repository is archived: holes are not closed, and its Node version will stop working.',
  remedy: 'Use its successor, or a command of your own.',
  references: [zizmor('archived-uses')],
  messages: { archived: '{action} is archived.' },
  fix: { none: 'The successor has other inputs.' },
  looksAt: [
    { view: 'github-actions/step', path: ['uses'] },
    { view: 'github-actions/job', path: ['uses'] },
  ],
  *check(at): Iterable<Report> {
    const use = actionUse(at);
    if (use && archived.has(use.repository))
      yield { message: 'archived', data: { action: use.repository }, span: use.span };
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: «actions/create-release@v1» # soon\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: «ACTIONS/SETUP-RUBY@v1»\n',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ruby/setup-ruby@v1\n',
      },
    ],
  },
});

// Archived on GitHub by 2025.
const archived = new Set([
  'actions-rs/audit-check',
  'actions-rs/cargo',
  'actions-rs/clippy-check',
  'actions-rs/components-nightly',
  'actions-rs/grcov',
  'actions-rs/install',
  'actions-rs/tarpaulin',
  'actions-rs/toolchain',
  'actions/create-release',
  'actions/setup-elixir',
  'actions/setup-haskell',
  'actions/setup-ruby',
  'actions/upload-release-asset',
  'andymckay/labeler',
  'ashley-taylor/read-json-property-action',
  'asottile/workflows',
  'azure/appconfiguration-sync',
  'azure/appservice-actions',
  'azure/container-actions',
  'azure/container-scan',
  'azure/docker-login',
  'azure/get-keyvault-secrets',
  'azure/k8s-actions',
  'azure/manage-azure-policy',
  'azure/publish-security-assessments',
  'azure/run-sqlpackage-action',
  'azure/spring-cloud-deploy',
  'azure/webapps-container-deploy',
  'cedrickring/golang-action',
  'decathlon/pull-request-labeler-action',
  'fregante/release-with-changelog',
  'g-rath/check-with-rubocop',
  'google/mirror-branch-action',
  'healthchecksdb/action',
  'helaili/jekyll-action',
  'jetbrains/qodana-action-next',
  'justinribeiro/lighthouse-action',
  'kanadgupta/glitch-sync',
  'machine-learning-apps/actions-argo',
  'machine-learning-apps/wandb-action',
  'mattdavis0351/actions',
  'maxheld83/ghpages',
  'micnncim/action-lgtm-reaction',
  'mikeal/merge-release',
  'nwtgck/actions-netlify',
  'peaceiris/actions-export-envs',
  'reecetech/version-increment',
  'rubenesp87/semver-validation-action',
  'sbdchd/squawk-action',
  'secrethub/actions',
  'semgrep/semgrep-action',
  'stefanprodan/kube-tools',
  'swiftdocorg/github-wiki-publish-action',
  'whelk-io/maven-settings-xml-action',
  'zacharytamas/actions-mage',
]);

import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { everyBucket, pathsOf } from '../buckets';
import { lifecyclePage, versioning } from '../documentation';
import { bucketJson, connector, terraform } from '../example-text';
import { isForOldVersions } from '../lifecycle';

const block = 'versioning {\n    enabled = «true» # undo\n  }\n';
const rule = (condition: string): string =>
  `  lifecycle_rule {\n    action { type = "Delete" }\n    condition { ${condition} }\n  }\n`;

export default defineRule({
  id: 'gcs/require-version-limit',
  catalogue: ['gcs-lifecycle-noncurrent-unbounded'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'A bucket keeps every old version of every object for ever.',
  why: 'Each new checkpoint or model of the same name leaves the old one behind, at full price, and nothing ever deletes it.',
  remedy: 'Add a rule that deletes versions with three newer ones: `num_newer_versions = 3`.',
  references: [versioning, lifecyclePage],
  messages: { endless: 'Nothing deletes old versions.' },
  fix: { none: 'How many versions are wanted is not in the file.' },
  looksAt: everyBucket,
  *check(at): Iterable<Report> {
    const paths = pathsOf(at);
    if (!paths) return;
    const enabled = at.boolean(...paths.versioning);
    if (enabled.is !== 'known' || !enabled.value) return;
    const rules = at.at(...paths.lifecycle)?.items() ?? [];
    if (rules.some(isForOldVersions) || at.at(...paths.lifecycle)?.isUnknown()) return;
    yield { message: 'endless', span: enabled.span };
  },
  examples: {
    bad: [
      { path: 'b.tf', text: terraform('d', `  ${block}`) },
      { path: 'b.tf', text: terraform('d', `  ${block}${rule('age = 30')}`) },
      { path: 'b.yaml', text: connector('d', '  versioning:\n    enabled: «true» # x\n') },
      {
        path: 'b.json',
        text: bucketJson('d', ', "versioning": {"enabled": «true»}, "lifecycle": {"rule": []}'),
      },
      {
        path: 'b.json',
        text: bucketJson(
          'd',
          ', "versioning": {"enabled": «true»}, "lifecycle": {"rule": [{"action": {"type": "Delete"}, "condition": {"isLive": true}}]}',
        ),
      },
    ],
    good: [
      ...['num_newer_versions = 3', 'days_since_noncurrent_time = 7', 'with_state = "ARCHIVED"'].map(
        (condition) => ({
          path: 'b.tf',
          text: terraform('d', `  ${block.replace(/[«»]/g, '')}${rule(condition)}`),
        }),
      ),
      { path: 'b.tf', text: terraform('d', `  ${block.replace(/[«»]/g, '').replace('true', 'false')}`) },
      { path: 'b.tf', text: terraform('d', `  ${block.replace(/[«»]/g, '').replace('true', 'var.keep')}`) },
      {
        path: 'b.yaml',
        text: connector(
          'd',
          '  versioning: { enabled: true }\n  lifecycleRule: [{ condition: { numNewerVersions: 3 } }]\n',
        ),
      },
      {
        path: 'b.json',
        text: bucketJson(
          'd',
          ', "versioning": {"enabled": true}, "lifecycle": {"rule": [{"action": {"type": "Delete"}, "condition": {"isLive": false}}]}',
        ),
      },
    ],
  },
});

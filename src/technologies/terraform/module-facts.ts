import { known } from '../../core';
import type { Fact, NodeView } from '../../core';

const secondsOfHour = 3600;
const daysPattern = /^\d+$/;

/** What a configuration tells of the system: its buckets, how long they keep things, and what watches them. */
export function* moduleFacts(root: NodeView): Iterable<Fact> {
  for (const bucket of resourcesOf(root, 'google_storage_bucket')) {
    const days = shortestDays(bucket.at('lifecycle_rule')?.items() ?? [], googleDays);
    yield* bucketFacts(bucket, 'name', 'gs', days);
  }
  for (const bucket of resourcesOf(root, 'aws_s3_bucket'))
    yield* bucketFacts(bucket, 'bucket', 's3', undefined);
  for (const lifecycle of resourcesOf(root, 'aws_s3_bucket_lifecycle_configuration')) {
    const days = shortestDays(lifecycle.at('rule')?.items() ?? [], (rule) =>
      known(rule.text('expiration', '0', 'days')),
    );
    const name = lifecycle.text('bucket');
    if (days !== undefined && name.is === 'known') yield retention(name.value, days, name.span);
  }
  for (const topic of resourcesOf(root, 'kafka_topic')) {
    const name = topic.text('name');
    const milliseconds = known(topic.number('config', 'retention.ms'));
    if (name.is !== 'known' || milliseconds === undefined || milliseconds < 0) continue;
    const hours = String(milliseconds / 1000 / secondsOfHour);
    yield { type: 'retention', name: name.value, attributes: { hours }, span: name.span };
  }
  yield* watchers(root);
}

function* bucketFacts(
  bucket: NodeView,
  key: string,
  provider: string,
  days: number | undefined,
): Iterable<Fact> {
  const name = bucket.text(key);
  if (name.is !== 'known') return;
  const attributes = { provider, ...(days !== undefined && { retentionDays: String(days) }) };
  yield { type: 'bucket', name: name.value, attributes, span: name.span };
  if (days !== undefined) yield retention(name.value, days, name.span);
}

function retention(name: string, days: number, span: Fact['span']): Fact {
  return { type: 'retention', name, attributes: { hours: String(days * 24) }, span };
}

/** What records or watches access: trails, audit configurations, detectors. */
function* watchers(root: NodeView): Iterable<Fact> {
  for (const [type, role] of Object.entries(watching)) {
    for (const resource of resourcesOf(root, type))
      yield { type: 'cloud-watch', name: resource.key, attributes: { role, type }, span: resource.anchor };
  }
}

const watching: Readonly<Record<string, string>> = {
  aws_cloudtrail: 'audit',
  google_project_iam_audit_config: 'audit',
  google_organization_iam_audit_config: 'audit',
  google_folder_iam_audit_config: 'audit',
  aws_guardduty_detector: 'threats',
  aws_securityhub_account: 'threats',
};

function resourcesOf(root: NodeView, type: string): readonly NodeView[] {
  return root.at('resource', type)?.entries() ?? [];
}

/** The days after which a rule for every object deletes; one for a prefix or a class says nothing of the rest. */
function googleDays(rule: NodeView): string | undefined {
  const deletes = known(rule.text('action', '0', 'type')) === 'Delete';
  const conditions = rule.at('condition', '0')?.entries() ?? [];
  return deletes && conditions.length === 1 ? known(rule.text('condition', '0', 'age')) : undefined;
}

function shortestDays(
  rules: readonly NodeView[],
  read: (rule: NodeView) => string | undefined,
): number | undefined {
  const days = rules.flatMap((rule) => {
    const text = read(rule);
    return text !== undefined && daysPattern.test(text) ? [Number(text)] : [];
  });
  return days.length > 0 ? Math.min(...days) : undefined;
}

import { known } from '../../core';
import type { Fact, NodeView } from '../../core';

const watching: Readonly<Record<string, string>> = {
  'AWS::CloudTrail::Trail': 'audit',
  'AWS::GuardDuty::Detector': 'threats',
  'AWS::SecurityHub::Hub': 'threats',
};

/** What a template tells of the system: its buckets, how long they keep things, and what watches them. */
export function* templateFacts(template: NodeView): Iterable<Fact> {
  for (const resource of template.at('Resources')?.entries() ?? []) {
    const type = known(resource.text('Type')) ?? '';
    const role = watching[type];
    if (role !== undefined)
      yield { type: 'cloud-watch', name: resource.key, attributes: { role, type }, span: resource.anchor };
    if (type === 'AWS::S3::Bucket') yield* bucketFacts(resource);
  }
}

function* bucketFacts(resource: NodeView): Iterable<Fact> {
  const name = resource.text('Properties', 'BucketName');
  if (name.is !== 'known') return;
  const days = daysOf(resource);
  const attributes = { provider: 's3', ...(days !== undefined && { retentionDays: String(days) }) };
  yield { type: 'bucket', name: name.value, attributes, span: name.span };
  if (days === undefined) return;
  yield { type: 'retention', name: name.value, attributes: { hours: String(days * 24) }, span: name.span };
}

/** The days after which a rule deletes every object; one for a prefix says nothing of the rest. */
function daysOf(resource: NodeView): number | undefined {
  const rules = resource.at('Properties', 'LifecycleConfiguration', 'Rules')?.items() ?? [];
  const days = rules.flatMap((rule) => {
    const isWhole = !rule.has('Prefix') && !rule.has('TagFilters');
    const value = known(rule.number('ExpirationInDays'));
    return isWhole && known(rule.text('Status')) === 'Enabled' && value !== undefined ? [value] : [];
  });
  return days.length > 0 ? Math.min(...days) : undefined;
}

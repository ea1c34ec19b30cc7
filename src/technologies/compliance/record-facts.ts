import { known } from '../../core';
import type { Fact, NodeView } from '../../core';

/** What a record tells of the system: which model it speaks of, and how long its data are kept. */
export function* recordFacts(record: NodeView): Iterable<Fact> {
  const name = record.text('metadata', 'name');
  if (name.is !== 'known') return;
  const days = known(record.number('spec', 'gdpr', 'retention', 'predictionLogDays'));
  const registry = known(record.text('spec', 'model', 'registry'));
  const version = known(record.text('metadata', 'version'));
  const model = registry === undefined ? undefined : /^models:\/([^/@]+)/.exec(registry)?.[1];
  const personalData = known(record.boolean('spec', 'gdpr', 'personalData')) === true ? 'true' : undefined;
  const card = known(record.text('spec', 'model', 'card'));
  const retentionDays = days === undefined ? undefined : String(days);
  yield {
    type: 'compliance-record',
    name: name.value,
    attributes: present({ model, version, retentionDays, personalData, card }),
    span: name.span,
  };
  for (const place of ['topic', 'bucket']) {
    const store = record.text('spec', 'gdpr', 'retention', place);
    if (store.is !== 'known' || days === undefined) continue;
    yield {
      type: 'declared-retention',
      name: store.value,
      attributes: { hours: String(days * 24), store: place, system: name.value },
      span: store.span,
    };
  }
}

function present(attributes: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

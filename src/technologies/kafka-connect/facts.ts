import { known } from '../../core';
import type { Fact, NodeView } from '../../core';
import { connectorName } from './connectors';

/** The topics that a connector reads, and the one that takes what it cannot process. */
export function* connectorFacts(config: NodeView): Iterable<Fact> {
  const by = connectorName(config) ?? known(config.text('name'));
  const topics = config.text('topics');
  if (topics.is === 'known') {
    for (const topic of topics.value.split(',').map((part) => part.trim())) {
      if (topic === '') continue;
      yield {
        type: 'topic-use',
        name: topic,
        attributes: { direction: 'read', ...(by !== undefined && { by }) },
        span: topics.span,
      };
    }
  }
  const aside = config.text('errors.deadletterqueue.topic.name');
  if (aside.is !== 'known' || aside.value.trim() === '') return;
  yield {
    type: 'dead-letter',
    name: aside.value,
    attributes: by === undefined ? {} : { of: by },
    span: aside.span,
  };
}

import { known } from '../../core';
import type { Fact, NodeView } from '../../core';
import { fieldNamed, fieldsOf, predictionKey, subjectOf } from './records';

/** What a schema of predictions or of feedback says that the topic of its name holds. */
export function* schemaFacts(root: NodeView): Iterable<Fact> {
  const name = root.text('name');
  const subject = subjectOf(root);
  if (name.is !== 'known' || subject === undefined) return;
  const fields = fieldsOf(root);
  if (subject === 'prediction') {
    yield { type: 'prediction-log', name: name.value, attributes: {}, span: name.span };
    return;
  }
  const key = fieldNamed(fields, predictionKey);
  const joinKey = key && known(key.text('name'));
  yield {
    type: 'feedback-events',
    name: name.value,
    attributes: joinKey === undefined ? {} : { joinKey },
    span: name.span,
  };
}

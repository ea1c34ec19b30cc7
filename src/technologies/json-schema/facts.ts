import type { Fact, NodeView } from '../../core';

const predictionKey = /^(?:prediction|request|inference|event|trace|correlation|scoring)_?(?:id|uuid|key)$/i;
const modelKey = /^model_?(?:name|id)?$/i;

/** What a schema of feedback tells: which model's predictions it judges (`const`), and by which key they are joined. */
export function* feedbackFacts(root: NodeView): Iterable<Fact> {
  const title = root.text('title');
  if (title.is !== 'known' || !isOfFeedback(title.value)) return;
  const properties = root.at('properties')?.entries() ?? [];
  const key = properties.find((entry) => predictionKey.test(entry.key));
  const model = properties.find((entry) => modelKey.test(entry.key));
  const named = model?.text('const');
  const name = named?.is === 'known' ? named : title;
  if (key === undefined) return;
  yield {
    type: 'feedback-events',
    name: name.value,
    attributes: { joinKey: key.key },
    span: name.span,
  };
}

function isOfFeedback(title: string): boolean {
  const words = title
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/);
  return words.some((word) => /^(?:feedback|labels?|outcomes?)$/.test(word));
}

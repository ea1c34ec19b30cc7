import { known } from '../../core';
import type { NodeView } from '../../core';
import type { FeedbackShape } from '../../shapes/feedback-field';

/** The schema of an object by its title, else by its file; undefined where properties come from elsewhere too. */
export function schemaShape(at: NodeView, path: string): FeedbackShape | undefined {
  const title = at.text('title');
  const properties = at.at('properties');
  if (!properties || ['allOf', 'anyOf', 'oneOf', '$ref'].some((key) => at.has(key))) return undefined;
  const file = path.split('/').pop() ?? '';
  const fields = properties.entries().map((entry) => ({
    name: entry.key,
    isTime: /^date-time$/.test(known(entry.text('format')) ?? ''),
  }));
  return {
    name: title.is === 'known' ? title.value : file.replace(/(?:\.schema)?\.\w+$/, ''),
    span: title.is === 'known' ? title.span : properties.anchor,
    fields,
    add: ({ name, isTime }) => {
      const value = isTime ? { type: 'string', format: 'date-time' } : { type: 'string' };
      return at.fix('review', `Add ${name}`, properties.set([name], value));
    },
  };
}

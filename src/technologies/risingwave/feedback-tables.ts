import { known } from '../../core';
import type { NodeView } from '../../core';
import type { FeedbackShape } from '../../shapes/feedback-field';
import { objectName } from '../../shapes/sql-words';
import { isIngestion } from './statements';

/** A table or source that a connector feeds, with its columns; undefined where some come from elsewhere. */
export function tableShape(at: NodeView): FeedbackShape | undefined {
  const name = at.text('name');
  const columns = at.at('columns')?.items() ?? [];
  if (name.is !== 'known' || !isIngestion(at)) return undefined;
  if (columns.some((column) => known(column.text('name')) === '*')) return undefined;
  return {
    name: objectName(at) ?? name.value,
    span: name.span,
    fields: [
      ...columns.map((column) => ({
        name: known(column.text('name')) ?? '',
        isTime: /^TIMESTAMP/i.test(known(column.text('type')) ?? ''),
      })),
      ...includedFields(at),
    ],
  };
}

/** `INCLUDE timestamp AS sent_at` is a column too. */
function includedFields(at: NodeView): FeedbackShape['fields'] {
  const include = known(at.text('include')) ?? '';
  return [...include.matchAll(/(\w+)\s+AS\s+(\w+)/gi)].map(([, source = '', name = '']) => ({
    name,
    isTime: source.toLowerCase() === 'timestamp',
  }));
}

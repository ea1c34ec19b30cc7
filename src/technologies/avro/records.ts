import { known } from '../../core';
import type { NodeView, Reference } from '../../core';

/** The part of the specification that says what fields and defaults mean. */
export const recordSpecification: Reference = {
  title: 'Avro 1.12 specification: records',
  url: 'https://avro.apache.org/docs/1.12.0/specification/#schema-record',
};

/** What logical types say of points in time. */
export const timeSpecification: Reference = {
  title: 'Avro 1.12 specification: timestamps',
  url: 'https://avro.apache.org/docs/1.12.0/specification/#timestamps-millis-micros-nanos',
};

/** What a model's records tell: what it said, or how that turned out. */
export type Subject = 'prediction' | 'feedback';

/** What a record is about, by its name; undefined for all others. */
export function subjectOf(root: NodeView): Subject | undefined {
  const name = root.text('name');
  if (name.is !== 'known') return undefined;
  const words = wordsOf(name.value);
  if (words.some((word) => /^(?:feedback|labels?|outcomes?)$/.test(word))) return 'feedback';
  return words.some((word) => /^(?:predictions?|inferences?)$/.test(word)) ? 'prediction' : undefined;
}

/** The fields of the record; undefined where a part of the list is not known. */
export function fieldsOf(root: NodeView): readonly NodeView[] {
  const fields = root.list('fields');
  return fields.is === 'known' ? fields.value : [];
}

/** The first field whose name matches. */
export function fieldNamed(fields: readonly NodeView[], pattern: RegExp): NodeView | undefined {
  return fields.find((field) => pattern.test(known(field.text('name')) ?? ''));
}

/** Names of the field that joins feedback to what was predicted. */
export const predictionKey =
  /^(?:prediction|request|inference|event|trace|correlation|scoring)_?(?:id|uuid|key)$/i;

/** Whether a field is of one of these types, alone or in a union. */
export function isOfType(field: NodeView, matches: (type: NodeView) => boolean): boolean {
  const type = field.at('type');
  return type !== undefined && (type.node?.type === 'list' ? type.items() : [type]).some(matches);
}

/** Words of `fraudPredictionV2`, `fraud_prediction` and `FraudPrediction`. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/);
}

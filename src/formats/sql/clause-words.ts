/** Words that begin a clause behind the name of what is made. */
export const clauseWords = new Set(
  (
    'FROM INTO TO WITH OPTIONS FORMAT KEY VALUE ENCODE ENVELOPE INCLUDE AS IN USING PARTITIONED PARTITION DISTRIBUTED ' +
    'COMMENT PRIMARY LIKE EXPOSE FOR ; ON LANGUAGE SET CLUSTER'
  ).split(' '),
);
/** Words between CREATE and what is made. */
export const modifiers = new Set([
  'OR',
  'REPLACE',
  'TEMPORARY',
  'TEMP',
  'EXTERNAL',
  'RECURSIVE',
  'UNIQUE',
  'SYSTEM',
  'DEFAULT',
]);

/** Clauses that are kept as their words. */
export const wordClauses: Readonly<Record<string, string | undefined>> = {
  FROM: 'from',
  INTO: 'into',
  TO: 'type',
  FORMAT: 'format',
  ENCODE: 'encode',
  ENVELOPE: 'envelope',
  USING: 'using',
};

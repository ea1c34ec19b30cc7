/** Kafka releases that Strimzi runs. Checked on 2026-11-23 against the 1.2 and 1.3 lines. */
export const supportedKafka = {
  operator: '1.2',
  versions: ['4.2.0', '4.2.1', '4.3.0', '4.3.1'],
  newest: '4.3.1',
} as const;

/** Ports that no configuration file tells of: places and addresses that code and its environment share. */
export const withoutFacts: ReadonlySet<string> = new Set([
  'metrics-endpoint',
  'feature-list',
  'database',
  'prediction-log',
  'model-uri',
]);

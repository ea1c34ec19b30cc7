/** A broker's configuration with these lines. */
export function broker(lines: string): string {
  return `clusterName=ml\nbrokerServicePort=6650\n${lines}`;
}

/** A function that reads a topic, with these further fields. */
export function pulsarFunction(fields: string, topic = 'user-events'): string {
  return `tenant: ml\nnamespace: features\nname: enrich\nclassName: enrich.Enrich\npy: enrich.py\ninputs:\n  - persistent://ml/features/${topic}\n${fields}`;
}

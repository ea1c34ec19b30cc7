/** A broker's file with these properties. */
export function node(lines: string): string {
  return `redpanda:\n  data_directory: /var/lib/redpanda/data\n${indent(lines, 2)}`;
}

/** Cluster properties with these lines. */
export function cluster(lines: string): string {
  return `cloud_storage_enabled: false\n${lines}`;
}

/** A custom resource whose cluster properties are these. */
export function resource(lines: string): string {
  return `apiVersion: cluster.redpanda.com/v1alpha2\nkind: Redpanda\nmetadata:\n  name: events\nspec:\n  clusterSpec:\n    config:\n      cluster:\n${indent(lines, 8)}`;
}

/** A topic with these fields. */
export function topic(fields: string): string {
  return `apiVersion: cluster.redpanda.com/v1alpha2\nkind: Topic\nmetadata:\n  name: events\nspec:\n${indent(fields, 2)}`;
}

function indent(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}

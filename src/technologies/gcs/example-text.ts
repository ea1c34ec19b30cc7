/** A lifecycle file with these rules. */
export function lifecycle(...rules: readonly string[]): string {
  return `{\n  "rule": [\n${rules.map((rule) => `    ${rule}`).join(',\n')}\n  ]\n}\n`;
}

/** One rule of a lifecycle; both parts are members of JSON. */
export function rule(action: string, condition: string): string {
  return `{"action": {${action}}, "condition": {${condition}}}`;
}

/** A bucket of Terraform; `lines` are its attributes and blocks. */
export function terraform(name: string, lines: string): string {
  return `resource "google_storage_bucket" "data" {\n  name     = "${name}"\n  location = "EU"\n${lines}}\n`;
}

/** A bucket of Config Connector; `spec` is indented by two. */
export function connector(name: string, spec: string): string {
  return `apiVersion: storage.cnrm.cloud.google.com/v1beta1\nkind: StorageBucket\nmetadata:\n  name: ${name}\nspec:\n  location: EU\n${spec}`;
}

/** A bucket as the JSON API has it. */
export function bucketJson(name: string, rest: string): string {
  return `{\n  "kind": "storage#bucket",\n  "name": "${name}"${rest}\n}\n`;
}

/** A streaming pipeline that reads Kafka and has these further transforms. */
export function streaming(transforms: string, rest = 'options:\n  streaming: true\n'): string {
  return `pipeline:\n  transforms:\n    - type: ReadFromKafka\n      name: Read\n      config: { topic: clicks, format: RAW, bootstrap_servers: kafka:9093 }\n${indent(transforms, 4)}${rest}`;
}

/** A pipeline that reads files and has these further transforms. */
export function batch(transforms: string, rest = ''): string {
  return `pipeline:\n  transforms:\n    - type: ReadFromJson\n      name: Read\n      config: { path: gs://b/in.json }\n${indent(transforms, 4)}${rest}`;
}

/** Options for Dataflow that have no fault, with further ones. */
export function dataflow(further: string): string {
  return `{\n  "runner": "DataflowRunner",\n  "project": "ml-clicks",\n  "region": "europe-west1",\n  "temp_location": "gs://ml-clicks/temp",\n  "staging_location": "gs://ml-clicks/staging",\n  "max_num_workers": 8,\n  "service_account_email": "beam@ml-clicks.iam.gserviceaccount.com"${further}\n}\n`;
}

/** Metadata of a flex template with these further fields. */
export function metadata(fields: string): string {
  return `{"name": "Clicks", "parameters": [{"name": "topic", "label": "Topic", "helpText": "Where clicks come from."}]${fields}}\n`;
}

function indent(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}

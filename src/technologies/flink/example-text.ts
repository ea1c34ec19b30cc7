/** A FlinkDeployment with these settings and further fields of its specification. */
export function deployment(settings: string, fields = job('last-state'), version = 'v2_2'): string {
  return `apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata:\n  name: features\nspec:\n  image: flink:2.2.1\n  flinkVersion: ${version}\n${
    settings === '' ? '' : `  flinkConfiguration:\n${indent(settings, 4)}`
  }  serviceAccount: flink\n${indent(fields, 2)}`;
}

/** A job that is upgraded in that mode. */
export function job(upgradeMode: string): string {
  return `job:\n  jarURI: local:///opt/flink/usrlib/features.jar\n  parallelism: 2\n  upgradeMode: ${upgradeMode}\n`;
}

/** A session job with these fields of its specification. */
export function sessionJob(fields: string): string {
  return `apiVersion: flink.apache.org/v1beta1\nkind: FlinkSessionJob\nmetadata:\n  name: features\nspec:\n  deploymentName: session\n${indent(fields, 2)}`;
}

/** A snapshot with these fields of its specification. */
export function snapshot(fields: string): string {
  return `apiVersion: flink.apache.org/v1beta1\nkind: FlinkStateSnapshot\nmetadata:\n  name: before-upgrade\nspec:\n${indent(fields, 2)}`;
}

/** The head of a configuration file, so that it is known for one. */
export const file = 'jobmanager.rpc.address: jobmanager\n';

/** A ConfigMap that holds a configuration file with these lines. */
export function configMap(lines: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: flink-config\ndata:\n  config.yaml: |\n    jobmanager.rpc.address: jobmanager\n${indent(lines, 4)}`;
}

/** A Compose project whose JobManager has these settings. */
export function compose(lines: string): string {
  return `services:\n  jobmanager:\n    image: flink:2.2.1-java17\n    environment:\n      FLINK_PROPERTIES: |\n        jobmanager.rpc.address: jobmanager\n${indent(lines, 8)}`;
}

/** A Kafka table of Flink SQL with these columns and further options; it starts at the beginning unless they say where. */
export function kafkaTable(name: string, columns: string, options = ''): string {
  const start = /scan\.startup|group\.id/.test(options) ? '' : ", 'scan.startup.mode' = 'earliest-offset'";
  return bareKafkaTable(name, columns, start + options);
}

/** The same without a place to start. */
export function bareKafkaTable(name: string, columns: string, options = ''): string {
  return `CREATE TABLE ${name} (${columns}) WITH ('connector' = 'kafka', 'topic' = '${name}', 'properties.bootstrap.servers' = 'kafka:9093', 'format' = 'json'${options});\n`;
}

function indent(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}

import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { makeCertificates, type Certificates } from './certificates';
import { verifyFolder, workFolder } from './places';
import { endGroup, runCommand } from './run-command';

/** How the tests sign in to the broker. */
export type Security = 'plaintext' | 'scram' | 'mtls';

/** A broker that runs, and the variables with which a client reaches it. */
export interface Broker {
  readonly version: string;
  readonly environment: (security: Security) => Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

const scramUser = 'verify';
const startLimitMs = 120_000;
const clusterId = '4L6g3nShT-eMCtK--X86sw';

/** Fetches a broker's jars from Maven once, and returns their folder. */
export async function fetchBroker(version: string): Promise<string> {
  const jars = join(workFolder, `kafka-${version}`);
  const mark = join(jars, 'complete');
  if (existsSync(mark)) return jars;
  const ended = await runCommand(
    'mvn',
    [
      ...['-q', '-B', '-f', join(verifyFolder, 'kafka', 'pom.xml'), `-Dkafka.version=${version}`],
      'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies',
      ...['-DincludeScope=runtime', `-DoutputDirectory=${jars}`],
    ],
    { cwd: verifyFolder },
  );
  if (ended.code !== 0) throw new Error(`The broker could not be fetched from Maven: ${ended.output}`);
  writeFileSync(mark, version);
  return jars;
}

/** Starts one broker with a listener for each way to sign in, on free ports of this machine. */
export async function startBroker(version: string): Promise<Broker> {
  const jars = await fetchBroker(version);
  const folder = newFolder();
  const certificates = await makeCertificates(join(folder, 'certificates'));
  const passwordFile = join(folder, 'password');
  const password = `${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  const ports = await freePorts();
  const properties = brokerProperties(ports, certificates, folder);
  const scram = `SCRAM-SHA-512=[name=${scramUser},password=${password}]`;
  const stop = await startWith(jars, folder, properties, ['--add-scram', scram]);
  return {
    version,
    stop,
    environment: (security) => clientEnvironment(security, ports, certificates, passwordFile),
  };
}

/** Formats and starts a broker with these properties; resolves when it says that it has started. */
export async function startWith(
  jars: string,
  folder: string,
  properties: Readonly<Record<string, string>>,
  formatOptions: readonly string[] = [],
): Promise<() => Promise<void>> {
  const file = join(folder, 'server.properties');
  writeFileSync(
    file,
    Object.entries(properties)
      .map(([key, value]) => `${key}=${value}\n`)
      .join(''),
  );
  const java = [
    '-Xmx512m',
    `-Dlog4j2.configurationFile=${join(verifyFolder, 'kafka', 'log4j2.properties')}`,
    '-cp',
    `${jars}/*`,
  ];
  const format = [
    ...java,
    'kafka.tools.StorageTool',
    'format',
    '--cluster-id',
    clusterId,
    '--config',
    file,
    ...formatOptions,
  ];
  const formatted = await runCommand('java', format, { cwd: folder, timeoutMs: 60_000 });
  if (formatted.code !== 0)
    throw new Error(`The storage could not be formatted: ${formatted.output.slice(-2000)}`);
  const child = spawn('java', [...java, 'kafka.Kafka', file], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const onExit = () => endGroup(child.pid, 'SIGKILL');
  process.once('exit', onExit);
  await saysStarted(child);
  return async () => {
    process.removeListener('exit', onExit);
    await stopped(child);
    rmSync(folder, { recursive: true, force: true });
  };
}

/** A folder for one broker's life. */
export function newFolder(): string {
  mkdirSync(join(workFolder, 'brokers'), { recursive: true });
  return mkdtempSync(join(workFolder, 'brokers', 'broker-'));
}

/** Four ports that are free now. */
export async function freePorts(): Promise<Ports> {
  const [plaintext, scram, mtls, controller] = await Promise.all([
    freePort(),
    freePort(),
    freePort(),
    freePort(),
  ]);
  return { plaintext, scram, mtls, controller };
}

interface Ports {
  readonly plaintext: number;
  readonly scram: number;
  readonly mtls: number;
  readonly controller: number;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function brokerProperties(
  ports: Ports,
  certificates: Certificates,
  folder: string,
): Readonly<Record<string, string>> {
  const listeners = `PLAIN://localhost:${ports.plaintext},SCRAM://localhost:${ports.scram},MTLS://localhost:${ports.mtls}`;
  return {
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@localhost:${ports.controller}`,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAIN',
    listeners: `${listeners},CONTROLLER://localhost:${ports.controller}`,
    'advertised.listeners': listeners,
    'listener.security.protocol.map': 'PLAIN:PLAINTEXT,SCRAM:SASL_SSL,MTLS:SSL,CONTROLLER:PLAINTEXT',
    'listener.name.scram.sasl.enabled.mechanisms': 'SCRAM-SHA-512',
    'listener.name.scram.scram-sha-512.sasl.jaas.config':
      'org.apache.kafka.common.security.scram.ScramLoginModule required;',
    'listener.name.mtls.ssl.client.auth': 'required',
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.location': certificates.brokerStore,
    'ssl.truststore.type': 'PEM',
    'ssl.truststore.location': certificates.ca,
    'log.dirs': join(folder, 'data'),
    'auto.create.topics.enable': 'false',
    'offsets.topic.replication.factor': '1',
    'offsets.topic.num.partitions': '4',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'share.coordinator.state.topic.replication.factor': '1',
    'share.coordinator.state.topic.min.isr': '1',
  };
}

function clientEnvironment(
  security: Security,
  ports: Ports,
  certificates: Certificates,
  passwordFile: string,
): Readonly<Record<string, string>> {
  const at = { KAFKA_BOOTSTRAP: `localhost:${ports[security]}` };
  switch (security) {
    case 'plaintext':
      return { ...at, KAFKA_SECURITY: 'plaintext' };
    case 'scram':
      return {
        ...at,
        KAFKA_SECURITY: 'sasl_ssl',
        KAFKA_USERNAME: scramUser,
        KAFKA_PASSWORD_FILE: passwordFile,
        KAFKA_CA_FILE: certificates.ca,
      };
    case 'mtls':
      return {
        ...at,
        KAFKA_SECURITY: 'ssl',
        KAFKA_CERTIFICATE_FILE: certificates.clientCertificate,
        KAFKA_KEY_FILE: certificates.clientKey,
        KAFKA_CA_FILE: certificates.ca,
      };
    default:
      return security satisfies never;
  }
}

function saysStarted(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    const fail = (why: string) => {
      endGroup(child.pid, 'SIGKILL');
      reject(new Error(`The broker ${why}: ${log.slice(-3000)}`));
    };
    const timer = setTimeout(() => fail('did not start in time'), startLimitMs);
    const ended = () => {
      clearTimeout(timer);
      fail('ended at its start');
    };
    const read = (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-20_000);
      if (!log.includes('Kafka Server started')) return;
      clearTimeout(timer);
      child.removeListener('close', ended);
      child.stdout?.removeListener('data', read);
      // What it says from now on is dropped, or a full pipe would hold it up.
      child.stdout?.resume();
      resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', (chunk: Buffer) => (log = (log + chunk.toString()).slice(-20_000)));
    child.on('close', ended);
    child.on('error', (error) => fail(String(error)));
  });
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const timer = setTimeout(() => endGroup(child.pid, 'SIGKILL'), 30_000);
    child.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    endGroup(child.pid, 'SIGTERM');
  });
}

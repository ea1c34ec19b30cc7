import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command';

/** Files of a small authority and of what it signed, all for this machine and a day. */
export interface Certificates {
  readonly ca: string;
  readonly brokerStore: string;
  readonly clientCertificate: string;
  readonly clientKey: string;
}

/** Makes an authority, a broker's and a client's certificate. */
export async function makeCertificates(folder: string): Promise<Certificates> {
  mkdirSync(folder, { recursive: true });
  const ca = join(folder, 'ca.pem');
  const caKey = join(folder, 'ca.key');
  await openssl(folder, [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=verify-authority'],
    ...['-keyout', caKey, '-out', ca],
  ]);
  const broker = await sign(folder, 'broker', ca, caKey);
  const client = await sign(folder, 'client', ca, caKey);
  const brokerStore = join(folder, 'broker-store.pem');
  // Kafka reads a PEM store: the key, then the certificate and those above it.
  writeFileSync(
    brokerStore,
    [broker.key, broker.certificate, ca].map((path) => readFileSync(path, 'utf8')).join(''),
  );
  return { ca, brokerStore, clientCertificate: client.certificate, clientKey: client.key };
}

async function sign(
  folder: string,
  name: string,
  ca: string,
  caKey: string,
): Promise<{ key: string; certificate: string }> {
  const key = join(folder, `${name}.key`);
  const certificate = join(folder, `${name}.pem`);
  const request = join(folder, `${name}.csr`);
  const extensions = join(folder, `${name}.ext`);
  writeFileSync(extensions, 'subjectAltName=DNS:localhost,IP:127.0.0.1\n');
  await openssl(folder, [
    'req',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-subj',
    `/CN=${name}`,
    '-keyout',
    key,
    '-out',
    request,
  ]);
  await openssl(folder, [
    ...['x509', '-req', '-days', '1', '-in', request, '-CA', ca, '-CAkey', caKey, '-CAcreateserial'],
    ...['-extfile', extensions, '-out', certificate],
  ]);
  return { key, certificate };
}

async function openssl(cwd: string, args: readonly string[]): Promise<void> {
  const ended = await runCommand('openssl', args, { cwd, timeoutMs: 60_000 });
  if (ended.code !== 0) throw new Error(`openssl ${args[0] ?? ''} ended with ${ended.code}: ${ended.output}`);
}

import { findEntry, resolve } from '../../core';
import type { DocumentModel, Kind, Technology } from '../../core';
import { mayHoldToken } from './tokens';

const configuration: Kind = {
  id: 'secrets/configuration',
  title: 'configuration with something that looks like a token',
  formats: ['yaml', 'json', 'toml', 'properties', 'env', 'hcl', 'requirements'],
  // Told by the text first, so that files without tokens cost nothing more.
  recognise: (document) => mayHoldToken(document.text) && !isReadElsewhere(document),
};

const sampleVariables: Kind = {
  id: 'secrets/sample-variables',
  title: 'sample of an environment file (`.env.example`)',
  formats: ['env'],
  paths: ['.env.example', '.env.sample', '.env.template'],
  recognise: (_document, path) => /(?:^|\/|\.)env\.(?:example|sample|template|dist)$/i.test(path),
};

/** Secrets: tokens and passwords in clear, in files that no other technology reads for them. */
const technology: Technology = {
  slug: 'secrets',
  title: 'Secrets in files',
  pattern: 'security-compliance',
  homepage: 'https://cwe.mitre.org/data/definitions/798.html',
  kinds: [configuration, sampleVariables],
  views: [],
};

export default technology;

/** Kubernetes resources, Compose files and workflows have rules of their own on secrets. */
function isReadElsewhere({ root, format }: DocumentModel): boolean {
  const map = resolve(root);
  if (map?.type !== 'map' || (format !== 'yaml' && format !== 'json')) return false;
  const has = (key: string): boolean => findEntry(map, key) !== undefined;
  return (has('apiVersion') && has('kind')) || has('services') || (has('jobs') && has('on'));
}

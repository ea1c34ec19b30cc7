import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { findCustomResourceSchemas, workFolder } from './places';
import { isMapping, mappingAt, textAt, type Mapping } from './plain-data';
import { runCommand } from './run-command';

/** A schema that a project publishes, or why there is none here. */
export type Published =
  | { readonly is: 'found'; readonly schema: Mapping }
  | { readonly is: 'unavailable'; readonly reason: string }
  | { readonly is: 'unknown' };

/** Projects whose definitions lie in their Go module; with another version, raise the revision of the check. */
const modules: Readonly<Record<string, { module: string; version: string; folder: string }>> = {
  'external-secrets.io': {
    module: 'github.com/external-secrets/external-secrets',
    version: 'v1.3.2',
    folder: 'config/crds/bases',
  },
};

/** Seldon's definitions stand under a licence that does not let us keep them; Redpanda's are in no package at hand. */
const withoutSchema = new Set(['mlops.seldon.io', 'cluster.redpanda.com']);

/** The schema of a custom resource. */
export async function publishedSchema(apiVersion: string, kind: string): Promise<Published> {
  const [group = '', version = ''] = apiVersion.split('/');
  const source = modules[group];
  if (source !== undefined) return fromModule(source, group, version, kind);
  const schemas = findCustomResourceSchemas();
  if (schemas === undefined) return { is: 'unavailable', reason: 'the folder ../shared/crds is not here' };
  const name = `${kind.toLowerCase()}-${group}-${version}.json`;
  if (!existsSync(join(schemas, name))) {
    return withoutSchema.has(group) ? { is: 'unavailable', reason: `no schema ${name}` } : { is: 'unknown' };
  }
  return found(JSON.parse(readFileSync(join(schemas, name), 'utf8')));
}

async function fromModule(
  source: { module: string; version: string; folder: string },
  group: string,
  version: string,
  kind: string,
): Promise<Published> {
  const asked = ['mod', 'download', '-json', `${source.module}@${source.version}`];
  const ended = await runCommand('go', asked, { cwd: workFolder, timeoutMs: 300_000 });
  const folder = ended.code === 0 ? textAt(JSON.parse(ended.output), 'Dir') : undefined;
  if (folder === undefined) return { is: 'unavailable', reason: `Go cannot download ${source.module}` };
  const definitions = join(folder, source.folder);
  for (const file of readdirSync(definitions).filter((name) => name.startsWith(`${group}_`))) {
    const definition: unknown = parse(readFileSync(join(definitions, file), 'utf8'));
    const spec = mappingAt(definition, 'spec');
    if (textAt(mappingAt(spec, 'names'), 'kind') !== kind) continue;
    const versions: unknown = spec['versions'];
    const one: unknown = Array.isArray(versions)
      ? versions.find((each: unknown) => textAt(each, 'name') === version)
      : undefined;
    return found(mappingAt(mappingAt(one, 'schema'), 'openAPIV3Schema'));
  }
  return { is: 'unknown' };
}

function found(read: unknown): Published {
  return isMapping(read) && Object.keys(read).length > 0 ? { is: 'found', schema: read } : { is: 'unknown' };
}

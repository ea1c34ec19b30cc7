import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { loadManifest } from '../../scaffold/load-manifest';
import type { Manifest } from '../../scaffold/template';

/** The manifests of all templates in `templates/`, in the order of their ids. */
export function shippedManifests(root: string): readonly Manifest[] {
  const base = path.join(root, 'templates');
  return readdirSync(base, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^[^/]+\/[^/]+\/template\.yaml$/.test(file.split(path.sep).join('/')))
    .sort()
    .map((file) => loadManifest('template.yaml', readFileSync(path.join(base, file), 'utf8')).manifest);
}

import { findEntry, resolve } from '../../core';
import type { DocumentModel, Kind, MapNode, NodeView, Technology } from '../../core';
import { composeFacts } from './facts';

const file: Kind = {
  id: 'compose/file',
  title: 'Compose file',
  formats: ['yaml'],
  paths: ['compose*.yaml', 'compose*.yml', 'docker-compose*.yaml', 'docker-compose*.yml'],
  recognise: isCompose,
  mounts: [{ at: ['services', '*'], as: 'compose/service' }],
  isPartial: isOverride,
  facts: composeFacts,
};

/** Compose: services on one machine, as Docker and Podman start them. */
const technology: Technology = {
  slug: 'compose',
  title: 'Compose',
  pattern: 'deployment',
  homepage: 'https://docs.docker.com/compose/',
  kinds: [file],
  views: [{ id: 'compose/service', title: 'one service' }],
};

export default technology;

const serviceKeys = [
  'image',
  'build',
  'command',
  'ports',
  'environment',
  'volumes',
  'depends_on',
  'container_name',
  'extends',
];

/** By content: services that look like such; by name where there is too little to tell. */
function isCompose(document: DocumentModel, path: string): boolean {
  const root = resolve(document.root);
  if (root?.type !== 'map' || findEntry(root, 'apiVersion')) return false;
  const services = resolve(findEntry(root, 'services')?.entry.value);
  if (services?.type !== 'map') return false;
  if (/(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/.test(path)) return true;
  return services.entries.some(({ value }) => {
    const service = resolve(value);
    return service?.type === 'map' && looksLikeService(service);
  });
}

function looksLikeService(service: MapNode): boolean {
  return serviceKeys.some((key) => findEntry(service, key) !== undefined);
}

/** An override names what it changes: none of its services says what it runs. */
function isOverride(root: NodeView): boolean {
  const services = root.at('services')?.entries() ?? [];
  return services.every(
    (service) => !service.has('image') && !service.has('build') && !service.has('extends'),
  );
}

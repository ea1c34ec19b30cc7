/** The parts of an image reference: `registry/repository:tag@digest`. */
export interface ContainerImage {
  /** The registry's host, absent when the reference leaves it to the default. */
  readonly registry?: string;
  /** Without registry, tag and digest. */
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** Reads an image reference as container runtimes do; undefined when it is none. */
export function parseImage(reference: string): ContainerImage | undefined {
  const text = reference.trim();
  const at = text.indexOf('@');
  const named = at < 0 ? text : text.slice(0, at);
  const digest = at < 0 ? undefined : text.slice(at + 1);
  const slash = named.lastIndexOf('/');
  const colon = named.lastIndexOf(':');
  const tagged = colon > slash;
  const name = tagged ? named.slice(0, colon) : named;
  const tag = tagged ? named.slice(colon + 1) : undefined;
  if (!/^[\w.:/-]+$/.test(name) || name.endsWith('/')) return undefined;
  const { registry, repository } = splitRegistry(name);
  return {
    repository,
    ...(registry !== undefined && { registry }),
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
  };
}

/** Whether the same reference may name another image tomorrow: no digest, and no tag or `latest`. */
export function isMoving(image: ContainerImage): boolean {
  return (
    image.digest === undefined && (image.tag === undefined || image.tag === '' || image.tag === 'latest')
  );
}

/** The version in the tag of an image of one of these repositories; undefined for others and for tags without one. */
export function imageVersion(
  reference: string,
  repositories: RegExp,
): { readonly version: string; readonly line: string } | undefined {
  const image = parseImage(reference);
  if (!image || !repositories.test(image.repository)) return undefined;
  const [version, major, minor] = /^v?(\d+)\.(\d+)(?:\.\d+)*(?=$|[-_+a-z])/i.exec(image.tag ?? '') ?? [];
  return version === undefined ? undefined : { version, line: `${major}.${minor}` };
}

/** The first part is a registry only if it looks like a host: a dot, a port, or `localhost`. */
function splitRegistry(name: string): { registry: string | undefined; repository: string } {
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  const isHost = first === 'localhost' || /[.:]/.test(first);
  return isHost
    ? { registry: first, repository: name.slice(slash + 1) }
    : { registry: undefined, repository: name };
}

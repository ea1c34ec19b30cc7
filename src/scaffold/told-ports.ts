import { joinPath } from './paths';
import type { PlanHost } from './plan-model';
import type { RecordedPort } from './record';
import type { Port, RenderedFile } from './render';
import type { Wire } from './system';
import { textOf } from './text';

/**
 * The ports of a component, each with the file that tells it: what a template promises is proven from what it rendered, by
 * the code that reads any workspace, and kept, so that a file that tells another name later is noticed.
 */
export async function toldPorts(
  host: PlanHost,
  ports: readonly Port[],
  destination: string,
  files: readonly RenderedFile[],
): Promise<readonly RecordedPort[]> {
  if (host.tell === undefined || ports.length === 0) return ports;
  // A file that does not even hold the name cannot tell it.
  const likely = files.filter(({ bytes, secret }) => {
    const text = secret ? undefined : textOf(bytes);
    return text !== undefined && ports.some(({ name }) => text.includes(name));
  });
  const facts = await host.tell(
    likely.map(({ path, bytes }) => ({ path: joinPath(destination, path), bytes })),
  );
  return ports.map((port) => {
    const ofType = facts.filter(({ type }) => type === port.port);
    const path = ofType.find(({ name }) => name === port.name)?.path;
    const file = likely.find((each) => joinPath(destination, each.path) === path)?.path;
    if (file === undefined) return port;
    const names = ofType.filter((fact) => fact.path === path).map(({ name }) => name);
    return { ...port, told: { file, names: [...new Set(names)] } };
  });
}

/** The names that the ports of a component were bound to when it was written, by required port. */
export function wiredNames(id: string, wiring: readonly Wire[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    wiring.flatMap(({ to, from, name }) =>
      from !== undefined && name !== undefined && to.startsWith(`${id}.`)
        ? [[to.slice(id.length + 1), name]]
        : [],
    ),
  );
}

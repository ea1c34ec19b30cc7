import { loadBlueprint, requestsOf } from '../scaffold/blueprint';
import { joinPath } from '../scaffold/paths';
import type { ComponentRequest } from '../scaffold/system';
import type { TemplateStore } from '../scaffold/template-store';
import { failWith } from './scaffold-host';

/** The components of a blueprint of that name, below a destination; undefined when there is no such blueprint. */
export async function blueprintRequests(
  store: TemplateStore,
  name: string,
  destination: string,
  answers: Readonly<Record<string, unknown>>,
): Promise<readonly ComponentRequest[] | undefined> {
  const texts = await store.blueprints();
  const text = Object.hasOwn(texts, name) ? texts[name] : undefined;
  if (text === undefined) return undefined;
  const templates = await store.all();
  const loaded = loadBlueprint(`${name}.yaml`, text, templates);
  if (!loaded.ok) throw failWith(loaded);
  const requests = requestsOf(loaded.value, templates, answers);
  if (!requests.ok) throw failWith(requests);
  return requests.value.map((request) => ({
    ...request,
    destination: joinPath(destination, request.destination),
  }));
}

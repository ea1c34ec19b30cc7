import { loadBlueprint, requestsOf, type Blueprint } from './blueprint';
import { joinPath } from './paths';
import { ok, type Result } from './result';
import type { ComponentRequest } from './system';
import type { Template } from './template';
import type { TemplateStore } from './template-store';

/** A shipped blueprint with the templates that it names; undefined when there is none of that name. */
export async function findBlueprint(
  store: TemplateStore,
  name: string,
): Promise<Result<{ blueprint: Blueprint; templates: readonly Template[] }> | undefined> {
  const texts = await store.blueprints();
  const text = Object.hasOwn(texts, name) ? texts[name] : undefined;
  if (text === undefined) return undefined;
  const templates = await store.all();
  const loaded = loadBlueprint(`${name}.yaml`, text, templates);
  return loaded.ok ? ok({ blueprint: loaded.value, templates }) : loaded;
}

/** The components of a blueprint below a folder of the workspace. */
export function requestsBelow(
  { blueprint, templates }: { readonly blueprint: Blueprint; readonly templates: readonly Template[] },
  folder: string,
  shared: Readonly<Record<string, unknown>>,
): Result<readonly ComponentRequest[]> {
  const requests = requestsOf(blueprint, templates, shared);
  if (!requests.ok) return requests;
  const place = (destination: string): string =>
    destination === '' ? folder : joinPath(folder, destination);
  return ok(requests.value.map((request) => ({ ...request, destination: place(request.destination) })));
}

import type { ComponentRequest } from '../scaffold/system';
import type { TemplateStore } from '../scaffold/template-store';

/** The components of a blueprint of that name; undefined when there is no such blueprint. */
export async function blueprintRequests(
  store: TemplateStore,
  name: string,
  _destination: string,
  _answers: Readonly<Record<string, unknown>>,
): Promise<readonly ComponentRequest[] | undefined> {
  const texts = await store.blueprints();
  if (!Object.hasOwn(texts, name)) return undefined;
  throw new Error(`Blueprint ${name} is not loadable yet.`);
}

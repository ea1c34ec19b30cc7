import { answerFromText } from '../scaffold/answers';
import { findBlueprint, requestsBelow } from '../scaffold/blueprint-requests';
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
  const found = await findBlueprint(store, name);
  if (found === undefined) return undefined;
  if (!found.ok) throw failWith(found);
  // Answers on the command line are texts; the question tells what they mean.
  const meant = Object.entries(answers).map(([key, answer]) => {
    const question = found.value.blueprint.shared.find((each) => each.name === key);
    return [key, question && typeof answer === 'string' ? answerFromText(question, answer) : answer] as const;
  });
  const requests = requestsBelow(found.value, destination, Object.fromEntries(meant));
  if (!requests.ok) throw failWith(requests);
  return requests.value;
}

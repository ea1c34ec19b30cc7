import { known } from '../../core';
import type { NodeView, Report } from '../../core';

/** Where rules on the resources of a template look. */
export const everyResource = [{ view: 'aws/template', path: ['Resources', '*'] }] as const;

/** The properties of a resource of that type. */
export function propertiesOf(resource: NodeView, type: string): NodeView | undefined {
  return known(resource.text('Type')) === type ? resource.at('Properties') : undefined;
}

/** One finding where a switch is not on, with a fix that switches it on. */
export function* notOn(properties: NodeView, key: string, title: string): Iterable<Report> {
  const value = properties.boolean(key);
  const fix = properties.fix('review', title, properties.set([key], true));
  if (value.is === 'absent') yield { message: 'missing', span: value.anchor, fix };
  if (value.is === 'known' && !value.value) yield { message: 'off', span: value.span, fix };
}

/** The statements of a policy, of which there may be one without a list. */
export function statementsOf(policy: NodeView): readonly NodeView[] {
  const statement = policy.at('Statement');
  if (!statement) return [];
  return statement.node?.type === 'list' ? statement.items() : [statement];
}

/** One text or several, as policies write them. */
export function textsOf(statement: NodeView, ...path: readonly string[]): readonly NodeView[] {
  const value = statement.at(...path);
  if (!value) return [];
  return value.node?.type === 'list' ? value.items() : [value];
}

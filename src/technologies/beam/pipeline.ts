import { known } from '../../core';
import type { NodeView } from '../../core';

/** One transform of a pipeline, and what stands around it. */
export interface Transform {
  readonly at: NodeView;
  readonly type: string;
  /** Its name; the type where it has none, as Beam has it. */
  readonly name: string;
  /** Composites around it, the pipeline first. */
  readonly parents: readonly NodeView[];
}

const nested = ['transforms', 'extra_transforms'] as const;
const ends = ['source', 'sink'] as const;

/** All transforms of a pipeline, nested ones after what they stand in. */
export function transformsOf(root: NodeView): readonly Transform[] {
  const pipeline = root.at('pipeline');
  return pipeline ? childrenOf(pipeline, [pipeline]) : [];
}

/** The transforms directly in a composite. */
export function ownTransforms(composite: NodeView): readonly NodeView[] {
  return [
    ...ends.flatMap((key) => composite.at(key) ?? []),
    ...nested.flatMap((key) => composite.at(key)?.items() ?? []),
  ];
}

function childrenOf(composite: NodeView, parents: readonly NodeView[]): Transform[] {
  if (parents.length > 20) return [];
  return ownTransforms(composite).flatMap((at): Transform[] => {
    const type = known(at.text('type'));
    const name = known(at.text('name')) ?? type ?? '';
    const own = type === undefined ? [] : [{ at, type, name, parents }];
    return [...own, ...childrenOf(at, [...parents, at])];
  });
}

/** Whether the transform reads something that never ends. */
export function isUnbounded({ at, type }: Transform): boolean {
  if (/^ReadFromPubSub(?:Lite)?$/.test(type)) return true;
  return type === 'ReadFromKafka' && !at.has('config', 'max_read_time_seconds');
}

/** Where the text of an input such as `Parse.errors` stands: a text, a list of them, or a map. */
export function inputTexts(transform: NodeView): readonly string[] {
  return textsBelow(transform.at('input'));
}

/** Texts of a scalar, a list or a map. */
export function textsBelow(at: NodeView | undefined): readonly string[] {
  if (!at) return [];
  const own = at.text();
  if (own.is === 'known') return [own.value];
  return [...at.items(), ...at.entries()].flatMap((each) => known(each.text()) ?? []);
}

/** An option under its Python or its Java name. */
export function optionNames(name: string): readonly [string, string] {
  return [name, name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())];
}

/** The place of an option, under either name. */
export function optionAt(options: NodeView, name: string): NodeView | undefined {
  const [python, java] = optionNames(name);
  return options.at(python) ?? options.at(java);
}

/** The text of an option, when it is known. */
export function optionText(options: NodeView, name: string): string | undefined {
  const at = optionAt(options, name);
  return at && known(at.text());
}

/** Whether the options send the pipeline to Dataflow. */
export function isDataflow(options: NodeView): boolean {
  return /^dataflow(?:runner)?$/i.test(optionText(options, 'runner') ?? '');
}

/** The name that a new option has to have beside those that are there. */
export function optionStyle(options: NodeView, name: string): string {
  const [python, java] = optionNames(name);
  const isJava = options.entries().some(({ key }) => /^[a-z]+[A-Z]/.test(key));
  return isJava ? java : python;
}

import type { NodeView, OptionSpec, RuleOptions, Span } from '../../core';

/** Names of topics that carry what models learn from; an option of every rule that goes by names. */
export const dataTopics: Readonly<Record<'topics', OptionSpec>> = {
  topics: {
    type: 'string[]',
    default: ['*feedback*', '*label*', '*prediction*', '*event*', '*feature*', '*training*'],
    description: 'Topics that hold what models learn from; * stands for any characters.',
  },
};

/** The topics that a function or sink reads, and where they stand. */
export function inputTopics(root: NodeView): readonly { readonly topic: string; readonly span: Span }[] {
  const listed = (root.at('inputs')?.items() ?? []).map((item) => item.text());
  const named = (root.at('inputSpecs')?.entries() ?? []).map(({ key, anchor }) => ({
    topic: key,
    span: anchor,
  }));
  return [
    ...listed.flatMap((value) => (value.is === 'known' ? [{ topic: value.value, span: value.span }] : [])),
    ...named,
  ];
}

/** The first topic read that is one of those that the option lists. */
export function dataTopicOf(root: NodeView, options: RuleOptions): string | undefined {
  const patterns = options.list('topics').map(globPattern);
  const short = ({ topic }: { topic: string }): string => topic.slice(topic.lastIndexOf('/') + 1);
  return inputTopics(root)
    .map(short)
    .find((topic) => patterns.some((pattern) => pattern.test(topic)));
}

function globPattern(glob: string): RegExp {
  const escaped = glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*');
  return new RegExp(`^${escaped}$`, 'i');
}

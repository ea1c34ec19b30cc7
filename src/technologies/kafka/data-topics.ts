import type { NodeView, OptionSpec, RuleOptions } from '../../core';

/** Names of topics that carry what models learn from; an option of every rule that goes by names. */
export const dataTopics: Readonly<Record<'topics', OptionSpec>> = {
  topics: {
    type: 'string[]',
    default: ['*feedback*', '*label*', '*prediction*', '*event*', '*feature*', '*training*'],
    description: 'Topics that hold what models learn from; * stands for any characters.',
  },
};

/** Whether a name is one of those that the option lists. */
export function isDataTopic(name: string, options: RuleOptions): boolean {
  return options.list('topics').some((glob) => globPattern(glob).test(name));
}

/** The name of the topic whose configuration this is, where the file around it tells it. */
export function topicNameOf(at: NodeView): string | undefined {
  const { outer } = at;
  if (!outer) return undefined;
  const renamed = outer.text('spec', 'topicName');
  const name = renamed.is === 'absent' ? outer.text('metadata', 'name') : renamed;
  return name.is === 'known' ? name.value : undefined;
}

function globPattern(glob: string): RegExp {
  const escaped = glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*');
  return new RegExp(`^${escaped}$`, 'i');
}

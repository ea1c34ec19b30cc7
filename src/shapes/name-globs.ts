import type { OptionSpec } from '../core';

/** Names of what holds predictions and what became of them; an option of every rule that goes by names. */
export const feedbackNames: OptionSpec = {
  type: 'string[]',
  default: ['*feedback*', '*label*', '*prediction*'],
  description:
    'Names of tables, sinks or topics that hold predictions or labels for them; * stands for any characters.',
};

/** Whether one of the names is like one of these, `*` standing for any characters. */
export function isNamedLike(names: readonly (string | undefined)[], globs: readonly string[]): boolean {
  const patterns = globs.map(patternOf);
  return names.some((name) => name !== undefined && patterns.some((pattern) => pattern.test(name)));
}

function patternOf(glob: string): RegExp {
  const escaped = glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*');
  return new RegExp(`^${escaped}$`, 'i');
}

import { known } from '../../core';
import type { NodeView } from '../../core';

/** Name of the sampling algorithm, in lower case, in either of its two forms. */
export function samplingOf(job: NodeView): string | undefined {
  const short = known(job.text('sampling_algorithm'));
  return (short ?? known(job.text('sampling_algorithm', 'type')))?.toLowerCase();
}

/** The parameters of the search space with the name of their distribution; those without one are left out. */
export function parametersOf(
  job: NodeView,
): readonly { readonly at: NodeView; readonly type: string; readonly typeAt: NodeView }[] {
  return (job.at('search_space')?.entries() ?? []).flatMap((at) => {
    const type = known(at.text('type'));
    const typeAt = at.at('type');
    return type !== undefined && typeAt ? [{ at, type: type.toLowerCase(), typeAt }] : [];
  });
}

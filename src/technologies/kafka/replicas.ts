import type { NodeView, Value } from '../../core';

/** How many copies the topics have that a broker's or a topic's configuration speaks of. */
export function replicasOf(at: NodeView): Value<number> {
  const declared = at.outer?.number('spec', 'replicas');
  if (at.context.view.id === 'kafka/topic-config') return declared ?? { is: 'unknown' };
  return at.number('default.replication.factor');
}

/** Number of controllers in `controller.quorum.voters` or `…bootstrap.servers`; undefined when not told. */
export function votersOf(at: NodeView): number | undefined {
  for (const key of ['controller.quorum.voters', 'controller.quorum.bootstrap.servers']) {
    const voters = at.text(key);
    if (voters.is === 'known') return voters.value.split(',').filter((voter) => voter.trim() !== '').length;
  }
  return undefined;
}

/** The roles in `process.roles`; undefined when the file does not tell them. */
export function rolesOf(at: NodeView): readonly string[] | undefined {
  const roles = at.text('process.roles');
  return roles.is === 'known' ? roles.value.split(',').map((role) => role.trim()) : undefined;
}

/** Whether the node is the whole cluster: its own only controller. More than one copy cannot be kept there. */
export function isSingleNode(at: NodeView): boolean {
  const roles = rolesOf(at);
  return (
    roles !== undefined && roles.includes('broker') && roles.includes('controller') && votersOf(at) === 1
  );
}

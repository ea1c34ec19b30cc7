import type { FactReader, PlacedFact } from '../core';

/** What the monitoring component is told of a model: KServe's pods are counted by the mesh, other servers count themselves. */
export function monitoringAnswers({ name, attributes }: PlacedFact): Readonly<Record<string, string>> {
  const { namespace, technology } = attributes;
  return {
    modelName: name,
    ...(namespace !== undefined && { namespace }),
    source: technology === 'kserve' ? 'istio' : 'server',
  };
}

/** Whether alerts look at the requests that a mesh counts for all of its workloads. */
export function isWatchedInMesh(facts: FactReader): boolean {
  return facts.ofType('alert-metric').some(({ name }) => name.startsWith('istio_request'));
}

import type { NodeView, Value } from '../../core';

/** Where a service says how it is deployed. */
export const deploymentModePath: readonly string[] = [
  'metadata',
  'annotations',
  'serving.kserve.io/deploymentMode',
];

/** Names that KServe 0.16 replaced; its webhook still reads them. */
export const renamedModes: ReadonlyMap<string, string> = new Map([
  ['RawDeployment', 'Standard'],
  ['Serverless', 'Knative'],
]);

/** The modes that the controller compares with, in their exact spelling. */
export const deploymentModes: readonly string[] = ['Standard', 'Knative', 'ModelMesh'];

/**
 * The deployment mode under its present name. Absent proves nothing: the cluster's configuration decides then.
 */
export function deploymentModeOf(service: NodeView): Value<string> {
  const mode = service.text(...deploymentModePath);
  return mode.is === 'known' ? { ...mode, value: renamedModes.get(mode.value) ?? mode.value } : mode;
}

/** Whether the service is surely deployed in that mode. */
export function isDeployedAs(service: NodeView, wanted: 'Standard' | 'Knative'): boolean {
  const mode = deploymentModeOf(service);
  return mode.is === 'known' && mode.value === wanted;
}

/** The text of one of the service's annotations in KServe's group. */
export function annotationOf(service: NodeView, name: string): Value<string> {
  return service.text('metadata', 'annotations', `serving.kserve.io/${name}`);
}

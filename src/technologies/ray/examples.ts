/** Pod template of Ray's own image, in one line. */
export const pod = (image = 'rayproject/ray:2.60.0'): string =>
  `{ spec: { containers: [{ name: ray, image: "${image}" }] } }`;

/** A head group without settings. */
export const head = `  headGroupSpec:\n    rayStartParams: {}\n    template: ${pod()}\n`;

/** A RayCluster whose `spec` has these lines, indented by two. */
export const rayCluster = (spec: string): string =>
  `apiVersion: ray.io/v1\nkind: RayCluster\nmetadata: { name: trainer }\nspec:\n${spec}`;

/** A RayJob on its own small cluster; `spec` has these lines before the cluster, indented by two. */
export const rayJob = (spec: string): string =>
  rayJobAnywhere(
    `${spec}  rayClusterSpec:\n    headGroupSpec:\n      rayStartParams: {}\n      template: ${pod()}\n`,
  );

/** A RayJob with these lines and nothing else. */
export const rayJobAnywhere = (spec: string): string =>
  `apiVersion: ray.io/v1\nkind: RayJob\nmetadata: { name: train }\nspec:\n${spec}`;

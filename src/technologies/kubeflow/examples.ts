const container = (command: string, more: string): string =>
  `{ spec: { ${more}containers: [{ name: pytorch, image: "fraud:1.4.2", command: [${command}] }] } }`;

/** A PyTorchJob with these lines in its `spec`, indented by two. */
export const pytorchJob = (spec: string, command = 'python, main.py', more = ''): string =>
  `apiVersion: kubeflow.org/v1\nkind: PyTorchJob\nmetadata: { name: fraud }\nspec:\n${spec}  pytorchReplicaSpecs:\n    Worker:\n      template: ${container(command, more)}\n`;

/** A TrainJob with these lines in its `spec`, indented by two. */
export const trainJob = (spec: string): string =>
  `apiVersion: trainer.kubeflow.org/v1alpha1\nkind: TrainJob\nmetadata: { name: fraud }\nspec:\n  runtimeRef: { name: torch-distributed }\n${spec}`;

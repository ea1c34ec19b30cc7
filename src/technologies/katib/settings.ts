import { known } from '../../core';
import type { NodeView } from '../../core';

/** The entry of `algorithmSettings` with that name. */
export function settingOf(experiment: NodeView, name: string): NodeView | undefined {
  const settings = experiment.at('spec', 'algorithm', 'algorithmSettings')?.items() ?? [];
  return settings.find((setting) => known(setting.text('name')) === name);
}

/** The algorithm, if the file says it. */
export function algorithmOf(experiment: NodeView): string | undefined {
  return known(experiment.text('spec', 'algorithm', 'algorithmName'));
}

/** An Experiment whose `spec` has these lines, indented by two. */
export const experiment = (spec: string): string =>
  `apiVersion: kubeflow.org/v1beta1\nkind: Experiment\nmetadata: { name: tune }\nspec:\n${spec}`;

/** Source of what the admission webhook refuses. */
export const validator = {
  title: 'Katib: validation of Experiments',
  url: 'https://github.com/kubeflow/katib/blob/v0.19.0/pkg/webhook/v1beta1/experiment/validator/validator.go',
};

/** Documentation of the fields. */
export const guide = {
  title: 'Katib: configure an Experiment',
  url: 'https://www.kubeflow.org/docs/components/katib/user-guides/hp-tuning/configure-experiment/',
};

/** Documentation of the algorithms and their settings. */
export const algorithms = {
  title: 'Katib: configure an algorithm',
  url: 'https://www.kubeflow.org/docs/components/katib/user-guides/hp-tuning/configure-algorithm/',
};

import { known } from '../../core';
import type { NodeView } from '../../core';
import { normalName } from './package-facts';

/** One package of a list, as the rules see it. */
export interface Requirement {
  readonly at: NodeView;
  readonly name: string;
  readonly specifier: string | undefined;
  readonly version: string | undefined;
}

/** The packages of a list, with names as PyPI compares them. */
export function requirementsOf(list: NodeView): Requirement[] {
  return (list.at('requirements')?.items() ?? []).flatMap((at) => {
    const name = known(at.text('name'));
    if (name === undefined) return [];
    return [
      {
        at,
        name: normalName(name),
        specifier: known(at.text('specifier')),
        version: known(at.text('version')),
      },
    ];
  });
}

/** The span of the version, else of the name. */
export function versionSpan({ at }: Requirement): NodeView['span'] {
  return (at.at('version') ?? at.at('name') ?? at).span;
}

/** The first two numbers of a version. */
export function minorOf(version: string | undefined): readonly [number, number] | undefined {
  const match = /^(\d+)\.(\d+)/.exec(version ?? '');
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}

/** Packages whose releases change models, formats or results: a new one must come by a change that is seen. */
export const machineLearning: ReadonlySet<string> = new Set([
  'accelerate', 'autogluon', 'bayesian-optimization', 'catboost', 'datasets', 'diffusers', 'evidently', 'feast', 'flaml',
  'flax', 'huggingface-hub', 'hydra-optuna-sweeper', 'hyperopt', 'jax', 'jaxlib', 'keras', 'kfp', 'kserve', 'kubeflow-katib',
  'kubeflow-training', 'langchain', 'lightgbm', 'lightning', 'mlflow', 'mlflow-skinny', 'mlserver', 'numpy', 'onnx',
  'onnxruntime', 'onnxruntime-gpu', 'openai', 'optuna', 'optuna-integration', 'pandas', 'peft', 'polars', 'pyspark',
  'pytorch-lightning', 'ray', 'scikit-learn', 'scipy', 'seldon-core', 'sentence-transformers', 'shap', 'skops', 'spacy',
  'tensorflow', 'tensorflow-cpu', 'tokenizers', 'torch', 'torchaudio', 'torchvision', 'transformers', 'vllm', 'wandb', 'xgboost',
]); // prettier-ignore

/** Whether a release comes before another; local labels and what is no version are left out. */
export function isBelow(version: string, other: string): boolean {
  const [own, bound] = [version, other].map((text) =>
    /^\d+(?:\.\d+)*/.exec(text)?.[0].split('.').map(Number),
  );
  if (!own || !bound) return false;
  for (let index = 0; index < Math.max(own.length, bound.length); index++) {
    const difference = (own[index] ?? 0) - (bound[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

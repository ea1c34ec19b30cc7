import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { steps } from '../example-files';
import { commandsOf } from '../jobs';

/** Packages whose majors broke trainings, servers or pickled models. */
const packages = new Set(
  'mlflow mlflow-skinny ray optuna torch torchvision scikit-learn sklearn kserve tensorflow keras xgboost lightgbm catboost transformers datasets accelerate evidently pandas numpy azure-ai-ml google-cloud-aiplatform kfp bentoml onnx onnxruntime'.split(
    ' ',
  ),
);

export default defineRule({
  id: 'model-cicd/no-unpinned-install',
  catalogue: ['cicd-unpinned-ml-deps'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A workflow installs a machine learning package in whatever version is newest.',
  why: 'MLflow 2 to 3, Optuna 4 to 5 and Ray with Train V2 each broke code, and a model pickled by one scikit-learn need not load in another: the run fails, or trains another model, on a day when nothing was changed.',
  remedy: 'Pin the version that was tested, `mlflow==3.18.0`, or install from a lock file.',
  references: [
    { title: 'pip: repeatable installs', url: 'https://pip.pypa.io/en/stable/topics/repeatable-installs/' },
  ],
  messages: { any: 'Any version of {name} may be installed.' },
  fix: { none: 'The version that was tested is known only to the author.' },
  looksAt: [{ view: 'github-actions/step', path: [] }],
  *check(at): Iterable<Report> {
    for (const { words, text } of commandsOf(at)) {
      if (
        !/^(?:python3? -m |uv )?pip3? install\b/.test(text) ||
        /\s(?:-c|--constraint|--no-deps)\b/.test(text)
      )
        continue;
      for (const word of words) {
        const name = /^[A-Za-z][\w.-]*/.exec(word.text)?.[0] ?? '';
        const rest = word.text.slice(name.length).replace(/^\[[^\]]*\]/, '');
        const isBounded = /^(?:=|~=|<|@)|,\s*</.test(rest);
        if (packages.has(name.toLowerCase().replace(/_/g, '-')) && !isBounded)
          yield { message: 'any', data: { name }, span: word.span };
      }
    }
  },
  examples: {
    bad: [
      steps('      - run: pip install «mlflow» requests # two\n'),
      steps('      - run: |\n          python -m pip install -U «"Scikit_Learn[x]>=1.9"»\n          make\n'),
      steps('      - run: "uv pip install «torch»"\n'),
    ],
    good: [
      steps('      - run: pip install mlflow==3.18.0 "optuna>=5,<6" "ray~=2.60" "torch<3"\n'),
      steps('      - run: pip install -c constraints.txt mlflow\n'),
      steps('      - run: pip install requests && echo mlflow\n'),
      steps('      - run: pip install -r requirements.txt\n'),
    ],
  },
});

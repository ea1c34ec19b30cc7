import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { machineLearning, requirementsOf } from '../packages';
import type { Requirement } from '../packages';

export default defineRule({
  id: 'python/no-unpinned-dependency',
  catalogue: ['cicd-unpinned-ml-deps'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A machine learning package may be of any later version.',
  why: 'The next install may bring another major: MLflow 2 to 3, Optuna 4 to 5 and Ray with Train V2 each broke code, and a model pickled by one scikit-learn need not load in another.',
  remedy: 'Pin the version that was tested, `mlflow==3.18.0`, or at least bound it, `mlflow>=3.18,<4`.',
  references: [
    { title: 'pip: repeatable installs', url: 'https://pip.pypa.io/en/stable/topics/repeatable-installs/' },
    {
      title: 'MLflow 3: breaking changes',
      url: 'https://mlflow.org/docs/latest/genai/mlflow-3/breaking-changes/',
    },
  ],
  messages: {
    any: 'Any version of {name} may be installed.',
    later: 'Any later version of {name} may be installed.',
  },
  fix: { none: 'The version that was tested is known only to the author.' },
  looksAt: [{ view: 'python/dependencies', path: [] }],
  *check(at, { path }): Iterable<Report> {
    // Libraries declare ranges in pyproject.toml, inputs of pip-compile in *.in; conda.yaml of MLflow has its own rule.
    if (!/(?:\.txt|environment[^/]*\.ya?ml)$/.test(path) || hasConstraints(at)) return;
    for (const requirement of requirementsOf(at)) {
      const span = requirement.at.at('specifier')?.span ?? requirement.at.at('name')?.span;
      if (!span || !machineLearning.has(requirement.name) || isBounded(requirement)) continue;
      const message = requirement.specifier === undefined ? 'any' : 'later';
      yield { message, data: { name: requirement.name }, span };
    }
  },
  examples: {
    bad: [
      { path: 'requirements.txt', message: 'any', text: '«mlflow»  # tracking\nrequests\n' },
      {
        path: 'requirements.txt',
        message: 'later',
        text: 'Scikit_Learn[x] «>=1.9,!=1.9.1» ; python_version > "3.10"\n',
      },
      {
        path: 'environment.yml',
        message: 'any',
        text: 'name: x\ndependencies:\n  - python=3.12\n  - «pandas»\n',
      },
      {
        path: 'environment.yml',
        message: 'later',
        text: 'dependencies:\n  - python=3.12\n  - pip:\n      - "torch«>=2»"\n      - requests\n',
      },
    ],
    good: [
      {
        path: 'requirements.txt',
        text: 'mlflow==3.18.0\nray~=2.60\ntorch<3\noptuna>=5,<6\nxgboost===3.0\nnumpy==2.*\nrequests\n',
      },
      { path: 'requirements.txt', text: '-c constraints.txt\nmlflow\n' },
      { path: 'requirements.txt', text: '--constraint constraints.txt\nmlflow\n' },
      { path: 'requirements.txt', text: 'mlflow @ https://example.org/mlflow-3.18.0-py3-none-any.whl\n' },
      { path: 'requirements.txt', text: '-e git+https://example.org/mlflow.git#egg=mlflow\n' },
      { path: 'environment.yml', text: 'dependencies:\n  - python=3.12\n  - pip:\n      - mlflow (<4)\n' },
      { path: 'requirements.in', text: 'mlflow\n' },
      {
        path: 'environment.yml',
        text: 'dependencies:\n  - python=3.12\n  - conda-forge::pandas=3.0\n  - numpy==2.4.1\n',
      },
      { path: 'pyproject.toml', text: '[project]\nname = "x"\ndependencies = ["mlflow>=3"]\n' },
    ],
  },
});

function isBounded({ at, specifier, version }: Requirement): boolean {
  if (at.has('url') || at.has('editable') || version !== undefined) return true;
  return specifier !== undefined && /(?:^|,)\s*(?:=|~=|<)/.test(specifier.replace(/^\(/, ''));
}

function hasConstraints(list: NodeView): boolean {
  const options = list.at('options')?.items() ?? [];
  return options.some((option) => ['-c', '--constraint'].includes(known(option.text('name')) ?? ''));
}

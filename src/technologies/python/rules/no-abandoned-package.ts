import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { importsOf } from '../../../shapes/python-script';
import { insteadOf } from '../abandoned-packages';
import { requirementsOf } from '../packages';

export default defineRule({
  id: 'python/no-abandoned-package',
  catalogue: ['azureml-v1-artifacts'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A package is used that is no longer kept.',
  why: 'It gets no repairs and no security fixes, stops working with new releases of what it builds on, and for Azure ML the service behind it is being shut down (SDK v1 is out of support since 30 June 2026).',
  remedy: 'Move to the package named in the message.',
  references: [
    {
      title: 'Azure ML: SDK v1 is out of support',
      url: 'https://learn.microsoft.com/en-us/azure/machine-learning/how-to-migrate-from-v1',
    },
    { title: 'PyPI: sklearn is a placeholder', url: 'https://pypi.org/project/sklearn/' },
    { title: 'PyPI: release history of tune-sklearn', url: 'https://pypi.org/project/tune-sklearn/#history' },
  ],
  messages: { abandoned: '{name} is no longer kept; use {instead}.' },
  fix: { none: 'The other package has another interface.' },
  looksAt: [
    { view: 'python/dependencies', path: [] },
    { view: 'python/module', path: [] },
  ],
  *check(at): Iterable<Report> {
    for (const requirement of requirementsOf(at)) {
      const { name } = requirement;
      const instead = insteadOf(name);
      const span = requirement.at.at('name')?.span;
      if (instead !== undefined && span) yield { message: 'abandoned', data: { name, instead }, span };
    }
    const places = new Set<number>();
    for (const { module, moduleSpan } of importsOf(at.document)) {
      if (
        !/^azureml\.(?:core|train|pipeline|data|widgets|interpret)(?:\.|$)/.test(module) ||
        places.has(moduleSpan.start)
      )
        continue;
      places.add(moduleSpan.start);
      yield { message: 'abandoned', data: { name: module, instead: 'azure-ai-ml' }, span: moduleSpan };
    }
  },
  examples: {
    bad: [
      { path: 'requirements.txt', text: '«azureml-train-core»==1.61.0\nazure-ai-ml==1.35.2\n' },
      { path: 'requirements.txt', text: '«sklearn»\n' },
      {
        path: 'pyproject.toml',
        text: '[tool.poetry.dependencies]\npython = "^3.12"\n«tune-sklearn» = "^0.5"\n',
      },
      { path: 'environment.yml', text: 'dependencies:\n  - python=3.12\n  - pip:\n      - «nni»==3.0\n' },
      { path: 'job.py', text: 'from «azureml.core» import Workspace, Run  # v1\n' },
    ],
    good: [
      {
        path: 'requirements.txt',
        text: 'azure-ai-ml==1.35.2\nscikit-learn==1.9.1\nazureml-mlflow==1.61.0\n',
      },
      {
        path: 'job.py',
        text: 'from azure.ai.ml import MLClient\nimport azureml.mlflow\nimport azureml.corelib\n',
      },
    ],
  },
});

import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { projects } from '../sources';

const environments = ['python_env', 'conda_env', 'docker_env'];

export default defineRule({
  id: 'mlflow/no-second-environment',
  catalogue: ['mlproject-two-envs'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A project names more than one environment.',
  why: 'MLflow refuses the project: "Project cannot contain multiple environment fields".',
  remedy: 'Keep one of `python_env`, `conda_env` and `docker_env`.',
  references: [projects],
  messages: { second: 'The project has {first} already; MLflow refuses it with {key} beside.' },
  fix: 'review',
  looksAt: [{ view: 'mlflow/project', path: [] }],
  *check(at): Iterable<Report> {
    const [first, ...others] = at.entries().filter(({ key }) => environments.includes(key));
    for (const other of others) {
      const fix = at.fix('review', `Remove ${other.key}`, other.remove());
      yield { message: 'second', data: { first: first?.key ?? '', key: other.key }, span: other.anchor, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'MLproject',
        text: 'name: fraud\nconda_env: conda.yaml\n«python_env»: python_env.yaml # new\n',
        fixed: 'name: fraud\nconda_env: conda.yaml\n',
      },
      {
        path: 'train/MLProject',
        text: 'docker_env: {image: a}\n«conda_env»: conda.yaml\n',
        fixed: 'docker_env: {image: a}\n',
      },
    ],
    good: [
      { path: 'MLproject', text: 'name: fraud\npython_env: python_env.yaml\n' },
      { path: 'project.yaml', text: 'conda_env: conda.yaml\npython_env: python_env.yaml\n' },
    ],
  },
});

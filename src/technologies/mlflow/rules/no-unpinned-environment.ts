import { defineRule } from '../../../core';
import type { NodeView, Report, Span } from '../../../core';
import { isMoving, parseImage } from '../../../shapes/container-image';
import { projects } from '../sources';

export default defineRule({
  id: 'mlflow/no-unpinned-environment',
  catalogue: ['mlproject-unpinned-env'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The environment of a project or model is not pinned.',
  why: 'MLflow builds the environment anew for each run and each server: another day brings other versions, and a model that was pickled with one scikit-learn need not load in the next.',
  remedy: 'Pin what was tested, `scikit-learn==1.9.1`, the version of Python, and the tag of an image.',
  references: [projects],
  messages: {
    package: 'Any version of {name} may be installed.',
    image: 'Image "{name}" is not pinned to a version.',
    python: 'Any version of Python may be installed.',
  },
  fix: { none: 'The version that was tested is known only to the author.' },
  looksAt: [
    { view: 'mlflow/environment', path: [] },
    { view: 'mlflow/project', path: ['docker_env', 'image'] },
  ],
  *check(at, { path }): Iterable<Report> {
    if (at.context.view.id === 'mlflow/project') {
      const text = at.text();
      const image = text.is === 'known' ? parseImage(text.value) : undefined;
      if (text.is === 'known' && image && isMoving(image))
        yield { message: 'image', data: { name: text.value }, span: text.span };
      return;
    }
    for (const { name, span } of unpinned(at.at('dependencies')))
      yield { message: 'package', data: { name }, span };
    const python = at.get('python');
    if (/python_env\.ya?ml$/.test(path) && python.is === 'absent')
      yield { message: 'python', span: at.at('dependencies')?.anchor ?? python.anchor };
  },
  examples: {
    bad: [
      {
        path: 'conda.yaml',
        message: 'package',
        text: 'dependencies: [python=3.12, «scikit-learn», numpy=2.4]\n',
      },
      {
        path: 'conda.yaml',
        message: 'package',
        text: 'dependencies:\n  - python=3.12\n  - pip\n  - pip:\n      - «mlflow>=3» # any\n      - numpy==2.4.1\n',
      },
      {
        path: 'model/python_env.yaml',
        message: 'package',
        text: 'python: 3.12.3\ndependencies: [«numpy»]\n',
      },
      {
        path: 'python_env.yaml',
        message: 'python',
        text: 'build_dependencies: [pip]\n«dependencies»: [numpy==2.4.1]\n',
      },
      { path: 'MLproject', message: 'image', text: 'docker_env: {image: «acme/train»}\n' },
    ],
    good: [
      {
        path: 'python_env.yaml',
        text: 'python: "3.12.3"\ndependencies: [numpy==2.4.1, -r requirements.txt, "x @ https://a/x-1.0.whl", "${P}", ./lib]\n',
      },
      {
        path: 'conda.yaml',
        text: 'dependencies: [python=3.12, pip, pip<=24.0, conda-forge::numpy=2.4, "ray~=2.60"]\n',
      },
      { path: 'environment.yml', text: 'dependencies: [python=3.12, numpy]\n' },
      { path: 'MLproject', text: 'docker_env: {image: acme/train:1.4}\n' },
    ],
  },
});

/** Requirements without a version; pip itself is left out, as MLflow writes it. */
function unpinned(list: NodeView | undefined): readonly { readonly name: string; readonly span: Span }[] {
  return (list?.items() ?? []).flatMap((item) => {
    if (item.node?.type === 'map') return [...unpinned(item.at('pip'))];
    const text = item.text();
    if (text.is !== 'known') return [];
    const [, name = ''] = /^(?:[\w-]+::)?([A-Za-z][\w.-]*)/.exec(text.value) ?? [];
    const rest = text.value
      .slice(text.value.indexOf(name) + name.length)
      .replace(/^\[[^\]]*\]/, '')
      .trim();
    const isPinned = /^(?:=|~=|<|@|\()/.test(rest) || /,\s*</.test(rest);
    return name === '' || isPinned || /^(?:pip|setuptools|wheel)$/.test(name)
      ? []
      : [{ name, span: text.span }];
  });
}

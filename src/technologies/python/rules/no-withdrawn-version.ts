import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { requirementsOf, versionSpan } from '../packages';
import { withdrawn } from '../withdrawn-versions';

export default defineRule({
  id: 'python/no-withdrawn-version',
  catalogue: [],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A package is pinned to a release that its makers withdrew.',
  why: 'PyPI keeps a withdrawn ("yanked") release only for those who already pinned it: it has a known fault, gets no repairs, and most mirrors leave it out.',
  remedy: 'Pin the next release.',
  references: [
    { title: 'PEP 592: yanked releases', url: 'https://peps.python.org/pep-0592/' },
    { title: 'PyPI: release history of MLflow', url: 'https://pypi.org/project/mlflow/#history' },
  ],
  messages: { withdrawn: '{name} {version} was withdrawn: {reason}.' },
  fix: { none: 'Which release to take is the author’s choice.' },
  looksAt: [{ view: 'python/dependencies', path: [] }],
  *check(at): Iterable<Report> {
    for (const requirement of requirementsOf(at)) {
      const { name, version } = requirement;
      const reason = version === undefined ? undefined : withdrawn[name]?.[version];
      if (version === undefined || reason === undefined) continue;
      yield { message: 'withdrawn', data: { name, version, reason }, span: versionSpan(requirement) };
    }
  },
  examples: {
    bad: [
      { path: 'requirements.txt', text: 'MLflow==«3.1.2»  # pinned\nnumpy==2.4.1\n' },
      { path: 'pyproject.toml', text: '[project]\ndependencies = ["numpy==«2.4.0»", "ray==2.60.0"]\n' },
      { path: 'environment.yml', text: 'dependencies:\n  - python=3.12\n  - pandas=«3.0.4»\n' },
    ],
    good: [
      { path: 'requirements.txt', text: 'mlflow==3.1.1\nmlflow-skinny==3.1.2\nnumpy>=2.4.0\n' },
      { path: 'requirements.txt', text: 'pandas==3.0.5\nconstructor==1\n' },
    ],
  },
});

import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { requirementsOf, versionSpan } from '../packages';

export default defineRule({
  id: 'python/no-double-requirement',
  catalogue: [],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A package is required in two versions.',
  why: 'pip refuses to install anything: it finds no version that is both.',
  remedy: 'Keep one of the lines.',
  references: [
    {
      title: 'pip: dependency resolution',
      url: 'https://pip.pypa.io/en/stable/topics/dependency-resolution/',
    },
  ],
  messages: { double: '{name} is required in version {other} and again in version {version}.' },
  fix: { none: 'Which version is meant is known only to the author.' },
  looksAt: [{ view: 'python/dependencies', path: [] }],
  *check(at, { path }): Iterable<Report> {
    // Extras of a pyproject.toml exclude each other by intent.
    if (path.endsWith('.toml')) return;
    const seen = new Map<string, string>();
    for (const requirement of requirementsOf(at)) {
      const { name, version } = requirement;
      if (version === undefined || requirement.at.has('marker')) continue;
      const other = seen.get(name);
      if (other === undefined) seen.set(name, version);
      else if (other !== version)
        yield { message: 'double', data: { name, other, version }, span: versionSpan(requirement) };
    }
  },
  examples: {
    bad: [
      { path: 'requirements.txt', text: 'scikit-learn==1.9.1\nnumpy==2.4.1\nScikit_Learn==«1.8.0»  # old\n' },
    ],
    good: [
      { path: 'requirements.txt', text: 'numpy==2.4.1\nnumpy==2.4.1\nnumpy>=2\n' },
      {
        path: 'requirements.txt',
        text: 'numpy==2.4.1; python_version > "3.10"\nnumpy==1.26.4; python_version <= "3.10"\n',
      },
      {
        path: 'pyproject.toml',
        text: '[project.optional-dependencies]\na = ["torch==2.5.1"]\nb = ["torch==2.4.1"]\n',
      },
    ],
  },
});

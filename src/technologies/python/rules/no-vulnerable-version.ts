import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { faults } from '../known-faults';
import { isBelow, requirementsOf, versionSpan } from '../packages';

export default defineRule({
  id: 'python/no-vulnerable-version',
  catalogue: [],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A package is pinned to a release with a published weakness.',
  why: 'Whoever can hand in a model file, or reach the server, can read files or run code there; how is public.',
  remedy: 'Pin a release that has the repair.',
  references: [
    { title: 'GHSA-53q9-r3pm-6pq6: torch.load', url: 'https://github.com/advisories/GHSA-53q9-r3pm-6pq6' },
    { title: 'GHSA-48g7-3x6r-xfhp: Keras', url: 'https://github.com/advisories/GHSA-48g7-3x6r-xfhp' },
    { title: 'CVE-2024-8859: MLflow', url: 'https://nvd.nist.gov/vuln/detail/CVE-2024-8859' },
    { title: 'CVE-2025-62593: Ray', url: 'https://nvd.nist.gov/vuln/detail/CVE-2025-62593' },
  ],
  messages: { weak: '{name} {version}: {harm} ({id}, mended in {fixed}).' },
  fix: { none: 'Which release to take is the author’s choice.' },
  looksAt: [{ view: 'python/dependencies', path: [] }],
  *check(at): Iterable<Report> {
    for (const requirement of requirementsOf(at)) {
      const { name, version } = requirement;
      if (version === undefined) continue;
      const fault = faults.get(name)?.find(({ fixed }) => isBelow(version, fixed));
      if (fault) yield { message: 'weak', data: { name, version, ...fault }, span: versionSpan(requirement) };
    }
  },
  examples: {
    bad: [
      { path: 'requirements.txt', text: 'torch==«2.5.1+cu124»  # pinned\n' },
      { path: 'requirements.txt', text: 'torch==«2.9.1»\n' },
      { path: 'requirements.txt', text: 'mlflow==«2.10.0»\n' },
      { path: 'environment.yml', text: 'dependencies:\n  - python=3.12\n  - pip: ["ray==«2.51.0»"]\n' },
      { path: 'pyproject.toml', text: '[project]\ndependencies = ["keras==«3.8.0»"]\n' },
    ],
    good: [
      {
        path: 'requirements.txt',
        text: 'torch==2.10.0\nmlflow==2.17.0\nray==2.52.0\nkeras==3.9.0\nnumpy==1.0.0\n',
      },
      { path: 'requirements.txt', text: 'torch>=2.5.1\nmlflow==3.18.0\nray==nightly\nconstructor==1\n' },
    ],
  },
});

import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { lastDays } from '../known-faults';
import { minorOf, requirementsOf, versionSpan } from '../packages';

const environment = (python: string): string => `name: fraud\ndependencies:\n  - ${python}\n  - pip\n`;

export default defineRule({
  id: 'python/no-end-of-life',
  catalogue: [],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The environment runs a Python that gets no more repairs.',
  why: 'Weaknesses found since stay open, and current releases of NumPy, PyTorch, MLflow and Ray no longer install on it.',
  remedy: 'Move to a Python that is still kept, such as 3.12.',
  references: [{ title: 'Python: status of versions', url: 'https://devguide.python.org/versions/' }],
  messages: { ended: 'Python {version} got its last repair on {day}.' },
  fix: { none: 'The packages have to be tested with the newer Python.' },
  looksAt: [{ view: 'python/dependencies', path: [] }],
  *check(at, { today }): Iterable<Report> {
    for (const requirement of requirementsOf(at)) {
      const day = lastDays[minorOf(`${requirement.version ?? ''}.`)?.join('.') ?? ''];
      if (requirement.name !== 'python' || day === undefined || day >= today) continue;
      yield {
        message: 'ended',
        data: { version: requirement.version ?? '', day },
        span: versionSpan(requirement),
      };
    }
  },
  examples: {
    bad: [
      { path: 'environment.yml', text: environment('python=«3.9»  # old') },
      { path: 'conda.yaml', text: environment('python==«3.10.4»') },
      { path: 'environment.yml', text: environment('python=«3.11»'), today: '2027-11-01' },
    ],
    good: [
      { path: 'environment.yml', text: environment('python=3.12') },
      { path: 'environment.yml', text: environment('python=3.11') },
      { path: 'environment.yml', text: environment('python=3.11'), today: '2027-10-31' },
      { path: 'environment.yml', text: environment('python>=3.9') },
      { path: 'requirements.txt', text: 'python-dateutil==3.9\n' },
    ],
  },
});

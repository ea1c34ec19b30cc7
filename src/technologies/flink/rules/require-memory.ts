import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { customResources, validator } from '../documentation';
import { deployment, job } from '../example-text';

const managers = [
  { part: 'jobManager', title: 'JobManager', keys: /^jobmanager\.(?:memory|heap)\./ },
  { part: 'taskManager', title: 'TaskManager', keys: /^taskmanager\.(?:memory|heap)\./ },
] as const;
const other = 'taskManager:\n  resource:\n    memory: 2048m\n';

export default defineRule({
  id: 'flink/require-memory',
  catalogue: ['flink-no-memory'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A JobManager or TaskManager has no memory.',
  why: 'Flink cannot divide a memory that it is not told; the operator refuses the resource unless its own defaults say how much.',
  remedy: 'Set `resource.memory`, such as `2048m`.',
  references: [customResources, validator],
  messages: { missing: 'The {title} has no memory.' },
  fix: 'review',
  looksAt: [{ view: 'flink/deployment-spec', path: [] }],
  *check(at): Iterable<Report> {
    const config = at.get('flinkConfiguration');
    if (config.is === 'unknown') return;
    for (const { part, title, keys } of managers) {
      if (hasMemory(at, part) || (config.is === 'known' && hasSetting(config.value, keys))) continue;
      const absent = at.get(part, 'resource', 'memory');
      if (absent.is !== 'absent') continue;
      const fix = at.fix('review', 'Give it 2048m', at.set([part, 'resource', 'memory'], '2048m'));
      yield { message: 'missing', data: { title }, span: absent.anchor, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'features.yaml',
        text: deployment(
          '',
          `${other}${job('stateless')}jobManager:\n  «resource»: # all of it\n    cpu: 1\n`,
        ),
        fixed: deployment(
          '',
          `${other}${job('stateless')}jobManager:\n  resource: # all of it\n    cpu: 1\n    memory: 2048m\n`,
        ),
      },
      {
        path: 'features.yaml',
        text: deployment(
          'jobmanager.memory.process.size: 1g\n',
          `${job('stateless')}«taskManager»:\n  replicas: 2\n`,
        ),
        fixed: deployment(
          'jobmanager.memory.process.size: 1g\n',
          `${job('stateless')}taskManager:\n  replicas: 2\n  resource:\n    memory: 2048m\n`,
        ),
      },
    ],
    good: [
      { path: 'features.yaml', text: deployment('', `${other}jobManager:\n  resource:\n    memory: 1g\n`) },
      {
        path: 'features.yaml',
        text: deployment('', `${other}jobManager:\n  resources:\n    requests:\n      memory: 1g\n`),
      },
      {
        path: 'features.yaml',
        text: deployment('', `${other}jobManager:\n  resources:\n    limits:\n      memory: 1g\n`),
      },
      { path: 'features.yaml', text: deployment('jobmanager:\n  memory:\n    flink.size: 1g\n', other) },
      { path: 'features.yaml', text: deployment('jobmanager.heap.size: 1g\n', other) },
      {
        path: 'features.yaml',
        text: deployment('', `${other}jobManager:\n  resource:\n    memory: \${SIZE}\n`),
      },
    ],
  },
});

/** The fields of the operator up to 1.15, and those that follow Kubernetes. */
function hasMemory(spec: NodeView, part: string): boolean {
  return (
    spec.get(part, 'resource', 'memory').is !== 'absent' ||
    spec.get(part, 'resources', 'requests', 'memory').is !== 'absent' ||
    spec.get(part, 'resources', 'limits', 'memory').is !== 'absent'
  );
}

function hasSetting(config: NodeView, keys: RegExp): boolean {
  const below = (at: NodeView, prefix: string): boolean =>
    at.entries().some((entry) => {
      const key = prefix + entry.key;
      return keys.test(key) || (key.length < 100 && below(entry, `${key}.`));
    });
  return below(config, '');
}

import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { deploymentSetting } from '../deployment';
import { stateBackends } from '../documentation';
import { deployment, job } from '../example-text';
import { checkpointDirectory, stateBackend } from '../settings';

const directory = 'execution.checkpointing.dir: s3://b/c\n';
const memory = (size: string): string =>
  `${job('last-state')}taskManager:\n  resource:\n    memory: ${size}\n`;

/** From here on heaps are slow to collect, and state has outgrown them. */
const largeBytes = 8 * 2 ** 30;

export default defineRule({
  id: 'flink/no-heap-state-backend',
  catalogue: ['flink-hashmap-large-state'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'Large TaskManagers keep all state as objects on the heap.',
  why: 'The heap backend is bounded by memory: growing keys end in garbage collection pauses and then in an out of memory error, at the worst hour.',
  remedy: 'Set `state.backend.type: rocksdb` (or `forst` in Flink 2) with incremental checkpoints.',
  references: [stateBackends],
  messages: {
    heap: 'State lives on the heap of TaskManagers with {size}; RocksDB holds more than memory.',
  },
  fix: 'review',
  looksAt: [{ view: 'flink/deployment-spec', path: [] }],
  *check(at): Iterable<Report> {
    const backend = deploymentSetting(at, stateBackend).value;
    const isHeap =
      backend.is === 'known' && /^(?:hashmap|filesystem|jobmanager)$/i.test(backend.value.trim());
    if (!isHeap && backend.is !== 'absent') return;
    if (deploymentSetting(at, checkpointDirectory).value.is === 'absent') return;
    const size = memoryOf(at);
    if (!size || (bytesOf(size.text) ?? 0) < largeBytes) return;
    const fix = at.fix(
      'review',
      'Keep state in RocksDB',
      at.set(['flinkConfiguration', stateBackend[0]], 'rocksdb'),
    );
    yield { message: 'heap', data: { size: size.text }, span: isHeap ? backend.span : size.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'features.yaml',
        text: deployment(`${directory}state.backend.type: «hashmap» # quick\n`, memory('8g')),
        fixed: deployment(`${directory}state.backend.type: rocksdb # quick\n`, memory('8g')),
      },
      {
        path: 'features.yaml',
        text: deployment(directory, memory('«16384m»')),
        fixed: deployment(`${directory}state.backend.type: rocksdb\n`, memory('16384m')),
      },
      {
        path: 'features.yaml',
        text: deployment(
          directory,
          `${job('savepoint')}taskManager:\n  resources:\n    requests:\n      memory: «9Gi»\n`,
        ),
        fixed: deployment(
          `${directory}state.backend.type: rocksdb\n`,
          `${job('savepoint')}taskManager:\n  resources:\n    requests:\n      memory: 9Gi\n`,
        ),
      },
    ],
    good: [
      { path: 'features.yaml', text: deployment(directory, memory('8191m')) },
      { path: 'features.yaml', text: deployment(`${directory}state.backend.type: rocksdb\n`, memory('16g')) },
      { path: 'features.yaml', text: deployment(`${directory}state.backend: \${BACKEND}\n`, memory('16g')) },
      { path: 'features.yaml', text: deployment('parallelism.default: 2\n', memory('16g')) },
      { path: 'features.yaml', text: deployment(directory, memory('${SIZE}')) },
      { path: 'features.yaml', text: deployment(directory, job('last-state')) },
    ],
  },
});

function memoryOf(spec: NodeView): { readonly text: string; readonly span: Report['span'] } | undefined {
  for (const path of [
    ['resource', 'memory'],
    ['resources', 'requests', 'memory'],
  ]) {
    const value = spec.text('taskManager', ...path);
    const text = known(value);
    if (value.is === 'known' && text !== undefined) return { text, span: value.span };
  }
  return undefined;
}

function bytesOf(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*([kmgt]?)(?:i?b?|bytes)$/i.exec(text.trim());
  const power = ['', 'k', 'm', 'g', 't'].indexOf((match?.[2] ?? '').toLowerCase());
  return match ? Number(match[1]) * 1024 ** power : undefined;
}

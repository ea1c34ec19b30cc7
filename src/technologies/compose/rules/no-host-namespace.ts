import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { services } from '../sources';

export default defineRule({
  id: 'compose/no-host-namespace',
  catalogue: ['host-namespaces'],
  equivalents: [
    'kics:host_namespace_is_shared',
    'kics:shared_host_ipc_namespace',
    'kics:shared_host_network_namespace',
    'kics:shared_host_user_namespace',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A service shares a part of its host that isolation keeps apart.',
  why: "In the host's network, processes or memory the service reads and reaches what belongs to others.",
  remedy: "Remove it. PyTorch's data loaders need `shm_size`, not `ipc: host`.",
  references: [services],
  messages: { host: '{key} "host" takes the service out of its isolation.' },
  fix: 'review',
  looksAt: [
    { view: 'compose/service', path: ['network_mode'] },
    { view: 'compose/service', path: ['pid'] },
    { view: 'compose/service', path: ['ipc'] },
    { view: 'compose/service', path: ['userns_mode'] },
    { view: 'compose/service', path: ['uts'] },
  ],
  *check(at): Iterable<Report> {
    const value = at.text();
    if (value.is !== 'known' || value.value !== 'host') return;
    yield {
      message: 'host',
      data: { key: at.key },
      span: value.span,
      fix: at.fix('review', `Remove ${at.key}`, at.remove()),
    };
  },
  examples: {
    bad: [
      {
        path: 'compose.yaml',
        text: 'services:\n  train:\n    image: train:1.0\n    ipc: «host» # shm\n',
        fixed: 'services:\n  train:\n    image: train:1.0\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  train:\n    image: train:1.0\n    network_mode: «"host"»\n',
        fixed: 'services:\n  train:\n    image: train:1.0\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  train:\n    image: train:1.0\n    pid: «host»\n',
        fixed: 'services:\n  train:\n    image: train:1.0\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  train:\n    image: train:1.0\n    userns_mode: «host»\n',
        fixed: 'services:\n  train:\n    image: train:1.0\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  train:\n    image: train:1.0\n    uts: «host»\n',
        fixed: 'services:\n  train:\n    image: train:1.0\n',
      },
    ],
    good: [
      {
        path: 'compose.yaml',
        text: 'services:\n  train:\n    image: train:1.0\n    ipc: shareable\n    network_mode: "service:a"\n    pid: ${PID}\n',
      },
    ],
  },
});

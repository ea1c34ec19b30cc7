import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { deploymentSetting } from '../deployment';
import { checkpoints } from '../documentation';
import { deployment, job } from '../example-text';
import { checkpointDirectory, savepointDirectory } from '../settings';
import type { SettingNames } from '../settings';

const directories: readonly SettingNames[] = [
  checkpointDirectory,
  savepointDirectory,
  ['high-availability.storageDir'],
];

const pod = (volume: string): string =>
  `podTemplate:\n  spec:\n    containers:\n      - name: flink-main-container\n        volumeMounts:\n          - { mountPath: /data, name: state }\n    volumes:\n      - name: state\n        ${volume}\n${job('stateless')}`;
const setting = 'execution.checkpointing.dir: ';

export default defineRule({
  id: 'flink/no-local-state-directory',
  catalogue: ['flink-local-file-state'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  environment: 'replication',
  summary: 'State is written to a directory that only one pod or one node sees.',
  why: 'The JobManager and all TaskManagers must reach the same files: a pod that starts on another node finds no checkpoint, and with the pod the files are gone.',
  remedy: 'Use an object store (`s3://`, `gs://`, `abfss://`) or mount a shared volume at that path.',
  references: [checkpoints],
  messages: {
    unmounted: '{key} is inside the container: "{value}" is not on any volume.',
    local: '{key} is on a volume of the node or the pod ({volume}), which other pods do not see.',
  },
  fix: { none: 'Which shared storage the cluster has is not in the file.' },
  looksAt: [{ view: 'flink/deployment-spec', path: [] }],
  *check(at): Iterable<Report> {
    const mounts = mountsOf(at);
    if (!mounts) return;
    for (const names of directories) {
      const { name, value } = deploymentSetting(at, names);
      const path =
        value.is === 'known' ? /^(?:file:(?:\/\/)?)?(\/[^/].*)$/.exec(value.value)?.[1] : undefined;
      if (value.is !== 'known' || path === undefined) continue;
      const mount = mounts.find((each) => path === each.path || path.startsWith(`${each.path}/`));
      const data = { key: name, value: value.value, volume: mount?.volume ?? '' };
      if (!mount) yield { message: 'unmounted', data, span: value.span };
      else if (mount.volume !== '') yield { message: 'local', data, span: value.span };
    }
  },
  examples: {
    bad: [
      {
        path: 'features.yaml',
        text: deployment(`${setting}«file:///data/checkpoints» # disk\n`, job('stateless')),
        message: 'unmounted',
      },
      {
        path: 'features.yaml',
        text: deployment('state.savepoints.dir: «/data/savepoints»\n', job('stateless')),
        message: 'unmounted',
      },
      {
        path: 'features.yaml',
        text: deployment(
          'high-availability:\n  storageDir: «file:/database/ha»\n',
          pod('hostPath: { path: /tmp }'),
        ),
        message: 'unmounted',
      },
      {
        path: 'features.yaml',
        text: deployment(`${setting}«file:///data/checkpoints»\n`, pod('hostPath: { path: /tmp/flink }')),
        message: 'local',
      },
      {
        path: 'features.yaml',
        text: deployment(`${setting}«file:///data»\n`, pod('emptyDir: {}')),
        message: 'local',
      },
    ],
    good: [
      { path: 'features.yaml', text: deployment(`${setting}s3://data/checkpoints\n`, job('stateless')) },
      {
        path: 'features.yaml',
        text: deployment(`${setting}file:///data/c\n`, pod('persistentVolumeClaim: { claimName: state }')),
      },
      { path: 'features.yaml', text: deployment(`${setting}\${DIR}\n`, job('stateless')) },
      {
        path: 'features.yaml',
        text: deployment(`${setting}file:///data/c\n`, 'podTemplate: ${POD}\n'),
      },
    ],
  },
});

interface MountedPath {
  readonly path: string;
  /** The sort of volume if it is local to a pod or node; empty for others. */
  readonly volume: string;
}

/** Where volumes are mounted in Flink's containers; undefined where a part of a pod template is not known. */
function mountsOf(spec: NodeView): readonly MountedPath[] | undefined {
  const found: MountedPath[] = [];
  for (const place of [['podTemplate'], ['jobManager', 'podTemplate'], ['taskManager', 'podTemplate']]) {
    const template = spec.get(...place);
    if (template.is === 'absent') continue;
    if (template.is !== 'known' || template.value.node?.type !== 'map') return undefined;
    const volumes = template.value.at('spec', 'volumes')?.items() ?? [];
    for (const container of template.value.at('spec', 'containers')?.items() ?? []) {
      for (const mount of container.at('volumeMounts')?.items() ?? []) {
        const path = known(mount.text('mountPath'))?.replace(/\/$/, '');
        const volume = volumes.find((each) => known(each.text('name')) === known(mount.text('name')));
        const local = ['hostPath', 'emptyDir'].find((sort) => volume?.has(sort));
        if (path === undefined) return undefined;
        found.push({ path, volume: local ?? '' });
      }
    }
  }
  return found;
}

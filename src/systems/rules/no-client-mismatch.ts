import { defineCrossRule } from '../../core';
import { areNeighbours } from '../names';

const cluster = (version: string): string =>
  `apiVersion: ray.io/v1\nkind: RayCluster\nmetadata: { name: tune }\nspec: { rayVersion: ${version}, headGroupSpec: {} }\n`;

/** The program is written against another Ray than the cluster runs. */
export default defineCrossRule({
  id: 'ray/no-client-mismatch',
  catalogue: [],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The requirements pin another Ray than the cluster runs.',
  why: 'Ray refuses a client or a job whose Ray differs from that of the cluster, at the start of a run that has waited for its GPUs.',
  remedy: 'Write one version in `rayVersion`, in the images and in the requirements.',
  references: [
    {
      title: 'Ray client: version requirements',
      url: 'https://docs.ray.io/en/latest/cluster/running-applications/job-submission/ray-client.html#versioning-requirements',
    },
  ],
  messages: { mismatch: 'The cluster runs Ray {cluster}, the requirements pin {pinned}.' },
  fix: { none: 'Which of the two files is right is known to the author.' },
  from: 'version',
  to: 'package',
  within: 'workspace',
  inBothFiles: true,
  fromKey: ({ name }) => (name === 'ray' ? 'ray' : undefined),
  toKey: ({ name, attributes }) => (attributes['version'] === undefined ? undefined : name),
  whenPair(from, to) {
    const { version: running = '' } = from.attributes;
    const { version: pinned = '' } = to.attributes;
    const areKnown = [running, pinned].every((each) => /^\d+\.\d+\.\d+$/.test(each));
    if (!areKnown || running === pinned || !areNeighbours(from, to)) return undefined;
    return { message: 'mismatch', data: { cluster: running, pinned } };
  },
  examples: {
    bad: [
      {
        files: {
          'deploy/ray.yaml': cluster('«2.60.0»'),
          'train/requirements.txt': '«ray»[tune]==2.52.0  # pinned\n',
        },
      },
    ],
    good: [
      { files: { 'ray.yaml': cluster('2.60.0'), 'requirements.txt': 'ray[tune]==2.60.0\n' } },
      { files: { 'ray.yaml': cluster('2.60.0'), 'requirements.txt': 'ray[tune]>=2.52\nnumpy==2.4.1\n' } },
      { files: { 'ray.yaml': cluster('${RAY}'), 'requirements.txt': 'ray[tune]==2.52.0\n' } },
      {
        files: { 'a/deploy/ray.yaml': cluster('2.60.0'), 'b/train/requirements.txt': 'ray==2.52.0\n' },
      },
    ],
  },
});

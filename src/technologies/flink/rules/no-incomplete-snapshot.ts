import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { validator } from '../documentation';
import { snapshot } from '../example-text';

const reference = 'jobReference:\n  kind: FlinkDeployment\n  name: features\n';

export default defineRule({
  id: 'flink/no-incomplete-snapshot',
  catalogue: [],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A snapshot does not say of which job, or whether it is a savepoint or a checkpoint.',
  why: 'The operator refuses the resource, so no snapshot is taken before the upgrade that it was meant for.',
  remedy: 'Give it `jobReference` and exactly one of `savepoint` and `checkpoint`.',
  references: [
    validator,
    {
      title: 'Flink Kubernetes operator: snapshots',
      url: 'https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-main/docs/custom-resource/snapshots/',
    },
  ],
  messages: {
    both: 'The snapshot is a savepoint already; the operator refuses "checkpoint" beside it.',
    neither: 'The snapshot has neither savepoint nor checkpoint.',
    job: 'The snapshot does not say of which job it is.',
  },
  fix: { none: 'Which job and which sort of snapshot were meant is known only to the author.' },
  looksAt: [{ view: 'flink/state-snapshot', path: ['spec'] }],
  *check(at): Iterable<Report> {
    const savepoint = at.get('savepoint');
    const checkpoint = at.get('checkpoint');
    if (savepoint.is === 'known' && checkpoint.is === 'known')
      yield { message: 'both', span: checkpoint.value.anchor };
    if (savepoint.is === 'absent' && checkpoint.is === 'absent')
      yield { message: 'neither', span: savepoint.anchor };
    const exists = at.boolean('savepoint', 'alreadyExists');
    const job = at.get('jobReference');
    const isTaken = exists.is === 'known' ? exists.value : exists.is !== 'absent';
    if (job.is === 'absent' && !isTaken && savepoint.is !== checkpoint.is)
      yield { message: 'job', span: job.anchor };
  },
  examples: {
    bad: [
      {
        path: 'snapshot.yaml',
        text: snapshot(`${reference}savepoint: {}\n«checkpoint»: {} # both\n`),
        message: 'both',
      },
      { path: 'snapshot.yaml', text: snapshot(reference).replace('spec:', '«spec»:'), message: 'neither' },
      {
        path: 'snapshot.yaml',
        text: snapshot('checkpoint: {}\n').replace('spec:', '«spec»:'),
        message: 'job',
      },
      {
        path: 'snapshot.yaml',
        text: snapshot('savepoint:\n  alreadyExists: false\n').replace('spec:', '«spec»:'),
        message: 'job',
      },
    ],
    good: [
      { path: 'snapshot.yaml', text: snapshot(`${reference}savepoint: {}\n`) },
      { path: 'snapshot.yaml', text: snapshot(`${reference}checkpoint: {}\n`) },
      { path: 'snapshot.yaml', text: snapshot('savepoint:\n  alreadyExists: true\n  path: s3://b/s\n') },
      { path: 'snapshot.yaml', text: snapshot('savepoint:\n  alreadyExists: "${TAKEN}"\n') },
    ],
  },
});

import { forbiddenValue } from '../../../shapes/forbidden-value';
import { resourceReference } from '../documentation';

export default forbiddenValue({
  id: 'strimzi/no-claim-deletion',
  catalogue: ['strimzi-delete-claim'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'replication',
  summary: 'The disks are deleted with the resource.',
  why: 'A deleted or renamed node pool, as by a mistaken prune of GitOps, takes all records with it; with the claims kept, the cluster comes back with its data.',
  remedy: 'Leave `deleteClaim` at its default, `false`.',
  references: [resourceReference('PersistentClaimStorage')],
  views: ['strimzi/node-pool'],
  key: ['spec', 'storage', 'deleteClaim'],
  otherKeys: [['spec', 'storage', 'volumes', '*', 'deleteClaim']],
  forbidden: ['true'],
  message: 'The records are deleted with the resource.',
  mend: { set: false, title: 'Set deleteClaim to false', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'pool.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nspec:\n  storage: { type: persistent-claim, deleteClaim: «true», size: 1Gi }\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nspec:\n  storage: { type: persistent-claim, deleteClaim: false, size: 1Gi }\n',
      },
      {
        path: 'pool.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nspec:\n  storage:\n    type: jbod\n    volumes:\n      - id: 0\n        deleteClaim: «true» # tidy\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nspec:\n  storage:\n    type: jbod\n    volumes:\n      - id: 0\n        deleteClaim: false # tidy\n',
      },
    ],
    good: [
      {
        path: 'pool.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nspec:\n  storage:\n    type: persistent-claim\n    deleteClaim: false\n',
      },
    ],
  },
});

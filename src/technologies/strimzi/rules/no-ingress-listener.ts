import { forbiddenValue } from '../../../shapes/forbidden-value';
import { changelog } from '../documentation';

export default forbiddenValue({
  id: 'strimzi/no-ingress-listener',
  catalogue: ['strimzi-ingress-listener-deprecated'],
  equivalents: [],
  severity: 'info',
  certainty: 'certain',
  summary: 'A listener uses Ingress, which Strimzi is about to drop.',
  why: 'Listeners of type `ingress` lean on TLS passthrough of one controller that is no longer maintained; they are deprecated since Strimzi 0.51 and will be removed.',
  remedy: 'Use `type: loadbalancer`, `nodeport`, `route`, or `cluster-ip` with a gateway of your own.',
  references: [changelog],
  views: ['strimzi/kafka'],
  key: ['spec', 'kafka', 'listeners', '*', 'type'],
  forbidden: ['ingress'],
  message: 'Listeners of type ingress are deprecated since Strimzi 0.51.',
  mend: { none: 'How else clients outside reach the cluster is not in the file.' },
  examples: {
    bad: [
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    listeners:\n      - { name: out, type: «ingress», tls: true }\n',
      },
    ],
    good: [
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    listeners:\n      - { name: out, type: cluster-ip, tls: true }\n',
      },
    ],
  },
});

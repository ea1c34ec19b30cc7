import { defineGap } from '../../core';
import type { PlacedFact } from '../../core';

const served = (namespace = ', namespace: fraud'): string =>
  `apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: { name: scorer${namespace} }\nspec: { predictor: { model: { modelFormat: { name: sklearn }, storageUri: gs://models/scorer/v3 } } }\n`;
const marked = served().replace('gs://models/scorer/v3', '«gs://models/scorer/v3»');
const network = (namespace: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: n${namespace} }\nspec: { podSelector: {}, policyTypes: [Ingress] }\n`;
const authorisation =
  'apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: { name: a, namespace: fraud }\nspec: { rules: [{ from: [{ source: { principals: [cluster.local/ns/fraud/sa/web] } }] }] }\n';

/** Models are served, and nothing says who may reach them. */
export default defineGap({
  id: 'gap/no-network-policy-for-serving',
  title: 'No policy on who may reach a model',
  why: 'In a flat network every pod of the cluster may call the model, and probe it.',
  catalogue: ['no-networkpolicy-for-serving'],
  *find(facts) {
    const policies = ['network-policy', 'principal', 'token-policy'].flatMap((type) => facts.ofType(type));
    const open = facts
      .ofType('served-model')
      .find((model) => !policies.some((policy) => mayCover(policy, model)));
    if (!open) return;
    yield {
      message: `Any pod may reach "${open.name}": no NetworkPolicy or AuthorizationPolicy is here.`,
      path: open.path,
      range: open.range,
      action: { template: 'deployment/kubernetes', answers: answersFor(open) },
    };
  },
  examples: {
    bad: [
      { files: { 'isvc.yaml': marked } },
      { files: { 'isvc.yaml': marked, 'policy.yaml': network(', namespace: other') } },
    ],
    good: [
      { files: { 'isvc.yaml': served(), 'policy.yaml': network(', namespace: fraud') } },
      { files: { 'isvc.yaml': served(), 'policy.yaml': network('') } },
      { files: { 'isvc.yaml': served(), 'policy.yaml': authorisation } },
      { files: { 'policy.yaml': network('') } },
    ],
  },
});

/** The component's policy has to stand in the model's own namespace. */
function answersFor({ name, attributes }: PlacedFact): Readonly<Record<string, string>> {
  const { namespace } = attributes;
  return { modelName: name, ...(namespace !== undefined && { namespace }) };
}

/** A policy of a namespace that is not known may be of that of the model. */
function mayCover(policy: PlacedFact, model: PlacedFact): boolean {
  const there = policy.type === 'principal' ? undefined : policy.attributes['namespace'];
  const home = model.attributes['namespace'];
  return there === undefined || home === undefined || there === home;
}

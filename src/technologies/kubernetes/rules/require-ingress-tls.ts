import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';
import { resourceName } from '../kinds';

export default defineRule({
  id: 'kubernetes/require-ingress-tls',
  catalogue: ['ingress-no-tls'],
  equivalents: [
    'polaris:tlsSettingsMissing',
    'kubescape:ingress-no-tls',
    'kyverno:require-ingress-https',
    'gatekeeper:httpsonly',
  ],
  severity: 'warning',
  certainty: 'likely',
  environment: 'transport',
  summary: 'An Ingress serves its paths without TLS.',
  why: 'Requests, with the features and tokens in them, pass the network in clear.',
  remedy: 'Add `tls` with the hosts and the Secret of their certificate.',
  references: [
    {
      title: 'Kubernetes: Ingress TLS',
      url: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
    },
  ],
  messages: { missing: 'Ingress "{name}" has no TLS.' },
  fix: { none: 'The Secret of the certificate is known only to the team.' },
  looksAt: [
    { view: 'kubernetes/ingress', path: [] },
    { view: 'kubernetes/old-ingress', path: [] },
  ],
  *check(at): Iterable<Report> {
    const tls = at.get('spec', 'tls');
    const isEmpty = tls.is === 'known' && tls.value.node?.type === 'list' && tls.value.items().length === 0;
    if (tls.is !== 'absent' && !isEmpty) return;
    const marks = at.at('metadata', 'annotations')?.entries() ?? [];
    // Load balancers of clouds take their certificate from an annotation.
    if (marks.some(({ key }) => /certificate|pre-shared-cert|ssl-cert/.test(key))) return;
    const span = tls.is === 'absent' ? tls.anchor : (at.at('spec', 'tls')?.anchor ?? at.anchor);
    yield { message: 'missing', data: { name: resourceName(at) }, span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource(
          'networking.k8s.io/v1',
          'Ingress',
          'metadata: { name: scorer }\n«spec»:\n  rules: []\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'extensions/v1beta1',
          'Ingress',
          'metadata: { name: scorer }\nspec:\n  «tls»: [] # later\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource('networking.k8s.io/v1', 'Ingress', 'spec:\n  tls: [{ hosts: [example.com] }]\n'),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'networking.k8s.io/v1',
          'Ingress',
          'metadata: { annotations: { alb.ingress.kubernetes.io/certificate-arn: "arn" } }\nspec:\n  rules: []\n',
        ),
      },
    ],
  },
});

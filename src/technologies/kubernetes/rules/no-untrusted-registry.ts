import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { parseImage } from '../../../shapes/container-image';
import { pod } from '../example-manifests';
import { images } from '../sources';

const trusted = [
  'registry.k8s.io',
  'gcr.io',
  '.gcr.io',
  '.pkg.dev',
  '.amazonaws.com',
  'public.ecr.aws',
  '.azurecr.io',
  'mcr.microsoft.com',
  'nvcr.io',
  'ghcr.io',
  'quay.io',
  'registry.access.redhat.com',
  'registry.redhat.io',
];

export default defineRule({
  id: 'kubernetes/no-untrusted-registry',
  catalogue: ['image-untrusted-registry'],
  equivalents: [
    'trivy:KSV-0125',
    'trivy:KSV-0034',
    'kubescape:container-image-repository',
    'kubescape:rule-identify-blocklisted-image-registries',
    'kyverno:restrict-image-registries',
    'kyverno:require-image-source',
    'gatekeeper:allowedrepos',
    'gatekeeper:allowedreposv2',
    'gatekeeper:disallowedrepos',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'An image comes from a registry that is not among the trusted ones.',
  why: 'Anyone can push to a public registry, and a name without registry is looked up there: a look-alike image runs with the rights of the pod.',
  remedy:
    'Copy the image to a registry that you control and name it in full, or list the registry in the option `registries`.',
  references: [images],
  options: {
    registries: {
      type: 'string[]',
      default: trusted,
      description: 'Hosts of trusted registries; a leading dot stands for all subdomains.',
    },
  },
  messages: { untrusted: 'Image "{image}" is from {registry}, which is not a trusted registry.' },
  fix: { none: 'Where the image can be had from is known only to the team.' },
  looksAt: [{ view: 'kubernetes/any-container', path: ['image'] }],
  *check(at, { options }): Iterable<Report> {
    const text = at.text();
    if (text.is !== 'known') return;
    const image = parseImage(text.value);
    if (!image) return;
    const registry = image.registry ?? 'docker.io';
    const isTrusted = options
      .list('registries')
      .some((host) => registry === host || (host.startsWith('.') && registry.endsWith(host)));
    if (!isTrusted) yield { message: 'untrusted', data: { image: text.value, registry }, span: text.span };
  },
  examples: {
    bad: [
      { path: 'manifest.yaml', text: pod('- { name: scorer, image: «scorer:1.4.2», tty: true }\n') },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  image: «evil-registry.k8s.io.example.com/scorer:1»\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  image: «ghcr.io/acme/scorer:1.4.2»\n'),
        options: { registries: ['registry.example.com'] },
      },
    ],
    good: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n  image: registry.k8s.io/scorer:1.4.2\n') },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  image: europe-docker.pkg.dev/acme/scorer:1.4.2\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  image: registry.example.com/scorer:1.4.2\n'),
        options: { registries: ['registry.example.com'] },
      },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  image: ${REGISTRY}/scorer:1.4.2\n') },
    ],
  },
});

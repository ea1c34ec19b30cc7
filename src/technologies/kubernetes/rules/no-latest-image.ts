import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isMoving, parseImage } from '../../../shapes/container-image';
import { deployment, pod, predictor } from '../example-manifests';
import { images } from '../sources';

export default defineRule({
  id: 'kubernetes/no-latest-image',
  catalogue: ['image-latest-or-untagged'],
  equivalents: [
    'kube-linter:latest-tag',
    'kube-score:container-image-tag',
    'polaris:tagNotSpecified',
    'checkov:CKV_K8S_14',
    'trivy:KSV-0013',
    'kics:invalid_image',
    'sonar:S6596',
    'kyverno:disallow-latest-tag',
    'gatekeeper:disallowedtags',
  ],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The image of a container has no fixed version.',
  why: 'Which model server runs is decided anew each time a node pulls: two replicas of one Deployment may run different code, and a rollback brings nothing back.',
  remedy: 'Name a version, such as `scorer:1.4.2`, or a digest.',
  references: [images],
  messages: {
    untagged: 'Image "{image}" has no version, so "latest" is pulled.',
    latest: 'Image "{image}" is not pinned to a version.',
  },
  fix: { none: 'Which version was meant is known only to the author.' },
  looksAt: [{ view: 'kubernetes/any-container', path: ['image'] }],
  *check(at): Iterable<Report> {
    const text = at.text();
    if (text.is !== 'known') return;
    const image = parseImage(text.value);
    if (!image || !isMoving(image)) return;
    const message = image.tag === 'latest' ? 'latest' : 'untagged';
    yield { message, data: { image: text.value }, span: text.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  image: «registry.example.com:5000/ml/scorer» # no tag\n'),
        message: 'untagged',
      },
      {
        path: 'manifest.yaml',
        text: deployment('- { name: scorer, image: «"scorer:latest"», tty: true }\n'),
        message: 'latest',
      },
      {
        path: 'manifest.yaml',
        text: predictor('initContainers:\n  - name: fetch\n    image: «fetch:latest»\n'),
        message: 'latest',
      },
      {
        path: 'manifest.yaml',
        text: predictor('model:\n  modelFormat: { name: sklearn }\n  image: «kserve/sklearnserver:latest»\n'),
        message: 'latest',
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  image: registry.example.com:5000/ml/scorer:1.4.2\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  image: scorer@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  image: scorer:latest@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n',
        ),
      },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  image: ${REGISTRY}/scorer\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  image: scorer:latest-cuda\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  image: "scorer: 1"\n') },
    ],
  },
});

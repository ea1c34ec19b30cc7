import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isMoving, parseImage } from '../../../shapes/container-image';
import { lastingContainers } from '../containers';
import { pod } from '../example-manifests';
import { images } from '../sources';

export default defineRule({
  id: 'kubernetes/require-pull-policy-always',
  catalogue: ['image-pull-policy-not-always'],
  equivalents: [
    'kube-score:container-image-pull-policy',
    'polaris:pullPolicyNotAlways',
    'checkov:CKV_K8S_15',
    'kubescape:image-pull-policy-is-not-set-to-always',
    'kics:image_pull_policy_of_container_is_not_always',
    'kyverno:imagepullpolicy-always',
    'kyverno:always-pull-images',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A node may run an image that it pulled long ago.',
  why: 'A private image that one pod pulled can be run by every other pod on the node without asking for credentials, and a moved tag is not noticed. For images of many gigabytes the extra pull is often not worth it.',
  remedy: 'Set `imagePullPolicy: Always`; layers that are there already are not fetched again.',
  references: [images],
  messages: {
    other: 'imagePullPolicy is {policy}, so what the node has is not checked again.',
    missing: 'Without imagePullPolicy the node keeps what it has of image "{image}".',
  },
  fix: 'review',
  looksAt: lastingContainers,
  *check(at): Iterable<Report> {
    const policy = at.text('imagePullPolicy');
    const fix = at.fix('review', 'Set imagePullPolicy to Always', at.set(['imagePullPolicy'], 'Always'));
    if (policy.is === 'known' && policy.value !== 'Always') {
      yield { message: 'other', data: { policy: policy.value }, span: policy.span, fix };
    }
    const image = at.text('image');
    if (policy.is !== 'absent' || image.is !== 'known') return;
    const parsed = parseImage(image.value);
    // Kubernetes defaults to Always for "latest" and for no tag.
    if (!parsed || isMoving(parsed) || (parsed.digest !== undefined && parsed.tag === undefined)) return;
    yield { message: 'missing', data: { image: image.value }, span: image.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  imagePullPolicy: «IfNotPresent» # saves time\n'),
        message: 'other',
        fixed: pod('- name: scorer\n  imagePullPolicy: Always # saves time\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  image: «scorer:1.4.2»\n'),
        message: 'missing',
        fixed: pod('- name: scorer\n  image: scorer:1.4.2\n  imagePullPolicy: Always\n'),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  image: scorer:1.4.2\n  imagePullPolicy: Always\n'),
      },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  image: scorer\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  image: scorer@sha256:0123\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  image: ${IMAGE}:1\n') },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  imagePullPolicy: ${POLICY}\n  image: scorer:1\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n', 'ephemeralContainers: [{ name: debug, image: "debug:1" }]\n'),
      },
    ],
  },
});

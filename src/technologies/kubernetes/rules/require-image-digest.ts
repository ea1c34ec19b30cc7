import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { parseImage } from '../../../shapes/container-image';
import { pod } from '../example-manifests';
import { images } from '../sources';

export default defineRule({
  id: 'kubernetes/require-image-digest',
  catalogue: ['image-not-by-digest'],
  equivalents: [
    'checkov:CKV_K8S_43',
    'kubescape:image-not-pinned-to-digest',
    'kics:image_without_digest',
    'kyverno:require-image-checksum',
    'gatekeeper:imagedigests',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'The image of a container is named by a tag only.',
  why: 'A tag can be moved to another image; a digest cannot. Who takes over the registry decides what runs.',
  remedy: 'Add the digest that the tag stands for: `scorer:1.4.2@sha256:…`.',
  references: [images],
  messages: { tagged: 'Image "{image}" is not pinned by a digest.' },
  fix: { none: 'The digest is known only to the registry.' },
  looksAt: [{ view: 'kubernetes/any-container', path: ['image'] }],
  *check(at): Iterable<Report> {
    const text = at.text();
    if (text.is !== 'known') return;
    const image = parseImage(text.value);
    if (!image || image.digest !== undefined) return;
    yield { message: 'tagged', data: { image: text.value }, span: text.span };
  },
  examples: {
    bad: [{ path: 'manifest.yaml', text: pod('- { name: scorer, image: «scorer:1.4.2», tty: true }\n') }],
    good: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  image: scorer:1.4.2@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n',
        ),
      },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  image: "{{ .Values.image }}"\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  image: "scorer 1"\n') },
    ],
  },
});

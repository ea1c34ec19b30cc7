import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { steps } from '../example-files';
import { publicationIn, sourceOf, workflowOf } from '../jobs';

export default defineRule({
  id: 'model-cicd/require-model-attestation',
  catalogue: ['cicd-no-model-signing-or-sbom'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A model is handed out without signature, checksum or list of parts.',
  why: 'Who loads it cannot tell whether it is the one that this workflow trained, nor what it was made of.',
  remedy: 'Sign or attest the model, with `actions/attest-build-provenance`, cosign or model-signing.',
  references: [
    {
      title: 'GitHub: artifact attestations',
      url: 'https://docs.github.com/en/actions/concepts/security/artifact-attestations',
    },
  ],
  messages: { unsigned: 'The model goes out without signature, checksum or list of parts.' },
  fix: { none: 'Who checks what is known only to the author.' },
  looksAt: [{ view: 'github-actions/job', path: [] }],
  *check(at): Iterable<Report> {
    const publication = publicationIn(at);
    if (!publication) return;
    if (!/cosign|attest|sigstore|model[-_]signing|sha256|cyclonedx|sbom|syft/i.test(sourceOf(workflowOf(at))))
      yield { message: 'unsigned', span: publication.span };
  },
  examples: {
    bad: [
      steps('      - run: «az ml» model create -n fraud # new\n'),
      steps('      - run: «hf upload» acme/fraud .\n'),
    ],
    good: [
      steps('      - run: hf upload acme/fraud .\n      - uses: actions/attest-build-provenance@v3\n'),
      steps('      - run: sha256sum model.onnx > SUMS && hf upload acme/fraud .\n'),
      steps('      - run: hf download acme/fraud\n'),
    ],
  },
});

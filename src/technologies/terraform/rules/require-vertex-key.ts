import { requiredKey } from '../../../shapes/required-key';
import { resource } from '../example-modules';
import { resources } from '../resources';

export default requiredKey({
  id: 'terraform/require-vertex-key',
  catalogue: ['tf-vertex-no-cmek'],
  equivalents: ['checkov:CKV_GCP_92', 'checkov:CKV_GCP_96'],
  severity: 'info',
  // Google encrypts with keys of its own; not everybody needs more.
  certainty: 'opinion',
  summary: 'A data set or metadata store of Vertex AI has no encryption key of yours.',
  why: 'Only with a key of your own can you take access to the data away, and it cannot be set later.',
  remedy: 'Add an `encryption_spec` with `kms_key_name`.',
  references: [
    {
      title: 'Vertex AI: customer-managed encryption keys',
      url: 'https://cloud.google.com/vertex-ai/docs/general/cmek',
    },
  ],
  looksAt: resources('google_vertex_ai_dataset', 'google_vertex_ai_metadata_store'),
  key: ['encryption_spec'],
  message: 'What Vertex AI keeps here has no encryption key of yours.',
  mend: { none: 'The key has to be made first.' },
  examples: {
    bad: [
      { path: 'main.tf', text: 'resource "google_vertex_ai_dataset" «"d"» { # x\n  region = "a"\n}\n' },
      { path: 'main.tf', text: 'resource "google_vertex_ai_metadata_store" «"d"» {}\n' },
    ],
    good: [
      {
        path: 'main.tf',
        text: resource('google_vertex_ai_dataset', '  encryption_spec {\n    kms_key_name = var.key\n  }\n'),
      },
      { path: 'main.tf', text: resource('google_vertex_ai_endpoint', '  name = "e"\n') },
    ],
  },
});

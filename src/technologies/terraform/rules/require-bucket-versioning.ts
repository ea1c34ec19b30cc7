import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { resource } from '../example-modules';
import { keepsModels, resources, typeOf } from '../resources';

export default defineRule({
  id: 'terraform/require-bucket-versioning',
  catalogue: ['tf-bucket-no-versioning'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A bucket of models keeps no earlier versions.',
  why: 'A model that is overwritten or deleted by mistake is gone: nothing can be rolled back to it, and no decision of it can be explained.',
  remedy: 'Switch versioning on.',
  references: [
    {
      title: 'Google Cloud Storage: object versioning',
      url: 'https://cloud.google.com/storage/docs/object-versioning',
    },
    {
      title: 'Amazon S3: versioning',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',
    },
  ],
  messages: {
    missing: 'The bucket of models keeps no earlier versions.',
    off: 'Versioning of the bucket of models is off.',
  },
  fix: 'review',
  looksAt: resources('google_storage_bucket', 'aws_s3_bucket_versioning'),
  *check(at): Iterable<Report> {
    if (typeOf(at) === 'aws_s3_bucket_versioning') yield* suspended(at);
    else if (keepsModels(at, 'name')) yield* notVersioned(at);
  },
  examples: {
    bad: [
      {
        path: 'main.tf',
        text: 'resource "google_storage_bucket" «"models"» { # x\n  name = "b"\n}\n',
        message: 'missing',
        fixed:
          'resource "google_storage_bucket" "models" { # x\n  name = "b"\n  versioning {\n    enabled = true\n  }\n}\n',
      },
      {
        path: 'main.tf',
        text: resource(
          'google_storage_bucket',
          '  name = "Mlflow"\n  versioning {\n    enabled = «false» # x\n  }\n',
          'b',
        ),
        message: 'off',
        fixed: resource(
          'google_storage_bucket',
          '  name = "Mlflow"\n  versioning {\n    enabled = true # x\n  }\n',
          'b',
        ),
      },
      {
        path: 'main.tf',
        text: resource(
          'aws_s3_bucket_versioning',
          '  versioning_configuration {\n    status = «"Suspended"» # x\n  }\n',
        ),
        message: 'off',
        fixed: resource(
          'aws_s3_bucket_versioning',
          '  versioning_configuration {\n    status = "Enabled" # x\n  }\n',
        ),
      },
      {
        path: 'main.tf',
        text: resource(
          'aws_s3_bucket_versioning',
          '  versioning_configuration {\n    status = «"Disabled"»\n  }\n',
        ),
        message: 'off',
        fixed: resource(
          'aws_s3_bucket_versioning',
          '  versioning_configuration {\n    status = "Enabled"\n  }\n',
        ),
      },
    ],
    good: [
      {
        path: 'main.tf',
        text: resource('google_storage_bucket', '  versioning {\n    enabled = true\n  }\n'),
      },
      {
        path: 'main.tf',
        text: resource('google_storage_bucket', '  dynamic "versioning" {\n    for_each = var.on\n  }\n'),
      },
      { path: 'main.tf', text: resource('google_storage_bucket', '  name = "logs"\n', 'logs') },
      {
        path: 'main.tf',
        text: resource(
          'aws_s3_bucket_versioning',
          '  versioning_configuration {\n    status = "Enabled"\n  }\n',
        ),
      },
      {
        path: 'main.tf',
        text: resource(
          'aws_s3_bucket_versioning',
          '  versioning_configuration {\n    status = "Disabled"\n  }\n',
          'logs',
        ),
      },
    ],
  },
});

function* notVersioned(at: NodeView): Iterable<Report> {
  const versioning = at.boolean('versioning', '0', 'enabled');
  const title = 'Switch versioning on';
  if (versioning.is === 'absent' && !at.has('versioning')) {
    const fix = at.fix('review', title, at.set(['versioning'], [{ enabled: true }]));
    yield { message: 'missing', span: versioning.anchor, fix };
  }
  if (versioning.is !== 'known' || versioning.value) return;
  const fix = at.fix('review', title, at.set(['versioning', '0', 'enabled'], true));
  yield { message: 'off', span: versioning.span, fix };
}

function* suspended(at: NodeView): Iterable<Report> {
  const path = ['versioning_configuration', '0', 'status'];
  const status = at.text(...path);
  if (status.is !== 'known' || status.value === 'Enabled' || !keepsModels(at, 'bucket')) return;
  const fix = at.fix('review', 'Switch versioning on', at.set(path, 'Enabled'));
  yield { message: 'off', span: status.span, fix };
}

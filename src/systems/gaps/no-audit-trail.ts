import { defineGap } from '../../core';
import type { PlacedFact } from '../../core';

const bucket = (name = '"acme-models"'): string =>
  `resource "google_storage_bucket" "models" {\n  name = ${name}\n}\n`;
const marked = bucket('«"acme-models"»');

/** Buckets are declared, and nothing records who reads them. */
export default defineGap({
  id: 'gap/no-audit-trail',
  title: 'No audit trail of the cloud',
  why: 'Without a trail of who read and changed what, a leak cannot be bounded and a decision of the system cannot be traced.',
  catalogue: ['tf-no-audit-trail'],
  *find(facts) {
    if (facts.ofType('cloud-watch').some(({ attributes }) => attributes['role'] === 'audit')) return;
    const [bucket] = facts.ofType('bucket').filter(({ path }) => /\.(?:tf|tofu)$/.test(path));
    if (!bucket) return;
    yield {
      message: `"${bucket.name}" is declared, but no trail records who uses it.`,
      path: bucket.path,
      range: bucket.range,
      action: { template: templateFor(bucket), answers: {} },
    };
  },
  examples: {
    bad: [
      { files: { 'main.tf': marked } },
      { files: { 'main.tf': 'resource "aws_s3_bucket" "models" {\n  bucket = «"acme-models"»\n}\n' } },
      { files: { 'main.tf': marked, 'detect.tf': 'resource "aws_guardduty_detector" "d" {}\n' } },
    ],
    good: [
      { files: { 'main.tf': bucket(), 'trail.tf': 'resource "aws_cloudtrail" "t" {}\n' } },
      {
        files: { 'main.tf': bucket(), 'audit.tf': 'resource "google_project_iam_audit_config" "a" {}\n' },
      },
      { files: { 'main.tf': 'resource "aws_sns_topic" "t" {}\n' } },
    ],
  },
});

/** Each cloud has its own trail. */
function templateFor({ attributes }: PlacedFact): string {
  return attributes['provider'] === 's3' ? 'security-compliance/aws-security' : 'data-pipeline/gcs-landing';
}

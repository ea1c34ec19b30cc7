import { defineGap } from '../../core';

const bucket = (name = '"acme-models"'): string =>
  `resource "aws_s3_bucket" "models" {\n  bucket = ${name}\n}\n`;
const marked = bucket('«"acme-models"»');

/** Buckets of AWS are declared, and no service looks for misuse. */
export default defineGap({
  id: 'gap/no-threat-detection',
  title: 'No threat detection in AWS',
  why: 'Stolen credentials and unusual reads of models and data stay unseen until somebody outside tells of them.',
  catalogue: ['tf-no-guardduty-securityhub'],
  *find(facts) {
    if (facts.ofType('cloud-watch').some(({ attributes }) => attributes['role'] === 'threats')) return;
    const [bucket] = facts.ofType('bucket').filter(({ attributes }) => attributes['provider'] === 's3');
    if (!bucket) return;
    yield {
      message: `"${bucket.name}" is declared, but neither GuardDuty nor Security Hub is.`,
      path: bucket.path,
      range: bucket.range,
      action: { template: 'security-compliance/aws-security', answers: {} },
    };
  },
  examples: {
    bad: [
      { files: { 'main.tf': marked } },
      { files: { 'main.tf': marked, 'trail.tf': 'resource "aws_cloudtrail" "t" {}\n' } },
    ],
    good: [
      { files: { 'main.tf': bucket(), 'detect.tf': 'resource "aws_guardduty_detector" "d" {}\n' } },
      { files: { 'main.tf': bucket(), 'hub.tf': 'resource "aws_securityhub_account" "h" {}\n' } },
      { files: { 'main.tf': 'resource "google_storage_bucket" "b" {\n  name = "b"\n}\n' } },
    ],
  },
});

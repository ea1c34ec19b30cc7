import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pipelineOptions } from '../documentation';
import { dataflow } from '../example-text';

/** Options that their own help calls deprecated, with what took their place. */
const renamed: Readonly<Record<string, string>> = {
  zone: 'worker_zone',
  worker_harness_container_image: 'sdk_container_image',
  workerHarnessContainerImage: 'sdkContainerImage',
  prebuild_sdk_container_base_image: 'sdk_container_image',
};

export default defineRule({
  id: 'beam/no-deprecated-option',
  catalogue: ['dataflow-deprecated-options'],
  equivalents: [],
  severity: 'info',
  certainty: 'certain',
  summary: 'An option is deprecated.',
  why: 'It will be ignored or refused by a later SDK, and the job then runs in another zone or with another image.',
  remedy: 'Use the option that took its place.',
  references: [pipelineOptions],
  messages: { deprecated: 'Option {old} is deprecated; its place has been taken by {current}.' },
  fix: 'review',
  migration: true,
  looksAt: Object.keys(renamed).map((key) => ({ view: 'beam/options', path: [key] })),
  *check(at): Iterable<Report> {
    const current = renamed[at.key];
    if (current === undefined) return;
    const fix = at.fix('review', `Rename it to ${current}`, at.rename([], current));
    yield { message: 'deprecated', data: { old: at.key, current }, span: at.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'options.json',
        text: dataflow(',\n  «"zone"»: "europe-west1-b"'),
        fixed: dataflow(',\n  "worker_zone": "europe-west1-b"'),
      },
      {
        path: 'options.json',
        text: dataflow(',\n  «"worker_harness_container_image"»: "gcr.io/a:1"'),
        fixed: dataflow(',\n  "sdk_container_image": "gcr.io/a:1"'),
      },
      {
        path: 'options.json',
        text: dataflow(',\n  «"workerHarnessContainerImage"»: "gcr.io/a:1"'),
        fixed: dataflow(',\n  "sdkContainerImage": "gcr.io/a:1"'),
      },
      {
        path: 'options.json',
        text: dataflow(',\n  «"prebuild_sdk_container_base_image"»: "gcr.io/a:1"'),
        fixed: dataflow(',\n  "sdk_container_image": "gcr.io/a:1"'),
      },
    ],
    good: [{ path: 'options.json', text: dataflow(',\n  "worker_zone": "europe-west1-b"') }],
  },
});

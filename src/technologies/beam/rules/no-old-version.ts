import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { beamReleases } from '../releases';

export default defineRule({
  id: 'beam/no-old-version',
  catalogue: ['beam-version-old'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'The Beam SDK is more than a year old.',
  why: 'Dataflow supports an SDK for about a year: then jobs warn, and later they are refused.',
  remedy: 'Move to a newer release, one minor version at a time where state is kept.',
  references: [
    {
      title: 'Dataflow: SDK version support status',
      url: 'https://cloud.google.com/dataflow/docs/support/sdk-version-support-status',
    },
  ],
  messages: {
    old: 'Beam {value} is {behind} minor versions behind 2.{newest}, the newest when this was checked ({checked}).',
  },
  fix: { none: 'A newer SDK has to be tried.' },
  looksAt: [{ view: 'beam/requirements', path: ['requirements', '*'] }],
  *check(at): Iterable<Report> {
    const name = at.text('name');
    const version = at.text('version');
    if (name.is !== 'known' || version.is !== 'known' || !/^apache[-_.]beam$/i.test(name.value)) return;
    const minor = /^2\.(\d+)(?:\.\d+)*$/.exec(version.value)?.[1];
    const { newestMinor: newest, supportedMinors, checked } = beamReleases;
    const behind = newest - Number(minor);
    if (minor === undefined || behind <= supportedMinors) return;
    yield { message: 'old', data: { value: version.value, behind, newest, checked }, span: version.span };
  },
  examples: {
    bad: [
      { path: 'requirements.txt', text: 'apache-beam[gcp]==«2.56.0»  # old\n' },
      { path: 'requirements.txt', text: 'numpy==2.1.0\napache_beam==«2.68.0»\n' },
    ],
    good: [
      { path: 'requirements.txt', text: 'apache-beam==2.69.0\nother==2.1.0\n' },
      { path: 'requirements.txt', text: 'apache-beam>=2.10\n' },
      { path: 'requirements.txt', text: 'apache-beam==3.0.0\n' },
    ],
  },
});

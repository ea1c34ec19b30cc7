import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { syntax } from '../sources';
import { jobsOf, needsOf, rawText } from '../workflows';

export default defineRule({
  id: 'github-actions/no-unknown-need',
  catalogue: ['workflow-syntax'],
  equivalents: ['actionlint:job-needs'],
  severity: 'error',
  certainty: 'certain',
  summary: 'A job waits for one that does not exist, or for itself.',
  why: 'GitHub refuses the workflow.',
  remedy: 'Name a job of the workflow, and let no two wait for each other.',
  references: [syntax],
  messages: {
    unknown: 'There is no job "{name}".',
    cycle: 'Job "{name}" waits for this one.',
    twice: 'Job "{name}" is named twice.',
  },
  fix: { none: 'Which job was meant is known only to the author.' },
  looksAt: [{ view: 'github-actions/workflow', path: [] }],
  *check(at): Iterable<Report> {
    const jobs = new Map(jobsOf(at).map((job) => [job.key.toLowerCase(), job]));
    for (const job of jobs.values()) {
      const seen = new Set<string>();
      for (const need of needsOf(job)) {
        const name = need.text();
        if (name.is !== 'known') continue;
        const key = name.value.toLowerCase();
        const data = { name: name.value };
        if (!jobs.has(key)) yield { message: 'unknown', data, span: name.span };
        else if (reaches(jobs, key, job.key.toLowerCase())) yield { message: 'cycle', data, span: name.span };
        else if (seen.has(key)) yield { message: 'twice', data, span: name.span };
        seen.add(key);
      }
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a: { needs: [«c», b] }\n  b: {}\n',
        message: 'unknown',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    needs: «c» # build\n',
        message: 'unknown',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a: { needs: «a» }\n',
        message: 'cycle',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a: { needs: [b, «B»] }\n  b: {}\n',
        message: 'twice',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a: { needs: [b, c] }\n  b: { needs: C }\n  c: {}\n',
      },
      { path: '.github/workflows/build.yaml', text: 'on: push\njobs:\n  a: { needs: "${{ vars.A }}" }\n' },
    ],
  },
});

function reaches(jobs: ReadonlyMap<string, NodeView>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name === to) return true;
    const job = jobs.get(name);
    if (seen.has(name) || !job) continue;
    seen.add(name);
    for (const need of needsOf(job)) open.push(rawText(need).toLowerCase());
  }
  return false;
}

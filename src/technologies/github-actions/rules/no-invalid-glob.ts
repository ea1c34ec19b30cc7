import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { triggersOf } from '../workflows';

export default defineRule({
  id: 'github-actions/no-invalid-glob',
  catalogue: ['workflow-syntax'],
  equivalents: ['actionlint:glob'],
  severity: 'error',
  certainty: 'certain',
  summary: 'A filter of branches, tags or paths cannot be read.',
  why: 'GitHub refuses the pattern, or it never matches.',
  remedy: 'Correct the pattern; a path starts without `./`.',
  references: [
    {
      title: 'GitHub: filter pattern cheat sheet',
      url: 'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet',
    },
  ],
  messages: { invalid: 'Pattern "{pattern}" is not valid: {problem}.' },
  fix: { none: 'What the pattern was to match is known only to the author.' },
  looksAt: [{ view: 'github-actions/workflow', path: [] }],
  *check(at): Iterable<Report> {
    for (const { filters } of triggersOf(at)) {
      for (const filter of filters?.entries() ?? []) {
        if (!/^(?:branches|tags|paths)(?:-ignore)?$/.test(filter.key)) continue;
        for (const item of filter.node?.type === 'list' ? filter.items() : [filter]) {
          const pattern = item.text();
          const problem =
            pattern.is === 'known' ? faultOfGlob(pattern.value, filter.key.startsWith('paths')) : undefined;
          if (pattern.is === 'known' && problem !== undefined)
            yield { message: 'invalid', data: { pattern: pattern.value, problem }, span: pattern.span };
        }
      }
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on:\n  push: { branches: [«"^foo-"», main] }\njobs: {}\n',
      },
      { path: '.github/workflows/build.yaml', text: 'on:\n  push: { tags: [«"v*.[9-1].0"»] }\njobs: {}\n' },
      { path: '.github/workflows/build.yaml', text: 'on:\n  push: { paths: [«./a»] }\njobs: {}\n' },
      { path: '.github/workflows/build.yaml', text: 'on:\n  push: { branches: [«"a[b"»] }\njobs: {}\n' },
      { path: '.github/workflows/build.yaml', text: 'on:\n  push: { branches: «"+a"» }\njobs: {}\n' },
      { path: '.github/workflows/build.yaml', text: 'on:\n  push: { branches: [«"a b"»] }\njobs: {}\n' },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on:\n  push: { branches: [main, "release/**", "v[0-9]+", "!a?"], paths: ["**.py", "a b/*"] }\njobs: {}\n',
      },
    ],
  },
});

function faultOfGlob(pattern: string, isPath: boolean): string | undefined {
  const bare = pattern.replace(/^!/, '');
  if (bare === '') return 'it is empty';
  if (isPath && /^\.?\/|^\.\.?\//.test(bare)) return 'a path does not start with ./ or /';
  if (!isPath && /[\s~^:]/.test(bare.replace(/\[[^\]]*\]/g, ''))) return 'a name has no such character';
  if (/^[?+]|[?+]{2}/.test(bare)) return 'nothing stands before ? or +';
  if (/\[[^\]]*$/.test(bare)) return 'a bracket is not closed';
  for (const [, first = '', last = ''] of bare.matchAll(/\[[^\]]*?(\w)-(\w)[^\]]*\]/g)) {
    if (first > last) return 'a range runs backwards';
  }
  return undefined;
}

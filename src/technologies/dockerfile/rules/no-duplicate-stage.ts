import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { rawText, stagesOf } from '../instructions';
import { buildCheck, hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/no-duplicate-stage',
  catalogue: ['duplicate-stage-name'],
  equivalents: [
    'hadolint:DL3024',
    'checkov:CKV_DOCKER_11',
    'trivy:DS-0012',
    'kics:same_alias_in_different_froms',
    'buildkit:DuplicateStageName',
    'dockerfile-utils:DuplicateBuildStageName',
  ],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Two stages have the same name.',
  why: '`COPY --from` and `--target` take the later one; older builders refuse the file.',
  remedy: 'Give each stage a name of its own.',
  references: [buildCheck('duplicate-stage-name', 'DuplicateStageName'), hadolint('DL3024')],
  messages: { duplicate: 'Another stage before is named "{name}" too.' },
  fix: { none: 'Which of the two a reference means is known only to the author.' },
  looksAt: [{ view: 'dockerfile/file', path: [] }],
  *check(at): Iterable<Report> {
    const seen = new Set<string>();
    for (const stage of stagesOf(at)) {
      const name = stage.at('name');
      const key = rawText(name).toLowerCase();
      if (name && seen.has(key))
        yield { message: 'duplicate', data: { name: rawText(name) }, span: name.span };
      if (key !== '') seen.add(key);
    }
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM debian:12 AS build\nFROM debian:12 AS «Build»\nFROM debian:12\n' },
    ],
    good: [
      {
        path: 'Dockerfile',
        text: 'FROM debian:12 AS build\nFROM debian:12 AS test\nFROM debian:12\nFROM debian:12\n',
      },
    ],
  },
});

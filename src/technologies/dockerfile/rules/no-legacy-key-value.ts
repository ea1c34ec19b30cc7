import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { keywordOf, pairsOf } from '../instructions';
import { buildCheck } from '../sources';

export default defineRule({
  id: 'dockerfile/no-legacy-key-value',
  catalogue: ['legacy-key-value'],
  equivalents: ['sonar:S6574', 'buildkit:LegacyKeyValueFormat'],
  severity: 'info',
  certainty: 'certain',
  summary: 'A variable is set in the old form, without an equals sign.',
  why: '`ENV A b C=d` sets one variable to `b C=d`, which few expect; the form may be dropped.',
  remedy: 'Write `ENV A=b`.',
  references: [buildCheck('legacy-key-value-format', 'LegacyKeyValueFormat')],
  messages: { legacy: '{keyword} {name} has no equals sign.' },
  fix: 'safe',
  migration: true,
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    const keyword = keywordOf(at);
    const [pair, ...rest] = pairsOf(at);
    if (!['ENV', 'LABEL'].includes(keyword) || !pair?.value || rest.length > 0) return;
    const { name, value } = pair;
    const between = at.document.text.slice(name.span.end, value.span.start);
    if (!/^[ \t]+$/.test(between)) return;
    const written = at.document.text.slice(value.span.start, value.span.end);
    const isPlain = /^[^\s"'\\]+$/.test(written);
    const isQuotable = /^[^"'\\\n]+$/.test(written);
    const text = isPlain ? `=${written}` : isQuotable ? `="${written}"` : undefined;
    const edits =
      text === undefined ? undefined : [{ span: { start: name.span.end, end: value.span.end }, text }];
    yield {
      message: 'legacy',
      data: { keyword, name: name.text },
      span: name.span,
      fix: at.fix('safe', 'Use an equals sign', edits),
    };
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nENV «MODEL» scorer\n',
        fixed: 'FROM debian:12\nENV MODEL=scorer\n',
      },
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nLABEL «title» my scorer\n',
        fixed: 'FROM debian:12\nLABEL title="my scorer"\n',
      },
      { path: 'Dockerfile', text: 'FROM debian:12\nENV «MODEL» a "b"\n' },
    ],
    good: [
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nENV MODEL=scorer A=b\nLABEL title="my scorer"\nARG MODEL\n',
      },
    ],
  },
});

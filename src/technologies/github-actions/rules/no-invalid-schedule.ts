import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { events } from '../sources';

export default defineRule({
  id: 'github-actions/no-invalid-schedule',
  catalogue: ['workflow-syntax'],
  equivalents: ['actionlint:events'],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A workflow is to be started at a time that cannot be.',
  why: 'GitHub refuses a cron line that it cannot read, and starts nothing more often than every five minutes.',
  remedy: 'Write five fields, such as `0 3 * * 1`.',
  references: [events],
  messages: {
    invalid: '"{cron}" is no cron line of five fields.',
    often: '"{cron}" asks for more than one start in five minutes.',
  },
  fix: { none: 'Which time was meant is known only to the author.' },
  looksAt: [{ view: 'github-actions/workflow', path: ['on', 'schedule', '*', 'cron'] }],
  *check(at): Iterable<Report> {
    const cron = at.text();
    if (cron.is !== 'known') return;
    const fields = cron.value.trim().split(/\s+/);
    const isValid = fields.length === 5 && fields.every((field, index) => isField(field, index));
    if (!isValid) yield { message: 'invalid', data: { cron: cron.value }, span: cron.span };
    else if (/^(?:\*|\*\/[1-4])$/.test(fields[0] ?? ''))
      yield { message: 'often', data: { cron: cron.value }, span: cron.span };
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: "on:\n  schedule:\n    - cron: «'0 */3 * *'» # nightly\njobs: {}\n",
        message: 'invalid',
      },
      {
        path: '.github/workflows/build.yaml',
        text: "on:\n  schedule: [{ cron: «'60 3 * * *'» }]\njobs: {}\n",
        message: 'invalid',
      },
      {
        path: '.github/workflows/build.yaml',
        text: "on:\n  schedule: [{ cron: «'0 3 * * MOO'» }]\njobs: {}\n",
        message: 'invalid',
      },
      {
        path: '.github/workflows/build.yaml',
        text: "on:\n  schedule: [{ cron: «'* 3 * * *'» }]\njobs: {}\n",
        message: 'often',
      },
      {
        path: '.github/workflows/build.yaml',
        text: "on:\n  schedule: [{ cron: «'*/4 * * * *'» }]\njobs: {}\n",
        message: 'often',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: "on:\n  schedule:\n    - cron: '*/5 0-6,12 1-31/2 JAN-DEC MON,7'\n    - cron: '59 23 31 12 0'\njobs: {}\n",
      },
    ],
  },
});

const bounds = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const;
const names = /^(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|SUN|MON|TUE|WED|THU|FRI|SAT)$/i;

function isField(field: string, index: number): boolean {
  const [least, most] = bounds[index] ?? [0, 0];
  const isValue = (text: string): boolean =>
    (index >= 3 && names.test(text)) || (/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most);
  return field.split(',').every((part) => {
    const [range = '', step] = part.split('/');
    if (step !== undefined && !/^[1-9]\d*$/.test(step)) return false;
    return range === '*' || range.split('-').every(isValue);
  });
}

import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { taskFailure } from '../documentation';
import { deployment, file } from '../example-text';
import { restartStrategy, settingText } from '../settings';

const fewest = 4;
const key = 'restart-strategy.fixed-delay.attempts';

export default defineRule({
  id: 'flink/limit-restart-attempts',
  catalogue: ['flink-restart-finite-attempts'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'A streaming job gives up after a few restarts.',
  why: 'A broker that is away for a minute uses the attempts up; the job ends and stays down until somebody starts it.',
  remedy: 'Use `exponential-delay`, or give `fixed-delay` many attempts.',
  references: [taskFailure],
  messages: {
    few: 'After {value} failures the job stays down.',
  },
  fix: 'review',
  looksAt: [{ view: 'flink/config', path: [] }],
  *check(at): Iterable<Report> {
    const attempts = at.number(key);
    if (attempts.is !== 'known' || attempts.value >= fewest) return;
    const strategy = settingText(at, restartStrategy);
    if (strategy !== 'fixed-delay' && strategy !== 'fixeddelay') return;
    const fix = at.fix('review', 'Allow 1000 attempts', at.set([key], 1000));
    yield { message: 'few', data: { value: attempts.value }, span: attempts.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'config.yaml',
        text: `${file}restart-strategy.type: fixed-delay\nrestart-strategy.fixed-delay.attempts: «3» # enough?\n`,
        fixed: `${file}restart-strategy.type: fixed-delay\nrestart-strategy.fixed-delay.attempts: 1000 # enough?\n`,
      },
      {
        path: 'features.yaml',
        text: deployment('restart-strategy: fixeddelay\nrestart-strategy.fixed-delay.attempts: «"1"»\n'),
        fixed: deployment('restart-strategy: fixeddelay\nrestart-strategy.fixed-delay.attempts: "1000"\n'),
      },
    ],
    good: [
      {
        path: 'config.yaml',
        text: `${file}restart-strategy.type: fixed-delay\nrestart-strategy.fixed-delay.attempts: 4\n`,
      },
      {
        path: 'config.yaml',
        text: `${file}restart-strategy.type: exponential-delay\nrestart-strategy.fixed-delay.attempts: 3\n`,
      },
      {
        path: 'config.yaml',
        text: `${file}restart-strategy.type: fixed-delay\nrestart-strategy.fixed-delay.attempts: \${ATTEMPTS}\n`,
      },
    ],
  },
});

import { defineRule, knownOr } from '../../../core';
import type { Report } from '../../../core';
import { configuration, persistence } from '../documentation';

const limitSeconds = 60;

export default defineRule({
  id: 'risingwave/limit-checkpoint-interval',
  catalogue: ['rw-checkpoint-frequency'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'RisingWave makes a checkpoint less than once a minute.',
  why: 'After a failure all that came since the last checkpoint is computed again, and sinks that wait for checkpoints fall behind by as much.',
  remedy: 'Keep `checkpoint_frequency` × `barrier_interval_ms` below a minute; the default is one second.',
  references: [persistence, configuration],
  messages: { long: 'There is a checkpoint only every {seconds} seconds.' },
  fix: { none: 'Either of two settings can be lowered.' },
  looksAt: [{ view: 'risingwave/toml', path: ['system'] }],
  *check(at): Iterable<Report> {
    const frequency = at.number('checkpoint_frequency');
    const interval = at.number('barrier_interval_ms');
    const seconds = ((knownOr(frequency, 1) ?? 0) * (knownOr(interval, 1000) ?? 0)) / 1000;
    if (seconds <= limitSeconds) return;
    const place = frequency.is === 'known' ? frequency : interval;
    if (place.is === 'known') yield { message: 'long', data: { seconds }, span: place.span };
  },
  examples: {
    bad: [
      {
        path: 'risingwave.toml',
        text: '[system]\nbarrier_interval_ms = 1000\ncheckpoint_frequency = «61» # rare\n',
      },
      { path: 'risingwave.toml', text: '[system]\nbarrier_interval_ms = «60001»\n' },
      { path: 'risingwave.toml', text: '[system]\ncheckpoint_frequency = «61»\n' },
    ],
    good: [
      { path: 'risingwave.toml', text: '[system]\nbarrier_interval_ms = 1000\ncheckpoint_frequency = 60\n' },
      { path: 'risingwave.toml', text: '[system]\nbarrier_interval_ms = 60000\n' },
      {
        path: 'risingwave.toml',
        text: '[system]\nbarrier_interval_ms = "${MS}"\ncheckpoint_frequency = 100\n',
      },
    ],
  },
});

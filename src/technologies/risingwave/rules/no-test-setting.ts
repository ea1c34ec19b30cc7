import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { configuration } from '../documentation';

const harms: Readonly<Record<string, string | undefined>> = {
  disable_recovery: 'the cluster does not recover after a failure',
  enable_compaction_deterministic: 'nothing schedules compaction',
  unsafe_disable_strict_consistency: 'inconsistent changes are passed on',
};

export default defineRule({
  id: 'risingwave/no-test-setting',
  catalogue: ['rw-unsafe-toml'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The configuration has a setting that is for tests of RisingWave itself.',
  why: 'These settings switch off recovery, compaction or checks of consistency, or end an idle process: features become wrong or the cluster stays down.',
  remedy: 'Delete the line.',
  references: [configuration],
  messages: {
    test: 'With {key}, {harm}.',
    idle: 'The process ends itself after {seconds} seconds without work.',
  },
  fix: 'review',
  looksAt: [
    { view: 'risingwave/toml', path: ['meta', 'disable_recovery'] },
    { view: 'risingwave/toml', path: ['meta', 'enable_compaction_deterministic'] },
    { view: 'risingwave/toml', path: ['streaming', 'unsafe_disable_strict_consistency'] },
    { view: 'risingwave/toml', path: ['meta', 'dangerous_max_idle_secs'] },
  ],
  *check(at): Iterable<Report> {
    const { key } = at;
    const fix = at.fix('review', `Delete ${key}`, at.remove());
    const harm = harms[key];
    const seconds = at.number();
    const isOn = at.boolean();
    if (harm === undefined) {
      if (seconds.is === 'known')
        yield { message: 'idle', data: { seconds: seconds.value }, span: seconds.span, fix };
    } else if (isOn.is === 'known' && isOn.value) {
      yield { message: 'test', data: { key, harm }, span: isOn.span, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'risingwave.toml',
        message: 'test',
        text: '[meta]\ndisable_recovery = «true» # quick\nbackend = "Sql"\n',
        fixed: '[meta]\nbackend = "Sql"\n',
      },
      {
        path: 'risingwave.toml',
        message: 'test',
        text: '[meta]\nenable_compaction_deterministic = «true»\nbackend = "Sql"\n',
        fixed: '[meta]\nbackend = "Sql"\n',
      },
      {
        path: 'conf/rw.toml',
        message: 'test',
        text: '[streaming]\nin_flight_barrier_nums = 100\nunsafe_disable_strict_consistency = «true»\n',
        fixed: '[streaming]\nin_flight_barrier_nums = 100\n',
      },
      {
        path: 'risingwave.toml',
        message: 'idle',
        text: '[meta]\ndangerous_max_idle_secs = «1800»\nbackend = "Sql"\n',
        fixed: '[meta]\nbackend = "Sql"\n',
      },
    ],
    good: [
      { path: 'risingwave.toml', text: '[meta]\ndisable_recovery = false\nbackend = "Sql"\n' },
      { path: 'risingwave.toml', text: '[meta]\ndangerous_max_idle_secs = ""\n' },
      { path: 'app.toml', text: '[meta]\nname = "x"\n[package]\ndisable_recovery = true\n' },
    ],
  },
});

import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { durationInMs } from '../../../formats/promql/promql';
import { alert, ruleFile, ruleResource } from '../example-text';

const withFor = (value: string): string => alert('Drift', 'psi > 0.2', `for: ${value}\n`);

export default defineRule({
  id: 'prometheus/no-invalid-duration',
  catalogue: ['prom-duration-invalid'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A duration is not one that Prometheus reads.',
  why: 'Prometheus refuses the whole file: it keeps the rules of before, or starts without any. A number needs its unit, there are no decimals and no spaces.',
  remedy: 'Write whole numbers with units from the greatest to the least: `90s`, `10m`, `1h30m`, `1d`.',
  references: [
    {
      title: 'Prometheus: durations in the configuration',
      url: 'https://prometheus.io/docs/prometheus/latest/configuration/configuration/',
    },
  ],
  messages: { invalid: 'Prometheus refuses the duration "{value}" of {key}.' },
  fix: 'review',
  looksAt: [
    { view: 'prometheus/rule', path: ['for'] },
    { view: 'prometheus/rule', path: ['keep_firing_for'] },
    { view: 'prometheus/group', path: ['interval'] },
    { view: 'prometheus/group', path: ['query_offset'] },
  ],
  *check(at): Iterable<Report> {
    const value = at.text();
    if (value.is !== 'known' || durationInMs(value.value) !== undefined) return;
    const meant = durationMeant(value.value);
    const fix = meant === undefined ? undefined : at.fix('review', `Write ${meant}`, at.set([], meant));
    yield { message: 'invalid', data: { value: value.value, key: at.key }, span: value.span, fix };
  },
  examples: {
    bad: [
      { path: 'model.rules.yml', text: ruleFile(withFor('«""»')) },
      { path: 'model.rules.yml', text: ruleFile(withFor('«0.5m»')), fixed: ruleFile(withFor('30s')) },
      { path: 'model.rules.yml', text: ruleFile(withFor('«2.25m»')), fixed: ruleFile(withFor('2m15s')) },
      { path: 'model.rules.yml', text: ruleFile(withFor('«ten m»')) },
      { path: 'model.rules.yml', text: ruleFile(withFor('«10» # minutes')) },
      { path: 'rules.yaml', text: ruleResource(withFor('«"10 m"»')), fixed: ruleResource(withFor('"10m"')) },
      { path: 'model.rules.yml', text: ruleFile(withFor('«1.5h»')), fixed: ruleFile(withFor('1h30m')) },
      { path: 'model.rules.yml', text: ruleFile(withFor('«30M»')) },
      {
        path: 'model.rules.yml',
        text: ruleFile(alert('Drift', 'psi > 0.2', 'for: 5m\nkeep_firing_for: «5min»\n')),
      },
      {
        path: 'model.rules.yml',
        text: ruleFile(withFor('5m')).replace('    rules:', '    interval: «30 s»\n    rules:'),
        fixed: ruleFile(withFor('5m')).replace('    rules:', '    interval: 30s\n    rules:'),
      },
      {
        path: 'model.rules.yml',
        text: ruleFile(withFor('5m')).replace('    rules:', '    query_offset: «1»\n    rules:'),
      },
    ],
    good: [
      { path: 'model.rules.yml', text: ruleFile(withFor('10m')) },
      { path: 'model.rules.yml', text: ruleFile(withFor('1d12h30m5s10ms')) },
      { path: 'model.rules.yml', text: ruleFile(withFor('1y2w')) },
      { path: 'model.rules.yml', text: ruleFile(withFor('0')) },
      { path: 'model.rules.yml', text: ruleFile(withFor('${FOR}')) },
    ],
  },
});

/** `10 m` without its space, `1.5h` in whole units; a bare number could be seconds or minutes. */
function durationMeant(text: string): string | undefined {
  const joined = text.replace(/\s+/g, '');
  if (joined !== text && durationInMs(joined) !== undefined) return joined;
  const [, whole, half, unit] = /^(\d+)\.(5|25|75)([hm])$/.exec(joined) ?? [];
  if (whole === undefined || half === undefined) return undefined;
  const rest = (60 * Number(`0.${half}`)).toString();
  const less = unit === 'h' ? 'm' : 's';
  return whole === '0' ? `${rest}${less}` : `${whole}${unit}${rest}${less}`;
}

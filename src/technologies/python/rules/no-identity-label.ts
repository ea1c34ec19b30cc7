import { defineRule } from '../../../core';
import type { Report } from '../../../core';

const counter = (labels: string): string =>
  `from prometheus_client import Counter\nc = Counter("fraud_score_total", "Scores", ${labels}, namespace="x")\n`;

export default defineRule({
  id: 'python/no-identity-label',
  catalogue: ['prom-high-cardinality-label'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A metric has a label that names one person or one request.',
  why: 'Each value becomes a time series of its own, until Prometheus runs out of memory; and personal data stand in a store that nobody thinks of when data are to be deleted (GDPR, Article 5(1)(c)).',
  remedy: 'Use labels with few values, such as `decision`; put identities into logs or traces.',
  references: [
    { title: 'Prometheus: naming and labels', url: 'https://prometheus.io/docs/practices/naming/#labels' },
  ],
  messages: { identity: 'The label {label} takes another value for each person or request.' },
  fix: { none: 'Calls of the metric give the label too.' },
  looksAt: [{ view: 'python/prometheus-metric', path: ['labelnames', '*'] }],
  *check(at): Iterable<Report> {
    const label = at.text();
    if (label.is === 'known' && identities.test(label.value))
      yield { message: 'identity', data: { label: label.value }, span: label.span };
  },
  examples: {
    bad: [
      { path: 'a.py', text: counter('["decision", «"transaction_id"»]') },
      { path: 'a.py', text: counter("labelnames=(«'user_email'»,)") },
      { path: 'a.py', text: counter('[«"card_number"»]').replaceAll('Counter', 'Histogram') },
    ],
    good: [
      { path: 'a.py', text: counter('["decision", "model_id", "user_type", "SessionName"]') },
      { path: 'a.py', text: counter('labels') },
      { path: 'a.py', text: counter('["user_id"]').replace('prometheus_client', 'collections') },
    ],
  },
});

/** Ids of persons and of single events; a name or type of a session has few values. */
const identities =
  /^(?:(?:user|customer|client|account|person|patient|transaction|request|session|trace|order|payment|device)_?(?:id|uuid|email)|(?:user|customer|person|patient)_?name|e_?mail|card(?:_?number)?|iban|ip(?:_?address)?|phone(?:_?number)?|uuid)$/i;

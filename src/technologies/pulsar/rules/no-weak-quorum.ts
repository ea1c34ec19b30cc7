import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { brokerSettings } from '../documentation';
import { broker } from '../example-text';

const ensemble = 'managedLedgerDefaultEnsembleSize';
const write = 'managedLedgerDefaultWriteQuorum';
const ack = 'managedLedgerDefaultAckQuorum';
const quorums = (e: string, w: string, a: string): string =>
  broker(`${ensemble}=${e}\n${write}=${w}\n${ack}=${a}\n`);

export default defineRule({
  id: 'pulsar/no-weak-quorum',
  catalogue: ['pulsar-ack-quorum-low'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'replication',
  summary: 'A message counts as stored when one bookie has it, or the quorums do not fit each other.',
  why: 'With one copy the loss of one disk loses acknowledged messages; more copies than bookies in the ensemble cannot be written at all.',
  remedy: 'Use three bookies, three copies, two acknowledgements.',
  references: [brokerSettings],
  messages: {
    one: 'With {key}=1 one lost disk loses acknowledged messages.',
    order: '{key}={value} is more than {other}={bound}.',
  },
  fix: 'review',
  looksAt: [{ view: 'pulsar/broker-config', path: [] }],
  *check(at): Iterable<Report> {
    yield* excess(at, write, ensemble);
    yield* excess(at, ack, write);
    for (const { key, wanted } of [
      { key: write, wanted: 3 },
      { key: ack, wanted: 2 },
    ]) {
      const value = at.number(key);
      if (value.is !== 'known' || value.value !== 1) continue;
      const above = at.number(key === ack ? write : ensemble);
      const fits = above.is === 'known' && above.value >= wanted;
      const fix = fits ? at.fix('review', `Set ${key} to ${wanted}`, at.set([key], wanted)) : undefined;
      yield { message: 'one', data: { key }, span: value.span, fix };
      return;
    }
  },
  examples: {
    bad: [
      { path: 'broker.conf', text: quorums('3', '3', '«1»'), message: 'one', fixed: quorums('3', '3', '2') },
      { path: 'broker.conf', text: quorums('1', '«1»', '1'), message: 'one' },
      {
        path: 'broker.conf',
        text: broker(`${ensemble}=3\n${write}=«1»\n`),
        message: 'one',
        fixed: broker(`${ensemble}=3\n${write}=3\n`),
      },
      { path: 'broker.conf', text: quorums('2', '«3»', '2'), message: 'order' },
      { path: 'broker.conf', text: quorums('3', '2', '«3»'), message: 'order' },
      { path: 'broker.conf', text: broker(`${ack}=«1»\n`), message: 'one' },
    ],
    good: [
      { path: 'broker.conf', text: quorums('3', '3', '2') },
      { path: 'broker.conf', text: quorums('2', '2', '2') },
      { path: 'broker.conf', text: quorums('${E}', '3', '2') },
      { path: 'broker.conf', text: quorums('3', '3', '${A}') },
    ],
  },
});

function* excess(at: NodeView, key: string, other: string): Iterable<Report> {
  const value = at.number(key);
  const bound = at.number(other);
  if (value.is !== 'known' || bound.is !== 'known' || value.value <= bound.value) return;
  yield { message: 'order', data: { key, value: value.value, other, bound: bound.value }, span: value.span };
}

import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { brokerProperties } from '../documentation';
import { node } from '../example-text';

const listeners = (address: string, advertised: string): string =>
  node(
    `kafka_api:\n  - { name: outside, address: ${address}, port: 9092 }\nadvertised_kafka_api:\n  - { name: outside, address: ${advertised}, port: 9092 }\n`,
  );

export default defineRule({
  id: 'redpanda/no-loopback-address',
  catalogue: ['redpanda-advertised-loopback'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  environment: 'transport',
  summary: 'The broker listens to everyone and tells everyone to reach it on their own machine.',
  why: 'A client connects, is sent to 127.0.0.1, and finds nothing there: it works on the broker and nowhere else.',
  remedy: 'Advertise the address under which clients reach the broker.',
  references: [brokerProperties],
  messages: { loopback: 'Clients elsewhere are told to reach the broker at {value}, which is themselves.' },
  fix: { none: 'The address for clients is not in the file.' },
  looksAt: [{ view: 'redpanda/node-config', path: [] }],
  *check(at): Iterable<Report> {
    const open = (at.at('kafka_api')?.items() ?? []).filter(
      (each) => known(each.text('address')) === '0.0.0.0',
    );
    const names = open.map((each) => known(each.text('name')) ?? '');
    for (const each of at.at('advertised_kafka_api')?.items() ?? []) {
      const address = each.text('address');
      if (address.is !== 'known' || !/^(?:127\.0\.0\.1|localhost)$/.test(address.value)) continue;
      if (!names.includes(known(each.text('name')) ?? '')) continue;
      yield { message: 'loopback', data: { value: address.value }, span: address.span };
    }
  },
  examples: {
    bad: [
      { path: 'redpanda.yaml', text: listeners('0.0.0.0', '«127.0.0.1»') },
      { path: 'redpanda.yaml', text: listeners('0.0.0.0', '«localhost»').replaceAll('name: outside, ', '') },
    ],
    good: [
      { path: 'redpanda.yaml', text: listeners('0.0.0.0', 'broker-0.example.com') },
      { path: 'redpanda.yaml', text: listeners('127.0.0.1', '127.0.0.1') },
      { path: 'redpanda.yaml', text: listeners('0.0.0.0', '"${ADDRESS}"') },
      {
        path: 'redpanda.yaml',
        text: listeners('0.0.0.0', '127.0.0.1').replace('name: outside', 'name: inside'),
      },
    ],
  },
});

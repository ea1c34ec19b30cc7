import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { kraftOperations } from '../documentation';

export default defineRule({
  id: 'kafka/no-even-quorum',
  catalogue: ['kafka-even-quorum'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'replication',
  summary: 'The number of controllers is even.',
  why: 'A majority of four is three, as of five: the fourth controller may fail as little as with three, and adds one more that can. Of two, neither may fail.',
  remedy: 'Run three controllers.',
  references: [kraftOperations],
  messages: { even: '{voters} controllers bear no more failures than {fewer} would.' },
  fix: { none: 'Which controller to add or drop is not in the file.' },
  looksAt: [
    { view: 'kafka/broker-config', path: ['controller.quorum.voters'] },
    { view: 'kafka/broker-config', path: ['controller.quorum.bootstrap.servers'] },
  ],
  *check(at): Iterable<Report> {
    const value = at.text();
    if (value.is !== 'known') return;
    const voters = value.value.split(',').length;
    if (voters % 2 === 1) return;
    yield { message: 'even', data: { voters, fewer: voters - 1 }, span: value.span };
  },
  examples: {
    bad: [
      {
        path: 'controller.properties',
        text: 'process.roles=controller\ncontroller.quorum.voters=«1@a:9093,2@b:9093»\nnode.id=1\n',
      },
      {
        path: 'controller.properties',
        text: 'process.roles=controller\ncontroller.quorum.bootstrap.servers=«a:9093,b:9093,c:9093,d:9093»\n',
      },
    ],
    good: [
      {
        path: 'controller.properties',
        text: 'process.roles=controller\nnode.id=1\ncontroller.quorum.voters=1@a:9093,2@b:9093,3@c:9093\n',
      },
      {
        path: 'controller.properties',
        text: 'process.roles=controller\ncontroller.quorum.bootstrap.servers=a:9093\n',
      },
      {
        path: 'controller.properties',
        text: 'process.roles=controller\ncontroller.quorum.voters=1@a:9093,${OTHER}\n',
      },
    ],
  },
});

import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { customResources, validator } from '../documentation';
import { deployment } from '../example-text';

const allowed = ['log4j-console.properties', 'logback-console.xml'];

export default defineRule({
  id: 'flink/no-unknown-log-file',
  catalogue: ['flink-log-config-key'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The logging configuration has a file that the operator does not take.',
  why: 'The operator refuses the resource: Flink in a container reads these two files only.',
  remedy: 'Name it `log4j-console.properties` or `logback-console.xml`.',
  references: [validator, customResources],
  messages: { unknown: 'The operator takes log4j-console.properties and logback-console.xml, not "{key}".' },
  fix: 'review',
  looksAt: [{ view: 'flink/deployment-spec', path: ['logConfiguration'] }],
  *check(at): Iterable<Report> {
    for (const entry of at.entries()) {
      if (allowed.includes(entry.key)) continue;
      const wanted = /log4j/.test(entry.key)
        ? allowed[0]
        : /logback/.test(entry.key)
          ? allowed[1]
          : undefined;
      const fix =
        wanted === undefined || at.has(wanted)
          ? undefined
          : entry.fix('review', `Rename it to ${wanted}`, entry.rename([], wanted));
      yield { message: 'unknown', data: { key: entry.key }, span: entry.anchor, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'features.yaml',
        text: deployment('', 'logConfiguration:\n  «log4j.properties»: rootLogger.level = INFO # all\n'),
        fixed: deployment(
          '',
          'logConfiguration:\n  log4j-console.properties: rootLogger.level = INFO # all\n',
        ),
      },
      {
        path: 'features.yaml',
        text: deployment('', 'logConfiguration:\n  «logback.xml»: <configuration/>\n'),
        fixed: deployment('', 'logConfiguration:\n  logback-console.xml: <configuration/>\n'),
      },
      { path: 'features.yaml', text: deployment('', 'logConfiguration:\n  «logging»: a\n') },
      {
        path: 'features.yaml',
        text: deployment('', 'logConfiguration:\n  log4j-console.properties: a\n  «log4j2.properties»: b\n'),
      },
    ],
    good: [
      {
        path: 'features.yaml',
        text: deployment('', 'logConfiguration:\n  log4j-console.properties: a\n  logback-console.xml: b\n'),
      },
    ],
  },
});

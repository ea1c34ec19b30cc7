import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { kafkaSource } from '../documentation';
import { ingestion } from '../example-text';

const verification = 'properties.enable.ssl.certificate.verification';
const hostName = 'properties.ssl.endpoint.identification.algorithm';

export default defineRule({
  id: 'risingwave/no-disabled-tls-check',
  catalogue: ['rw-ssl-verify-off'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'transport',
  summary: 'A connector takes any certificate.',
  why: 'Whoever stands between RisingWave and the broker reads the password and can feed false labels into training.',
  remedy: 'Delete the option, and name the certificate authority in `properties.ssl.ca.location`.',
  references: [
    kafkaSource,
    {
      title: 'librdkafka: configuration properties',
      url: 'https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md',
    },
  ],
  messages: {
    certificate: 'The certificate of the broker is not checked.',
    host: 'The name in the certificate of the broker is not checked.',
  },
  fix: 'review',
  looksAt: [
    { view: 'risingwave/statement', path: ['options', verification] },
    { view: 'risingwave/statement', path: ['options', hostName] },
  ],
  *check(at): Iterable<Report> {
    const value = at.text();
    if (value.is !== 'known') return;
    const wanted = at.key === verification ? 'false' : 'none';
    if (value.value.toLowerCase() !== wanted) return;
    const message = at.key === verification ? 'certificate' : 'host';
    yield { message, span: value.span, fix: at.fix('review', 'Check the certificate', at.remove()) };
  },
  examples: {
    bad: [
      {
        path: 's.sql',
        message: 'certificate',
        text: ingestion('events', `, ${verification} = «'false'», scan.startup.mode = 'earliest'`),
        fixed: ingestion('events', ", scan.startup.mode = 'earliest'"),
      },
      {
        path: 's.sql',
        message: 'host',
        text: ingestion('events', `, ${hostName} = «'None'»`, ''),
        fixed: ingestion('events', '', ''),
      },
    ],
    good: [
      { path: 's.sql', text: ingestion('events', `, ${verification} = 'true', ${hostName} = 'https'`) },
      { path: 's.sql', text: ingestion('events', `, ${verification} = '\${VERIFY}'`) },
      { path: 's.sql', text: ingestion('events', `, ${verification} = 'none', ${hostName} = 'false'`) },
    ],
  },
});

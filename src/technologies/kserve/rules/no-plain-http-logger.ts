import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { model, service } from '../example-text';

const logging = (url: string): string => service(`logger:\n  mode: all\n  url: ${url}\n${model()}`);

export default defineRule({
  id: 'kserve/no-plain-http-logger',
  catalogue: ['kserve-logger-plain-http-external'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'transport',
  summary: 'Requests and predictions leave the cluster over plain HTTP.',
  why: 'The logger sends whole payloads. What they say of people can be read by all networks on the way; Article 32 of the GDPR asks for protection in transit.',
  remedy: 'Send to an `https://` address, or to a collector inside the cluster.',
  references: [
    {
      title: 'KServe: inference logger',
      url: 'https://kserve.github.io/website/docs/model-serving/predictive-inference/logger/basic-logger',
    },
    { title: 'Regulation (EU) 2016/679, Article 32', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
  ],
  messages: { plain: 'Payloads are sent to "{host}" over plain HTTP.' },
  fix: 'review',
  looksAt: [{ view: 'kserve/component', path: ['logger', 'url'] }],
  *check(at): Iterable<Report> {
    const url = at.text();
    const host = url.is === 'known' ? /^http:\/\/(?:[^@/]*@)?([^:/]+)/.exec(url.value)?.[1] : undefined;
    if (url.is !== 'known' || host === undefined || isInside(host)) return;
    const fix = at.fix('review', 'Send over https', at.set([], url.value.replace('http://', 'https://')));
    yield { message: 'plain', data: { host }, span: url.span, fix };
  },
  examples: {
    bad: [
      { path: 'isvc.yaml', text: logging('«http://example.com»'), fixed: logging('https://example.com') },
      {
        path: 'isvc.yaml',
        text: logging('«http://logs.example.com/kserve» # vendor'),
        fixed: logging('https://logs.example.com/kserve # vendor'),
      },
      {
        path: 'isvc.yaml',
        text: logging('«"http://10.3.0.8.example.org:8080"»'),
        fixed: logging('"https://10.3.0.8.example.org:8080"'),
      },
    ],
    good: [
      { path: 'isvc.yaml', text: logging('http://a.b.c.svc') },
      { path: 'isvc.yaml', text: logging('https://logs.example.com/kserve') },
      { path: 'isvc.yaml', text: logging('http://message-dumper/') },
      { path: 'isvc.yaml', text: logging('http://message-dumper.ml') },
      { path: 'isvc.yaml', text: logging('http://dumper.ml.svc') },
      { path: 'isvc.yaml', text: logging('http://dumper.ml.svc.cluster.local:8080/') },
      { path: 'isvc.yaml', text: logging('http://localhost:8080') },
      { path: 'isvc.yaml', text: logging('http://${COLLECTOR}/') },
    ],
  },
});

/** A service of the cluster: one label, `name.namespace`, or a name that ends in `svc` or the cluster's domain. */
function isInside(host: string): boolean {
  const labels = host.split('.');
  if (/^(?:127|10)\.[\d.]+$|^192\.168\.[\d.]+$/.test(host) || labels.length === 1) return true;
  if (labels.length === 2)
    return !/^(?:com|org|net|io|dev|app|ai|eu|uk|de|cloud)$/.test(labels[labels.length - 1] ?? '');
  return /\.svc(?:\.|$)|\.local$|\.internal$/.test(host);
}

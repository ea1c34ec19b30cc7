import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { deployment, predictor } from '../example-text';

const predictors = (...items: string[]): string => deployment(`predictors:\n${items.join('')}`);

export default defineRule({
  id: 'seldon/no-broken-traffic-split',
  catalogue: ['seldon-v1-traffic-sum'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The predictors share the traffic in a way that the webhook refuses.',
  why: 'Seldon Core 1 refuses the deployment when the traffic of its predictors is not 100 in all, when two of them are shadows or have one name, or when a shadow is all there is.',
  remedy: 'Let `traffic` of all predictors but the shadow add up to 100, and give each its own name.',
  references: [
    {
      title: 'Seldon Core 1.18: checkTraffic and validateShadow',
      url: 'https://github.com/SeldonIO/seldon-core/blob/v1.18.2/operator/apis/machinelearning.seldon.io/v1/seldondeployment_webhook.go',
    },
  ],
  messages: {
    sum: 'The traffic of the predictors adds up to {sum}, not 100.',
    shadows: 'There is another shadow already; Seldon takes one.',
    alone: 'A shadow cannot be the only predictor.',
    name: 'Another predictor is called "{name}" already.',
  },
  fix: { none: 'Only the author knows the shares and the names.' },
  looksAt: [{ view: 'seldon/deployment', path: ['spec', 'predictors'] }],
  *check(at): Iterable<Report> {
    const items = at.items();
    const shadows = items.filter(isShadow);
    const [only, second] = shadows;
    const place = (item: NodeView): Report['span'] => item.at('shadow')?.span ?? item.anchor;
    if (second) yield { message: 'shadows', span: place(second) };
    if (only && items.length === 1) yield { message: 'alone', span: place(only) };
    yield* namedTwice(items);
    yield* wrongSum(items.filter((item) => !isShadow(item)));
  },
  examples: {
    bad: [
      {
        path: 'seldon.yaml',
        text: predictors(predictor('a', 'traffic: 80, '), predictor('b', 'traffic: «10», ')),
        message: 'sum',
      },
      {
        path: 'seldon.yaml',
        text: predictors(predictor('a'), predictor('b').replace('name: b', '«name»: b')),
        message: 'sum',
      },
      { path: 'seldon.yaml', text: predictors(predictor('a', 'traffic: «50», ')), message: 'sum' },
      {
        path: 'seldon.yaml',
        text: predictors(
          predictor('a', 'traffic: 100, '),
          predictor('b', 'shadow: true, '),
          predictor('c', 'shadow: «true», '),
        ),
        message: 'shadows',
      },
      { path: 'seldon.yaml', text: predictors(predictor('a', 'shadow: «true», ')), message: 'alone' },
      {
        path: 'seldon.yaml',
        text: predictors(predictor('a', 'traffic: 90, '), predictor('«a»', 'traffic: 10, ')),
        message: 'name',
      },
    ],
    good: [
      { path: 'seldon.yaml', text: predictors(predictor('a', 'traffic: 101, ')) },
      {
        path: 'seldon.yaml',
        text: predictors(predictor('${NAME}', 'traffic: 50, '), predictor('${NAME}', 'traffic: 50, ')),
      },
      { path: 'seldon.yaml', text: predictors(predictor('a', 'shadow: false, ')) },
      {
        path: 'seldon.yaml',
        text: predictors(predictor('a', 'traffic: 90, '), predictor('b', 'traffic: 10, ')),
      },
      { path: 'seldon.yaml', text: predictors(predictor('a')) },
      { path: 'seldon.yaml', text: predictors(predictor('a', 'traffic: 100, ')) },
      { path: 'seldon.yaml', text: predictors(predictor('a', 'traffic: 0, ')) },
      {
        path: 'seldon.yaml',
        text: predictors(predictor('a', 'traffic: 100, '), predictor('b', 'shadow: true, traffic: 20, ')),
      },
      { path: 'seldon.yaml', text: predictors(predictor('a'), predictor('b', 'shadow: true, ')) },
      {
        path: 'seldon.yaml',
        text: predictors(predictor('a', 'traffic: 90, '), predictor('b', 'traffic: "${SHARE}", ')),
      },
    ],
  },
});

function isShadow(predictor: NodeView): boolean {
  const shadow = predictor.boolean('shadow');
  return shadow.is === 'known' && shadow.value;
}

function* namedTwice(items: readonly NodeView[]): Iterable<Report> {
  const names = new Set<string>();
  for (const item of items) {
    const name = item.text('name');
    if (name.is !== 'known') continue;
    if (names.has(name.value)) yield { message: 'name', data: { name: name.value }, span: name.span };
    names.add(name.value);
  }
}

/** Without `traffic` a predictor gets none; one alone gets all unless it says less. */
function* wrongSum(items: readonly NodeView[]): Iterable<Report> {
  let sum = 0;
  for (const item of items) {
    const traffic = item.number('traffic');
    if (traffic.is !== 'known' && traffic.is !== 'absent') return;
    sum += traffic.is === 'known' ? traffic.value : 0;
  }
  const last = items[items.length - 1];
  if (!last || sum === 100 || (items.length === 1 && (sum === 0 || sum > 100))) return;
  const traffic = last.number('traffic');
  const span = traffic.is === 'known' ? traffic.span : traffic.is === 'absent' ? traffic.anchor : last.anchor;
  yield { message: 'sum', data: { sum }, span };
}

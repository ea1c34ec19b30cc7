import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { security } from '../example-text';
import { isEmptyList } from '../hosts';

const policy = (lines: string): string => security('AuthorizationPolicy', lines);
const from = (source: string): string => policy(`rules: [{ from: [{ ${source} }] }]\n`);

export default defineRule({
  id: 'istio/no-empty-policy-rule',
  catalogue: [],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A rule of an authorization policy is empty where Istio wants values.',
  why: 'The webhook of istiod refuses the policy: an empty source, operation or value would match everything or nothing, and nobody could tell which was meant.',
  remedy: 'Fill in what is matched, or leave the whole `from`, `to` or `when` out.',
  references: [
    {
      title: 'Istio (eed52ebb66ad): ValidateAuthorizationPolicy',
      url: 'https://github.com/istio/istio/blob/eed52ebb66ad/pkg/config/validation/validation.go',
    },
  ],
  messages: {
    empty: 'Istio refuses the policy: {key} is empty.',
    missing: 'Istio refuses the policy: {key} is missing.',
    value: 'Istio refuses an empty value.',
    never: 'Istio refuses a {action} policy without rules: it never applies.',
    provider: 'Istio refuses a provider unless the action is CUSTOM.',
    target: 'Istio refuses selector together with {key}.',
  },
  fix: { none: 'Only the author knows what is to be matched.' },
  looksAt: [{ view: 'istio/authorization-policy', path: ['spec'] }],
  *check(at): Iterable<Report> {
    yield* headFaults(at);
    for (const rule of at.at('rules')?.items() ?? []) {
      for (const [list, key] of [
        ['from', 'source'],
        ['to', 'operation'],
      ] as const) {
        for (const clause of rule.at(list)?.items() ?? []) yield* clauseFaults(clause, list, key);
      }
      for (const condition of rule.at('when')?.items() ?? []) yield* conditionFaults(condition);
    }
  },
  examples: {
    bad: [
      { path: 'policy.yaml', text: from('«source»: {}'), message: 'empty' },
      { path: 'policy.yaml', text: from('«source»: { namespaces: [] }'), message: 'empty' },
      {
        path: 'policy.yaml',
        text: policy('rules: [{ to: [{ «operation»: { methods: [] } }] }]\n'),
        message: 'empty',
      },
      { path: 'policy.yaml', text: policy('rules: [{ to: [«{}»] }]\n'), message: 'missing' },
      { path: 'policy.yaml', text: from('source: { namespaces: [fraud, «""»] }'), message: 'value' },
      {
        path: 'policy.yaml',
        text: policy('rules: [{ when: [{ key: «""», values: [a] }] }]\n'),
        message: 'empty',
      },
      {
        path: 'policy.yaml',
        text: policy('rules: [{ when: [{ «key»: "request.headers[a]" }] }]\n'),
        message: 'missing',
      },
      { path: 'policy.yaml', text: policy('action: «DENY»\n'), message: 'never' },
      { path: 'policy.yaml', text: policy('action: «CUSTOM»\nrules: []\n'), message: 'never' },
      { path: 'policy.yaml', text: policy('action: «CUSTOM»\nrules: [{}]\n'), message: 'missing' },
      { path: 'policy.yaml', text: policy('«provider»: { name: oidc }\nrules: [{}]\n'), message: 'provider' },
      {
        path: 'policy.yaml',
        text: policy(
          'selector: { matchLabels: { app: a } }\n«targetRefs»: [{ kind: Service, group: "", name: a }]\nrules: [{}]\n',
        ),
        message: 'target',
      },
    ],
    good: [
      { path: 'policy.yaml', text: policy('action: DENY\nrules: [{}]\n') },
      { path: 'policy.yaml', text: policy('action: CUSTOM\nprovider: { name: oidc }\nrules: [{}]\n') },
      { path: 'policy.yaml', text: from('source: { namespaces: "${NAMESPACES}" }') },
      { path: 'policy.yaml', text: from('source: { notNamespaces: [fraud], principals: [] }') },
      { path: 'policy.yaml', text: from('source: "${SOURCE}"') },
      { path: 'policy.yaml', text: policy('action: CUSTOM\nprovider: "${PROVIDER}"\nrules: [{}]\n') },
      { path: 'policy.yaml', text: policy('action: "${ACTION}"\n') },
      {
        path: 'policy.yaml',
        text: policy('rules: [{ when: [{ key: "request.headers[a]", notValues: [b] }] }]\n'),
      },
    ],
  },
});

function* headFaults(at: NodeView): Iterable<Report> {
  const action = at.text('action');
  const hasRules = at.get('rules').is !== 'absent' && !isEmptyList(at, 'rules');
  if (action.is === 'known' && /^(?:DENY|CUSTOM)$/.test(action.value) && !hasRules)
    yield { message: 'never', data: { action: action.value }, span: action.span };
  const provider = at.at('provider');
  const name = at.text('provider', 'name');
  if (
    hasRules &&
    action.is === 'known' &&
    action.value === 'CUSTOM' &&
    !at.at('provider')?.isUnknown() &&
    name.is === 'absent'
  )
    yield { message: 'missing', data: { key: 'provider.name' }, span: action.span };
  if (provider && (action.is === 'absent' || (action.is === 'known' && action.value !== 'CUSTOM')))
    yield { message: 'provider', span: provider.anchor };
  for (const key of ['targetRef', 'targetRefs']) {
    const target = at.at(key);
    if (at.has('selector') && target && !isEmptyList(at, key) && !target.isUnknown())
      yield { message: 'target', data: { key }, span: target.anchor };
  }
}

function* clauseFaults(clause: NodeView, list: string, key: string): Iterable<Report> {
  if (clause.node?.type !== 'map' || clause.isUnknown()) return;
  const part = clause.get(key);
  if (part.is === 'absent') {
    yield { message: 'missing', data: { key: `${list}.${key}` }, span: clause.span };
    return;
  }
  if (part.is !== 'known' || part.value.node?.type !== 'map' || part.value.isUnknown()) return;
  const lists = part.value.entries();
  if (lists.every((each) => each.node?.type === 'list' && each.items().length === 0))
    yield { message: 'empty', data: { key: `${list}.${key}` }, span: part.value.anchor };
  for (const each of lists) yield* emptyValues(each);
}

function* conditionFaults(condition: NodeView): Iterable<Report> {
  if (condition.node?.type !== 'map' || condition.isUnknown()) return;
  const key = condition.text('key');
  if (key.is === 'absent' || (key.is === 'known' && key.value === ''))
    yield {
      message: 'empty',
      data: { key: 'when.key' },
      span: key.is === 'known' ? key.span : condition.span,
    };
  else if (
    ['values', 'notValues'].every(
      (name) => condition.get(name).is === 'absent' || isEmptyList(condition, name),
    )
  )
    yield {
      message: 'missing',
      data: { key: 'when.values' },
      span: condition.at('key')?.anchor ?? condition.span,
    };
}

function* emptyValues(list: NodeView): Iterable<Report> {
  for (const item of list.items()) {
    const value = item.text();
    if (value.is === 'known' && value.value === '') yield { message: 'value', span: value.span };
  }
}

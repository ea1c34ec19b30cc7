import { defineCrossRule } from '../../core';
import { isSlipOf } from '../names';
import { mayShareNamespace } from '../selectors';

const policy = (principal: string): string =>
  `apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: { name: scorer, namespace: fraud }\nspec: { rules: [{ from: [{ source: { principals: [${principal}] } }] }] }\n`;
const account = (name: string, namespace = ', namespace: fraud'): string =>
  `apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: ${name}${namespace} }\n`;
const principal = 'cluster.local/ns/fraud/sa/processor';

/** A policy lets in somebody who does not exist. */
export default defineCrossRule({
  id: 'istio/no-unknown-principal',
  catalogue: [],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A policy names a service account that is not here, while one of nearly that name is.',
  why: 'The policy applies without an error and lets nobody in: calls of the workload that was meant are answered with 403.',
  remedy: 'Name a service account by `<trust domain>/ns/<namespace>/sa/<name>` as its workload uses it.',
  references: [
    {
      title: 'Istio: AuthorizationPolicy, Source',
      url: 'https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source',
    },
  ],
  messages: {
    unknown: 'There is no service account "{account}" in namespace {namespace} here, but {other} is.',
  },
  fix: { none: 'Who is meant is known to the author.' },
  from: 'principal',
  to: 'service-account',
  within: 'workspace',
  // Accounts whose namespace an overlay sets have no key, so the sides are compared here.
  fromKey: () => 'principal',
  toKey: () => 'account',
  whenNone(from, accounts) {
    const { namespace = '', serviceAccount: account = '' } = from.attributes;
    const isHere = accounts.some((each) => each.name === account && mayShareNamespace(from, each));
    if (account === 'default' || isHere) return undefined;
    // An account that nothing here resembles may well be made elsewhere.
    const meant = accounts.find(
      ({ name, attributes }) =>
        name === account || (attributes['namespace'] === namespace && isNearly(account, name)),
    );
    if (!meant) return undefined;
    const other = meant.name === account ? `${meant.attributes['namespace'] ?? ''}/${account}` : meant.name;
    return { message: 'unknown', data: { account, namespace, other }, related: [meant] };
  },
  examples: {
    bad: [
      { files: { 'policy.yaml': policy(`«${principal}»`), 'account.yaml': account('processor-account') } },
      { files: { 'policy.yaml': policy(`«${principal}»`), 'account.yaml': account('processor-sa') } },
      { files: { 'policy.yaml': policy(`«${principal}»`), 'account.yaml': account('procesor') } },
      {
        files: {
          'policy.yaml': policy('«cluster.local/ns/fraud/sa/stream-processor»'),
          'account.yaml': account('stream-procesor'),
        },
      },
      {
        files: {
          'policy.yaml': policy('«cluster.local/ns/fraud/sa/stream-processor»'),
          'account.yaml': account('streamprocessor'),
        },
      },
      {
        files: {
          'policy.yaml': policy(`«${principal}»`),
          'account.yaml': account('processor', ', namespace: streams'),
        },
      },
    ],
    good: [
      { files: { 'policy.yaml': policy(principal), 'account.yaml': account('watcher') } },
      {
        files: {
          'policy.yaml': policy('cluster.local/ns/fraud/sa/credit-desk'),
          'account.yaml': account('credit-risk'),
        },
      },
      {
        files: {
          'policy.yaml': policy('cluster.local/ns/fraud/sa/reader-processor'),
          'account.yaml': account('header-procesor'),
        },
      },
      { files: { 'policy.yaml': policy(principal), 'account.yaml': account('processor') } },
      { files: { 'policy.yaml': policy(principal), 'account.yaml': account('processor', '') } },
      {
        files: { 'policy.yaml': policy(principal), 'account.yaml': account('scorer', ', namespace: other') },
      },
      { files: { 'policy.yaml': policy(principal) } },
      {
        files: {
          'policy.yaml': policy('cluster.local/ns/fraud/sa/default'),
          'account.yaml': account('defaults'),
        },
      },
    ],
  },
});

/** A slip within one word, or the same with or without the ending that many give to accounts. */
function isNearly(account: string, name: string): boolean {
  const bare = (text: string): string => text.replace(/-(?:sa|account|service-account)$/, '');
  if (bare(account) === bare(name)) return true;
  const [words, others] = [account.split('-'), name.split('-')];
  if (words.length !== others.length) return isSlipOf(account, name);
  // credit-desk and credit-risk are two accounts: what counts is how near the words are that differ.
  const different = words.flatMap((word, index) => (word === others[index] ? [] : [index]));
  return (
    different.length === 1 && different.every((index) => isSlipOf(words[index] ?? '', others[index] ?? ''))
  );
}

import type { Kind, Technology } from '../../core';
import { resolve } from '../../core';
import type { ResolvedNode, TreeNode } from '../../core';
import { alertFacts, monitorFacts } from './monitoring-facts';

const group = 'monitoring.coreos.com';

const ruleFile: Kind = {
  id: 'prometheus/rule-file',
  title: 'Prometheus rule file',
  formats: ['yaml', 'json'],
  paths: ['*.rules.yml', '*.rules.yaml', '*rules*.yml', '*rules*.yaml'],
  recognise: (document) => hasRules(resolve(document.root)),
  mounts: [{ at: [], as: 'prometheus/rule-groups' }],
  facts: alertFacts,
};

const ruleResource: Kind = {
  id: 'prometheus/prometheus-rule',
  title: 'PrometheusRule of the Prometheus operator',
  formats: ['yaml', 'json'],
  resource: { group, kinds: ['PrometheusRule'] },
  booleans: 'yaml-1.1',
  mounts: [{ at: ['spec'], as: 'prometheus/rule-groups' }],
  facts: (root) => {
    const spec = root.at('spec');
    return spec ? alertFacts(spec) : [];
  },
};

const monitor: Kind = {
  id: 'prometheus/monitor',
  title: 'ServiceMonitor or PodMonitor of the Prometheus operator',
  formats: ['yaml', 'json'],
  resource: { group, kinds: ['ServiceMonitor', 'PodMonitor'] },
  booleans: 'yaml-1.1',
  mounts: [
    { at: ['spec', 'endpoints', '*'], as: 'prometheus/scrape-endpoint' },
    { at: ['spec', 'podMetricsEndpoints', '*'], as: 'prometheus/scrape-endpoint' },
  ],
  facts: monitorFacts,
};

/** Prometheus: rules, alerts, and what the operator scrapes. */
const technology: Technology = {
  slug: 'prometheus',
  title: 'Prometheus',
  pattern: 'deployment',
  homepage: 'https://prometheus.io',
  kinds: [ruleFile, ruleResource, monitor],
  views: [
    {
      id: 'prometheus/rule-groups',
      title: 'groups of rules, wherever they stand',
      mounts: [{ at: ['groups', '*'], as: 'prometheus/group' }],
    },
    {
      id: 'prometheus/group',
      title: 'group of rules',
      mounts: [{ at: ['rules', '*'], as: 'prometheus/rule' }],
    },
    { id: 'prometheus/rule', title: 'alerting or recording rule' },
    { id: 'prometheus/scrape-endpoint', title: 'endpoint that a monitor scrapes' },
  ],
};

export default technology;

/** A map with `groups` of `rules`, one of which alerts or records. */
function hasRules(root: ResolvedNode | undefined): boolean {
  if (root?.type !== 'map' || root.entries.some(({ key }) => key === 'apiVersion')) return false;
  return items(root, 'groups').some((member) =>
    items(member, 'rules').some(
      (rule) => rule.type === 'map' && rule.entries.some(({ key }) => key === 'alert' || key === 'record'),
    ),
  );
}

function items(node: ResolvedNode, key: string): readonly ResolvedNode[] {
  const value =
    node.type === 'map' ? resolve(node.entries.find((entry) => entry.key === key)?.value) : undefined;
  return value?.type === 'list' ? value.items.flatMap((item: TreeNode) => resolve(item) ?? []) : [];
}

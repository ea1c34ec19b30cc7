import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { alert, monitor, ruleResource } from '../example-text';

const spec = 'selector: {}\nendpoints: [{ port: http }]\n';

export default defineRule({
  id: 'prometheus/require-release-label',
  catalogue: ['monitor-release-label'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A monitor or rule lacks the label that kube-prometheus-stack selects by.',
  why: 'As the chart installs it, Prometheus takes only monitors and rules that carry the label `release` of its own release. What lacks it is accepted by the cluster and never read.',
  remedy:
    "Add the label `release` with the name of the chart's release, or set `serviceMonitorSelectorNilUsesHelmValues: false` and its siblings.",
  references: [
    {
      title: 'kube-prometheus-stack: values of the selectors',
      url: 'https://github.com/prometheus-community/helm-charts/blob/main/charts/kube-prometheus-stack/values.yaml',
    },
  ],
  messages: { missing: 'The {kind} has no label "release", by which kube-prometheus-stack selects.' },
  fix: { none: 'The name of the release is known to who installed the chart.' },
  looksAt: [
    { view: 'prometheus/monitor', path: [] },
    { view: 'prometheus/prometheus-rule', path: [] },
  ],
  *check(at): Iterable<Report> {
    const kind = at.text('kind');
    const release = at.get('metadata', 'labels', 'release');
    if (kind.is !== 'known' || release.is !== 'absent') return;
    yield { message: 'missing', data: { kind: kind.value }, span: release.anchor };
  },
  examples: {
    bad: [
      {
        path: 'monitor.yaml',
        text: monitor('ServiceMonitor', spec, 'name: scorer\n«labels»: { app: scorer } # ours\n'),
      },
      {
        path: 'monitor.yaml',
        text: monitor('PodMonitor', 'selector: {}\npodMetricsEndpoints: [{ port: http }]\n').replace(
          'metadata',
          '«metadata»',
        ),
      },
      { path: 'rules.yaml', text: ruleResource(alert('Up', 'up == 0')).replace('metadata', '«metadata»') },
    ],
    good: [
      {
        path: 'monitor.yaml',
        text: monitor('ServiceMonitor', spec, 'name: scorer\nlabels: { release: prometheus }\n'),
      },
      {
        path: 'monitor.yaml',
        text: monitor('ServiceMonitor', spec, 'name: scorer\nlabels: { release: "${RELEASE}" }\n'),
      },
      { path: 'monitor.yaml', text: monitor('Probe', spec) },
    ],
  },
});

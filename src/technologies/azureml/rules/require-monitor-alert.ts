import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { azureFile } from '../example-files';

const head = 'create_monitor:\n  monitoring_signals:\n';

export default defineRule({
  id: 'azureml/require-monitor-alert',
  catalogue: ['azureml-monitor-no-alert'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A monitor finds drift and tells nobody.',
  why: 'alert_enabled is off by default. The signal is computed, drawn in the studio, and seen when somebody happens to look there.',
  remedy: 'Set `alert_enabled: true` in the signal, and `alert_notification` with addresses.',
  references: [
    {
      title: 'Azure ML: monitor models in production',
      url: 'https://learn.microsoft.com/en-us/azure/machine-learning/how-to-monitor-model-performance?view=azureml-api-2',
    },
    {
      title: 'Azure ML: monitor schedule YAML',
      url: 'https://learn.microsoft.com/en-us/azure/machine-learning/reference-yaml-monitor?view=azureml-api-2',
    },
  ],
  messages: { silent: 'Signal "{name}" alerts nobody.' },
  fix: 'review',
  looksAt: [{ view: 'azureml/schedule', path: ['create_monitor', 'monitoring_signals', '*'] }],
  *check(at): Iterable<Report> {
    const enabled = at.boolean('alert_enabled');
    if (enabled.is !== 'absent' && (enabled.is !== 'known' || enabled.value)) return;
    const span = enabled.is === 'known' ? enabled.span : at.anchor;
    const fix = at.fix('review', 'Alert on this signal', at.set(['alert_enabled'], true));
    yield { message: 'silent', data: { name: at.key }, span, fix };
  },
  examples: {
    bad: [
      azureFile('monitorSchedule', `${head}    «drift»: {type: data_drift} # weekly\n`, {
        fixed: `${head}    drift: {type: data_drift, alert_enabled: true} # weekly\n`,
      }),
      azureFile('schedule', `${head}    drift:\n      type: data_drift\n      alert_enabled: «false»\n`, {
        fixed: `${head}    drift:\n      type: data_drift\n      alert_enabled: true\n`,
      }),
      {
        path: 'monitor.yml',
        text: `trigger: {type: recurrence}\n${head}    «drift»: {type: data_drift}\n`,
        fixed: `trigger: {type: recurrence}\n${head}    drift: {type: data_drift, alert_enabled: true}\n`,
      },
    ],
    good: [
      azureFile('schedule', `${head}    drift: {type: data_drift, alert_enabled: true}\n`),
      azureFile('schedule', `${head}    drift: {type: data_drift, alert_enabled: "\${ON}"}\n`),
      { path: 'monitor.yml', text: `${head}    drift: {type: data_drift}\n` },
      { path: 'monitor.yml', text: `apiVersion: v1\ntrigger: {}\n${head}    drift: {type: data_drift}\n` },
    ],
  },
});

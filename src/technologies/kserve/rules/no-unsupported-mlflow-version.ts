import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { service } from '../example-text';

const mlflow = (format: string, more = ''): string =>
  service(
    `model:\n  modelFormat: ${format}\n  protocolVersion: v2\n  storageUri: gs://models/fraud/v3\n${more}`,
  );

export default defineRule({
  id: 'kserve/no-unsupported-mlflow-version',
  catalogue: ['kserve-mlflow-format-version'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'No runtime that KServe ships takes this version of the MLflow format.',
  why: 'kserve-mlserver lists the versions 1 and 2 of the format. A model that asks for another finds no runtime, and the service never gets ready.',
  remedy:
    'Leave `version` out if the MLServer image can load the model, or name a ServingRuntime of your own.',
  references: [
    {
      title: 'KServe 0.20: kserve-mlserver',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/config/runtimes/kserve-mlserver.yaml',
    },
  ],
  messages: { version: 'No shipped runtime takes version "{value}" of the MLflow format.' },
  fix: { none: 'Whether the image can load the model is known to its author.' },
  looksAt: [{ view: 'kserve/model', path: [] }],
  *check(at): Iterable<Report> {
    const format = at.text('modelFormat', 'name');
    if (format.is !== 'known' || format.value !== 'mlflow' || at.get('runtime').is !== 'absent') return;
    const version = at.text('modelFormat', 'version');
    if (version.is !== 'known' || ['1', '2'].includes(version.value)) return;
    yield { message: 'version', data: { value: version.value }, span: version.span };
  },
  examples: {
    bad: [{ path: 'isvc.yaml', text: mlflow('{ version: «"3"», name: mlflow }') }],
    good: [
      { path: 'isvc.yaml', text: mlflow('{ name: mlflow, version: "1" }') },
      { path: 'isvc.yaml', text: mlflow('{ name: mlflow, version: "2" }') },
      { path: 'isvc.yaml', text: mlflow('{ name: mlflow }') },
      { path: 'isvc.yaml', text: mlflow('{ name: lightgbm, version: "3" }') },
      { path: 'isvc.yaml', text: mlflow('{ name: mlflow, version: "3" }', '  runtime: our-mlflow-3\n') },
      { path: 'isvc.yaml', text: mlflow('{ name: mlflow, version: "${MLFLOW}" }') },
    ],
  },
});

import { defineCrossRule } from '../../core';
import type { CrossReport, PlacedFact } from '../../core';
import { mayShareNamespace } from '../selectors';

const service = (model: string): string =>
  `apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: { name: scorer, namespace: ml }\nspec: { predictor: { model: ${model} } }\n`;
const runtime = (spec: string, head = '{ name: ours, namespace: ml }', kind = 'ServingRuntime'): string =>
  `apiVersion: serving.kserve.io/v1alpha1\nkind: ${kind}\nmetadata: ${head}\nspec: { ${spec}, containers: [{ name: kserve-container, image: "ours/server:1.0" }] }\n`;
const sklearn = 'supportedModelFormats: [{ name: sklearn, version: "1" }]';
const model = (format: string, protocol = ''): string =>
  `{ modelFormat: { name: ${format} }, runtime: ours, ${protocol}storageUri: «gs://models/scorer/v3» }`;
const calm = (text: string): string => text.replace(/[«»]/g, '');

/** A model that names a runtime which is not here, or which cannot serve it. */
export default defineCrossRule({
  id: 'kserve/no-runtime-mismatch',
  catalogue: [],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A model names a serving runtime that is not here or that does not serve it.',
  why: 'KServe refuses the model when it reconciles, long after it was applied: the service never becomes ready.',
  remedy: 'Name a runtime that lists the format of the model, or add the format to the runtime.',
  references: [
    {
      title: 'KServe: serving runtimes',
      url: 'https://kserve.github.io/website/docs/concepts/resources/servingruntime',
    },
  ],
  messages: {
    missing: 'There is no serving runtime "{runtime}" here.',
    format: 'Serving runtime {runtime} does not list the format {format}; it lists {formats}.',
    protocol: 'Serving runtime {runtime} does not speak protocol {protocol}; it speaks {protocols}.',
  },
  fix: { none: 'Which of the two files is right is known to the author.' },
  from: 'served-model',
  to: 'serving-runtime',
  within: 'workspace',
  inBothFiles: true,
  fromKey: ({ attributes }) => (attributes['technology'] === 'kserve' ? attributes['runtime'] : undefined),
  toKey: ({ name }) => name,
  whenNone(from, runtimes) {
    const runtime = from.attributes['runtime'] ?? '';
    // KServe brings runtimes of its own, all of which it calls so.
    if (runtimes.length === 0 || runtime.startsWith('kserve-')) return undefined;
    return { message: 'missing', data: { runtime } };
  },
  whenPair(from, to) {
    if (to.attributes['cluster'] !== 'true' && !mayShareNamespace(from, to)) return undefined;
    return formatFault(from, to) ?? protocolFault(from, to);
  },
  examples: {
    bad: [
      {
        files: {
          'service.yaml': service(model('xgboost')),
          'runtime.yaml': runtime(
            'supportedModelFormats: [{ name: sklearn }, { name: onnx }]',
            '{ name: «ours», namespace: serving }',
            'ClusterServingRuntime',
          ),
        },
        message: 'format',
      },
      {
        files: {
          'service.yaml': service(model('sklearn')),
          'runtime.yaml': runtime(sklearn, '{ name: others }'),
        },
        message: 'missing',
      },
      {
        files: {
          'service.yaml': service(model('xgboost')),
          'runtime.yaml': runtime(sklearn, '{ name: «ours», namespace: ml }'),
        },
        message: 'format',
      },
      {
        files: {
          'service.yaml': service(model('sklearn', 'protocolVersion: v2, ')),
          'runtime.yaml': runtime(
            `${sklearn}, protocolVersions: [v1]`,
            '{ name: «ours» }',
            'ClusterServingRuntime',
          ),
        },
        message: 'protocol',
      },
    ],
    good: [
      { files: { 'service.yaml': calm(service(model('sklearn'))), 'runtime.yaml': runtime(sklearn) } },
      {
        files: {
          'service.yaml': calm(service(model('sklearn', 'protocolVersion: v2, '))),
          'runtime.yaml': runtime(`${sklearn}, protocolVersions: [v1, v2]`),
        },
      },
      {
        files: {
          'service.yaml': calm(service(model('xgboost'))),
          'runtime.yaml': runtime(sklearn, '{ name: ours, namespace: other }'),
        },
      },
      { files: { 'service.yaml': calm(service(model('sklearn'))) } },
      {
        files: {
          'service.yaml': calm(service(model('sklearn'))).replace(
            'runtime: ours',
            'runtime: kserve-mlserver',
          ),
          'runtime.yaml': runtime(sklearn),
        },
      },
      {
        files: {
          'service.yaml': calm(service(model('"${FORMAT}"'))),
          'runtime.yaml': runtime(sklearn),
        },
      },
    ],
  },
});

function formatFault(from: PlacedFact, to: PlacedFact): CrossReport | undefined {
  const { format } = from.attributes;
  const { formats } = to.attributes;
  if (format === undefined || formats === undefined) return undefined;
  const listed = formats.split(',').map((each) => each.split(':')[0] ?? '');
  if (listed.includes('') || listed.some((each) => each.toLowerCase() === format.toLowerCase()))
    return undefined;
  return { message: 'format', data: { runtime: to.name, format, formats: listed.join(', ') } };
}

function protocolFault(from: PlacedFact, to: PlacedFact): CrossReport | undefined {
  const { protocol } = from.attributes;
  const { protocols } = to.attributes;
  if (protocol === undefined || protocols === undefined) return undefined;
  const listed = protocols.split(',');
  if (listed.includes('') || listed.includes(protocol)) return undefined;
  return { message: 'protocol', data: { runtime: to.name, protocol, protocols: listed.join(', ') } };
}

import type { Fact, Known, NodeView } from '../../core';
import { known } from '../../core';
import { legacyFrameworks } from './frameworks';

/** What an InferenceService tells of the system: the model that it serves, and the pods that do. */
export function* serviceFacts(root: NodeView): Iterable<Fact> {
  const name = root.text('metadata', 'name');
  if (name.is !== 'known') return;
  const namespace = known(root.text('metadata', 'namespace'));
  for (const component of ['predictor', 'transformer', 'explainer']) {
    const pods = root.at('spec', component);
    if (!pods) continue;
    const labels = podLabels(root, pods, name.value);
    const serviceAccount = known(pods.text('serviceAccountName'));
    const attributes = present({ kind: 'InferenceService', namespace, labels, serviceAccount });
    yield { type: 'workload', name: name.value, attributes, span: name.span };
  }
  const predictor = root.at('spec', 'predictor');
  if (!predictor) return;
  const service = { name: name.value, namespace, scraped: scrapedBy(root) };
  yield* modelFacts(predictor, service);
  for (const canary of root.at('spec', 'canary')?.items() ?? []) {
    const variant = canary.at('predictor');
    if (variant) yield* modelFacts(variant, service);
  }
}

/** What a model has from its service. */
interface Service {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly scraped: string | undefined;
}

/** `true` where the service asks Prometheus to read its metrics by annotation. */
function scrapedBy(root: NodeView): string | undefined {
  const annotations = root.at('metadata', 'annotations');
  return ['serving.kserve.io/enable-prometheus-scraping', 'prometheus.io/scrape'].some(
    (key) => known(annotations?.text(key) ?? { is: 'unknown' }) === 'true',
  )
    ? 'true'
    : undefined;
}

/** What KServe puts on the pods of a component, and what it hands on; undefined where one of them is not known. */
function podLabels(root: NodeView, pods: NodeView, name: string): string | undefined {
  const handedOn = [root.at('metadata', 'labels'), pods.at('labels')].flatMap(
    (labels) => labels?.entries() ?? [],
  );
  const own = handedOn.map((label) => ({ key: label.key, value: known(label.text()) }));
  if (own.some(({ value }) => value === undefined)) return undefined;
  return [
    `serving.kserve.io/inferenceservice=${name}`,
    `app=isvc.${name}-${pods.key}`,
    `component=${pods.key}`,
    ...own.map(({ key, value }) => `${key}=${value ?? ''}`),
  ]
    .sort()
    .join(',');
}

function* modelFacts(predictor: NodeView, { name, namespace, scraped }: Service): Iterable<Fact> {
  for (const key of ['model', ...legacyFrameworks]) {
    const model = predictor.at(key);
    if (!model) continue;
    const uri = model.text('storageUri');
    const format = key === 'model' ? known(model.text('modelFormat', 'name')) : key;
    const runtime = known(model.text('runtime'));
    const protocol = known(model.text('protocolVersion'));
    const { version, model: called } = uri.is === 'known' ? versionIn(uri.value) : {};
    yield {
      type: 'served-model',
      name,
      attributes: present({
        technology: 'kserve',
        uri: known(uri),
        model: called,
        version,
        format,
        runtime,
        protocol,
        namespace,
        scraped,
      }),
      span: uri.is === 'known' ? uri.span : model.anchor,
    };
    if (uri.is === 'known') yield* bucketFacts(uri);
  }
}

const stores: Readonly<Record<string, string>> = { gs: 'gs', s3: 's3' };

/** The bucket that a model is loaded from. */
function* bucketFacts({ value: uri, span }: Known<string>): Iterable<Fact> {
  const [, scheme = '', bucket] = /^(\w+):\/\/([\w.-]+)(?:\/|$)/.exec(uri) ?? [];
  const provider = stores[scheme];
  if (provider === undefined || bucket === undefined) return;
  yield { type: 'bucket-use', name: bucket, attributes: { provider, uri }, span };
}

/**
 * The last part of a location that reads as a version, and the part before it as the model's name:
 * `gs://models/fraud/v3/model.joblib` is `v3` of `fraud`.
 */
function versionIn(uri: string): { readonly version?: string; readonly model?: string } {
  const parts = uri.replace(/^\w+:\/\/[^/]*/, '').split('/');
  const index = parts.findLastIndex((part) => /^v?\d+(?:\.\d+)*$/.test(part));
  const version = parts[index];
  const model = parts[index - 1];
  return { ...(version && { version }), ...(model && { model }) };
}

/** What a serving runtime offers, for the models that name it. */
export function* runtimeFacts(root: NodeView): Iterable<Fact> {
  const name = root.text('metadata', 'name');
  if (name.is !== 'known') return;
  const formats = (root.at('spec', 'supportedModelFormats')?.items() ?? []).map((format) => {
    const version = known(format.text('version'));
    return (known(format.text('name')) ?? '') + (version === undefined ? '' : `:${version}`);
  });
  const protocols = (root.at('spec', 'protocolVersions')?.items() ?? []).map(
    (item) => known(item.text()) ?? '',
  );
  const cluster = known(root.text('kind')) === 'ClusterServingRuntime' ? 'true' : undefined;
  const attributes = present({
    formats: formats.join(','),
    protocols: protocols.join(','),
    namespace: known(root.text('metadata', 'namespace')),
    cluster,
  });
  yield { type: 'serving-runtime', name: name.value, attributes, span: name.span };
}

/** What a language model service tells of the model that it serves. */
export function* languageModelFacts(root: NodeView): Iterable<Fact> {
  const name = root.text('metadata', 'name');
  const uri = root.text('spec', 'model', 'uri');
  if (name.is !== 'known' || uri.is !== 'known') return;
  const namespace = known(root.text('metadata', 'namespace'));
  const model = known(root.text('spec', 'model', 'name'));
  const attributes = present({ technology: 'kserve', uri: uri.value, model, namespace });
  yield { type: 'served-model', name: name.value, attributes, span: uri.span };
}

function present(attributes: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const known: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== '') known[key] = value;
  return known;
}

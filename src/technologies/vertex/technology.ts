import type { DocumentModel, Fact, Kind, Mount, NodeView, ResolvedNode, Technology } from '../../core';
import { inCamelCase, rootHas, scalarOf, valueOf } from './camel-case';

const file: Kind = {
  id: 'vertex/file',
  title: 'configuration of a Vertex AI training job',
  formats: ['yaml', 'json'],
  recognise: isVertex,
  mounts: [
    mounted('vertex/job-spec', (node) => valueOf(node, 'workerPoolSpecs') !== undefined),
    mounted('vertex/custom-job', (node) => valueOf(node, 'jobSpec') !== undefined),
    mounted('vertex/tuning-job', (node) => valueOf(node, 'studySpec') !== undefined),
  ],
  facts: jobFacts,
};

/** Vertex AI: custom training and hyperparameter tuning as `gcloud ai` and the API read them. */
const technology: Technology = {
  slug: 'vertex',
  title: 'Vertex AI',
  pattern: 'training',
  homepage: 'https://cloud.google.com/vertex-ai/docs',
  kinds: [file],
  views: [
    { id: 'vertex/job-spec', title: 'CustomJobSpec' },
    {
      id: 'vertex/custom-job',
      title: 'CustomJob',
      mounts: [{ at: ['jobSpec'], as: 'vertex/job-spec' }],
    },
    {
      id: 'vertex/tuning-job',
      title: 'HyperparameterTuningJob',
      mounts: [
        { at: ['trialJobSpec'], as: 'vertex/job-spec' },
        { at: ['studySpec'], as: 'vertex/study' },
      ],
    },
    { id: 'vertex/study', title: 'StudySpec' },
  ],
};

export default technology;

function mounted(view: string, holds: (node: ResolvedNode) => boolean): Mount {
  return { at: [], as: view, adapt: (node) => (holds(node) ? inCamelCase(node) : undefined) };
}

/** By content: no other tool has these keys at the root. */
function isVertex(document: DocumentModel): boolean {
  if (rootHas(document, 'apiVersion')) return false;
  if (rootHas(document, 'workerPoolSpecs')) return true;
  if (rootHas(document, 'studySpec'))
    return rootHas(document, 'trialJobSpec') || rootHas(document, 'maxTrialCount');
  return rootHas(document, 'jobSpec') && /worker_?pool_?specs/i.test(document.text);
}

function* jobFacts(root: NodeView): Iterable<Fact> {
  const name = scalarOf(root.node, 'displayName');
  if (name)
    yield { type: 'training', name: name.text, attributes: { technology: 'vertex' }, span: name.span };
  for (const job of [root.node, valueOf(root.node, 'jobSpec'), valueOf(root.node, 'trialJobSpec')]) {
    const prefix = scalarOf(valueOf(job, 'baseOutputDirectory'), 'outputUriPrefix');
    const bucket = /^gs:\/\/([a-z\d][\w.-]+)/.exec(prefix?.text ?? '')?.[1];
    if (!prefix || bucket === undefined) continue;
    yield {
      type: 'bucket-use',
      name: bucket,
      attributes: { provider: 'gs', uri: prefix.text },
      span: prefix.span,
    };
  }
}

import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { importsAny, methodsCalled, stringsOf } from '../../../shapes/python-script';

export default defineRule({
  id: 'python/no-model-stage',
  catalogue: ['mlflow-stage-uri'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A registered model is named by its stage.',
  why: 'MLflow deprecated stages in 2.9 and will remove them; there are only four, shared by everybody, and moving one changes what all readers load.',
  remedy:
    'Name the model by an alias, `models:/fraud@champion`, and set it with `set_registered_model_alias`.',
  references: [
    {
      title: 'MLflow: migrating from stages',
      url: 'https://mlflow.org/docs/latest/ml/model-registry/#migrating-from-stages',
    },
  ],
  messages: {
    uri: 'Model stages are deprecated; name the model by an alias instead of {stage}.',
    call: '{method} works on model stages, which are deprecated.',
  },
  fix: 'review',
  looksAt: [{ view: 'python/module', path: [] }],
  *check(at): Iterable<Report> {
    for (const { span } of stringsOf(at.document, true)) yield* inString(at, span);
    if (!importsAny(at.document, ['mlflow'])) return;
    for (const call of methodsCalled(at, 'transition_model_version_stage')) {
      yield { message: 'call', data: { method: 'transition_model_version_stage' }, span: call.anchor };
    }
    for (const call of methodsCalled(at, 'get_latest_versions')) {
      if (!call.has('keywords', 'stages') && !call.has('positional', '1')) continue;
      yield { message: 'call', data: { method: 'get_latest_versions' }, span: call.anchor };
    }
  },
  examples: {
    bad: [
      {
        path: 'score.py',
        message: 'uri',
        text: 'm = load("models:/fraud/«Production»")  # now\n',
        fixed: 'm = load("models:/fraud@champion")  # now\n',
      },
      {
        path: 'score.py',
        message: 'uri',
        text: "m = load(f'models:/{name}/«Staging»')\n",
        fixed: "m = load(f'models:/{name}@challenger')\n",
      },
      { path: 'score.py', message: 'uri', text: 'URI = "models:/fraud/«Archived»"\n' },
      {
        path: 'promote.py',
        message: 'call',
        text: 'from mlflow import MlflowClient\nc = MlflowClient()\n«c.transition_model_version_stage»("fraud", 3, "Production")\n',
      },
      {
        path: 'promote.py',
        message: 'call',
        text: 'import mlflow\n«client.get_latest_versions»("fraud", stages=["None"])\n',
      },
      {
        path: 'promote.py',
        message: 'call',
        text: 'import mlflow\n«client.get_latest_versions»("fraud", ["None"])\n',
      },
    ],
    good: [
      { path: 'score.py', text: 'm = load("models:/fraud@champion")\n' },
      { path: 'score.py', text: 'm = load("models:/fraud/7")\nx = "models:/fraud/Productions"\n' },
      { path: 'promote.py', text: 'import mlflow\nclient.get_latest_versions("fraud")\n' },
      { path: 'promote.py', text: 'client.transition_model_version_stage("fraud", 3, "Production")\n' },
    ],
  },
});

/** Aliases that say what the stage said; None and Archived have none. */
const aliases: Readonly<Record<string, string>> = { Production: 'champion', Staging: 'challenger' };

function* inString(at: NodeView, span: NodeView['span']): Iterable<Report> {
  const written = at.document.text.slice(span.start, span.end);
  const match = /models:\/[^/@\s'"]+\/(Production|Staging|Archived|None)(?![\w/-])/.exec(written);
  const stage = match?.[1];
  if (!match || stage === undefined) return;
  const end = span.start + match.index + match[0].length;
  const place = { start: end - stage.length, end };
  const alias = aliases[stage];
  const edits =
    alias === undefined ? undefined : [{ span: { start: place.start - 1, end }, text: `@${alias}` }];
  yield {
    message: 'uri',
    data: { stage },
    span: place,
    fix: at.fix('review', `Name the alias ${alias}`, edits),
  };
}

import { defineRule } from '../../../core';
import type { NodeView, Report, Span } from '../../../core';
import { compose } from '../example-files';
import { isLocalPath } from '../servers';
import { artifactStores } from '../sources';

export default defineRule({
  id: 'mlflow/no-local-artifact-root',
  catalogue: ['mlflow-local-artifact-root'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Clients are told to write artifacts to a folder.',
  why: 'The default artifact root is handed to the clients, which write there themselves: on another host the path is another disk, and log_model fails or hides the model there.',
  remedy: 'Use `--artifacts-destination`: the server then takes the artifacts and keeps them.',
  references: [artifactStores],
  messages: { local: 'Clients on other hosts cannot write to {uri}.' },
  fix: 'review',
  looksAt: [
    { view: 'mlflow/server', path: [] },
    { view: 'mlflow/variables', path: ['MLFLOW_DEFAULT_ARTIFACT_ROOT'] },
  ],
  *check(at): Iterable<Report> {
    const isServer = at.context.view.id === 'mlflow/server';
    const root = isServer ? at.text('options', option) : at.text();
    if (root.is !== 'known' || !isLocalPath(root.value)) return;
    const span = isServer ? optionSpan(at) : undefined;
    const fix = span && at.fix('review', 'Let the server keep the artifacts', [{ span, text: destination }]);
    yield { message: 'local', data: { uri: root.value }, span: root.span, fix };
  },
  examples: {
    bad: [
      compose('mlflow server --default-artifact-root «/mlartifacts» --port 5000', {
        fixed: 'mlflow server --artifacts-destination /mlartifacts --port 5000',
      }),
      compose('["mlflow", "server", "--default-artifact-root", «"file:///a"»]', {
        fixed: '["mlflow", "server", "--artifacts-destination", "file:///a"]',
      }),
      compose('mlflow server --no-serve-artifacts --default-artifact-root «./a»'),
      compose('mlflow server --artifacts-destination gs://b --default-artifact-root «./a»'),
      { path: '.env', text: 'MLFLOW_DEFAULT_ARTIFACT_ROOT=«/data/artifacts» # disk\n' },
    ],
    good: [
      compose('mlflow server --artifacts-destination /mlartifacts'),
      compose('mlflow server --default-artifact-root s3://b/m'),
      compose('mlflow server --default-artifact-root mlflow-artifacts:/'),
      compose('mlflow server --default-artifact-root $ROOT'),
      { path: '.env', text: 'MLFLOW_DEFAULT_ARTIFACT_ROOT=gs://b/m\n' },
    ],
  },
});

const option = '--default-artifact-root';
const destination = '--artifacts-destination';

/** The option's own letters, where writing the other one in their place is all that is needed. */
function optionSpan(server: NodeView): Span | undefined {
  if (server.has('options', '--no-serve-artifacts') || server.has('options', destination)) return undefined;
  const word = server.at('options', option)?.anchor;
  const start = word ? server.document.text.indexOf(option, word.start) : -1;
  return word && start >= 0 && start < word.end ? { start, end: start + option.length } : undefined;
}

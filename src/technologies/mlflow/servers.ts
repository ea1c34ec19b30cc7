import { known } from '../../core';
import type { NodeView, Value } from '../../core';
import { imageVersion } from '../../shapes/container-image';
import { compareVersions } from '../../systems/versions';

/** Where an option stands as a variable too. */
const variableOf: Readonly<Record<string, string>> = {
  '--backend-store-uri': 'MLFLOW_BACKEND_STORE_URI',
  '--default-artifact-root': 'MLFLOW_DEFAULT_ARTIFACT_ROOT',
  '--artifacts-destination': 'MLFLOW_ARTIFACTS_DESTINATION',
  '--host': 'MLFLOW_HOST',
  '--port': 'MLFLOW_PORT',
};

/** What a server was told by an option, else by its variable. Absent only where both are known to be. */
export function settingOf(server: NodeView, option: string): Value<string> {
  const own = server.text('options', option);
  if (own.is !== 'absent') return own;
  const variable = server.text('variables', variableOf[option] ?? option);
  if (variable.is !== 'absent') return variable;
  return server.has('complete') ? own : { is: 'unknown' };
}

/** Whether the server listens on all addresses. */
export function listensToAll(server: NodeView): boolean {
  const host = known(settingOf(server, '--host'));
  return host === '0.0.0.0' || host === '::' || host === '[::]';
}

/** Whether the image says that MLflow is older than that line; unknown counts as current. */
export function isOlderThan(server: NodeView, line: string): boolean {
  const version = imageVersion(known(server.text('image')) ?? '', /(?:^|\/)mlflow[\w-]*$/);
  return version !== undefined && compareVersions(version.line, line) < 0;
}

/** Whether the image says that MLflow is of that line or newer. */
export function isAtLeast(server: NodeView, line: string): boolean {
  const version = imageVersion(known(server.text('image')) ?? '', /(?:^|\/)mlflow[\w-]*$/);
  return version !== undefined && compareVersions(version.line, line) >= 0;
}

/** Whether a URI is a folder of this machine. */
export function isLocalPath(uri: string): boolean {
  return /^(?:file:|\.{0,2}\/|[A-Za-z]:\\)/.test(uri) || /^[\w.-]+$/.test(uri);
}

import { known } from '../../core';
import type { NodeView, Value } from '../../core';
import { settingOf } from './settings';
import type { Setting, SettingNames } from './settings';

/** The configuration in a deployment's or session job's specification; the specification itself where it has none. */
export function configOf(spec: NodeView): NodeView | undefined {
  const config = spec.map('flinkConfiguration');
  return config.is === 'known' ? config.value : undefined;
}

/** A setting of a deployment; absent also where there is no configuration at all, anchored at `specAnchor` then. */
export function deploymentSetting(spec: NodeView, names: SettingNames): Setting {
  const config = configOf(spec);
  if (config) return settingOf(config, names);
  const value = spec.get('flinkConfiguration');
  return { name: names[0], value: value.is === 'absent' ? value : { is: 'unknown' } };
}

/** The name under which a deployment of that Flink version should write a setting. */
export function nameFor(spec: NodeView, names: SettingNames): string {
  const version = known(spec.text('flinkVersion'));
  const old = names[names.length - 1] ?? names[0];
  return version !== undefined && version.startsWith('v1_') ? old : names[0];
}

/** How the job's state is carried over an upgrade; `stateless` is the operator's default. */
export function upgradeModeOf(spec: NodeView): Value<string> {
  return spec.text('job', 'upgradeMode');
}

/** Whether the deployment's own configuration says anything of state: checkpoints, savepoints, a backend. */
export function isStateful(spec: NodeView, settings: readonly SettingNames[]): boolean {
  return settings.some((names) => deploymentSetting(spec, names).value.is === 'known');
}

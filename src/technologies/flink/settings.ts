import type { NodeView, Value } from '../../core';

/** The first name is the one since Flink 1.20 (FLIP-406), the others are read as well, in this order. */
export type SettingNames = readonly [string, ...string[]];

/** Where checkpoints are written. */
export const checkpointDirectory: SettingNames = ['execution.checkpointing.dir', 'state.checkpoints.dir'];

/** Where savepoints are written. */
export const savepointDirectory: SettingNames = [
  'execution.checkpointing.savepoint-dir',
  'state.savepoints.dir',
];

/** Which sort of storage checkpoints go to. */
export const checkpointStorage: SettingNames = [
  'execution.checkpointing.storage',
  'state.checkpoint-storage',
];

/** How often checkpoints are taken. */
export const checkpointInterval: SettingNames = ['execution.checkpointing.interval'];

/** What holds the state between checkpoints. */
export const stateBackend: SettingNames = ['state.backend.type', 'state.backend'];

/** Whether a checkpoint holds only what changed. */
export const incrementalCheckpoints: SettingNames = [
  'execution.checkpointing.incremental',
  'state.backend.incremental',
];

/** How many checkpoints are kept. */
export const retainedCheckpoints: SettingNames = [
  'execution.checkpointing.num-retained',
  'state.checkpoints.num-retained',
];

/** How another JobManager takes over. */
export const highAvailability: SettingNames = ['high-availability.type', 'high-availability'];

/** What happens when a job fails. */
export const restartStrategy: SettingNames = ['restart-strategy.type', 'restart-strategy'];

/** Pairs of old and new names, each pair one setting. */
export const renamedSettings: readonly SettingNames[] = [
  checkpointDirectory,
  savepointDirectory,
  checkpointStorage,
  stateBackend,
  incrementalCheckpoints,
  retainedCheckpoints,
];

/** A setting as the configuration says it, under whichever of its names. */
export interface Setting {
  /** The name that it stands under; the first one when it is absent. */
  readonly name: string;
  readonly value: Value<string>;
}

/** Reads a setting; a map under an old name, such as `high-availability: {type: …}`, is not the setting itself. */
export function settingOf(config: NodeView, names: SettingNames): Setting {
  for (const name of names) {
    const value = config.text(name);
    if (value.is === 'known' || value.is === 'unknown') return { name, value };
  }
  return { name: names[0], value: config.text(names[0]) };
}

/** Whether a setting is surely not there. */
export function lacks(config: NodeView, names: SettingNames): boolean {
  return settingOf(config, names).value.is === 'absent';
}

/** The value of a setting in lower case, when it is known. */
export function settingText(config: NodeView, names: SettingNames): string | undefined {
  const { value } = settingOf(config, names);
  return value.is === 'known' ? value.value.trim().toLowerCase() : undefined;
}

/** Whether high availability is on; undefined when the file leaves it open. */
export function isHighlyAvailable(config: NodeView): boolean | undefined {
  const { value } = settingOf(config, highAvailability);
  if (value.is === 'absent') return false;
  return value.is === 'known' ? value.value.trim().toLowerCase() !== 'none' : undefined;
}

/** A duration of Flink such as `60s`, `1 min` or `60000` in milliseconds; undefined when it is none. */
export function durationMs(text: string): number | undefined {
  const match = /^(\d+)\s*([a-zµ]*)$/.exec(text.trim().toLowerCase());
  const factor = match && durationUnits[match[2] ?? ''];
  return match && factor !== undefined && factor !== null ? Number(match[1]) * factor : undefined;
}

const durationUnits: Readonly<Record<string, number>> = {
  '': 1,
  ms: 1,
  milli: 1,
  millis: 1,
  millisecond: 1,
  milliseconds: 1,
  s: 1000,
  sec: 1000,
  secs: 1000,
  second: 1000,
  seconds: 1000,
  m: 60_000,
  min: 60_000,
  minute: 60_000,
  minutes: 60_000,
  h: 3_600_000,
  hour: 3_600_000,
  hours: 3_600_000,
  d: 86_400_000,
  day: 86_400_000,
  days: 86_400_000,
};

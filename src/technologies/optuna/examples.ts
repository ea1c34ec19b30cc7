/** A script with a study, these lines, and nothing else. */
export const script = (lines: string): string => `import optuna\n${lines}\n`;

/** Hydra settings with these lines under `hydra.sweeper`, indented by four. */
export const hydra = (lines: string): string =>
  `defaults:\n  - _self_\n  - override hydra/sweeper: optuna\nhydra:\n  sweeper:\n${lines}`;

import { l10n } from 'vscode';

/** Numbers of things as the languages of the interface say them. */
export const counted = {
  files: (count: number): string => (count === 1 ? l10n.t('1 file') : l10n.t('{0} files', count)),
  findings: (count: number): string => (count === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', count)),
  rules: (count: number): string => (count === 1 ? l10n.t('1 rule') : l10n.t('{0} rules', count)),
};

import type { DocumentSelector } from 'vscode';

/** Languages whose files may be of one of our kinds, in any file system, and files without a language of their own. */
const languages = [
  'yaml',
  'json',
  'jsonc',
  'properties',
  'java-properties',
  'ini',
  'toml',
  'dockerfile',
  'dockercompose',
  'sql',
  'dotenv',
  'pip-requirements',
  'python',
  'terraform',
  'hcl',
  'helm',
  'github-actions-workflow',
  'plaintext',
  'markdown',
  'xml',
] as const;

/** Where our providers answer. */
export const documentSelector: DocumentSelector = languages.map((language) => ({ language }));

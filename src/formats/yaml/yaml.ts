import type * as Yaml from 'yaml';
import type { Comment, DocumentModel, Format } from '../../core';
import { yamlEdits } from './edits';
import { readFast } from './fast-road';
import { maskTemplates } from './masking';
import { yamlComments } from './token-spans';
import { readTolerant } from './tolerant-road';

/** YAML 1.2 with what Helm and Jinja leave of it: a fast road for valid text, a tolerant one for the rest. */
class YamlFormat implements Format {
  readonly id = 'yaml';
  readonly fileNames = [/\.ya?ml$/i, /^MLproject$/i, /^MLmodel$/i];
  readonly languages = ['yaml', 'dockercompose', 'helm', 'github-actions-workflow', 'azure-pipelines'];
  readonly multiDocument = true;
  readonly edits = yamlEdits;
  readonly commentMark = '#';
  private tolerant: typeof Yaml | undefined;

  comments(text: string): Comment[] {
    return yamlComments(text);
  }

  async load(): Promise<void> {
    this.tolerant ??= await import('yaml');
  }

  parse(text: string): DocumentModel | undefined {
    const { text: masked, ...template } = maskTemplates(text);
    const read = readFast(masked);
    return read && model(text, template, read.root, []);
  }

  parseTolerant(text: string): DocumentModel {
    if (!this.tolerant) throw new Error('The YAML format is used before it is loaded.');
    const { text: masked, ...template } = maskTemplates(text);
    const { root, problems } = readTolerant(this.tolerant, masked);
    return model(text, template, root, problems);
  }
}

/** The one YAML format. */
export const yamlFormat: Format = new YamlFormat();

function model(
  text: string,
  template: Pick<DocumentModel, 'masked' | 'templated'>,
  root: DocumentModel['root'],
  problems: DocumentModel['problems'],
): DocumentModel {
  return { format: 'yaml', text, root, problems, ...template };
}

import type { Memento } from 'vscode';
import type { Value } from '../../scaffold/expression';

/** An unfinished scaffold: what was chosen and answered until the input lost the focus. Secrets are never in it. */
export interface Draft {
  readonly template: string;
  readonly folder: string;
  readonly destination: string;
  readonly answers: Readonly<Record<string, Value>>;
}

const key = 'aiPatterns.scaffoldDraft';

/** Keeps the last draft of a workspace, so that losing the focus loses nothing. */
export class Drafts {
  constructor(private readonly memento: Memento) {}

  get(): Draft | undefined {
    return this.memento.get<Draft>(key);
  }

  async keep(draft: Draft): Promise<void> {
    await this.memento.update(key, draft);
  }

  async forget(): Promise<void> {
    await this.memento.update(key, undefined);
  }
}

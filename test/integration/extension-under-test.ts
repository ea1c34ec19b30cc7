import * as vscode from 'vscode';
import { present } from './expect';

const NAME = 'ai-engineering-patterns';

/** The parts of our manifest that suites read. */
export interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
  };
}

/** Our extension, as VS Code loaded it; the publisher may change, the name does not. */
export function getExtension(): vscode.Extension<unknown> {
  return present(
    vscode.extensions.all.find(({ id }) => id.endsWith(`.${NAME}`)),
    'our extension',
  );
}

/** Its manifest. */
export function getManifest(): Manifest {
  // VS Code gives it as `any`; that it has this shape is checked by a set test.
  return getExtension().packageJSON as Manifest;
}

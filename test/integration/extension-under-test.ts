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

/** Its manifest; the shape is checked by a set test. */
export function getManifest(): Manifest {
  const manifest: Manifest = getExtension().packageJSON;
  return manifest;
}

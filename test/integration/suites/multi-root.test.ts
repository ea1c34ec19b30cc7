import * as vscode from 'vscode';
import { present } from '../expect';
import { onLine, untilFindings } from '../findings';
import { closeEverything, fileAt, openInEditor } from '../workspace-files';

describe('a workspace with several folders', () => {
  before(function () {
    if (vscode.workspace.workspaceFile === undefined) this.skip();
  });
  afterEach(closeEverything);

  it('has findings in the files of each folder', async () => {
    const second = present(vscode.workspace.workspaceFolders?.[1], 'a second folder');
    for (const uri of [
      fileAt('kafka/server.properties'),
      vscode.Uri.joinPath(second.uri, 'streams/server.properties'),
    ]) {
      await openInEditor(uri);
      await untilFindings(uri, onLine(2), `a finding in ${uri.path}`);
    }
  });
});

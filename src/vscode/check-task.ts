import * as vscode from 'vscode';

const taskType = 'ai-patterns';

/** Offers `ai-patterns check` as a task whose findings go to the Problems view; only where there is a Node to run it. */
export function registerCheckTask(extensionUri: vscode.Uri): vscode.Disposable {
  const program = vscode.Uri.joinPath(extensionUri, 'dist', 'cli.cjs').fsPath;
  const taskFor = (folder: vscode.WorkspaceFolder, definition: vscode.TaskDefinition): vscode.Task => {
    const given: unknown = definition['arguments'];
    const extra = Array.isArray(given) ? given.map(String) : [];
    const execution = new vscode.ProcessExecution(process.execPath, [program, 'check', '.', ...extra], {
      cwd: folder.uri.fsPath,
      // On the desktop the executable is Electron, which runs as Node when told so.
      env: { ELECTRON_RUN_AS_NODE: '1' },
    });
    const task = new vscode.Task(definition, folder, 'check', 'AI Patterns', execution, '$ai-patterns');
    task.group = vscode.TaskGroup.Test;
    return task;
  };
  return vscode.tasks.registerTaskProvider(taskType, {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === 'file')
        .map((folder) => taskFor(folder, { type: taskType })),
    resolveTask: (task) => {
      const folder = typeof task.scope === 'object' ? task.scope : vscode.workspace.workspaceFolders?.[0];
      return folder ? taskFor(folder, task.definition) : undefined;
    },
  });
}

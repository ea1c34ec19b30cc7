import * as vscode from 'vscode';
import { AgentTools, ToolError } from '../../agents/agent-tools';
import { toolDefinitions } from '../../agents/tool-definitions';
import type { ToolDefinition } from '../../agents/tool-definitions';
import { findingsOfFiles } from '../../findings-of-files';
import type { Plan } from '../../scaffold/plan';
import type { TemplateStore } from '../../scaffold/template-store';
import { planHost } from '../scaffold/system-folder';
import type { DiskFactory } from '../scaffold/system-folder';
import type { WorkspaceChecker } from '../workspace-checker';

type Input = Readonly<Record<string, unknown>>;

/** Name of a tool in VS Code: unique among all extensions. */
export function toolId(name: string): string {
  return `ai-patterns_${name}`;
}

/** Registers the tools with VS Code's language models; a tool that writes asks first and shows the real plan. */
export function registerLanguageModelTools(
  checker: WorkspaceChecker,
  templates: TemplateStore,
  diskFor: DiskFactory,
): vscode.Disposable[] {
  const workspaces = new Map<string, AgentTools>();
  const toolsOfWorkspace = async (): Promise<AgentTools> => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    if (!folder) throw new ToolError('No folder is open. Ask the user to open one.');
    const key = folder.uri.toString();
    const tools = workspaces.get(key) ?? (await makeTools(folder, checker, templates, diskFor));
    workspaces.set(key, tools);
    return tools;
  };
  return toolDefinitions.map((definition) =>
    vscode.lm.registerTool<Input>(toolId(definition.name), new AgentTool(definition, toolsOfWorkspace)),
  );
}

class AgentTool implements vscode.LanguageModelTool<Input> {
  constructor(
    private readonly definition: ToolDefinition,
    private readonly tools: () => Promise<AgentTools>,
  ) {}

  async prepareInvocation({
    input,
  }: vscode.LanguageModelToolInvocationPrepareOptions<Input>): Promise<vscode.PreparedToolInvocation> {
    const invocationMessage = vscode.l10n.t('AI Patterns: {0}', this.definition.title);
    if (!this.definition.writes) return { invocationMessage };
    const plan = (await this.tools()).planOf(String(input['hash']));
    const message = plan
      ? planMarkdown(plan)
      : vscode.l10n.t('No plan has this hash; nothing will be written.');
    return {
      invocationMessage,
      confirmationMessages: { title: vscode.l10n.t('Write these files?'), message },
    };
  }

  async invoke({
    input,
  }: vscode.LanguageModelToolInvocationOptions<Input>): Promise<vscode.LanguageModelToolResult> {
    const value = await (await this.tools()).call(this.definition.name, input);
    return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(JSON.stringify(value))]);
  }
}

/** The plan as the user is asked about it: every file that would change. */
function planMarkdown({ files, components }: Plan): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.appendText(
    components
      .map(({ template, version, destination }) => `${template} ${version} → ${destination || '.'}`)
      .join('\n'),
  );
  const changed = files.filter(({ action }) => action !== 'unchanged' && action !== 'skip');
  text.appendCodeblock(changed.map(({ path, action }) => `${action.padEnd(8)} ${path}`).join('\n'), 'text');
  return text;
}

async function makeTools(
  folder: vscode.WorkspaceFolder,
  checker: WorkspaceChecker,
  templates: TemplateStore,
  diskFor: DiskFactory,
): Promise<AgentTools> {
  return new AgentTools({
    templates,
    parts: await checker.loadParts(),
    disk: diskFor(folder.uri),
    planHost: planHost(folder.uri),
    checkPaths: async (paths) => {
      const home = await checker.homeOf(folder.uri);
      await checker.settled();
      const meant = (path: string): boolean =>
        paths.some(
          (named) =>
            named === '.' ||
            named === '' ||
            path === named ||
            path.startsWith(`${named.replace(/\/$/, '')}/`),
        );
      return [...home.project.paths()].filter(meant).flatMap((path) => home.project.findingsOf(path));
    },
    checkTexts: (texts) =>
      findingsOfFiles(
        texts.map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) })),
        new Date().toISOString().slice(0, 10),
      ),
  });
}

import * as vscode from 'vscode';
import { assert, assertEqual } from '../expect';
import { getManifest } from '../extension-under-test';

const names = [
  'apply_plan',
  'check_files',
  'explain_rule',
  'list_components',
  'plan_component',
  'plan_update',
];

async function call(name: string, input: object): Promise<string> {
  const result = await vscode.lm.invokeTool(`ai-patterns_${name}`, { input, toolInvocationToken: undefined });
  return result.content
    .map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : ''))
    .join('');
}

describe('tools for language models', () => {
  it('are offered as the manifest says', () => {
    const offered = vscode.lm.tools
      .filter(({ name }) => name.startsWith('ai-patterns_'))
      .map(({ name }) => name);
    assertEqual(
      offered.sort(),
      names.map((name) => `ai-patterns_${name}`),
      'tools',
    );
    assert(getManifest().contributes.commands.length > 0, 'the manifest was read');
  });

  it('list components, plan one and check texts, writing nothing', async () => {
    assert(
      (await call('list_components', {})).includes('data-pipeline/kafka'),
      'the Kafka component is listed',
    );
    const planned = await call('plan_component', { template: 'data-pipeline/kafka', destination: 'planned' });
    assert(planned.includes('planned/pyproject.toml'), 'the plan names its files');
    const found = await call('check_files', {
      texts: [
        { path: 'server.properties', text: 'process.roles=broker\nunclean.leader.election.enable=true\n' },
      ],
    });
    assert(found.includes('kafka/no-unclean-leader-election'), found);
    const files = await vscode.workspace.findFiles('planned/**');
    assertEqual(files.length, 0, 'files written by a plan');
  });
});

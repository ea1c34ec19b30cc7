import { strict as assert } from 'node:assert';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { toolDefinitions } from '../../../src/agents/tool-definitions';
import { Sandbox } from './command-line';

const program = path.resolve(import.meta.dirname, '../../../dist/cli.cjs');

describe('ai-patterns mcp', () => {
  let box: Sandbox;
  let client: Client;
  before(async function () {
    this.timeout(20_000);
    box = new Sandbox();
    client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [program, 'mcp'], cwd: box.folder }),
    );
  });
  after(async () => {
    await client.close();
    box.remove();
  });

  const call = async (
    name: string,
    input: Record<string, unknown>,
  ): Promise<{ error: boolean; value: string }> => {
    const result = await client.callTool({ name, arguments: input });
    const [content] = result.content;
    return { error: result.isError === true, value: content?.type === 'text' ? content.text : '' };
  };

  it('lists the tools with their schemas', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name),
      toolDefinitions.map(({ name }) => name),
    );
    assert.equal(tools.find(({ name }) => name === 'apply_plan')?.annotations?.readOnlyHint, false);
  });

  it('plans a component, applies that plan by its hash, and finds nothing wrong in it', async function () {
    this.timeout(20_000);
    const planned = JSON.parse(
      (await call('plan_component', { template: 'data-pipeline/kafka', destination: 'pay' })).value,
    );
    assert.ok(planned.files.length > 20);
    assert.equal((await call('apply_plan', { hash: 'none' })).error, true);
    const applied = await call('apply_plan', { hash: planned.hash });
    assert.equal(applied.error, false, applied.value);
    const checked = JSON.parse((await call('check_files', { paths: ['pay'] })).value);
    assert.deepEqual(checked.findings, []);
  });

  it('refuses what it cannot do in words for the model', async () => {
    for (const [name, input, says] of [
      ['plan_component', { template: 'no/such' }, 'There is no template "no/such"'],
      ['plan_component', { template: 'data-pipeline/kafka', destination: '../out' }, '..'],
      ['plan_component', { template: 'data-pipeline/kafka', answers: { topic: 'a b' } }, 'topic'],
      ['explain_rule', { rule: 'no/such' }, 'There is no rule'],
      ['check_files', {}, 'Give paths or texts'],
    ] as const) {
      const { error, value } = await call(name, { ...input });
      assert.ok(error, name);
      assert.ok(value.includes(says), value);
    }
  });

  it('checks texts that are not written, and explains what it found', async () => {
    const texts = [
      { path: 'server.properties', text: 'process.roles=broker\nunclean.leader.election.enable=true\n' },
    ];
    const { findings } = JSON.parse((await call('check_files', { texts })).value);
    const [found] = findings.filter(
      (each: { rule: string }) => each.rule === 'kafka/no-unclean-leader-election',
    );
    assert.equal(found.line, 2);
    assert.match((await call('explain_rule', { rule: found.rule })).value, /lost/);
  });
});

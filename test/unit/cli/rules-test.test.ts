import { strict as assert } from 'node:assert';
import { Sandbox } from './command-line';

const rule = 'kafka/no-unclean-leader-election';
const broker = (unclean: string): string =>
  `process.roles=broker\n${unclean}log.dirs=/data\nlisteners=SSL://:9093\nmin.insync.replicas=2\ndefault.replication.factor=3\nauto.create.topics.enable=false\noffsets.topic.replication.factor=3\ntransaction.state.log.replication.factor=3\ntransaction.state.log.min.isr=2\n`;
const unclean = 'unclean.leader.election.enable=true\n';

describe('ai-patterns rules test', () => {
  let box: Sandbox;
  beforeEach(() => {
    box = new Sandbox();
    // Only one rule counts here, so that the cases do not change with every other rule.
    box.write({ '.ai-patterns.yaml': `rules:\n  kafka/*: "off"\n  ${rule}: error\n` });
  });
  afterEach(() => {
    box.remove();
  });

  it('passes files that give what their comments expect, and those that expect and give nothing', async () => {
    box.write({
      'cases/bad.properties': broker(
        `# ai-patterns-expect: ${rule} error -- we lost data in May\n${unclean}`,
      ),
      'cases/good.properties': broker(''),
      'cases/suppressed.properties': broker(`# ai-patterns-disable-next-line ${rule} -- a lab\n${unclean}`),
      'cases/notes.txt': 'nothing of ours',
    });
    const { code, out } = await box.run('rules', 'test', 'cases');
    assert.equal(
      out,
      'ok      bad.properties\nok      good.properties\nok      suppressed.properties\n3 cases passed, 0 failed\n',
    );
    assert.equal(code, 0);
  });

  it('fails on a finding that is missing, unexpected, elsewhere or of another severity', async () => {
    box.write({
      'cases/elsewhere.properties': broker(`${unclean}# ai-patterns-expect: ${rule}\n`),
      'cases/milder.properties': broker(`# ai-patterns-expect: ${rule} warning\n${unclean}`),
      'cases/missing.properties': broker(`# ai-patterns-expect: ${rule}\n`),
      'cases/unexpected.properties': broker(unclean),
      'cases/unknown.properties': broker('# ai-patterns-expect: kafka/no-such\n'),
      'cases/unclear.properties': broker(`# ai-patterns-expect: ${rule} fatal\n`),
    });
    const { code, out } = await box.run('rules', 'test', 'cases');
    assert.equal(code, 1);
    for (const expected of [
      `elsewhere.properties:2: Not expected: ${rule} (error): Unclean leader election loses acknowledged records.`,
      `elsewhere.properties:4: Expected ${rule}, which found nothing here.`,
      `milder.properties:3: Expected ${rule} as warning, but it is error.`,
      `missing.properties:3: Expected ${rule}, which found nothing here.`,
      `unexpected.properties:2: Not expected: ${rule} (error): Unclean`,
      'unknown.properties:3: There is no rule "kafka/no-such".',
      'unclear.properties:2: Write "ai-patterns-expect: technology/rule"',
      '0 cases passed, 6 failed',
    ])
      assert.ok(out.includes(expected), `${expected}\n${out}`);
  });

  it('plays a folder as a workspace of its own, with settings of its own', async () => {
    box.write({
      'cases/team/.ai-patterns.yaml': `rules:\n  ${rule}: info\n`,
      'cases/team/kafka/server.properties': broker(`# ai-patterns-expect: ${rule} info\n${unclean}`),
      'cases/other/server.properties': broker(`# ai-patterns-expect: ${rule} error\n${unclean}`),
    });
    const { code, out } = await box.run('rules', 'test', 'cases');
    assert.equal(code, 0, out);
  });

  it('plays cases that the settings leave out elsewhere', async () => {
    box.write({
      '.ai-patterns.yaml': `ignore: [cases/]\nrules:\n  kafka/*: "off"\n  ${rule}: error\n`,
      'cases/bad.properties': broker(unclean),
    });
    assert.equal((await box.run('check', '.')).code, 0);
    assert.equal((await box.run('rules', 'test', 'cases')).code, 1);
  });

  it('takes expectations for files without comments from expect.yaml', async () => {
    const connector = JSON.stringify({ 'unclean.leader.election.enable': 'true' }, null, 1);
    box.write({ 'cases/a.properties': broker(unclean), 'cases/b.json': connector });
    box.write({ 'cases/expect.yaml': `a.properties:\n  - { rule: ${rule}, line: 2, severity: error }\n` });
    assert.equal((await box.run('rules', 'test', 'cases')).code, 0);
    box.write({ 'cases/expect.yaml': `a.properties:\n  - { rule: ${rule}, line: 3 }\n` });
    assert.equal((await box.run('rules', 'test', 'cases')).code, 1);
    box.write({ 'cases/expect.yaml': `a.properties:\n  - { rule: ${rule}, lines: 2 }\n` });
    assert.match((await box.run('rules', 'test', 'cases')).out, /expect\.yaml: "a\.properties" needs a list/);
  });

  it('prints JSON with zero-based lines', async () => {
    box.write({ 'cases/unexpected.properties': broker(unclean) });
    const { out } = await box.run('rules', 'test', 'cases', '--format', 'json');
    const message = `Not expected: ${rule} (error): Unclean leader election loses acknowledged records.`;
    assert.deepEqual(JSON.parse(out), {
      version: 1,
      test: [
        {
          name: 'unexpected.properties',
          problems: [{ line: 1, message, path: 'unexpected.properties' }],
        },
      ],
    });
  });

  it('refuses a folder that is not there or holds no case, with 2', async () => {
    box.write({ 'empty/notes.txt': 'nothing' });
    assert.equal((await box.run('rules', 'test', 'nowhere')).code, 2);
    assert.equal((await box.run('rules', 'test', 'empty')).code, 2);
    assert.equal((await box.run('rules', 'test')).code, 2);
  });
});

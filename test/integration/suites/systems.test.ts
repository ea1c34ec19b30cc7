import * as vscode from 'vscode';
import { assert, assertEqual, present } from '../expect';
import { none, ruleOf, untilFindings } from '../findings';
import { closeEverything, fileAt, openInEditor, replaceText, writeFile } from '../workspace-files';

const rule = 'systems/no-broken-wiring';
const hash = 'a'.repeat(64);
const topic = (name: string): string => `apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata:
  name: ${name}
  labels: { strimzi.io/cluster: main }
spec: { partitions: 6, replicas: 3, config: { min.insync.replicas: 2, retention.ms: 604800000 } }
`;
const ingest = `version: 1
template: team/producer@1.0.0
destination: wired/ingest
answers: {}
provides:
  - id: events
    port: topic
    name: wired-payments
    attributes: {}
    told: { file: topic.yaml, names: [wired-payments] }
files: { topic.yaml: ${hash} }
`;
const scoring = `version: 1
template: team/consumer@1.0.0
destination: wired/scoring
answers: {}
bindings: { input: ingest.events }
wired: { input: wired-payments }
files: { app.py: ${hash} }
`;
const reader =
  'from confluent_kafka import Consumer\n\nconsumer = Consumer({})\nconsumer.subscribe(["wired-payments"])\n';

const hasRule = (findings: readonly vscode.Diagnostic[]): boolean =>
  findings.some((finding) => ruleOf(finding) === rule);

describe('the wiring of a system', () => {
  after(async () => {
    await closeEverything();
    for (const path of ['wired', '.ai-patterns'])
      await vscode.workspace.fs.delete(fileAt(path), { recursive: true });
  });

  it('is a finding in both files where a topic was renamed in one, each related to the other', async () => {
    for (const [id, text] of Object.entries({ ingest, scoring }))
      await openInEditor(await writeFile(`.ai-patterns/components/${id}.yaml`, text));
    const app = await writeFile('wired/scoring/app.py', reader);
    await openInEditor(app);
    const declared = await openInEditor(
      await writeFile('wired/ingest/topic.yaml', topic('wired-payments-v2')),
    );
    for (const [uri, other] of [
      [app, declared.uri],
      [declared.uri, app],
    ] as const) {
      const findings = await untilFindings(uri, hasRule, `the broken wire in ${uri.path}`);
      const found = present(
        findings.find((finding) => ruleOf(finding) === rule),
        'the finding',
      );
      assert(found.message.includes('is "wired-payments-v2" now'), found.message);
      const related = (found.relatedInformation ?? []).map(({ location }) => location.uri.toString());
      assertEqual(related, [other.toString()], 'the related file');
    }
    await replaceText(declared, topic('wired-payments'));
    await untilFindings(declared.uri, none, 'no finding once the name is back');
    await untilFindings(app, (findings) => !hasRule(findings), 'no finding in the other file either');
  });
});

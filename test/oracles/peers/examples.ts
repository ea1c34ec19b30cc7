import { registry } from '../../sets/registry-under-test';
import { unmark } from '../../sets/rule-examples';

// Prints every example of the rules of some technologies as JSON, for run.mjs.
const wanted = ['dockerfile', 'github-actions'];
const rows = [...registry.rules.values()]
  .filter((rule) => wanted.includes(rule.id.split('/')[0] ?? ''))
  .flatMap((rule) => [
    ...rule.examples.bad.map((example) => ({ rule, example, bad: true })),
    ...rule.examples.good.map((example) => ({ rule, example, bad: false })),
  ])
  .map(({ rule, example, bad }) => ({
    rule: rule.id,
    equivalents: rule.equivalents,
    bad,
    path: example.path,
    text: unmark(example.text)?.text ?? example.text,
  }));
process.stdout.write(JSON.stringify(rows));

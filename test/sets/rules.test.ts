import { strict as assert } from 'node:assert';
import type { Rule } from '../../src/core';
import { registry } from './registry-under-test';
import { faultOfBad, faultOfGood } from './rule-examples';

// TECHNOLOGY=kafka,strimzi narrows the run to the rules of those technologies.
const wanted = process.env['TECHNOLOGY']?.split(',');
const rules = [...registry.rules.values()].filter(
  (rule) => !wanted || wanted.includes(rule.id.split('/')[0] ?? ''),
);

describe('rules', () => {
  it('are there', () => {
    assert.ok(rules.length > 0);
  });

  for (const rule of rules) {
    describe(rule.id, () => {
      rule.examples.bad.forEach((example, index) => {
        it(`finds bad example ${index + 1}`, async () => {
          const fault = await faultOfBad(registry, rule, example);
          assert.equal(fault, undefined, `${rule.id}: bad example ${index + 1} ${fault}\n${example.text}`);
        });
      });
      rule.examples.good.forEach((example, index) => {
        it(`is silent on good example ${index + 1}`, async () => {
          const fault = await faultOfGood(registry, rule, example);
          assert.equal(fault, undefined, `${rule.id}: good example ${index + 1} ${fault}\n${example.text}`);
        });
      });
      it('is well made', () => {
        assert.deepEqual(faultsOfShape(rule), []);
      });
    });
  }
});

function faultsOfShape(rule: Rule): string[] {
  const faults: string[] = [];
  const demand = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };
  demand(
    /^[a-z0-9-]+\/(?:no|require|limit)-[a-z0-9-]+$/.test(rule.id),
    'id is not technology/(no|require|limit)-name',
  );
  demand(rule.examples.bad.length > 0 && rule.examples.good.length > 0, 'needs bad and good examples');
  demand(rule.references.length > 0, 'has no source');
  for (const { url } of rule.references)
    demand(/^https:\/\/\S+$/.test(url), `source is no https address: ${url}`);
  for (const text of [rule.summary, rule.why, rule.remedy, ...Object.values(rule.messages)]) {
    demand(/^[^\s].*[.`)]$/s.test(text) && !/\bplease\b|!$/i.test(text), `not a plain sentence: ${text}`);
  }
  for (const { view } of rule.looksAt)
    demand(registry.view(view) !== undefined, `looks at an unknown view: ${view}`);
  const fixes = rule.examples.bad.some((example) => example.fixed !== undefined);
  const offers = typeof rule.fix === 'string';
  demand(
    offers === fixes,
    offers ? 'promises a fix that no example shows' : 'shows a fix that it does not promise',
  );
  demand(rule.migration === undefined || offers, 'is a migration without a fix');
  for (const key of Object.keys(rule.messages)) {
    const shown =
      Object.keys(rule.messages).length === 1 || rule.examples.bad.some((example) => example.message === key);
    demand(shown, `no bad example shows the message "${key}"`);
  }
  for (const equivalent of rule.equivalents)
    demand(/^[a-z-]+:\S+$/.test(equivalent), `equivalent is not peer:id: ${equivalent}`);
  return faults;
}

import { strict as assert } from 'node:assert';
import { settleAnswers } from '../../../src/scaffold/answers';
import {
  evaluate,
  isTruthy,
  parseExpression,
  type Expression,
  type Value,
} from '../../../src/scaffold/expression';
import { checkTemplate } from '../../../src/scaffold/load-template';
import { isUnreachable } from '../../../src/scaffold/reachability';
import type { Manifest } from '../../../src/scaffold/template';
import { bytesOf } from '../../../src/scaffold/text';

const head = `id: team/app
version: 1.0.0
title: App
description: An app.
questions:
  - { name: engine, type: choice, title: Engine, options: [kafka, flink, beam], default: kafka }
  - { name: tls, type: boolean, title: TLS, default: true }
  - { name: replicas, type: number, title: Replicas, default: 2, validate: { min: 1, max: 9 } }
  - { name: share, type: number, whole: false, title: Share, default: 0.5, validate: { min: 0, max: 1 } }
  - { name: topic, type: text, title: Topic, default: orders }
  - { name: metrics, type: multi-choice, title: Metrics, options: [lag, rate], default: [] }
derived:
  secure: tls and engine != 'beam'
  label: concat(topic, '-', engine)
`;
const use =
  '{{plain engine}} {{plain tls}} {{plain replicas}} {{plain share}} {{plain topic}} {{plain (join metrics ",")}} {{plain secure}} {{plain label}}\n';

/** What the check says of a template with these rules of files and this file. */
function problemsOf(rules: string, text = ''): readonly string[] {
  const files = { 'template.yaml': `${head}files:\n${rules}`, 'files/a.txt.hbs': use + text };
  const { problems } = checkTemplate(
    Object.entries(files).map(([path, content]) => ({ path, bytes: bytesOf(content) })),
  );
  return problems.map(({ path, line, column, message }) => `${path}:${line}:${column} ${message}`);
}

const manifest: Manifest = checkTemplate([
  { path: 'template.yaml', bytes: bytesOf(head) },
  { path: 'files/a.txt.hbs', bytes: bytesOf(use) },
]).template.manifest;

function parsed(text: string): Expression {
  const result = parseExpression(text);
  if (!result.ok) throw new Error(`${text}: ${result.message}`);
  return result.expression;
}

describe('reachability of conditions', () => {
  for (const text of [
    "engine == 'kafka' and engine == 'flink'",
    "engine != 'kafka' and engine != 'flink' and engine != 'beam'",
    "engine in ['kafka', 'flink'] and engine == 'beam'",
    'tls and not tls',
    'replicas > 9',
    'replicas < 1',
    'replicas > 3 and replicas < 4',
    'replicas >= 4 and replicas <= 3',
    'share > 1',
    'share < 0.5 and share > 0.5',
    "topic == 'a' and topic == 'b'",
    "topic == 'a' and topic not in ['a', 'c']",
    "'lag' in metrics and length(metrics) == 0",
    "secure and engine == 'beam'",
    'not tls and secure',
  ])
    it(`says that nothing makes hold: ${text}`, () => {
      assert.ok(isUnreachable([parsed(text)], manifest));
      const rules = `  - { path: a.txt.hbs, when: "${text}" }\n`;
      const column = rules.indexOf('when: "') + 'when: "'.length + (text.startsWith('not') ? 1 : 1);
      assert.deepEqual(problemsOf(rules), [`template.yaml:16:${column} No answers make this hold.`]);
    });

  for (const text of [
    "engine == 'kafka' and tls",
    'replicas > 3 and replicas < 5',
    'share > 0.5 and share < 0.6',
    'share > 0 and share < 1',
    'replicas == 9',
    "topic == 'a' or topic == 'b'",
    "topic != 'a' and topic != 'b' and topic != 'orders'",
    "topic != '' and topic in ['x']",
    "metrics == ['rate', 'lag']",
    "'lag' in metrics and 'rate' in metrics",
    "label == 'orders-kafka' and topic == 'payments'",
    "'ord' in topic and topic == 'orders'",
    'replicas * 2 > 40',
    'secure',
    "length(topic) > 3 and topic == 'ab'",
  ])
    it(`says nothing of: ${text}`, () => {
      assert.ok(!isUnreachable([parsed(text)], manifest));
      assert.deepEqual(problemsOf(`  - { path: a.txt.hbs, when: "${text}" }\n`), []);
    });

  it('underlines the side of an "or" that never holds', () => {
    const rules = `  - { path: a.txt.hbs, when: "tls or (replicas > 3 and replicas < 2)" }\n`;
    const column = rules.indexOf('replicas > 3') + 1;
    assert.deepEqual(problemsOf(rules), [
      `template.yaml:16:${column} No answers make this side of the "or" hold.`,
    ]);
  });

  it('sees rules of one file that exclude each other', () => {
    const rules = `  - { path: '*.hbs', when: tls }\n  - { path: a.txt.hbs, when: not tls }\n`;
    assert.deepEqual(problemsOf(rules), [
      'template.yaml:17:30 a.txt.hbs is never written: this and its other rules never hold together.',
    ]);
  });

  it('sees a block that contradicts the blocks around it, and its own file’s rule, and says it once', () => {
    const text = `{{#if (eq engine 'kafka')}}
{{#if (eq engine 'flink')}}
{{#if tls}}never{{/if}}
{{else}}
always
{{/if}}
{{else if (eq engine 'kafka')}}
never
{{/if}}
{{#unless tls}}off{{else}}on{{/unless}}
`;
    const says = 'No answers lead here: the condition never holds.';
    const rules = `  - { path: a.txt.hbs, when: "engine != 'beam'" }\n`;
    assert.deepEqual(problemsOf(rules, text), [`files/a.txt.hbs:3:1 ${says}`, `files/a.txt.hbs:8:1 ${says}`]);
    assert.deepEqual(
      problemsOf('  - { path: a.txt.hbs, when: tls }\n', '{{#if tls}}on{{else}}off{{/if}}\n'),
      [`files/a.txt.hbs:2:22 ${says}`],
    );
  });

  it('decides nothing by the items of a list', () => {
    const text = "{{#each metrics}}{{#if (eq this 'lag')}}a{{/if}}{{/each}}\n";
    assert.deepEqual(problemsOf('  - { path: a.txt.hbs, when: tls }\n', text), []);
  });

  it('never calls unreachable what some answers make hold', () => {
    const random = randomFrom(7);
    const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
    const atoms = [
      ...['kafka', 'flink', 'beam'].flatMap((engine) => [`engine == '${engine}'`, `engine != '${engine}'`]),
      ...[0, 1, 2, 5, 9].flatMap((n) => [`replicas < ${n}`, `replicas >= ${n}`, `replicas == ${n}`]),
      ...['0', '0.5', '1'].flatMap((n) => [`share > ${n}`, `share <= ${n}`]),
      ...["topic == 'a'", "topic != 'b'", "topic in ['a', 'b']", "'lag' in metrics", "'rate' not in metrics"],
      ...['tls', 'secure', 'length(metrics) > 1', "label == 'a-kafka'", "engine in ['kafka', 'beam']"],
    ];
    const grow = (depth: number): string => {
      if (depth === 0) return pick(atoms);
      const sides = `(${grow(depth - 1)}) ${pick(['and', 'and', 'or'])} (${grow(depth - 1)})`;
      return random() < 0.2 ? `not (${sides})` : sides;
    };
    let unreachable = 0;
    for (let round = 0; round < 300; round++) {
      const text = grow(2);
      const condition = parsed(text);
      if (!isUnreachable([condition], manifest)) continue;
      unreachable++;
      for (let tries = 0; tries < 200; tries++) {
        const answers: Readonly<Record<string, Value>> = {
          engine: pick(['kafka', 'flink', 'beam']),
          tls: random() < 0.5,
          replicas: 1 + Math.floor(random() * 9),
          share: pick([0, 0.25, 0.5, 0.75, 1, random()]),
          topic: pick(['a', 'b', 'c', 'orders']),
          metrics: pick([[], ['lag'], ['rate'], ['rate', 'lag'], ['lag', 'rate']]),
        };
        const settled = settleAnswers(manifest, answers);
        assert.ok(settled.ok);
        assert.ok(!isTruthy(evaluate(condition, settled.value.scope)), `${text} ${JSON.stringify(answers)}`);
      }
    }
    assert.ok(unreachable > 20, `${unreachable} of 300 are unreachable`);
  });
});

/** Numbers from 0 to 1 that are the same in each run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

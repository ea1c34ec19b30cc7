import { strict as assert } from 'node:assert';
import {
  findExpressions,
  literalText,
  partsOf,
  readExpression,
} from '../../../src/formats/expressions/expressions';

const accepted = [
  'github.event.commits[0].message',
  "contains(github.ref, 'a') && !cancelled() || failure('b')",
  "format('it''s {0}', matrix.os)",
  'steps.a-b.outputs.c == 1.5e3',
  '(1 < 2) != (0xff >= -1)',
  'github.event.*.name',
  "fromJSON('[1]')[0]",
  'true && null',
  "env[format('a{0}', 1)]",
];
const refused = [
  'github.',
  ' "a" ',
  'unknown.a',
  'nothing()',
  'contains(1)',
  'github.a github.b',
  'github[',
  '(1',
  "'a",
  'a b',
  '&& 1',
  'github..a',
  'TRUE',
];

describe('expressions of GitHub Actions', () => {
  it('are found with their places, whatever stands around', () => {
    const text = 'echo "${{ github.sha }}" and ${{ format(\'}}\') }} end ${{ open';
    const found = findExpressions(text).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(found, ['${{ github.sha }}', "${{ format('}}') }}"]);
  });

  it('tell which values they read, indexes and filters too', () => {
    const read = readExpression(
      " github.event.commits[0].message || steps['a'].outputs.b && matrix.*.c || env[vars.D] ",
    );
    assert.deepEqual(read.is === 'read' && read.paths, [
      ['github', 'event', 'commits', '0', 'message'],
      ['steps', 'a', 'outputs', 'b'],
      ['matrix', '*', 'c'],
      ['env', '*'],
      ['vars', 'D'],
    ]);
  });

  it('tell which functions they call, and paths within the arguments', () => {
    const read = readExpression('toJSON(secrets) == fromJSON(env.A)');
    assert.ok(read.is === 'read');
    assert.deepEqual(
      read.calls.map(({ name }) => name),
      ['tojson', 'fromjson'],
    );
    assert.deepEqual(read.paths, [['secrets'], ['env', 'A']]);
  });

  it('bind && closer than ||, and decode strings', () => {
    const read = readExpression("github.a || github.b && 'it''s'");
    assert.ok(read.is === 'read' && read.root.is === 'logical');
    assert.equal(read.root.operator, '||');
    assert.equal(literalText(partsOf(partsOf(read.root)[1] ?? read.root)[1]), "it's");
  });

  it('are broken when empty or nested beyond reason', () => {
    assert.equal(readExpression('  ').is, 'broken');
    assert.equal(readExpression(`${'('.repeat(5000)}1`).is, 'broken');
  });

  for (const body of accepted) it(`accept ${body}`, () => assert.equal(readExpression(body).is, 'read'));
  for (const body of refused) it(`refuse ${body}`, () => assert.equal(readExpression(body).is, 'broken'));

  it("agree with GitHub's own parser", async () => {
    const { Lexer, Parser } = await import('@actions/expressions');
    const contexts = ['github', 'env', 'vars', 'matrix', 'steps'];
    const own = ['always', 'cancelled', 'failure'].map((name) => ({ name, minArgs: 0, maxArgs: 9 }));
    const takes = (body: string): boolean => {
      try {
        new Parser(new Lexer(body).lex().tokens, contexts, own).parse();
        return true;
      } catch {
        return false;
      }
    };
    assert.deepEqual(
      [...accepted, ...refused].filter((body) => takes(body) !== (readExpression(body).is === 'read')),
      [],
    );
  });
});

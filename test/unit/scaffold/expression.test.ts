import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { validateAnswer } from '../../../src/scaffold/answer-check';
import { answerFromText } from '../../../src/scaffold/answers';
import {
  evaluate,
  isTruthy,
  namesIn,
  parseExpression,
  scopeOf,
  type Value,
} from '../../../src/scaffold/expression';
import { RefusedValue } from '../../../src/scaffold/result';
import { compilePattern } from '../../../src/scaffold/safe-pattern';
import type { Question } from '../../../src/scaffold/template';
import { isTextFormat, textFormats } from '../../../src/scaffold/text-formats';

const scope = scopeOf({
  a: 'x',
  b: 'My topic.v1',
  n: 3,
  on: true,
  off: false,
  list: ['x', 'y'],
  none: [],
  empty: '',
});

function compute(text: string): Value {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new RefusedValue(`${parsed.message} (${parsed.at})`);
  return evaluate(parsed.expression, scope);
}

describe('an expression', () => {
  const results: readonly (readonly [text: string, value: Value])[] = [
    ["a == 'x'", true],
    ["a != 'x'", false],
    ['n == 3 and on', true],
    ['off or n > 3', false],
    ['off or n >= 3', true],
    ['n < 3 or n <= 3', true],
    ['not off and not none', true],
    ['not not on', true],
    ['on or off and off', true],
    ['(on or off) and off', false],
    ["'x' in list", true],
    ["'z' not in list", true],
    ["'top' in b", true],
    ["a in ['x', 'q']", true],
    ["list == ['x', 'y']", true],
    ["a + '-' + 'q'", 'x-q'],
    ['n + 2 * 3 - 1', 8],
    ['length(list) + length(a)', 3],
    ['snake(b)', 'my_topic_v1'],
    ['kebab(b)', 'my-topic-v1'],
    ['camel(b) + pascal(b) + constant(b)', 'myTopicV1MyTopicV1MY_TOPIC_V1'],
    ['upper(a) + lower("Q")', 'Xq'],
    ["concat(a, n, on, '!')", 'x3true!'],
    ["before(b, '.') + '|' + after(b, '.') + '|' + after(a, '.')", 'My topic|v1|'],
    [String.raw`'it\'s'`, "it's"],
  ];
  for (const [text, value] of results)
    it(`${text} is ${JSON.stringify(value)}`, () => assert.deepEqual(compute(text), value));

  for (const [text, says] of [
    ["n == '3'", 'compares a number with a text'],
    ['a > 2', 'needs numbers, not a text'],
    ['a + n', 'joins two texts or adds two numbers'],
    ['n in n', '"in" looks for'],
    ['nope', 'no answer named "nope"'],
    ['constructor', 'no answer named "constructor"'],
    ['length(n)', 'cannot be used'],
    ['snake(list)', 'needs a text, not a list'],
    ['concat(list)', 'cannot hold a list'],
    ['shell(a)', 'no function "shell". (0)'],
    ['a = b', '"=" is not understood here. (2)'],
    ['a ==', 'ends too early. (4)'],
    ['(a', '")" is missing. (2)'],
    ['a b', '"b" is not expected here. (2)'],
    ['not in list', '"in" is not expected here. (4)'],
    ['a not b', '"in" is missing after "not". (6)'],
    [`${'('.repeat(60)}a${')'.repeat(60)}`, 'nested too deep'],
    ['x'.repeat(3000), 'too long'],
  ] as const)
    it(`${text.slice(0, 30)} is refused: ${says}`, () =>
      assert.throws(
        () => compute(text),
        (error: unknown) => error instanceof RefusedValue && error.message.includes(says),
      ));

  it('names what it reads, with offsets', () => {
    const parsed = parseExpression("a in [b, 'c'] or not snake(d) == e");
    assert.deepEqual(parsed.ok && namesIn(parsed.expression).map(({ name, at }) => `${name}${at}`), [
      'a0',
      'b6',
      'd27',
      'e33',
    ]);
  });

  it('never throws anything but a refusal, whatever its text', () => {
    const piece = fc.constantFrom(
      'a',
      'n',
      'list',
      "'x'",
      '3',
      '(',
      ')',
      '[',
      ']',
      ',',
      '==',
      'in',
      'not',
      'and',
      'or',
      '+',
      '*',
      'length(',
      '"',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 12 }).map((all) => all.join(' ')),
          fc.string(),
        ),
        (text) => {
          try {
            isTruthy(compute(text));
          } catch (error) {
            if (!(error instanceof RefusedValue)) throw error;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('an answer', () => {
  const question = (more: Partial<Question>): Question => ({
    name: 'q',
    type: 'text',
    title: 'Q',
    default: 'x',
    options: [],
    validate: {},
    advanced: false,
    secret: false,
    whole: true,
    multiline: false,
    ...more,
  });
  const options = ['a', 'b'].map((value) => ({ value, title: value }));
  const cases: readonly (readonly [
    more: Partial<Question>,
    right: readonly Value[],
    wrong: readonly Value[],
  ])[] = [
    [{}, ['a', 'x'.repeat(10_000)], ['', 1, true, [], 'x'.repeat(10_001), 'a\nb', '\udc00']],
    [{ default: '' }, [''], []],
    [{ multiline: true }, ['a\nb'], []],
    [{ validate: { minLength: 2, maxLength: 3 } }, ['ab', 'abc'], ['a', 'abcd']],
    [{ validate: { pattern: '[a-z]+' } }, ['abc'], ['a1', '1a', 'A']],
    [{ type: 'number', validate: { min: 1, max: 3 } }, [1, 3], [0, 4, 1.5, NaN, Infinity, '1', 2 ** 60]],
    [{ type: 'number', whole: false }, [1.5], [NaN]],
    [{ type: 'boolean' }, [true, false], ['true', 1]],
    [{ type: 'choice', options }, ['a'], ['c', '', ['a']]],
    [
      { type: 'multi-choice', options, validate: { minItems: 1 } },
      [['a'], ['a', 'b']],
      [[], ['a', 'a'], ['c'], 'a'],
    ],
    [{ type: 'list', validate: { maxItems: 2 } }, [[], ['a', 'a']], [['a', 'b', 'c'], [''], [1], 'a']],
    [{ type: 'list', validate: { unique: true, format: 'kebab' } }, [['a', 'b']], [['a', 'a'], ['A']]],
  ];
  for (const [more, right, wrong] of cases)
    it(`to ${JSON.stringify(more).slice(0, 70)} is checked`, () => {
      for (const value of right)
        assert.equal(validateAnswer(question(more), value), undefined, JSON.stringify(value).slice(0, 40));
      for (const value of wrong)
        assert.match(
          validateAnswer(question(more), value) ?? 'accepted',
          /\.$/,
          JSON.stringify(value).slice(0, 40),
        );
    });

  it('to a question with its own message is told in those words', () => {
    assert.equal(
      validateAnswer(question({ validate: { pattern: 'a', message: 'Write a.' } }), 'b'),
      'Write a.',
    );
  });

  it('from a command line becomes a value of its question', () => {
    assert.equal(answerFromText(question({ type: 'number' }), '-1.5'), -1.5);
    assert.equal(answerFromText(question({ type: 'number' }), 'x'), 'x');
    assert.equal(answerFromText(question({ type: 'boolean' }), 'false'), false);
    assert.deepEqual(answerFromText(question({ type: 'list' }), 'a, b'), ['a', 'b']);
    assert.deepEqual(answerFromText(question({ type: 'multi-choice' }), ''), []);
    assert.equal(answerFromText(question({}), '1'), '1');
  });
});

describe('formats and patterns', () => {
  const samples: Readonly<Record<string, readonly [right: readonly string[], wrong: readonly string[]]>> = {
    'kafka-topic': [
      ['a', 'A.b_c-1', 'x'.repeat(249)],
      ['', '.', '..', 'a b', 'é', 'x'.repeat(250)],
    ],
    'dns-label': [
      ['a', '1a', 'a-b'],
      ['-a', 'a-', 'A', 'a.b', 'x'.repeat(64)],
    ],
    'dns-subdomain': [['a.b-c.d'], ['a..b', 'A.b', '.a']],
    'python-package': [
      ['a_b', '_a1'],
      ['A', '1a', 'class', 'a-b'],
    ],
    'python-identifier': [
      ['aB', '_'],
      ['1', 'if', 'a-b'],
    ],
    kebab: [['a-b1'], ['a--b', '-a', 'A', '1a']],
    'project-name': [
      ['a.b-c_d', 'a'],
      ['A', 'a.', '1a'],
    ],
    semver: [
      ['1.2.3', '1.2.3-rc.1+b'],
      ['1.2', 'v1.2.3'],
    ],
    url: [
      ['https://a.b/c?d=e#f', 'kafka+ssl://h:1'],
      ['a.b', 'https://', 'https://a b', "https://a'b"],
    ],
    bucket: [
      ['a-b.c', 'abc'],
      ['ab', 'A-b', 'a..b', '1.2.3.4', 'xn--abc'],
    ],
    image: [
      ['python:3.12-slim', `a/b@sha256:${'0'.repeat(64)}`],
      ['Python', 'a b', 'a@sha256:0'],
    ],
    cron: [
      ['0 3 * * 1', '*/5 0-3 1,2 JAN MON'],
      ['* * * *', 'a;b * * * *'],
    ],
    email: [['a@b.cd'], ['a', 'a@b', 'a b@c.de']],
    'env-name': [['A_1'], ['a', '1A', 'A-B']],
    'file-name': [
      ['a.b', '_x'],
      ['.a', 'a/b', 'a.', ''],
    ],
    'java-package': [['a.b1'], ['a.int', 'A.b', 'a..b']],
    port: [
      ['1', '65535'],
      ['0', '65536', '01', 'a'],
    ],
    'sql-identifier': [['a_1'], ['select', 'A', '1a', 'x'.repeat(64)]],
  };
  it('has a sample of every format', () =>
    assert.deepEqual(Object.keys(samples).sort(), Object.keys(textFormats).sort()));
  for (const [name, [right, wrong]] of Object.entries(samples))
    it(`${name} takes what is right and refuses what is wrong`, () => {
      assert.ok(isTextFormat(name));
      for (const text of right) assert.ok(textFormats[name].test(text), text);
      for (const text of wrong) assert.ok(!textFormats[name].test(text), text);
    });

  it('answers within a moment on patterns that it takes', () => {
    for (const pattern of [
      '[a-z]+(?:-[a-z]+)*',
      '[a-z]*x',
      '(a|b)c',
      '[a-z_][a-z0-9_]*:(string|double)',
      'a{1,3}',
    ]) {
      const compiled = compilePattern(pattern);
      assert.ok(compiled.ok, pattern);
      const start = performance.now();
      compiled.test(`${'a'.repeat(10_000)}!`);
      assert.ok(performance.now() - start < 500, pattern);
    }
    for (const pattern of [
      '(a+)+',
      '(a|a)*',
      '((a*)b?)*',
      String.raw`(a)\1`,
      '(?=a)',
      '(?<!a)b',
      '(a',
      'x'.repeat(300),
      '(?:a+){2,}',
    ])
      assert.equal(compilePattern(pattern).ok, false, pattern);
  });
});

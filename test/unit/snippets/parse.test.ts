import { strict as assert } from 'node:assert';
import { choicesOf, expandSnippet, variantsOf } from '../../../src/snippets/expand';
import { SnippetError, parseSnippet } from '../../../src/snippets/parse';

const expand = (body: string, transformed = true): string => expandSnippet(parseSnippet(body), { transformed });

describe('a snippet body', () => {
  it('gives the same text at every place of one tab stop, wherever the default stands', () => {
    assert.equal(expand('$1 and ${1:left} and ${1}'), 'left and left and left');
  });

  it('nests defaults', () => {
    assert.equal(expand('${1:a ${2:b ${3|c,d|}}} $3$2'), 'a b c cb c');
  });

  it('takes the first of a choice, or the one that was chosen', () => {
    const parts = parseSnippet('${1|gs,s3|}://$1');
    assert.equal(expandSnippet(parts), 'gs://gs');
    assert.equal(expandSnippet(parts, { chosen: new Map([[1, 's3']]) }), 's3://s3');
  });

  it('reads escapes, in text and in choices', () => {
    assert.equal(expand('\\${HOME} \\$1 \\} \\\\ \\n'), '${HOME} $1 } \\ \\n');
    assert.deepEqual(choicesOf(parseSnippet('${1|a\\,b,c\\|d,e\\\\|}')).get(1), ['a,b', 'c|d', 'e\\']);
  });

  it('leaves braces that are text as they are', () => {
    assert.equal(expand('{ a: ${1:b} }'), '{ a: b }');
  });

  it('transforms a tab stop only when it was left', () => {
    const body = '${1:fraud-scorer} ${1/(.*)/${1:/pascalcase}/} ${1/-/_/g}';
    assert.equal(expand(body), 'fraud-scorer FraudScorer fraud_scorer');
    assert.equal(expand(body, false), 'fraud-scorer fraud-scorer fraud-scorer');
  });

  it('transforms variables, and falls back to their default where they are empty', () => {
    assert.equal(expand('${TM_FILENAME_BASE/(.*)/${1:/upcase}/} ${TM_SELECTED_TEXT:none}'), 'FRAUD-SCORER none');
  });

  it('writes alternatives for groups that are set or not', () => {
    const body = '${1|7,30|} ${1/^(7)?.*$/${1:?a week:a month}/} ${1/^(7)?.*$/${1:+w}/} ${1/^(30)?.*$/${1:-m}/}';
    assert.equal(expand(body), '7 a week w m');
    const parts = parseSnippet(body);
    assert.equal(expandSnippet(parts, { chosen: new Map([[1, '30']]) }), '30 a month  30');
  });

  it('has one variant for its defaults and one for each other choice', () => {
    const parts = parseSnippet('${1|a,b,c|} ${2|x,y|} $1');
    const texts = variantsOf(parts).map((chosen) => expandSnippet(parts, { chosen }));
    assert.deepEqual(texts, ['a x a', 'b x b', 'c x c', 'a y a']);
  });

  for (const [body, why] of [
    ['costs 5$ more', /stands alone/],
    ['${{ secrets.TOKEN }}', /neither number nor name/],
    ['$KAFKA_PASSWORD', /no variable "KAFKA_PASSWORD"/],
    ['${1:open', /"}" is missing/],
    ['${1|only|}', /less than two/],
    ['${1|a,a|}', /twice/],
    ['${1|a,b', /no end/],
    ['${1/(/x/}', /Unterminated group/],
    ['${1/a/${1:/shoutcase}/}', /change of case/],
  ] as const) {
    it(`is refused as ${body}`, () => {
      assert.throws(
        () => parseSnippet(body),
        (error) => error instanceof SnippetError && why.test(error.message),
      );
    });
  }

  it('says on which line it is faulty', () => {
    assert.throws(() => parseSnippet('a\nb $ c'), /line 2/);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanShell } from '../../../src/formats/dockerfile/shell';
import type { ShellCommand } from '../../../src/formats/dockerfile/shell';

const wordsOf = (commands: readonly ShellCommand[]): string[][] =>
  commands.map(({ words }) => words.map(({ text }) => text));

const commandsOf = (text: string): string[][] => wordsOf(scanShell(text).commands);

describe('shell scanner', () => {
  it('cuts commands at operators and says what joins them', () => {
    const { commands } = scanShell('apt-get update && apt-get install -y curl || true; a | b |& c & d\n');
    assert.deepEqual(
      commands.map(({ words, operator }) => [words.map(({ text }) => text).join(' '), operator]),
      [
        ['apt-get update', '&&'],
        ['apt-get install -y curl', '||'],
        ['true', ';'],
        ['a', '|'],
        ['b', '|'],
        ['c', '&'],
        ['d', ''],
      ],
    );
  });

  it('takes quotes and escapes off and keeps exact spans', () => {
    const text = `echo 'a "b' "c \\"d\\n" e\\ f x"y"'z' $'q\\'r'`;
    const { words } = scanShell(text).commands[0] ?? assert.fail();
    assert.deepEqual(
      words.map((word) => [word.text, text.slice(word.span.start, word.span.end), word.quoted]),
      [
        ['echo', 'echo', false],
        ['a "b', `'a "b'`, true],
        ['c "d\\n', '"c \\"d\\n"', true],
        ['e f', 'e\\ f', false],
        ['xyz', `x"y"'z'`, true],
        ["$'q\\'r'", "$'q\\'r'", false],
      ],
    );
  });

  it('tells words that a variable or substitution supplies', () => {
    const { words } = scanShell('pip $A "${B}" \'$C\' \\$D pre$(x) `y` 1$ $1').commands[0] ?? assert.fail();
    assert.deepEqual(
      words.map(({ dynamic }) => dynamic),
      [false, true, true, false, false, true, true, false, true],
    );
  });

  it('lists the commands of substitutions apart', () => {
    const script = scanShell('a "$(b c | d $(e))" `f; g` <(h) && i');
    assert.deepEqual(wordsOf(script.commands), [
      ['a', '$(b c | d $(e))'.replace(/"/g, ''), '`f; g`', '<(h)'],
      ['i'],
    ]);
    assert.deepEqual(wordsOf(script.substitutions).sort(), [
      ['b', 'c'],
      ['d', '$(e)'],
      ['e'],
      ['f'],
      ['g'],
      ['h'],
    ]);
  });

  it('lists assignments and redirections apart', () => {
    const text = 'A=1 B="x y" make all >out.log 2>&1 < in &> both';
    const command = scanShell(text).commands[0] ?? assert.fail();
    assert.deepEqual(
      command.assignments.map((word) => word.text),
      ['A=1', 'B=x y'],
    );
    assert.deepEqual(
      command.words.map((word) => word.text),
      ['make', 'all'],
    );
    assert.deepEqual(
      command.redirects.map(({ operator, target }) => [operator, target?.text]),
      [
        ['>', 'out.log'],
        ['2>&', '1'],
        ['<', 'in'],
        ['&>', 'both'],
      ],
    );
    assert.equal(text.slice(command.span.start, command.span.end), text);
  });

  it('finds the commands in groups, subshells, loops, branches and functions', () => {
    assert.deepEqual(commandsOf('(a; b) | c'), [['a'], ['b'], ['c']]);
    assert.deepEqual(commandsOf('{ a; b; } && c'), [['a'], ['b'], ['c']]);
    assert.deepEqual(commandsOf('if ! a; then b; else c; fi'), [['a'], ['b'], ['c']]);
    assert.deepEqual(commandsOf('while a; do b; done'), [['a'], ['b']]);
    assert.deepEqual(commandsOf('f() { a; }\nf'), [['a'], ['f']]);
    assert.deepEqual(commandsOf('for x in 1 2; do a $x; done'), [
      ['for', 'x', 'in', '1', '2'],
      ['a', '$x'],
    ]);
    assert.deepEqual(commandsOf('case "$x" in a|b) c;; (d) e;; *) f ;; esac; g'), [
      ['c'],
      ['e'],
      ['f'],
      ['g'],
    ]);
    assert.deepEqual(commandsOf('[[ a && b < c ]] && d'), [['[[', 'a', '&&', 'b', '<', 'c', ']]'], ['d']]);
    assert.deepEqual(commandsOf('((i++)); a $((1 + 2))'), [['a', '$((1 + 2))']]);
  });

  it('gives the operator behind a group to its last command', () => {
    assert.equal(scanShell('(curl x) | sh').commands[0]?.operator, '|');
    assert.equal(scanShell('for x in 1; do a; done | b').commands[1]?.operator, '|');
  });

  it('leaves out comments, reads continuations and takes line breaks as ends', () => {
    const text = '# first\na \\\n  b #c\nd#e\r\nf &&\n  g\n';
    const script = scanShell(text);
    assert.deepEqual(wordsOf(script.commands), [['a', 'b'], ['d#e'], ['f'], ['g']]);
    assert.deepEqual(
      script.comments.map(({ start, end }) => text.slice(start, end)),
      ['# first', '#c'],
    );
    assert.equal(script.commands[2]?.operator, '&&');
  });

  it('takes here-documents as text, whatever is in them', () => {
    const text = "cat <<A <<-'B' > x && y\nrm -rf / \"\nA\n\t$(z)\n\tB\nlast\n";
    const script = scanShell(text);
    assert.deepEqual(wordsOf(script.commands), [['cat'], ['y'], ['last']]);
    assert.deepEqual(
      script.heredocs.map(({ name, body, expands }) => [name, text.slice(body.start, body.end), expands]),
      [
        ['A', 'rm -rf / "\n', true],
        ['B', '\t$(z)\n', false],
      ],
    );
    assert.equal(script.unclosed, undefined);
  });

  it('says where something never ends', () => {
    for (const text of ["a 'b", 'a "b', 'a $(b', 'a ${b', 'a `b', 'cat <<E\nx\n', 'cat <<E']) {
      assert.equal(scanShell(`ok; ${text}`).unclosed?.end, text.length + 4, text);
    }
    assert.equal(scanShell(`a 'b' "c" $(d) \`e\` \${f}`).unclosed, undefined);
  });

  it('takes a backslash as text where it escapes nothing', () => {
    assert.deepEqual(wordsOf(scanShell('copy C:\\a C:\\b', { backslashEscapes: false }).commands), [
      ['copy', 'C:\\a', 'C:\\b'],
    ]);
  });

  it('reads any text without a crash, in words that do not overlap', () => {
    const piece = fc.constantFrom(
      ...Array.from('ab \n\'"`$(){}<>|&;#\\=!'),
      '$(',
      '${',
      '<<E\n',
      '\nE\n',
      '[[',
      'case x in ',
      '🙂',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        for (const { words } of scanShell(text).commands) {
          words.reduce((last, { span }) => {
            assert.ok(
              last <= span.start && span.start < span.end && span.end <= text.length,
              JSON.stringify(text),
            );
            return span.end;
          }, 0);
        }
      }),
      { numRuns: 3000 },
    );
  }).timeout(60_000);

  it('takes linear time for hostile text', () => {
    const hostile = [
      '$(',
      '`',
      '(',
      '((',
      '"',
      "'",
      '${',
      '<<E ',
      'a;',
      'x',
      '<(',
      '$((',
      '"$(',
      '\\\n',
      'case x in ',
    ];
    for (const piece of hostile) {
      const start = performance.now();
      scanShell(piece.repeat(Math.ceil(400_000 / piece.length)));
      const seconds = (performance.now() - start) / 1000;
      assert.ok(seconds < 20, `${JSON.stringify(piece)}: ${seconds.toFixed(1)} s`);
    }
  }).timeout(60_000);
});

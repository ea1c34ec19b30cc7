import assert from 'node:assert/strict';
import type { DocumentModel, Format } from '../../../src/core/document';
import type { Span } from '../../../src/core/span';
import type { TreeNode } from '../../../src/core/tree';

/** Every beginning of a good text is read without a crash, with spans inside the text. */
export function holdsForEveryCut(format: Format, text: string): void {
  for (let end = 0; end <= text.length; end++) {
    reads(format, text.slice(0, end));
    reads(format, text.slice(end));
  }
}

/** Text that was never meant for the format is read without a crash, soon. */
export function holdsForHostileText(format: Format): void {
  for (const text of hostileTexts) {
    const start = performance.now();
    reads(format, text);
    const seconds = (performance.now() - start) / 1000;
    assert.ok(seconds < 20, `${format.id}: ${seconds.toFixed(1)} s for ${JSON.stringify(text.slice(0, 30))}`);
  }
}

/** Reads the text both ways and checks what must hold for any text. */
function reads(format: Format, text: string): void {
  const strict = format.parse(text);
  const tolerant = format.parseTolerant(text);
  if (strict) assert.deepEqual(strict.problems, []);
  else
    assert.ok(
      tolerant.problems.length > 0,
      `${format.id}: refused without a problem: ${JSON.stringify(text)}`,
    );
  checkSpans(tolerant);
  for (const comment of format.comments(text)) {
    assert.equal(text.slice(comment.span.start, comment.span.end), comment.text);
  }
}

function checkSpans(document: DocumentModel): void {
  const { text, root } = document;
  const inside = ({ start, end }: Span): void => {
    const sound = Number.isInteger(start) && start >= 0 && start <= end && end <= text.length;
    assert.ok(sound, `span ${start}-${end} in ${text.length}: ${JSON.stringify(text.slice(0, 200))}`);
  };
  document.problems.forEach(({ span }) => inside(span));
  document.masked.forEach(inside);
  const waiting: TreeNode[] = root ? [root] : [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    inside(node.span);
    if (node.type === 'list') for (const item of node.items) waiting.push(item);
    if (node.type !== 'map') continue;
    for (const entry of node.entries) {
      inside(entry.keySpan);
      waiting.push(entry.value);
    }
  }
}

const hostileTexts: readonly string[] = [
  '',
  '\uFEFF',
  '\r\n\r\n',
  '\0\0\u0001\uFFFD\0',
  '['.repeat(20_000),
  '{'.repeat(20_000),
  '('.repeat(20_000),
  '{"a":'.repeat(20_000),
  '"\\',
  '\\',
  'a\\',
  "'",
  '$('.repeat(5_000),
  '`'.repeat(5_001),
  'x'.repeat(1_000_000),
  `a = """${'x'.repeat(1_000_000)}`,
  `# ${'x'.repeat(1_000_000)}`,
  `a = '${"x'' ".repeat(200_000)}`,
  ' '.repeat(1_000_000),
  'a = 1, '.repeat(125_000),
  '\\\n'.repeat(50_000),
  '🙂=🙂 "🙂\n🙂',
  '\ud83d',
  '---\n...\n<<<<<<< HEAD\na=1\n=======\na=2\n>>>>>>> other\n',
];

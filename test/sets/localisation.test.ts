import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { interfaceSources, interfaceTexts, isTranslation } from '../../src/tools/generate/localisation';

const root = path.resolve(import.meta.dirname, '../..');

describe('localisation', () => {
  for (const [english, translated] of [
    ['l10n/bundle.l10n.json', 'l10n/bundle.l10n.de.json'],
    ['package.nls.json', 'package.nls.de.json'],
    ['l10n/bundle.l10n.json', 'l10n/bundle.l10n.qps-ploc.json'],
    ['package.nls.json', 'package.nls.qps-ploc.json'],
  ] as const)
    it(`${translated} has each text of ${english} once, with its placeholders, icons and links`, () => {
      const source = read(english);
      const target = read(translated);
      assert.deepEqual(Object.keys(target).sort(), Object.keys(source).sort());
      const different = Object.keys(source).filter(
        (key) => marksOf(source[key] ?? '').join() !== marksOf(target[key] ?? '').join(),
      );
      assert.deepEqual(different, []);
      assert.deepEqual(
        Object.keys(target).filter((key) => target[key]?.trim() === ''),
        [],
      );
    });

  it('has the texts that the sources use, and the manifest leads to them', () => {
    assert.deepEqual(Object.keys(read('l10n/bundle.l10n.json')), interfaceTexts(root));
    assert.equal(read('package.json')['l10n'], './l10n');
  });

  it('leaves no text of the interface bare', () => {
    assert.deepEqual(interfaceSources(root).flatMap(bareTexts), []);
  });
});

function read(file: string): Readonly<Record<string, string>> {
  // Checked border: our own files.
  return JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<string, string>;
}

function marksOf(text: string): readonly string[] {
  return (text.match(/\{\d+\}|\$\([a-z~-]+\)|\]\(command:[^)]*\)/g) ?? []).sort();
}

// Where VS Code shows a text: properties of what is handed to it, and calls whose first argument is shown.
const shownProperties = new Set([
  'title',
  'placeHolder',
  'placeholder',
  'prompt',
  'label',
  'description',
  'detail',
  'tooltip',
  'message',
  'openLabel',
  'saveLabel',
  'validationMessage',
]);
const showingCalls = /(?:show(?:Information|Warning|Error)Message|setStatusBarMessage)$/;

/** Places where a text with letters is shown without `l10n.t`. */
function bareTexts(source: ts.SourceFile): string[] {
  const bare: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isTranslation(node)) return;
    const shown = shownIn(node);
    if (shown && isBare(shown)) {
      const { line } = source.getLineAndCharacterOfPosition(shown.getStart());
      bare.push(`${path.relative(root, source.fileName)}:${line + 1} ${shown.getText()}`);
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return bare;
}

function shownIn(node: ts.Node): ts.Expression | undefined {
  if (ts.isPropertyAssignment(node) && isViewOfCore(node.parent)) return undefined;
  if (ts.isPropertyAssignment(node) && shownProperties.has(node.name.getText())) return node.initializer;
  if (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isPropertyAccessExpression(node.left) &&
    shownProperties.has(node.left.name.text)
  )
    return node.right;
  if (!ts.isCallExpression(node)) return undefined;
  if (/createWebviewPanel$/.test(node.expression.getText())) return node.arguments[1];
  return showingCalls.test(node.expression.getText()) ? node.arguments[0] : undefined;
}

/** A view of the core has an id and a title for pages of rules, which are English. */
function isViewOfCore({ parent }: ts.ObjectLiteralExpression): boolean {
  return ts.isPropertyAssignment(parent) && parent.name.getText() === 'view';
}

/** Whether an expression is a written text with a word in it, rather than names and marks that are shown as they are. */
function isBare(expression: ts.Expression): boolean {
  if (ts.isConditionalExpression(expression))
    return isBare(expression.whenTrue) || isBare(expression.whenFalse);
  if (ts.isStringLiteralLike(expression)) return hasWord(expression.text);
  if (ts.isTemplateExpression(expression))
    return [expression.head, ...expression.templateSpans.map(({ literal }) => literal)].some(({ text }) =>
      hasWord(text),
    );
  return false;
}

function hasWord(text: string): boolean {
  return /\p{L}{2,}/u.test(text.replace(/\$\([a-z~-]+\)/g, ''));
}

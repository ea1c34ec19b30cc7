// Small changes of one rule's text, each a whole new text.
import ts from 'typescript';

// What only people read, and what names the rule, is not mutated.
const leftAlone = new Set([
  'examples',
  'summary',
  'why',
  'remedy',
  'references',
  'messages',
  'id',
  'formerly',
  'catalogue',
  'equivalents',
  'severity',
  'certainty',
  'environment',
  'fix',
  'none',
  'title',
  'description',
  'options',
]);

const comparisons = new Map([
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
]);

export function mutantsOf(text) {
  const source = ts.createSourceFile('rule.ts', text, ts.ScriptTarget.Latest, true);
  const mutants = [];
  const change = (node, replacement, what) => {
    const start = node.getStart(source);
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    mutants.push({ text: text.slice(0, start) + replacement + text.slice(node.getEnd()), line, what });
  };
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isInterfaceDeclaration(node)) return;
    if (ts.isPropertyAssignment(node) && leftAlone.has(node.name.getText(source))) return;
    if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) mutateCondition(node, change, source);
    if (ts.isBinaryExpression(node)) mutateComparison(node, change, source);
    if (ts.isNumericLiteral(node))
      change(node, String(Number(node.text) + 1), `${node.text} becomes ${Number(node.text) + 1}`);
    if (ts.isStringLiteral(node) && isMeaningful(node))
      change(node, `'${node.text}_'`, `'${node.text}' changed`);
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral)
      change(node, '/(?!)/', `${node.getText(source)} never matches`);
    if (ts.isPropertyAssignment(node) && node.name.getText(source) === 'span')
      widenSpan(node, change, source);
    if (ts.isCallExpression(node) && /\.fix$/.test(node.expression.getText(source)))
      widenFix(node, change, source);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return mutants;
}

function mutateCondition(node, change, source) {
  const condition = ts.isIfStatement(node) ? node.expression : node.condition;
  const text = condition.getText(source);
  change(condition, `!(${text})`, `condition negated: ${text}`);
  // A guard for the type checker (\`x.is !== 'known'\`) may not be dropped without breaking the code after it: still a mutant.
  change(condition, `(${text}, false)`, `condition made false: ${text}`);
}

function mutateComparison(node, change, source) {
  const other = comparisons.get(node.operatorToken.kind);
  if (other === undefined) return;
  const what = `${node.operatorToken.getText(source)} becomes ${other}`;
  change(node.operatorToken, other, what);
}

function isMeaningful(node) {
  const { parent } = node;
  // Texts for people, and texts of examples that stand outside of them.
  if (/\s/.test(node.text) || node.text === '') return false;
  if (ts.isPropertyAssignment(parent) && parent.name.getText() === 'message') return true;
  // The safety and the title of a fix are held by the examples' own checks where they matter.
  if (
    ts.isCallExpression(parent) &&
    /\.fix$/.test(parent.expression.getText()) &&
    parent.arguments.indexOf(node) < 2
  )
    return false;
  // Keys of data for messages, names of messages and fix safety are told by the examples' own checks.
  return !ts.isPropertyAssignment(parent) || parent.name !== node;
}

function widenSpan(node, change, source) {
  const text = node.initializer.getText(source);
  change(
    node.initializer,
    `((s: any) => ({ start: s.start, end: s.end + 1 }))(${text})`,
    `span widened: ${text}`,
  );
}

/** Wraps the fix: its first edit replaces one character more. */
function widenFix(node, change, source) {
  const text = node.getText(source);
  const widened = `((f: any) => f && { ...f, edits: f.edits.map((e: any, i: number) => i === 0 ? { ...e, span: { start: e.span.start, end: e.span.end + 1 } } : e) })(${text})`;
  change(node, widened, 'fix widened');
}

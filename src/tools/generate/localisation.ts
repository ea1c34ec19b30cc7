import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import type { GeneratedFiles } from './output';

/** The pseudo-locale of VS Code: readable, longer, and told from English at a glance. */
export const pseudoLocale = 'qps-ploc';

/** The English texts of the interface as VS Code wants them, and the pseudo-locale made from them. */
export function localisationFiles(root: string): GeneratedFiles {
  const texts = interfaceTexts(root);
  // Checked border: our own file, whose values are texts.
  const names = JSON.parse(readFileSync(path.join(root, 'package.nls.json'), 'utf8')) as Record<
    string,
    string
  >;
  return new Map([
    ['l10n/bundle.l10n.json', asJson(texts, (text) => text)],
    [`l10n/bundle.l10n.${pseudoLocale}.json`, asJson(texts, pseudo)],
    [`package.nls.${pseudoLocale}.json`, asJson(Object.keys(names), (key) => pseudo(names[key] ?? ''))],
  ]);
}

/** Every text that the extension hands to `l10n.t`, sorted. */
export function interfaceTexts(root: string): readonly string[] {
  const found = new Set<string>();
  for (const source of interfaceSources(root)) {
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && isTranslation(node)) {
        const [text] = node.arguments;
        if (text && ts.isStringLiteralLike(text)) found.add(text.text);
        else throw new Error(`${source.fileName}: l10n.t takes a text that is written there.`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return [...found].sort();
}

/** The sources of the extension, parsed. */
export function interfaceSources(root: string): readonly ts.SourceFile[] {
  const folder = path.join(root, 'src/vscode');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(folder, file))
    .map((file) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
}

/** Whether a call is `l10n.t(…)` or `vscode.l10n.t(…)`. */
export function isTranslation(node: ts.CallExpression): boolean {
  return /(?:^|\.)l10n\.t$/.test(node.expression.getText());
}

const plainLetters = 'aeiouycnszAEIOUYCNSZ';
const accentedLetters = 'àéîöûýçñšžÀÉÎÖÛÝÇÑŠŽ';

/** Letters with accents and a third more length; placeholders, icons, links and code stay as they are. */
export function pseudo(text: string): string {
  const kept = /(\{\d+\}|\$\([a-z~-]+\)|\]\([^)]*\)|`[^`]*`|https?:\S+)/;
  const body = text
    .split(kept)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(/[a-z]/gi, (letter) => accentedLetters[plainLetters.indexOf(letter)] ?? letter),
    )
    .join('');
  return `[${body}${'~'.repeat(Math.ceil(text.length / 3))}]`;
}

function asJson(keys: readonly string[], value: (key: string) => string): string {
  return `${JSON.stringify(Object.fromEntries(keys.map((key) => [key, value(key)])), null, 2)}\n`;
}

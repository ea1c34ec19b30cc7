// An esbuild plugin that leaves the examples of rules out of the bundles: they are for tests and pages.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export function stripExamples(root) {
  const rules = new RegExp(
    `^${path.join(root, 'src').replace(/[\\/]/g, '[\\\\/]')}.*[\\\\/](?:rules|gaps)[\\\\/][^\\\\/]+\\.ts$`,
  );
  return {
    name: 'strip-examples',
    setup(bundle) {
      bundle.onLoad({ filter: rules }, ({ path: file }) => {
        if (/[\\/]cli[\\/]/.test(file)) return undefined;
        return { contents: withoutExamples(file, readFileSync(file, 'utf8')), loader: 'ts' };
      });
    },
  };
}

function withoutExamples(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const cuts = [];
  const visit = (node) => {
    if (ts.isPropertyAssignment(node) && node.name.getText(source) === 'examples') {
      cuts.push([node.initializer.getStart(source), node.initializer.getEnd()]);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return cuts
    .reverse()
    .reduce(
      (result, [start, end]) => `${result.slice(0, start)}{ bad: [], good: [] }${result.slice(end)}`,
      text,
    );
}

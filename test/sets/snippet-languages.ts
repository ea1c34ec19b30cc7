import { spawnSync } from 'node:child_process';
import type { SnippetText } from './snippet-texts';

const program = `
import ast, json, sys
faults = []
for text in json.load(sys.stdin):
    try:
        ast.parse(text)
        faults.append(None)
    except SyntaxError as error:
        faults.append(f"line {error.lineno}: {error.msg}")
json.dump(faults, sys.stdout)
`;

/** What Python's own parser says of each text; undefined where there is no Python. */
export function pythonFaults(texts: readonly SnippetText[]): readonly (string | null)[] | undefined {
  const run = spawnSync('python3', ['-c', program], {
    input: JSON.stringify(texts.map(({ text }) => text)),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.error) return undefined;
  const faults: unknown = JSON.parse(run.stdout || 'null');
  if (!Array.isArray(faults)) throw new Error(`python3: ${run.stderr}`);
  return faults.map((fault) => (fault === null ? null : String(fault)));
}

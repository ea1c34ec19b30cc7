import { parseAllDocuments } from 'yaml';
import { FileAnalysis, defaultSettings } from '../../src/core';
import type { TextChange } from '../../src/core';
import { parts } from '../../src/parts';
import { largeFile } from './large-file';
import { loadavg } from 'node:os';
import { shown, summary, timeEach, timeEachOfProcessor } from './measure';

// A keystroke in a file of 1 MB: from the change event to the findings; publishing, which turns every finding into
// editor ranges, is measured apart. The yardstick in the same run is a whole reparse by the `yaml` package.

/** Runs the benchmark; `rounds` keystrokes. */
export async function keystroke(rounds: number): Promise<Record<string, number>> {
  const text = largeFile();
  const format = parts.registry.format('yaml');
  await format.load();
  const input = { path: 'k8s/all.yaml', today: '2026-11-23', settings: defaultSettings, partial: false };
  const start = performance.now();
  const analysis = new FileAnalysis(parts.registry, format, text, input);
  const openMs = performance.now() - start;
  const edits = typing(text, rounds);
  for (const edit of edits.slice(0, 100)) analysis.apply([edit]);
  const { wall: typed, processor } = timeEachOfProcessor(edits, (edit) => {
    analysis.apply([edit]);
  });
  // Each keystroke changes one sub-document, and every second one the lines of those after it.
  const publishing = timeEach(edits.slice(0, 100), (edit) => {
    analysis.apply([edit]);
    analysis.findings();
  });
  const reparse = summary(
    Array.from({ length: 3 }, () => timeEach([text], (whole) => parseAllDocuments(whole)).p50),
  );
  process.stdout.write(
    `keystroke, 1 MB multi-document (${analysis.rawCount} findings): p50 ${shown(typed.p50)}, p99 ${shown(typed.p99)}, ` +
      `most ${shown(typed.most)} over ${typed.count}; of the processor p50 ${shown(processor.p50)}, ` +
      `p99 ${shown(processor.p99)}; open ${shown(openMs)}; publish p50 ${shown(publishing.p50)}; ` +
      `whole reparse by yaml ${shown(reparse.p50)}: ${Math.round(reparse.p50 / typed.p50)} times a keystroke; load ${loadavg()[0]?.toFixed(1)}\n`,
  );
  return { p50: typed.p50, p99: typed.p99, reparseRatio: reparse.p50 / typed.p50 };
}

/** Keys typed letter by letter in places all over the file, and taken back; separators typed, too. */
function typing(text: string, rounds: number): TextChange[] {
  const lines = text.split('\n');
  const words = ['  annotations: {a: b}\n', '---\n', 'x: y # c\n', '  - "un'];
  const edits: TextChange[] = [];
  for (let round = 0; edits.length < rounds; round++) {
    const line = (round * 7919) % (lines.length - 1);
    const word = words[round % words.length] ?? '';
    edits.push(...letters(line, word));
  }
  return edits;
}

function letters(line: number, word: string): TextChange[] {
  const edits: TextChange[] = [];
  for (let at = 0; at < word.length; at++) {
    const place = { line, character: at };
    edits.push({ start: place, end: place, text: word.charAt(at) });
  }
  const end = word.endsWith('\n') ? { line: line + 1, character: 0 } : { line, character: word.length };
  edits.push({ start: { line, character: 0 }, end, text: '' });
  return edits;
}

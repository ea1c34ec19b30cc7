import type { Format, SyntaxProblem } from '../document';
import { guessEnvironment } from '../environment';
import type { Environment } from '../environment';
import type { Fact } from '../fact';
import type { Finding, RuleFailure } from '../finding';
import type { ViewId } from '../kind';
import type { RuleInfo } from '../rule';
import type { Range } from '../span';
import type { Suppression } from '../suppression';
import { TextSlices } from '../text-slices';
import type { SliceChange, TextChange } from '../text-slices';
import { analyseDocument } from './analyse';
import type { AnalysisInput, SubDocumentResult } from './analyse';
import { newPart, placedFindings, rangeOf } from './file-part';
import type { FileState, Part } from './file-part';
import type { Registry } from './registry';
import { shifted } from './shifted';

/** A fact with the place where the file tells it. */
export interface PlacedFact extends Omit<Fact, 'span'> {
  readonly path: string;
  readonly range: Range;
}

/**
 * One file under analysis. Edits re-check only the sub-documents that they touch; broken ones keep their last
 * findings until `settle` reads them with the tolerant parser.
 */
export class FileAnalysis {
  private readonly slices: TextSlices;
  private parts: Part[];

  constructor(
    private readonly registry: Registry,
    readonly format: Format,
    text: string,
    private input: AnalysisInput,
    private readonly noSuppressions = false,
  ) {
    this.slices = new TextSlices(text, format.multiDocument);
    this.parts = this.slices.slices.map(newPart);
    for (const part of this.parts) this.checkFast(part);
  }

  get path(): string {
    return this.input.path;
  }

  /** The whole text; costs a join. */
  text(): string {
    return this.slices.text();
  }

  /** True while some sub-document could not be read by the fast road. */
  get needsSettling(): boolean {
    return this.parts.some((part) => part.stale || !part.result);
  }

  /** Takes an editor's changes, in the order in which they are to be done. */
  apply(changes: readonly TextChange[]): void {
    for (const change of changes) this.follow(this.slices.apply(change));
  }

  /** Reads what the fast road could not; to be called when typing pauses. */
  settle(): void {
    for (const part of this.parts) {
      if (!part.stale && part.result) continue;
      this.accept(part, this.format.parseTolerant(part.slice.text));
    }
  }

  /** Checks everything again under other settings or another day. */
  reconsider(input: AnalysisInput): void {
    this.input = input;
    for (const part of this.parts) {
      part.result = undefined;
      this.checkFast(part);
    }
    this.settle();
  }

  /** The kinds found, each once. */
  kinds(): ViewId[] {
    return [...new Set(this.parts.flatMap((part) => part.result?.kinds ?? []))];
  }

  environment(): Environment {
    const { settings, path } = this.input;
    if (settings.environment !== 'auto') return settings.environment;
    return guessEnvironment(
      path,
      this.ofAllParts(({ signs }) => signs),
    );
  }

  /** All findings, placed in the file, in the order of the text; those of parts that did not change are the same objects. */
  findings(): Finding[] {
    const marks = this.ofAllParts(({ suppressions }) => suppressions).filter(isForFile);
    const state: FileState = {
      path: this.path,
      environment: this.environment(),
      settings: this.input.settings,
      wholeFile: this.noSuppressions ? undefined : marks,
    };
    const all: Finding[] = [];
    this.eachPart((part, firstLine) => {
      for (const finding of placedFindings(part, firstLine, state)) all.push(finding);
    });
    return all;
  }

  /** Number of findings before settings and suppressions: a cheap figure for benchmarks and badges. */
  get rawCount(): number {
    return this.parts.reduce((sum, part) => sum + (part.result?.findings.length ?? 0), 0);
  }

  facts(): PlacedFact[] {
    const placed: PlacedFact[] = [];
    this.eachPart((part, firstLine) => {
      for (const { span, ...fact } of part.result?.facts ?? []) {
        placed.push({ ...fact, path: this.path, range: rangeOf(part, firstLine, span) });
      }
    });
    return placed;
  }

  /** Whether a finding of that rule in that place would be silenced by a mark in the file. */
  silences(rule: RuleInfo, range: Range): boolean {
    if (this.noSuppressions) return false;
    let silent = false;
    this.eachPart((part, firstLine) => {
      for (const mark of part.result?.suppressions ?? []) {
        const within = range.start.line >= firstLine && range.start.line <= firstLine + part.slice.lineCount;
        const here = mark.scope !== 'span' || coversLine(part, firstLine, mark, range.start.line);
        if ((mark.scope === 'file' || within) && here && mark.silences(rule)) silent = true;
      }
    });
    return silent;
  }

  /** Places where the text is not of its format. */
  problems(): (SyntaxProblem & { readonly range: Range })[] {
    const placed: (SyntaxProblem & { range: Range })[] = [];
    this.eachPart((part, firstLine) => {
      for (const problem of part.result?.document.problems ?? []) {
        placed.push({ ...problem, range: rangeOf(part, firstLine, problem.span) });
      }
    });
    return placed;
  }

  /** Rules that threw here, each once. */
  failures(): RuleFailure[] {
    const all = new Map<string, RuleFailure>();
    for (const failure of this.parts.flatMap((part) => part.result?.failures ?? []))
      all.set(failure.rule, failure);
    return [...all.values()];
  }

  /** The sub-documents that were read, with the line each starts at: for hovers, completion and fixes. */
  documents(): { readonly result: SubDocumentResult; readonly firstLine: number }[] {
    const all: { result: SubDocumentResult; firstLine: number }[] = [];
    this.eachPart((part, firstLine) => {
      if (part.result && !part.stale) all.push({ result: part.result, firstLine });
    });
    return all;
  }

  /** What the results of all parts list; most list nothing, and on each keystroke there are thousands. */
  private ofAllParts<T>(listOf: (result: SubDocumentResult) => readonly T[]): T[] {
    const all: T[] = [];
    for (const { result } of this.parts) {
      if (result) for (const item of listOf(result)) all.push(item);
    }
    return all;
  }

  private eachPart(visit: (part: Part, firstLine: number) => void): void {
    let firstLine = 0;
    for (const part of this.parts) {
      visit(part, firstLine);
      firstLine += part.slice.lineCount;
    }
  }

  private follow(change: SliceChange): void {
    const fresh = this.slices.slices.slice(change.first, change.first + change.added).map(newPart);
    const old = this.parts.splice(change.first, change.removed, ...fresh);
    const [part] = fresh;
    const last = old[0]?.result;
    if (change.inside && part && last) {
      part.result = shifted(last, change.inside);
      part.stale = true;
    }
    for (const each of fresh) this.checkFast(each);
  }

  private checkFast(part: Part): void {
    const document = this.format.parse(part.slice.text);
    if (document) this.accept(part, document);
  }

  private accept(part: Part, document: SubDocumentResult['document']): void {
    part.result = analyseDocument(this.registry, this.format, document, this.input);
    part.stale = false;
  }
}

function isForFile(mark: Suppression): boolean {
  return mark.scope === 'file';
}

function coversLine(part: Part, firstLine: number, mark: Suppression, line: number): boolean {
  const range = rangeOf(part, firstLine, mark);
  return line >= range.start.line && line <= range.end.line;
}

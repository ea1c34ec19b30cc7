import { Project } from './core';
import type { Finding, PlacedFact } from './core';
import { sameBytes } from './scaffold/text';

/** A file that is not written yet. */
interface PlannedText {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A project of files that are not written yet, taken again and again: one that stays as it was is not read again. */
class PlannedFiles {
  private readonly known = new Map<string, Uint8Array>();

  private constructor(readonly project: Project) {}

  /** The rules are loaded here and not before: who only lists templates does without. */
  static async open(today: string): Promise<PlannedFiles> {
    const { parts } = await import('./parts');
    return new PlannedFiles(new Project(parts, { today, closed: false }));
  }

  /** Takes these files in place of all before, without those that have a NUL, which are no text; tells what changed. */
  async take(files: readonly PlannedText[]): Promise<'changed' | 'same'> {
    const texts = files.filter(({ bytes }) => !bytes.subarray(0, 8192).includes(0));
    const changed = texts.filter(({ path, bytes }) => !isSame(this.known.get(path), bytes));
    const paths = new Set(texts.map(({ path }) => path));
    const gone = [...this.known.keys()].filter((path) => !paths.has(path));
    if (changed.length === 0 && gone.length === 0) return 'same';
    const read = await Promise.all(
      changed.map(async (text) => ({ ...text, format: await this.project.prepare(text.path) })),
    );
    for (const path of gone) {
      this.known.delete(path);
      this.project.removeFile(path);
    }
    for (const { path, bytes, format } of read) {
      this.known.set(path, bytes);
      if (format) this.project.setFile(path, new TextDecoder().decode(bytes), format);
    }
    return 'changed';
  }
}

/** What our rules say of the files of a plan, and what these tell of the system: one for all plans of a session. */
export class PlannedFindings {
  private written: Promise<PlannedFiles> | undefined;
  private readonly told = new Map<
    string,
    { readonly bytes: Uint8Array; readonly facts: readonly PlacedFact[] }
  >();
  private last: readonly Finding[] = [];

  constructor(private readonly today: string) {}

  /** Gaps are left out of account. */
  async of(files: readonly PlannedText[]): Promise<readonly Finding[]> {
    this.written ??= PlannedFiles.open(this.today);
    const written = await this.written;
    if ((await written.take(files)) === 'same') return this.last;
    // Only after all were read, for one file may change what another means: a Kustomization makes a patch of it.
    const { project } = written;
    const own = [...project.paths()].flatMap((path) => project.file(path)?.findings() ?? []);
    this.last = [...own, ...project.crossFindings()];
    return this.last;
  }

  /** The facts of files as a template wrote them. */
  async tell(files: readonly PlannedText[]): Promise<readonly PlacedFact[]> {
    const fresh = files.filter(({ path, bytes }) => !isSame(this.told.get(path)?.bytes, bytes));
    const rendered = await PlannedFiles.open(this.today);
    await rendered.take(fresh);
    const { project } = rendered;
    for (const { path, bytes } of fresh)
      this.told.set(path, { bytes, facts: project.file(path)?.facts() ?? [] });
    return files.flatMap(({ path }) => this.told.get(path)?.facts ?? []);
  }
}

/** What our rules say of files once. */
export function findingsOfFiles(files: readonly PlannedText[], today: string): Promise<readonly Finding[]> {
  return new PlannedFindings(today).of(files);
}

function isSame(known: Uint8Array | undefined, bytes: Uint8Array): boolean {
  return known !== undefined && sameBytes(known, bytes);
}

import { Project } from './core';
import type { Finding } from './core';
import { parts } from './parts';
import { sameBytes } from './scaffold/text';

/** A file that is not written yet. */
interface PlannedText {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What our rules say of the files of a plan, made again and again: a file that stays as it was is not read again. */
export class PlannedFindings {
  private readonly known = new Map<string, Uint8Array>();
  private readonly project: Project;
  private last: readonly Finding[] = [];

  constructor(today: string) {
    this.project = new Project(parts, { today, closed: false });
  }

  /** Gaps are left out of account, and so are files that have a NUL, which are no text. */
  async of(files: readonly PlannedText[]): Promise<readonly Finding[]> {
    const texts = files.filter(({ bytes }) => !bytes.subarray(0, 8192).includes(0));
    const changed = texts.filter(({ path, bytes }) => {
      const known = this.known.get(path);
      return known === undefined || !sameBytes(known, bytes);
    });
    const paths = new Set(texts.map(({ path }) => path));
    const gone = [...this.known.keys()].filter((path) => !paths.has(path));
    if (changed.length === 0 && gone.length === 0) return this.last;
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
    // Only now, for one file may change what another means: a Kustomization makes a patch of it.
    const own = [...paths].flatMap((path) => this.project.file(path)?.findings() ?? []);
    this.last = [...own, ...this.project.crossFindings()];
    return this.last;
  }
}

/** What our rules say of files once. */
export function findingsOfFiles(files: readonly PlannedText[], today: string): Promise<readonly Finding[]> {
  return new PlannedFindings(today).of(files);
}

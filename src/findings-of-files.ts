import { Project } from './core';
import type { Finding } from './core';
import { parts } from './parts';

/** What our rules say of files that are not written yet; gaps and marks are left out of account. */
export async function findingsOfFiles(
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  today: string,
): Promise<readonly Finding[]> {
  const project = new Project(parts, { today, closed: false });
  const findings: Finding[] = [];
  for (const { path, bytes } of files) {
    if (bytes.subarray(0, 8192).includes(0)) continue;
    const format = await project.prepare(path);
    if (format) findings.push(...project.setFile(path, new TextDecoder().decode(bytes), format).findings());
  }
  return [...findings, ...project.crossFindings()];
}

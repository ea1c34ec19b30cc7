import { realpathSync, renameSync, statSync, writeFileSync } from 'node:fs';

/** Puts another text in a file's place, whole or not at all; a link stays a link. */
export function replaceFile(file: string, text: string): void {
  const real = realpathSync(file);
  const temporary = `${real}.ai-patterns-tmp`;
  writeFileSync(temporary, text, { mode: statSync(real).mode });
  renameSync(temporary, real);
}

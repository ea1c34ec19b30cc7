import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The repository, which `run.mjs` makes the working directory. */
export const root = process.cwd();

/** The template collection that is verified. */
export const templatesFolder = join(root, 'templates');

/** Where generated projects, environments and brokers are kept between runs: where packing does not look through them. */
export const workFolder = join(root, 'node_modules', '.cache', 'ai-patterns', 'verify');

/** This folder. */
export const verifyFolder = join(root, 'test', 'verify');

/** The published results. */
export const resultsFile = join(verifyFolder, 'results.json');

/** The schemas of custom resources, which are there only where the project is developed. */
export function findCustomResourceSchemas(): string | undefined {
  const folder = join(root, '..', 'shared', 'crds');
  return existsSync(folder) ? folder : undefined;
}

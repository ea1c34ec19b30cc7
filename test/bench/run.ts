import { corpus } from './corpus';
import { keystroke } from './keystroke';
import { scaffold } from './scaffold';

// npm run bench [-- --smoke]: figures and ratios; in smoke mode the ratios are held against generous bounds.

const smoke = process.argv.includes('--smoke');

async function main(): Promise<void> {
  const failures: string[] = [];
  const typed = await keystroke(smoke ? 400 : 4000);
  // Half of the goal, for machines that do other things at the same time.
  if ((typed['reparseRatio'] ?? 0) < 250)
    failures.push('a keystroke costs more than 1/250 of a whole reparse');
  await corpus(smoke);
  failures.push(...(await scaffold()));
  for (const failure of failures) process.stdout.write(`FAILED: ${failure}\n`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

void main();

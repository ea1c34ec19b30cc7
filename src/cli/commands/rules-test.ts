import { parseArgs } from 'node:util';
import { playCases } from '../rule-cases';
import type { CaseOutcome } from '../rule-cases';
import { readDay } from '../day';
import { UsageError, exit } from '../streams';
import type { ExitCode, Surroundings } from '../streams';

/**
 * `ai-patterns rules test DIR`: checks files against the findings that their comments expect, so that a team can hold
 * its severities, options and suppressions fast.
 */
export async function testRules(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { 'as-of': { type: 'string' }, format: { type: 'string', default: 'pretty' } },
  });
  const [folder, ...rest] = positionals;
  if (folder === undefined || rest.length > 0) throw new UsageError('Write: ai-patterns rules test DIR.');
  if (values.format !== 'pretty' && values.format !== 'json')
    throw new UsageError('--format must be pretty or json.');
  const outcomes = await playCases(folder, readDay(values['as-of'], surroundings), surroundings);
  surroundings.stdout.write(
    values.format === 'json' ? `${JSON.stringify({ version: 1, test: outcomes })}\n` : textOf(outcomes),
  );
  return outcomes.some(({ problems }) => problems.length > 0) ? exit.findings : exit.clean;
}

function textOf(outcomes: readonly CaseOutcome[]): string {
  const lines = outcomes.flatMap(({ name, problems }) => [
    `${problems.length > 0 ? 'failed' : 'ok    '}  ${name}`,
    ...problems.map(
      ({ path, line, message }) => `        ${path}${line === undefined ? '' : `:${line + 1}`}: ${message}`,
    ),
  ]);
  const failed = outcomes.filter(({ problems }) => problems.length > 0).length;
  return `${[...lines, `${outcomes.length - failed} cases passed, ${failed} failed`].join('\n')}\n`;
}

import { realpathSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Gap, Severity } from '../../core';
import { applyBaseline } from '../baseline';
import { changedFiles } from '../changed-files';
import { checkFiles } from '../check-files';
import type { CheckedFinding } from '../check-files';
import { collectFiles } from '../collect-files';
import { applySafeFixes } from '../apply-fixes';
import { readDay } from '../day';
import { reporterNamed, reporterNames } from '../reporters';
import { UsageError, exit } from '../streams';
import type { ExitCode, Surroundings } from '../streams';
import type { Command } from '.';

const thresholds = ['error', 'warning', 'info', 'never'] as const;
type Threshold = (typeof thresholds)[number];

/** `ai-patterns check PATH…`: findings, in a format of choice. */
export const check: Command = {
  async run(argv, surroundings) {
    const options = readOptions(argv, surroundings);
    const reporter = await reporterNamed(options.format);
    const files = await collectFiles(options.paths, options.workspace, surroundings.cwd);
    const only = options.changed === undefined ? undefined : changedFiles(options.changed, surroundings.cwd);
    const isMeant = ({ absolutePath }: CheckedFinding): boolean =>
      !only || only.has(realpathSync(absolutePath));
    let result = await checkFiles(files, options, surroundings);
    if (options.fix) {
      const fixed = applySafeFixes(result.findings.filter(isMeant));
      surroundings.stderr.write(`Fixed ${fixed} ${fixed === 1 ? 'problem' : 'problems'}.\n`);
      if (fixed > 0) result = await checkFiles(files, options, surroundings);
    }
    let findings: readonly CheckedFinding[] = result.findings.filter(isMeant);
    if (options.baseline !== undefined) findings = applyBaseline(options.baseline, findings, surroundings);
    const gaps: readonly Gap[] = result.gaps;
    surroundings.stdout.write(
      reporter(
        {
          findings,
          gaps,
          files: result.files,
          errors: result.errors,
          asOf: options.today,
          rules: result.rules,
        },
        surroundings,
      ),
    );
    return exitCodeOf(findings, result.errors.length, options.failOn);
  },
};

/** The options of one call, checked. */
export interface CheckOptions {
  readonly paths: readonly string[];
  readonly workspace: string | undefined;
  readonly changed: string | undefined;
  readonly format: string;
  readonly failOn: Threshold;
  readonly rules: 'recommended' | 'all' | readonly string[];
  readonly fix: boolean;
  readonly baseline: string | undefined;
  readonly today: string;
  readonly noSuppressions: boolean;
  readonly noConfig: boolean;
}

function readOptions(argv: readonly string[], surroundings: Surroundings): CheckOptions {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      workspace: { type: 'string' },
      changed: { type: 'string' },
      format: { type: 'string', default: 'pretty' },
      'fail-on': { type: 'string', default: 'warning' },
      rules: { type: 'string', default: 'recommended' },
      fix: { type: 'boolean', default: false },
      baseline: { type: 'string' },
      'as-of': { type: 'string' },
      'no-suppressions': { type: 'boolean', default: false },
      'no-config': { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0 && values.workspace === undefined)
    throw new UsageError('Name a file or folder to check.');
  const failOn = thresholds.find((threshold) => threshold === values['fail-on']);
  if (!failOn) throw new UsageError(`--fail-on must be one of ${thresholds.join(', ')}.`);
  if (!reporterNames.includes(values.format))
    throw new UsageError(`--format must be one of ${reporterNames.join(', ')}.`);
  const today = readDay(values['as-of'], surroundings);
  const { rules } = values;
  return {
    paths: positionals.length > 0 ? positionals : [values.workspace ?? '.'],
    workspace: values.workspace,
    changed: values.changed,
    format: values.format,
    failOn,
    rules: rules === 'recommended' || rules === 'all' ? rules : rules.split(',').map((id) => id.trim()),
    fix: values.fix,
    baseline: values.baseline,
    today,
    noSuppressions: values['no-suppressions'],
    noConfig: values['no-config'],
  };
}

const rank: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

function exitCodeOf(findings: readonly CheckedFinding[], errors: number, failOn: Threshold): ExitCode {
  if (errors > 0) return exit.misuse;
  if (failOn === 'never') return exit.clean;
  return findings.some(({ severity }) => rank[severity] >= rank[failOn]) ? exit.findings : exit.clean;
}

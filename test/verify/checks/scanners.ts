import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../check';
import { acceptedOf } from '../accepted-findings';
import { goProgram } from '../go-program';
import { absent, failed, judge, passed, skipped, type Outcome } from '../outcome';
import { verifyFolder, workFolder } from '../places';
import { isMapping, mappingAt, numberAt, textAt } from '../plain-data';
import { filesLike, textOf, yamlDocuments, type Project } from '../project';
import { runCommand, type Ended } from '../run-command';
import type { Workbench } from '../workbench';

const actionlintVersion = 'v1.7.12';
const frameworks = ['kubernetes', 'dockerfile', 'github_actions', 'cloudformation', 'terraform'];
const workflows = /^\.github\/workflows\/[^/]+\.ya?ml$/;

/** Manifests, Dockerfiles, workflows, CloudFormation and Terraform have no finding of checkov that is not accepted. */
export const checkovFindings: Check = {
  id: 'checkov',
  title: 'checkov',
  revision: 1,
  versions: () => [scannerPin('checkov'), ...acceptedOf('checkov')],
  appliesTo: () => true,
  run: async (project, bench) => {
    if (!isInfrastructure(project)) return absent('no such file');
    const tools = await bench.scannerEnvironment();
    if (tools.is === 'missing') return skipped(tools.reason);
    const report = join(workFolder, 'checkov', project.component.id, project.case.name);
    rmSync(report, { recursive: true, force: true });
    mkdirSync(report, { recursive: true });
    const ended = await runCommand(
      join(tools.bin, 'checkov'),
      // Policies are in the package; nothing is fetched and nothing sent.
      ['--directory', '.', '--framework', ...frameworks, '--skip-download', '--compact', '--quiet'].concat([
        '--output',
        'json',
        '--output-file-path',
        report,
      ]),
      { cwd: project.folder, timeoutMs: 300_000 },
    );
    if (ended.timedOut || ended.code > 1) return judge(ended);
    return judgeReport(JSON.parse(readFileSync(join(report, 'results_json.json'), 'utf8')));
  },
};

/** CloudFormation is what AWS' own schemas allow, hints included. */
export const cloudFormation: Check = {
  id: 'cloudformation',
  title: 'cfn-lint',
  revision: 1,
  versions: () => [scannerPin('cfn-lint'), ...acceptedOf('cfn-lint')],
  appliesTo: () => true,
  run: (project, bench) => {
    const files = filesLike(project, /\.(?:ya?ml|json)$/).filter((path) => isCloudFormation(project, path));
    const ignored = acceptedOf('cfn-lint').flatMap((rule) => ['--ignore-checks', rule]);
    return runScanner(project, bench, 'cfn-lint', ['--include-checks', 'I', ...ignored, '--template'], files);
  },
};

/** Workflows are safe by zizmor's strictest persona. */
export const workflowSecurity: Check = {
  id: 'zizmor',
  title: 'zizmor',
  revision: 1,
  versions: () => [scannerPin('zizmor')],
  appliesTo: () => true,
  run: (project, bench) =>
    runScanner(
      project,
      bench,
      'zizmor',
      ['--offline', '--no-progress', '--color', 'never', '--persona', 'auditor'],
      filesLike(project, workflows),
    ),
};

/** Workflows are right by actionlint, their scripts by ShellCheck. */
export const workflowSyntax: Check = {
  id: 'actionlint',
  title: 'actionlint',
  revision: 1,
  versions: () => [`actionlint ${actionlintVersion}`],
  appliesTo: () => true,
  run: async (project, bench) => {
    const files = filesLike(project, workflows);
    if (files.length === 0) return absent('no such file');
    const module = 'github.com/rhysd/actionlint/cmd/actionlint';
    const program = await goProgram('actionlint', module, actionlintVersion);
    if (program === undefined) return skipped('actionlint is not installed here and Go cannot build it');
    const tools = await bench.toolEnvironment();
    if (tools.is === 'missing') return skipped(tools.reason);
    const args = ['-no-color', '-pyflakes', '', '-shellcheck', join(tools.bin, 'shellcheck'), ...files];
    return judgeFiles(await runCommand(program, args, { cwd: project.folder, timeoutMs: 120_000 }), files);
  },
};

async function runScanner(
  project: Project,
  bench: Workbench,
  tool: string,
  args: readonly string[],
  files: readonly string[],
): Promise<Outcome> {
  if (files.length === 0) return absent('no such file');
  const tools = await bench.scannerEnvironment();
  if (tools.is === 'missing') return skipped(tools.reason);
  const options = { cwd: project.folder, timeoutMs: 300_000 };
  return judgeFiles(await runCommand(join(tools.bin, tool), [...args, ...files], options), files);
}

function judgeFiles(ended: Ended, files: readonly string[]): Outcome {
  return judge(ended, `${files.length} files`);
}

/** Reads checkov's report: one for each framework, a list where there are several. */
function judgeReport(read: unknown): Outcome {
  const accepted = acceptedOf('checkov');
  const reports = (Array.isArray(read) ? read : [read]).filter((report: unknown) => isMapping(report));
  const count = (key: string): number =>
    reports.reduce((sum, report) => sum + numberAt(mappingAt(report, 'summary'), key, 0), 0);
  if (count('parsing_errors') > 0) return failed(`checkov cannot read ${count('parsing_errors')} files`);
  const findings = reports.flatMap((report) => {
    const list: unknown = mappingAt(report, 'results')['failed_checks'];
    return Array.isArray(list) ? list.map((finding: unknown) => finding) : [];
  });
  const open = findings.filter((finding) => !accepted.includes(textAt(finding, 'check_id') ?? ''));
  if (open.length > 0) return failed(open.map(told).join('\n'));
  const left = findings.length > 0 ? `, ${findings.length} accepted` : '';
  return passed(`${count('passed')} passed${left}`);
}

function told(finding: unknown): string {
  const [path, rule, name] = ['file_path', 'check_id', 'check_name'].map((key) => textAt(finding, key) ?? '');
  return `${path ?? ''} ${rule ?? ''}: ${name ?? ''} (${textAt(finding, 'resource') ?? ''})`;
}

function isInfrastructure(project: Project): boolean {
  if (filesLike(project, /(?:^|\/)Dockerfile[^/]*$|\.tf$|^\.github\/workflows\//).length > 0) return true;
  const objects = yamlDocuments(project).some(({ value }) => textAt(value, 'apiVersion')?.includes('v'));
  return objects || filesLike(project, /\.(?:ya?ml|json)$/).some((path) => isCloudFormation(project, path));
}

function isCloudFormation(project: Project, path: string): boolean {
  return /^\s*"?AWSTemplateFormatVersion"?\s*:/m.test(textOf(project, path));
}

function scannerPin(tool: string): string {
  const pins = readFileSync(join(verifyFolder, 'scanners.txt'), 'utf8').split('\n');
  return pins.find((pin) => pin.startsWith(`${tool}==`)) ?? tool;
}

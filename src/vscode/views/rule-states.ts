import type { RuleInfo } from '../../core';
import { isActive } from '../../core';
import type { WorkspaceChecker } from '../workspace-checker';

/** How many findings each rule has in the files that are known. */
export function ruleCounts(checker: WorkspaceChecker): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (rule: string): Map<string, number> => counts.set(rule, (counts.get(rule) ?? 0) + 1);
  for (const { project } of checker.allHomes()) {
    for (const path of project.paths())
      for (const { rule } of project.file(path)?.findings() ?? []) add(rule);
    for (const { rule } of project.crossFindings()) add(rule);
  }
  return counts;
}

/** Whether the settings of the first folder let a rule speak. */
export function isRuleOn(checker: WorkspaceChecker, rule: RuleInfo): boolean {
  const [home] = checker.allHomes();
  return home ? isActive(home.project.settingsOf('any'), rule) : rule.certainty !== 'opinion';
}

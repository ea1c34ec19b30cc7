import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Check } from './check';
import { filesBelow, type Case, type Component } from './component';

/** One line of the table: a component, a set of answers, a check. */
export interface Row {
  readonly id: string;
  readonly component: Component;
  readonly case: Case;
  readonly check: Check;
  /** Of all that the result depends on; another hash makes the published result stale. */
  readonly hash: string;
}

/** Every row there is. */
export function rowsOf(components: readonly Component[], checks: readonly Check[]): readonly Row[] {
  return components.flatMap((component) => {
    return component.cases.flatMap((which) =>
      checks
        .filter((check) => check.appliesTo(component, which))
        .map((check) => rowOf(component, which, check)),
    );
  });
}

function rowOf(component: Component, which: Case, check: Check): Row {
  const template = templateHash(component, check.reads);
  const facts = [
    template,
    JSON.stringify(which.answers),
    check.id,
    String(check.revision),
    ...check.versions(component),
  ];
  const hash = createHash('sha256').update(facts.join('\0')).digest('hex').slice(0, 16);
  return { id: `${component.id}/${which.name}/${check.id}`, component, case: which, check, hash };
}

/** Of what the check reads in the template's folder; the cases count by their answers, the bad twin not at all. */
function templateHash(component: Component, reads: RegExp | undefined): string {
  const hash = createHash('sha256');
  for (const base of [component.folder, ...(component.sources ?? [])]) {
    const paths = statSync(base, { throwIfNoEntry: false })?.isFile() ? [base] : filesBelow(base);
    for (const path of paths) {
      const name = relative(base, path).split(sep).join('/');
      const counts = name === '' || name === 'template.yaml' || reads === undefined || reads.test(name);
      if (counts && !/^(?:cases|bad-twin)\//.test(name))
        hash.update(name).update('\0').update(readFileSync(path)).update('\0');
    }
  }
  return hash.digest('hex');
}

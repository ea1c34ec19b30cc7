import type { IsoDate } from '../../core';
import { releaseFacts } from '../../generated/releases';
import { areStale, classifyIn } from './classify';
import type { VersionStatus } from './classify';
import type { ReleaseFacts, ReleaseLine } from './release-facts';

const shownLines = 5;

/** What a hover over a version shows: what is wrong with it, the newest lines, what is gone; undefined without facts. */
export function versionsMarkdown(
  technology: string,
  version: string | undefined,
  today: IsoDate,
): string | undefined {
  const facts = releaseFacts.find((each) => each.technology === technology);
  if (!facts) return undefined;
  const status = version === undefined ? undefined : classifyIn(facts, version, today);
  return [
    `**${facts.product}**${version === undefined ? '' : ` ${version}`}`,
    ...(status ? sentence(facts, status) : []),
    tableOf(facts, status?.line, today),
    ...removals(facts, status?.line),
    footer(facts, today),
  ].join('\n\n');
}

function sentence(facts: ReleaseFacts, status: VersionStatus): string[] {
  switch (status.is) {
    case 'never-existed':
      return [`There never was such a release: ${status.note}.${advice(status.nearest)}`];
    case 'end-of-life':
      return [`Support ended on ${status.ended}.${advice(status.nearest)}`];
    case 'newer-exists':
      return [`The newest is ${status.newest}.`];
    case 'ok':
      return ['This is the newest line.'];
    case 'facts-stale':
    case 'unknown-version':
      return [`Not among the releases known on ${facts.checked}.`];
    default:
      return status satisfies never;
  }
}

function advice(nearest: string | undefined): string {
  return nearest === undefined ? '' : ` The nearest with support is ${nearest}.`;
}

/** The newest lines, and the one that is asked for. */
function tableOf({ lines }: ReleaseFacts, line: string | undefined, today: IsoDate): string {
  const newest = lines.slice(-shownLines);
  const own = lines.find(({ version }) => version === line);
  const shown = own && !newest.includes(own) ? [own, ...newest] : newest;
  const rows = shown.reverse().map((each) => row(each, line, today));
  return ['| line | released | support | newest |', '|---|---|---|---|', ...rows].join('\n');
}

function row(
  { version, released, ended, latest }: ReleaseLine,
  line: string | undefined,
  today: IsoDate,
): string {
  const support = ended === undefined ? '' : ended <= today ? `ended ${ended}` : `until ${ended}`;
  return `| ${version === line ? `**${version}**` : version} | ${released ?? ''} | ${support} | ${latest ?? ''} |`;
}

function removals({ removed = [] }: ReleaseFacts, line: string | undefined): string[] {
  const [major] = (line ?? '').split('.');
  const shown =
    line === undefined ? removed : removed.filter(({ version }) => version.split('.')[0] === major);
  return shown.map(({ version, what }) => `Gone since ${version}: ${what}.`);
}

function footer(facts: ReleaseFacts, today: IsoDate): string {
  const sources = facts.sources.map(({ title, url }) => `[${title}](${url})`).join(', ');
  const age = areStale(facts, today) ? ', more than a year ago: look again' : '';
  return `Checked on ${facts.checked}${age}. ${sources}`;
}

import { releaseFacts } from '../generated/releases';
import { areStale } from '../systems/versions';

// npm run facts [-- --as-of DATE] [--all]
// Lists the release facts that have to be looked up again: those older than a year, and those whose lines have all
// ended, for then something newer must exist that is not listed.

const asOfAt = process.argv.indexOf('--as-of');
const today = (asOfAt < 0 ? undefined : process.argv[asOfAt + 1]) ?? new Date().toISOString().slice(0, 10);
const all = process.argv.includes('--all');

const reasons = releaseFacts.map((facts) => {
  const hasSupport = facts.lines.some(({ ended }) => ended === undefined || ended > today);
  const undated = facts.lines.filter(({ released }) => released === undefined).length;
  return {
    facts,
    reasons: [
      ...(areStale(facts, today) ? [`checked on ${facts.checked}`] : []),
      ...(hasSupport ? [] : ['no line has support: newer ones are missing']),
      ...(all && undated > 0 ? [`${undated} of ${facts.lines.length} lines have no date`] : []),
    ],
  };
});

const due = reasons.filter((each) => each.reasons.length > 0);
for (const { facts, reasons: why } of due) {
  process.stdout.write(`${facts.technology}: ${why.join('; ')}\n`);
  for (const { url } of facts.sources) process.stdout.write(`  ${url}\n`);
}
process.stdout.write(`${due.length} of ${releaseFacts.length} to be looked up again, as of ${today}\n`);

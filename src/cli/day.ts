import { UsageError } from './streams';
import type { Surroundings } from './streams';

/** The day that `--as-of` names, else the day of the call. */
export function readDay(asOf: string | undefined, { today }: Pick<Surroundings, 'today'>): string {
  if (asOf === undefined) return today;
  if (!isDay(asOf)) throw new UsageError('--as-of must be a date such as 2026-11-23.');
  return asOf;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

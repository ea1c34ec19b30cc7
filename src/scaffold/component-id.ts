import type { ComponentRecord } from './record';

/** The id for a component: that of the same template in the same place, else the template's name, counted up where taken. */
export function componentIdFor(
  template: string,
  destination: string,
  records: readonly ComponentRecord[],
): string {
  const same = records.find((record) => record.template === template && record.destination === destination);
  if (same) return same.id;
  const base = template.slice(template.indexOf('/') + 1);
  const taken = new Set(records.map(({ id }) => id));
  let id = base;
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`;
  return id;
}

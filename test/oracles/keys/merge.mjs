// Joins what each release tells of its keys: what they are now, since when, until when, and which default was before.

/** The keys of every set: those of the newest release, then those that are gone. */
export function mergeReleases(releases, { sets, isKey = () => true }) {
  const merged = new Map();
  for (const id of Object.keys(sets)) {
    const tables = releases
      .map(({ version, keys }) => ({
        line: lineOf(version),
        keys: new Map(
          keys
            .filter((key) => key.set === id && !isInternal(key) && isKey(key.name))
            .map((key) => [key.name, key]),
        ),
      }))
      // Where a release keeps a definition out of reach, it tells nothing of its keys.
      .filter(({ keys }) => keys.size > 0);
    const names = [...new Set(tables.flatMap(({ keys }) => [...keys.keys()]))].sort();
    merged.set(
      id,
      names.map((name) => keyOf(name, tables)),
    );
  }
  return merged;
}

function isInternal({ name, internal }) {
  return internal === 'true' || name.startsWith('__') || name.startsWith('internal.');
}

function keyOf(name, tables) {
  const seen = tables.map(({ keys }) => keys.get(name));
  const first = seen.findIndex((key) => key !== undefined);
  const last = seen.findLastIndex((key) => key !== undefined);
  const newest = seen[last];
  const {
    set: _set,
    default: value,
    allowed,
    internal: _internal,
    former,
    deprecated,
    dynamic,
    ...rest
  } = newest;
  return {
    ...rest,
    ...('default' in newest && { default: value }),
    ...limitsOf(allowed, value, newest.type),
    ...(deprecated === 'true' && { deprecated: true }),
    ...(dynamic === 'true' && { dynamic: true }),
    ...(former !== undefined && { former: former.split(',') }),
    ...(first > 0 && { since: tables[first].line }),
    ...(last < tables.length - 1 && { removed: tables[last + 1].line }),
    ...changesOf(seen, tables),
  };
}

/** Defaults of older releases: each with the first line that no longer has it. */
function changesOf(seen, tables) {
  const changes = [];
  for (let at = 1; at < seen.length; at++) {
    const [before, after] = [seen[at - 1], seen[at]];
    if (!before || !after || before.default === after.default) continue;
    // What the product writes the default as changed; a password or a class stays the same thing.
    if (String(before.default).toLowerCase() === String(after.default).toLowerCase()) continue;
    changes.push({ before: tables[at].line, default: before.default ?? null });
  }
  return changes.length > 0 ? { was: changes } : {};
}

/** Allowed values or bounds, from the validator's own words. */
function limitsOf(allowed, value, type) {
  if (allowed === undefined || allowed === '') return {};
  const words = allowed.replace(/^\(case insensitive\) /, '');
  const bounds =
    /^\[(-?[\d.]+)?,?\.\.\.,?(-?[\d.]+)?\]$/.exec(words) ?? /^(-?[\d.]+) \.\. (-?[\d.]+)$/.exec(words);
  if (bounds) return { range: [numberOf(bounds[1]), numberOf(bounds[2])] };
  const listed =
    /^\[([^\][]+)\]$/.exec(words)?.[1] ??
    (type === 'enum value' || /^[\w-]+(?:, [\w-]+)+$/.test(words) ? words : undefined);
  if (listed === undefined) return { allowed };
  const isLower =
    typeof value === 'string' && value !== '' && value === value.toLowerCase() && words !== allowed;
  const values = listed.split(', ').filter((each) => each !== 'null' && each !== '');
  if (values.join() === 'true,false') return {};
  return { values: isLower ? values.map((each) => each.toLowerCase()) : values };
}

function numberOf(text) {
  return text === undefined ? null : Number(text);
}

function lineOf(version) {
  return version.split('.').slice(0, 2).join('.');
}

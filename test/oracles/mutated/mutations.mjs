// Seeded single changes of a resource: what a hurried author or a fuzzer would do to it.

/** A generator of numbers in [0, 1) that gives the same ones for the same seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Every single change of this resource, each as `{ what, resource }`; `siblings` are keys that may stand together. */
export function mutantsOf(resource, siblings) {
  const mutants = [];
  const change = (what, place, edit) => {
    const copy = structuredClone(resource);
    let at = copy;
    for (const key of place.slice(0, -1)) at = at[key];
    edit(at, place.at(-1));
    mutants.push({ what: `${what} ${place.join('.')}`, resource: copy });
  };
  for (const [place, value] of placesOf(resource)) {
    if (place[0] === 'apiVersion' || place[0] === 'kind') continue;
    // The API server itself judges whether there is a name.
    if (place[0] === 'metadata' && (place.length === 1 || place[1] === 'name')) {
      if (typeof value === 'string') change('spoil', place, (parent, key) => (parent[key] = `1.${value}`));
      continue;
    }
    change('delete', place, remove);
    for (const [what, changed] of changesOf(value))
      change(what, place, (parent, key) => {
        parent[key] = changed;
      });
    if (Array.isArray(value) && value.length > 0)
      change('repeat the last of', place, (parent, key) => parent[key].push(structuredClone(value.at(-1))));
    if (!isMap(value)) continue;
    for (const [key, added] of siblings.get(shapeOf(place)) ?? [])
      if (!(key in value))
        change(`add ${key} ${JSON.stringify(added)} to`, place, (parent, last) => {
          parent[last][key] = structuredClone(added);
        });
    change('add an unknown key to', place, (parent, key) => {
      parent[key].unheardOf = 1;
    });
  }
  return mutants;
}

/** Which keys stand at which places in these resources, with one value of each: candidates for conflicts. */
export function siblingsIn(resources) {
  const siblings = new Map();
  for (const resource of resources)
    for (const [place, value] of placesOf(resource)) {
      const parent = shapeOf(place.slice(0, -1));
      const known = siblings.get(parent) ?? new Map();
      siblings.set(parent, known);
      if (typeof place.at(-1) === 'string' && !known.has(place.at(-1))) known.set(place.at(-1), value);
    }
  return siblings;
}

function* placesOf(value, place = []) {
  if (place.length > 0) yield [place, value];
  const entries = Array.isArray(value) ? value.entries() : isMap(value) ? Object.entries(value) : [];
  for (const [key, inner] of entries) yield* placesOf(inner, [...place, key]);
}

function changesOf(value) {
  if (typeof value === 'number')
    return [0, -1, value * 10 + 1, 2_000_000_000].map((number) => [`set ${number} at`, number]);
  if (typeof value === 'boolean') return [[`set ${!value} at`, !value]];
  if (typeof value === 'string')
    return [
      ['empty', ''],
      ['misspell', `${value}x`],
      ['uppercase', value.toUpperCase()],
      ['spoil', `-${value} /`],
    ].filter(([, changed]) => changed !== value);
  if (Array.isArray(value)) return value.length > 0 ? [['empty', []]] : [];
  return isMap(value) && Object.keys(value).length > 0 ? [['empty', {}]] : [];
}

function remove(parent, key) {
  if (Array.isArray(parent)) parent.splice(key, 1);
  else delete parent[key];
}

function isMap(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shapeOf(place) {
  return place.map((key) => (typeof key === 'number' ? '*' : key)).join('.');
}

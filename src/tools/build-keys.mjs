// Packs the key facts of all technologies beside the bundles: what `npm run keys` read, with our own words on the most used.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes dist/keys/<technology>.json; returns the bytes written. */
export function buildKeys(root) {
  const from = path.join(root, 'src/technologies');
  const target = path.join(root, 'dist/keys');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  let bytes = 0;
  for (const slug of readdirSync(from)) {
    const file = packedKeys(path.join(from, slug));
    if (file === undefined) continue;
    const text = JSON.stringify(file);
    writeFileSync(path.join(target, `${slug}.json`), text);
    bytes += text.length;
  }
  return bytes;
}

/** The sets of one technology's folder, as they are packed. */
export function packedKeys(folder) {
  const read = (name) => {
    const file = path.join(folder, name);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  };
  const facts = read('keys.json');
  const byHand = read('keys-by-hand.json');
  if (!facts && !byHand) return undefined;
  const words = read('key-words.json') ?? {};
  const sets = { ...facts?.sets, ...byHand?.sets };
  return {
    sets: Object.fromEntries(
      Object.entries(sets).map(([id, set]) => [
        id,
        {
          ...set,
          keys: set.keys.map((key) => withWords(key, words[id]?.[key.name] ?? words['*']?.[key.name])),
        },
      ]),
    ),
  };
}

function withWords(key, about) {
  return about === undefined ? key : { ...key, about };
}

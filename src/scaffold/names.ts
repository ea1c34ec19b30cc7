const reserved = new Set(
  (
    'this true false null undefined and or not in if unless each else length concat before after snake kebab camel pascal ' +
    'constant lower upper __proto__ constructor prototype hasOwnProperty toString valueOf'
  ).split(' '),
);

/** Whether a word may not name a question or a derived value: it means something else, or would be dangerous as a key. */
export function isReservedName(name: string): boolean {
  return reserved.has(name) || !/^[a-z][A-Za-z0-9]{0,63}$/.test(name);
}

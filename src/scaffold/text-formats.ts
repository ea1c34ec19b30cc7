/** A named format of an answer: how it is tested and how a user is told. */
export interface TextFormat {
  readonly test: (text: string) => boolean;
  readonly says: string;
}

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const pythonKeywords = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if ' +
    'import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);
const javaKeywords = new Set(
  (
    'abstract assert boolean break byte case catch char class const continue default do double else enum extends final ' +
    'finally float for goto if implements import instanceof int interface long native new package private protected public ' +
    'return short static strictfp super switch synchronized this throw throws transient try void volatile while true false null'
  ).split(' '),
);
const sqlKeywords = new Set(
  (
    'all and any as asc between by case cast check column create cross current_date delete desc distinct drop else end ' +
    'except exists false for foreign from full grant group having in inner insert intersect into is join key left like ' +
    'limit natural not null offset on or order outer primary references right select set table then to true union unique ' +
    'update user using value values view when where with'
  ).split(' '),
);
const scriptKeywords = new Set(
  'delete enum export function in let new super this typeof var void with yield await'.split(' '),
);

/** Whether a word is a keyword in one of the languages that templates write. */
export function isKeyword(word: string): boolean {
  const small = word.toLowerCase();
  return (
    pythonKeywords.has(word) || javaKeywords.has(word) || scriptKeywords.has(word) || sqlKeywords.has(small)
  );
}

function isIdentifier(text: string): boolean {
  return /^[A-Za-z_]\w*$/.test(text) && !pythonKeywords.has(text);
}

function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#"'<>\\]+(?:[/?#][^\s"'<>\\]*)?$/i.test(text);
}

function isCron(text: string): boolean {
  const parts = text.split(' ');
  return parts.length === 5 && parts.every((part) => /^[0-9A-Z*/,-]+$/i.test(part));
}

function isBucket(text: string): boolean {
  // S3 and GCS rules together: 3 to 63 characters, no two dots side by side, no address.
  const shaped = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(text);
  return shaped && !text.includes('..') && !/^\d+\.\d+\.\d+\.\d+$/.test(text) && !text.startsWith('xn--');
}

function isFileName(text: string): boolean {
  return /^\w[\w.-]{0,99}$/.test(text) && !text.endsWith('.');
}

/** The formats that a question's `validate.format` may name. */
export const textFormats = {
  'kafka-topic': {
    // Kafka's own rule: at most 249 of these characters, and neither "." nor "..".
    test: (text) => /^[\w.-]{1,249}$/.test(text) && text !== '.' && text !== '..',
    says: 'up to 249 letters, digits, dots, hyphens and underscores',
  },
  'dns-label': {
    test: (text) => label.test(text),
    says: 'up to 63 small letters, digits and hyphens, with a letter or digit at both ends',
  },
  'dns-subdomain': {
    test: (text) => text.length <= 253 && text.split('.').every((part) => label.test(part)),
    says: 'DNS labels of small letters, digits and hyphens, joined by dots',
  },
  'python-package': {
    test: (text) => /^[a-z_][a-z0-9_]*$/.test(text) && !pythonKeywords.has(text),
    says: 'small letters, digits and underscores, no digit first, and no Python keyword',
  },
  'python-identifier': { test: isIdentifier, says: 'a Python identifier that is no keyword' },
  kebab: {
    test: (text) => /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(text),
    says: 'small letters and digits in words joined by single hyphens',
  },
  'project-name': {
    test: (text) => /^[a-z](?:[a-z0-9._-]{0,61}[a-z0-9])?$/.test(text),
    says: 'up to 63 small letters, digits, dots, hyphens and underscores, a letter first',
  },
  semver: {
    test: (text) => /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/.test(text),
    says: 'a version such as 1.2.0',
  },
  url: { test: isUrl, says: 'an address such as https://example.com/path' },
  bucket: { test: isBucket, says: '3 to 63 small letters, digits, dots and hyphens' },
  image: {
    test: (text) => /^[a-z0-9][a-z0-9._:/-]*(?:@sha256:[0-9a-f]{64})?$/.test(text) && text.length <= 255,
    says: 'a container image such as registry.example.com/app:1.0.0',
  },
  cron: { test: isCron, says: 'five cron fields such as 0 3 * * 1' },
  email: {
    test: (text) => /^[^\s@"'<>\\]+@[^\s@"'<>\\]+\.[a-zA-Z]{2,}$/.test(text),
    says: 'an e-mail address',
  },
  'env-name': { test: (text) => /^[A-Z_][A-Z0-9_]*$/.test(text), says: 'capitals, digits and underscores' },
  'file-name': { test: isFileName, says: 'letters, digits, dots, hyphens and underscores' },
  'java-package': {
    test: (text) =>
      text.split('.').every((part) => /^[a-z][a-z0-9_]*$/.test(part) && !javaKeywords.has(part)),
    says: 'words of small letters joined by dots, none a Java keyword',
  },
  port: {
    test: (text) => /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65535,
    says: 'a number from 1 to 65535',
  },
  'sql-identifier': {
    test: (text) => /^[a-z_][a-z0-9_]{0,62}$/.test(text) && !sqlKeywords.has(text),
    says: 'up to 63 small letters, digits and underscores, and no SQL keyword',
  },
} as const satisfies Record<string, TextFormat>;

/** The name of a format. */
export type TextFormatName = keyof typeof textFormats;

/** Whether a word names a format. */
export function isTextFormat(word: string): word is TextFormatName {
  return Object.hasOwn(textFormats, word);
}

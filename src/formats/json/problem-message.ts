const messages: Readonly<Record<number, string>> = {
  1: 'This is no JSON value.',
  2: 'This is no number.',
  3: 'A key in double quotes is missing here.',
  4: 'A value is missing here.',
  5: 'A colon is missing here.',
  6: 'A comma is missing here.',
  7: 'A closing brace is missing.',
  8: 'A closing bracket is missing.',
  9: 'The document ends before this text.',
  10: 'A comment may not stand here.',
  11: 'The comment is not closed.',
  12: 'The string is not closed.',
  13: 'The number is not complete.',
  14: 'Four hexadecimal digits are missing after \\u.',
  15: 'This escape does not exist.',
  16: 'This character must be written as an escape.',
};

/** Says what an error code of the JSON parser means. */
export function problemMessage(code: number): string {
  return messages[code] ?? 'This is not JSON.';
}

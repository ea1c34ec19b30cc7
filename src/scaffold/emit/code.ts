import { RefusedValue } from '../result';
import { isKeyword } from '../text-formats';
import { emitterOf, escapeLikeC, refuseIn, unicodeEscape, type Emit } from './literal';

const bracketed = (items: readonly string[]) => `[${items.join(', ')}]`;

/** A Python literal. */
export const py = emitterOf('py', {
  text: (text) => `"${escapeLikeC(text, '"')}"`,
  truth: ['True', 'False'],
  list: bracketed,
});

/** A JavaScript or TypeScript literal; `</` is broken up, so that a script element cannot be closed. */
export const js = emitterOf('js', {
  text: (text) => `'${escapeLikeC(text, "'").replaceAll('</', '<\\/')}'`,
  list: bracketed,
});

/** A Java literal; a number beyond `int` becomes a `long`. */
export const java = emitterOf('java', {
  // An octal escape, for Java reads \u000a as a line break before it sees the string.
  text: (text) => `"${escapeLikeC(text, '"', octalOrUnicode)}"`,
  number: (digits) =>
    Math.abs(Number(digits)) > 0x7fffffff && !digits.includes('.') ? `${digits}L` : digits,
});

function octalOrUnicode(unit: string): string {
  const code = unit.charCodeAt(0);
  return code < 0x80 ? `\\${code.toString(8).padStart(3, '0')}` : unicodeEscape(unit);
}

/** A Go literal. */
export const go = emitterOf('go', { text: (text) => `"${escapeLikeC(text, '"')}"` });

/** One word of a POSIX shell, or several for a list. */
export const sh = emitterOf('sh', { text: shellWord, list: (items) => items.join(' ') });

function shellWord(text: string): string {
  refuseIn(text, /\0/, 'sh', 'a NUL character');
  if (/^[\w./:@%+,-]+$/.test(text)) return text;
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A literal of standard SQL; a backslash is refused because dialects read it differently. */
export const sql = emitterOf('sql', {
  text: (text) => {
    refuseIn(text, /[\0\\]/, 'sql', 'NUL characters and backslashes');
    return `'${text.replaceAll("'", "''")}'`;
  },
  truth: ['TRUE', 'FALSE'],
  list: (items) => items.join(', '),
});

/** A literal of HCL (Terraform), in which templates stay text. */
export const hcl = emitterOf('hcl', {
  text: (text) => {
    refuseIn(text, /\0/, 'hcl', 'a NUL character');
    if (text !== text.normalize('NFC'))
      throw new RefusedValue('"hcl" cannot hold text that is not in Unicode form NFC.');
    const escaped = escapeLikeC(text, '"').replace(/[$%](?=\{)/g, '$&$&');
    return `"${escaped}"`;
  },
  list: bracketed,
});

/** A double-quoted word of a Dockerfile's ENV, LABEL or ARG, in which nothing is expanded. */
export const dockerfile = emitterOf('dockerfile', {
  text: (text) => {
    refuseIn(text, /[\0\r\n\u2028\u2029]/, 'dockerfile', 'line breaks and NUL characters');
    return `"${text.replace(/[\\"$]/g, '\\$&')}"`;
  },
});

/** The value of a Makefile variable. */
export const make = emitterOf('make', {
  text: (text) => {
    refuseIn(
      text,
      /[\0-\u0008\u000a-\u001f\u007f#\\]/,
      'make',
      'line breaks, "#", backslashes and control characters',
    );
    refuseIn(text, /^\s|\s$/, 'make', 'blanks at the ends');
    return text.replaceAll('$', '$$$$');
  },
});

/** An identifier that is a keyword in none of the languages that templates write. */
export const ident: Emit = (value) => {
  if (typeof value === 'string' && /^[A-Za-z_]\w*$/.test(value) && !isKeyword(value)) return value;
  throw new RefusedValue(`${JSON.stringify(value)} cannot be an identifier.`);
};

/** A value that needs no quotes in any language; it may stand in the middle of something longer. */
export const plain: Emit = emitterOf('plain', {
  text: (text) => {
    if (/^[\w./][\w./:@+-]*$/.test(text)) return text;
    throw new RefusedValue(
      `"plain" cannot write ${JSON.stringify(text.slice(0, 60))}: it has other than letters, digits and ._/:@+-.`,
    );
  },
});

/** Text of a one-line comment. */
export const comment = emitterOf('comment', {
  text: (text) => {
    refuseIn(
      text,
      /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/,
      'comment',
      'line breaks and control characters',
    );
    refuseIn(text, /\*\/|--!?>|\\$/, 'comment', 'the end of a comment or a backslash at the end');
    return text;
  },
});

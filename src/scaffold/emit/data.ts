import { RefusedValue } from '../result';
import { emitterOf, escapeLikeC, refuseIn, unicodeEscape, unprintable } from './literal';

const bracketed = (items: readonly string[]) => `[${items.join(', ')}]`;

/** A JSON value. */
export const json = emitterOf('json', { text: (text) => `"${escapeLikeC(text, '"')}"`, list: bracketed });

/** A one-line YAML scalar or flow list, quoted where a reader of YAML 1.1 or 1.2 would see something else. */
export const yaml = emitterOf('yaml', {
  text: (text) => (isPlainYaml(text) ? text : `"${escapeLikeC(text, '"')}"`),
  list: bracketed,
});

function isPlainYaml(text: string): boolean {
  const word = /^[A-Za-z_/][\w./@+-]*(?: [\w./@+-]+)*$/.test(text) && text.length <= 200;
  // What YAML 1.1 reads as a boolean, null or number must be quoted.
  return (
    word && !/^(?:true|false|yes|no|on|off|null|y|n|[+-]?\.?(?:inf|nan))$/i.test(text) && !/ [-+@]/.test(text)
  );
}

/** A TOML value. */
export const toml = emitterOf('toml', { text: (text) => `"${escapeLikeC(text, '"')}"`, list: bracketed });

/** The value of a line of a Java properties file, in ASCII. */
export const properties = emitterOf('properties', {
  text: (text) => propertyText(text).replace(/^ /, '\\ '),
});

/** A key of a Java properties file. */
export const propertyKey = emitterOf('propertyKey', {
  text: (text) => {
    if (text === '') throw new RefusedValue('"propertyKey" cannot write an empty key.');
    return propertyText(text).replace(/[=:#! ]/g, '\\$&');
  },
});

const propertyEscapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\f': '\\f',
};

function propertyText(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\');
  return escaped.replace(/[^\u0020-\u007e]/g, (unit) => propertyEscapes[unit] ?? unicodeEscape(unit));
}

/** The value of a line of a `.env` file, as a shell, Docker Compose and the dotenv libraries all read it. */
export const env = emitterOf('env', {
  text: (text) => {
    refuseIn(text, /[\0\r\n\\]/, 'env', 'line breaks, backslashes and NUL characters');
    if (/^[\w./:@+,-]*$/.test(text)) return text;
    if (!text.includes("'")) return `'${text}'`;
    refuseIn(text, /["$`]/, 'env', `"'" beside a double quote, "$" or a backquote`);
    return `"${text}"`;
  },
});

/** Text or an attribute value of XML or HTML, without quotes around it. */
export const xml = emitterOf('xml', {
  text: (text) => {
    refuseIn(
      text,
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/,
      'xml',
      'control characters',
    );
    return text.replace(/[&<>"'\t\n\r\u2028]/g, (unit) => `&#${unit.charCodeAt(0)};`);
  },
});

/** Text of a Markdown paragraph, in which no mark has a meaning. */
export const markdown = emitterOf('markdown', {
  text: (text) => {
    refuseOddText(text, 'markdown');
    if (/^[\p{L}\p{N}]+(?:[-._/ ][\p{L}\p{N}]+)*$/u.test(text)) return text;
    return text.replace(/[\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e]/g, '\\$&');
  },
});

/** A code span of Markdown. */
export const code = emitterOf('code', {
  text: (text) => {
    refuseOddText(text, 'code');
    refuseIn(text, /`/, 'code', 'a backquote');
    if (text === '') throw new RefusedValue('"code" cannot write an empty text.');
    return `\`${text}\``;
  },
});

function refuseOddText(text: string, language: string): void {
  refuseIn(text, new RegExp(unprintable.source), language, 'line breaks and control characters');
  refuseIn(text, /^\s|\s$/, language, 'blanks at the ends');
}

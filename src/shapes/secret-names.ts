import { isPlaceholder } from '../core';

const secretWord =
  /pass(?:word|wd|phrase)|(?:^|[_.-])(?:pass|pwd)$|^(?:pass|pwd)|secret|(?:^|[_.-])token$|token(?=_?(?:secret|value)$)|(?:auth|access|api|bearer|refresh|hf|github|id)_?token$|api[_.-]?key|access[_.-]?key|private[_.-]?key|signing[_.-]?key|encryption[_.-]?key|account[_.-]?key|credentials?$|connection[_.-]?string|bearer/i;

const notTheSecretItself =
  /(?:[_.-](?:file|path|dir|name|names|namespace|url|uri|endpoint|host|port|header|type|ttl|expiry|expiration|expires|length|size|enabled|required|policy|provider|store|mount|manager|version|arn|ref|user|username|algorithm|class|issuer|audience|rotation)|File|Path|Name|Url|Enabled)$/i;

/** Whether a variable of that name holds a secret: a password, a token, a key; not where or how it is kept. */
export function isSecretName(name: string): boolean {
  return secretWord.test(name) && !notTheSecretItself.test(name);
}

/** Whether the text can be a secret in clear: neither empty, nor filled in later, nor a place to read it from. */
export function isSecretValue(text: string): boolean {
  const value = text.trim();
  if (value === '' || isPlaceholder(value)) return false;
  if (/^(?:true|false|yes|no|none|null|nil)$/i.test(value)) return false;
  return !/^(?:\/|\.\/|file:|vault:|env:|secret:|ref\+|arn:|projects\/|sm:\/\/|op:\/\/|\*+$|x+$)/i.test(
    value,
  );
}

const knownSecret =
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bhf_[A-Za-z0-9]{30,}\b|\bsk-[\w-]{20,}\b|\bxox[abprs]-[A-Za-z0-9-]{10,}|-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----|\bAIza[\w-]{35}\b|\bglpat-[\w-]{20,}/;

/** Whether the text itself has the form of a well known secret, such as a cloud key or a private key. */
export function hasKnownSecret(text: string): boolean {
  return knownSecret.test(text);
}

/** The place of a password in a URI such as `postgresql://user:password@host`; undefined when there is none in clear. */
export function passwordInUri(text: string): { readonly start: number; readonly end: number } | undefined {
  const match = /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:([^\s/@]+)@/i.exec(text);
  const password = match?.[1];
  if (!match || password === undefined || isPlaceholder(password)) return undefined;
  const start = match.index + match[0].length - 1 - password.length;
  return { start, end: start + password.length };
}

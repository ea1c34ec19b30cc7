import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const encoder = new TextEncoder();

/** The UTF-8 bytes of a text. */
export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}

/** The text of UTF-8 bytes, or `undefined` for anything else (a binary file). */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    // Not UTF-8 is an answer here, not a failure: the file is binary.
    return undefined;
  }
}

/** Bytes are never changed once they are in the engine's hands, so that one hash per object is enough. */
const hashes = new WeakMap<Uint8Array, string>();

/** The SHA-256 of bytes or of a text, in hexadecimal. */
export function hashOf(content: Uint8Array | string): string {
  if (typeof content === 'string') return bytesToHex(sha256(bytesOf(content)));
  const known = hashes.get(content);
  if (known !== undefined) return known;
  const hash = bytesToHex(sha256(content));
  hashes.set(content, hash);
  return hash;
}

/** Whether two byte sequences are the same. */
export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  if (left === right) return true;
  if (left.length !== right.length) return false;
  // A plain loop: with a callback for each byte this took a tenth of an update.
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false;
  return true;
}

/** Whether half of a surrogate pair stands alone: such a text has no UTF-8 form. */
export function hasLoneSurrogate(text: string): boolean {
  return /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
}

/** The lines of a text, each with its line break; the last one may have none. */
export function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

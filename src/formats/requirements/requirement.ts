import type { Span } from '../../core/span';
import type { ListNode, MapNode, ScalarNode } from '../../core/tree';
import { listNode, mapOf, scalarNode } from '../node-builders';
import type { RequirementLine } from './requirement-lines';

/** Reads `name[extras] ==1.0 ; marker --hash=…`, a URL, or an editable path. */
export function readRequirement(line: RequirementLine): MapNode | undefined {
  const editable = /^(?:-e|--editable)[\s=]+/.exec(line.text)?.[0] ?? '';
  if (/^(?:-e|--editable)$/.test(line.text)) return undefined;
  const optionsAt = /\s--?[A-Za-z]/.exec(line.text.slice(editable.length))?.index;
  const end = optionsAt === undefined ? line.text.length : editable.length + optionsAt;
  const head = line.text.slice(editable.length, end);
  const parts = readHead(line, head, editable.length);
  if (!parts) return undefined;
  return mapOf(
    {
      ...parts,
      hashes: readHashes(line, end),
      raw: scalarNode(line.text, line.span),
      editable: editable === '' ? undefined : scalarNode('true', spanIn(line, 0, editable.trimEnd().length)),
    },
    line.span,
  );
}

/** Reads `--index-url https://…`, `-r other.txt`. */
export function readOption(line: RequirementLine): MapNode | undefined {
  const name = /^--?[A-Za-z][\w-]*/.exec(line.text)?.[0];
  if (name === undefined) return undefined;
  const value = line.text.slice(name.length).replace(/^[\s=]+/, '');
  const nameNode = scalarNode(name, spanIn(line, 0, name.length));
  const start = line.text.length - value.length;
  const valueNode = value === '' ? undefined : scalarNode(value, spanIn(line, start, line.text.length));
  return mapOf({ name: nameNode, value: valueNode }, line.span);
}

type Parts = Readonly<Record<string, ScalarNode | ListNode | undefined>>;

function readHead(line: RequirementLine, head: string, offset: number): Parts | undefined {
  const [named, name, extras] = /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(\[[^\]]*\])?\s*/.exec(head) ?? [];
  const rest = head.slice(named?.length ?? 0);
  const isUrl = /^(?:[a-z+]+:\/\/|\.{0,2}\/|file:)/i.test(head);
  if (isUrl || named === undefined || name === undefined) return readUrl(line, head, offset);
  const at = offset + named.length;
  const nameNode = scalarNode(name, spanIn(line, offset, offset + name.length));
  const extrasNode = extras === undefined ? undefined : extrasList(line, extras, offset + head.indexOf('['));
  if (rest.startsWith('@')) return { name: nameNode, extras: extrasNode, ...readTarget(line, rest, at, 1) };
  if (rest !== '' && !/^[=<>!~;(]/.test(rest)) return isPath(head) ? readUrl(line, head, offset) : undefined;
  const semicolon = rest.indexOf(';');
  const specifier = textNode(line, rest, 0, semicolon < 0 ? rest.length : semicolon, at);
  const marker = semicolon < 0 ? undefined : textNode(line, rest, semicolon + 1, rest.length, at);
  return { name: nameNode, extras: extrasNode, specifier, version: versionOf(specifier), marker };
}

function readUrl(line: RequirementLine, head: string, offset: number): Parts | undefined {
  const target = readTarget(line, head, offset, 0);
  const url = target['url'];
  if (url?.type !== 'scalar' || !isPath(url.text)) return undefined;
  const egg = /#(?:.*&)?egg=([\w.-]+)/.exec(url.text);
  if (!egg?.[1]) return target;
  const start = url.span.start + egg.index + egg[0].length - egg[1].length;
  return { name: scalarNode(egg[1], { start, end: start + egg[1].length }), ...target };
}

/** A URL ends at a blank; a marker may follow behind ` ;`. */
function readTarget(line: RequirementLine, text: string, offset: number, skip: number): Parts {
  const semicolon = /\s;/.exec(text)?.index;
  const url = textNode(line, text, skip, semicolon ?? text.length, offset);
  const marker =
    semicolon === undefined ? undefined : textNode(line, text, semicolon + 2, text.length, offset);
  return { url, marker };
}

function isPath(text: string): boolean {
  return /[/\\:]|^\.{1,2}$|\.(?:whl|zip|tar\.gz)$/.test(text) && !/\s/.test(text.trim());
}

/** The version of `==1.2` or `===1.2`; a wildcard pins none. */
function versionOf(specifier: ScalarNode | undefined): ScalarNode | undefined {
  const [whole, version] = /^===?\s*([^\s,*]+)$/.exec(specifier?.text ?? '') ?? [];
  if (!specifier || whole === undefined || version === undefined) return undefined;
  const { end } = specifier.span;
  return scalarNode(version, { start: end - version.length, end });
}

function extrasList(line: RequirementLine, extras: string, start: number): ListNode {
  const items = [...extras.matchAll(/[\w.-]+/g)].map((found) =>
    scalarNode(found[0], spanIn(line, start + found.index, start + found.index + found[0].length)),
  );
  return listNode(items, spanIn(line, start, start + extras.length), true);
}

function readHashes(line: RequirementLine, from: number): ListNode | undefined {
  const items = [...line.text.slice(from).matchAll(/--hash[=\s]+(\S+)/g)].map((found) => {
    const end = from + found.index + found[0].length;
    return scalarNode(found[1] ?? '', spanIn(line, end - (found[1]?.length ?? 0), end));
  });
  const [first] = items;
  const last = items[items.length - 1];
  return first && last && listNode(items, { start: first.span.start, end: last.span.end });
}

function textNode(
  line: RequirementLine,
  text: string,
  start: number,
  end: number,
  offset: number,
): ScalarNode | undefined {
  const said = text.slice(start, end).trim();
  if (said === '') return undefined;
  const from = offset + start + text.slice(start, end).indexOf(said);
  return scalarNode(said, spanIn(line, from, from + said.length));
}

function spanIn(line: RequirementLine, start: number, end: number): Span {
  return { start: line.span.start + start, end: line.span.start + end };
}

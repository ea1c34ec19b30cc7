import type {
  Edit,
  Entry,
  FormatEdits,
  ListNode,
  MapNode,
  PlainValue,
  ScalarNode,
  TreeNode,
} from '../../core';

/** Text edits of YAML that leave every other character as it is. */
export const yamlEdits: FormatEdits = {
  setScalar(document, node, value) {
    if (node.style === 'literal' || node.style === 'folded') return undefined;
    if (typeof value === 'object' && value !== null) return undefined;
    // What was quoted stays quoted: where all values are texts (configuration maps) a bare one would change type.
    const text =
      node.style === 'plain' ? scalarText(value, undefined) : scalarText(String(value), node.style);
    if (node.span.start !== node.span.end) return [{ span: node.span, text }];
    const space = /\s/.test(document.text.charAt(node.span.start - 1)) ? '' : ' ';
    return [{ span: node.span, text: space + text }];
  },
  replace(document, entry, value) {
    if (isInFlow(document.text, entry)) return [{ span: entry.value.span, text: flowText(value) }];
    const colon = document.text.indexOf(':', entry.keySpan.end);
    if (colon < 0) return undefined;
    const indent = columnOf(document.text, entry.keySpan.start);
    const end = Math.max(colon + 1, entry.value.span.end);
    return [{ span: { start: colon + 1, end }, text: blockValue(value, indent, newlineOf(document.text)) }];
  },
  insert(document, map, key, value) {
    if (map.flow) return insertFlow(map, key, value);
    const last = map.entries[map.entries.length - 1];
    const first = map.entries[0];
    if (!last || !first) return undefined;
    const indent = columnOf(document.text, first.keySpan.start);
    const newline = newlineOf(document.text);
    const at = endOfEntry(document.text, last);
    const text = `${newline}${' '.repeat(indent)}${keyText(key)}:${blockValue(value, indent, newline)}`;
    return [{ span: { start: at, end: at }, text }];
  },
  remove(document, map, entry) {
    return map.flow ? removeFlow(map.entries, entry) : removeLines(document.text, map, entry);
  },
  renameKey(_document, entry, key) {
    return [{ span: entry.keySpan, text: keyText(key) }];
  },
  append(document, list, value) {
    const last = list.items[list.items.length - 1];
    if (list.flow) {
      const at = last ? last.span.end : list.span.start + 1;
      return [{ span: { start: at, end: at }, text: (last ? ', ' : '') + flowText(value) }];
    }
    if (!last) return undefined;
    const indent = columnOf(document.text, list.span.start);
    const newline = newlineOf(document.text);
    const at = lineEndAfter(document.text, last.span.end);
    const body = blockValue(value, indent, newline).replace(/^\s+/, '');
    return [{ span: { start: at, end: at }, text: `${newline}${' '.repeat(indent)}- ${body}` }];
  },
  removeItem(document, list, item) {
    if (list.flow) return removeFromFlow(list.items, item);
    return removeItemLines(document.text, list, item);
  },
};

function isInFlow(text: string, entry: Entry): boolean {
  const { value } = entry;
  return (
    (value.type === 'map' || value.type === 'list') && value.flow && text.charAt(value.span.start) !== ''
  );
}

function insertFlow(map: MapNode, key: string, value: PlainValue): Edit[] {
  const last = map.entries[map.entries.length - 1];
  const at = last ? Math.max(last.value.span.end, last.keySpan.end) : map.span.start + 1;
  const pair = `${keyText(key)}: ${flowText(value)}`;
  return [{ span: { start: at, end: at }, text: last ? `, ${pair}` : pair }];
}

function removeFlow(entries: readonly Entry[], entry: Entry): Edit[] {
  const index = entries.indexOf(entry);
  const next = entries[index + 1];
  const previous = entries[index - 1];
  if (next) return [{ span: { start: entry.keySpan.start, end: next.keySpan.start }, text: '' }];
  const start = previous ? Math.max(previous.value.span.end, previous.keySpan.end) : entry.keySpan.start;
  return [{ span: { start, end: Math.max(entry.value.span.end, entry.keySpan.end) }, text: '' }];
}

function removeFromFlow(items: readonly TreeNode[], item: TreeNode): Edit[] {
  const index = items.indexOf(item);
  const next = items[index + 1];
  const previous = items[index - 1];
  if (next) return [{ span: { start: item.span.start, end: next.span.start }, text: '' }];
  return [{ span: { start: previous ? previous.span.end : item.span.start, end: item.span.end }, text: '' }];
}

/** Deletes the whole lines of an entry; a trailing comment on them goes too, comments above stay. */
function removeLines(text: string, map: MapNode, entry: Entry): Edit[] | undefined {
  const lineStart = text.lastIndexOf('\n', entry.keySpan.start - 1) + 1;
  const before = text.slice(lineStart, entry.keySpan.start);
  const end = endOfEntry(text, entry);
  if (before.trim() === '') {
    if (map.entries.length === 1) return undefined;
    return [
      { span: { start: lineStart, end: Math.min(end + newlineLengthAt(text, end), text.length) }, text: '' },
    ];
  }
  // The first key of a list item: the next key takes its place after the dash.
  const next = map.entries[map.entries.indexOf(entry) + 1];
  if (!next || !/^\s*(?:- +)+$/.test(before)) return undefined;
  return [{ span: { start: entry.keySpan.start, end: next.keySpan.start }, text: '' }];
}

function removeItemLines(text: string, list: ListNode, item: TreeNode): Edit[] | undefined {
  if (list.items.length === 1) return undefined;
  const lineStart = text.lastIndexOf('\n', item.span.start - 1) + 1;
  if (!/^\s*- +$/.test(text.slice(lineStart, item.span.start))) return undefined;
  const end = lineEndAfter(text, item.span.end);
  return [
    { span: { start: lineStart, end: Math.min(end + newlineLengthAt(text, end), text.length) }, text: '' },
  ];
}

function endOfEntry(text: string, entry: Entry): number {
  return lineEndAfter(text, Math.max(entry.value.span.end, entry.keySpan.end));
}

/** The end of the line that an offset is on, before its line break. */
function lineEndAfter(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  const end = newline < 0 ? text.length : newline;
  return text.charAt(end - 1) === '\r' ? end - 1 : end;
}

function newlineLengthAt(text: string, offset: number): number {
  return text.startsWith('\r\n', offset) ? 2 : text.charAt(offset) === '\n' ? 1 : 0;
}

function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** The text after `key:`: a scalar on the same line, a block below. */
function blockValue(value: PlainValue, indent: number, newline: string): string {
  if (typeof value !== 'object' || value === null) return ` ${scalarText(value, undefined)}`;
  const inner = ' '.repeat(indent + 2);
  if (isList(value)) {
    if (value.length === 0) return ' []';
    return value
      .map((item) => `${newline}${inner}- ${blockValue(item, indent + 2, newline).replace(/^\s+/, '')}`)
      .join('');
  }
  const pairs = Object.entries(value);
  if (pairs.length === 0) return ' {}';
  return pairs
    .map(([key, item]) => `${newline}${inner}${keyText(key)}:${blockValue(item, indent + 2, newline)}`)
    .join('');
}

function flowText(value: PlainValue): string {
  if (typeof value !== 'object' || value === null) return scalarText(value, undefined, true);
  if (isList(value)) return `[${value.map(flowText).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, item]) => `${keyText(key)}: ${flowText(item)}`);
  return `{${pairs.join(', ')}}`;
}

function isList(value: object): value is readonly PlainValue[] {
  return Array.isArray(value);
}

function keyText(key: string): string {
  return isPlainSafe(key, true) ? key : JSON.stringify(key);
}

function scalarText(
  value: string | number | boolean | null,
  quote: ScalarNode['style'] | undefined,
  flow = false,
): string {
  if (typeof value !== 'string') return String(value);
  if (quote === 'single') return `'${value.replace(/'/g, "''")}'`;
  if (quote === 'double') return JSON.stringify(value);
  return isPlainSafe(value, flow) ? value : JSON.stringify(value);
}

/** Whether a text written without quotes is read back as that same text by YAML 1.1 and 1.2 readers. */
function isPlainSafe(text: string, flow: boolean): boolean {
  if (text === '' || /^\s|\s$|[\n\r\t]/.test(text)) return false;
  if (/^(?:true|false|yes|no|on|off|y|n|null|~)$/i.test(text)) return false;
  if (/^[-+.\d]/.test(text) && /^[-+]?[\d._xXoa-fA-FO:-]*$/.test(text)) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`]/.test(text) && !/^[-?:][^\s]/.test(text)) return false;
  if (/: |:$| #/.test(text)) return false;
  return !(flow && /[,[\]{}]/.test(text));
}

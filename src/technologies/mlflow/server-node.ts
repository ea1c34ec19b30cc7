import { findEntry, resolve } from '../../core';
import type { Adapted, DocumentModel, Entry, MapNode, ResolvedNode, ScalarNode, Span } from '../../core';
import { commandsIn } from './command-line';
import type { CommandWord } from './command-line';
import { variablesOf } from './variables';

/** Options of `mlflow server` that take no value. */
const flags = new Set([
  '--serve-artifacts',
  '--no-serve-artifacts',
  '--artifacts-only',
  '--disable-security-middleware',
  '--dev',
  '--enable-workspaces',
  '--disable-workspaces',
]);

const shortOptions: Readonly<Record<string, string>> = { '-h': '--host', '-p': '--port', '-w': '--workers' };

/** A service of Compose as an MLflow server: `options`, `variables`, `image`, `ports`, and whether both are `complete`. */
export function composeServer(node: ResolvedNode, document: DocumentModel): Adapted | undefined {
  if (node.type !== 'map') return undefined;
  const sources = ['entrypoint', 'command'].map((key) => findEntry(node, key)?.entry.value);
  const complete = !['env_file', 'extends'].some((key) => findEntry(node, key));
  return serverOf(
    node,
    sources.flatMap((source) => [...commandsIn(source, document)]),
    complete,
  );
}

/** A container of Kubernetes as an MLflow server. */
export function containerServer(node: ResolvedNode, document: DocumentModel): Adapted | undefined {
  if (node.type !== 'map') return undefined;
  const [command, args] = ['command', 'args'].map((key) => resolve(findEntry(node, key)?.entry.value));
  const items = [command, args].flatMap((list) => (list?.type === 'list' ? list.items : []));
  const span = args?.span ?? command?.span ?? node.span;
  // Kubernetes runs the words of `args` behind those of `command`.
  const commands = commandsIn({ type: 'list', items, span, flow: false }, document);
  return serverOf(node, commands, !findEntry(node, 'envFrom'));
}

/** A stage of a Dockerfile whose CMD or ENTRYPOINT starts an MLflow server; what it lacks may come with its start. */
export function stageServer(node: ResolvedNode): Adapted | undefined {
  if (node.type !== 'map') return undefined;
  const instructions = resolve(findEntry(node, 'instructions')?.entry.value);
  const starting = (instructions?.type === 'list' ? instructions.items : []).flatMap((item) => {
    const instruction = resolve(item);
    if (instruction?.type !== 'map') return [];
    return ['CMD', 'ENTRYPOINT'].includes(textAt(instruction, 'keyword')) ? [wordsOf(instruction)] : [];
  });
  return serverOf(node, [starting.flat(), ...starting], false);
}

function wordsOf(instruction: MapNode): readonly CommandWord[] {
  const words = resolve(findEntry(instruction, 'words')?.entry.value);
  if (words?.type !== 'list') return [];
  return words.items.flatMap((item) => {
    const word = resolve(item);
    return word?.type === 'scalar'
      ? [{ text: word.text, span: word.span, isKnown: !word.text.includes('$') }]
      : [];
  });
}

function serverOf(
  node: MapNode,
  commands: readonly (readonly CommandWord[])[],
  knowsVariables: boolean,
): Adapted | undefined {
  for (const words of commands) {
    const start = words.findIndex(
      ({ text }, index) =>
        /(?:^|\/)mlflow$/.test(text) && /^(?:server|ui)$/.test(words[index + 1]?.text ?? ''),
    );
    const program = words[start + 1];
    if (start < 0 || !program) continue;
    const { entries, complete } = optionsOf(words.slice(start + 2));
    const setsVariables = words.slice(0, start).some(({ text }) => /^\w+=/.test(text));
    const variables = variablesOf(node);
    const beside = ['image', 'ports'].flatMap((key) => findEntry(node, key)?.entry ?? []);
    const parts: Entry[] = [
      { key: 'options', keySpan: program.span, value: mapOf(entries, program.span) },
      { key: 'variables', keySpan: program.span, value: mapOf(variables.entries, program.span) },
      ...beside,
      ...(complete ? [part('options-complete', program.span)] : []),
      ...(complete && knowsVariables && !setsVariables && variables.complete
        ? [part('complete', program.span)]
        : []),
    ];
    return { node: mapOf(parts, program.span) };
  }
  return undefined;
}

function optionsOf(words: readonly CommandWord[]): { entries: readonly Entry[]; complete: boolean } {
  const entries: Entry[] = [];
  let complete = true;
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (!word) continue;
    const equals = word.text.indexOf('=');
    if (!word.text.startsWith('-')) {
      if (!word.isKnown) complete = false;
    } else if (flags.has(word.text))
      entries.push({ key: word.text, keySpan: word.span, value: scalar('true', word) });
    else if (equals > 0) {
      const key = { start: word.span.start, end: word.span.start + equals };
      const value = scalar(word.text.slice(equals + 1), word);
      entries.push({ key: word.text.slice(0, equals), keySpan: key, value });
    } else {
      const value = words[++index];
      const key = shortOptions[word.text] ?? word.text;
      if (value) entries.push({ key, keySpan: word.span, value: scalar(value.text, value) });
    }
  }
  return { entries, complete };
}

/** What is not known is written as a placeholder, which no rule concludes from. */
function scalar(text: string, { span, isKnown }: CommandWord): ScalarNode {
  return { type: 'scalar', text: isKnown ? text : '${}', style: 'plain', span };
}

function part(key: string, span: Span): Entry {
  return { key, keySpan: span, value: { type: 'scalar', text: 'true', style: 'plain', span } };
}

function mapOf(entries: readonly Entry[], span: Span): MapNode {
  return { type: 'map', entries, span, flow: false };
}

function textAt(map: MapNode, key: string): string {
  const value = resolve(findEntry(map, key)?.entry.value);
  return value?.type === 'scalar' ? value.text : '';
}

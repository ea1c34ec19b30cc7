import type { Span } from '../../core/span';
import type { MapNode, ScalarNode } from '../../core/tree';
import { mapOf, scalarNode } from '../node-builders';
import { hasVariable, splitImageReference, substituteVariables } from './image-reference';
import type { Instruction } from './instruction';

/** What a FROM says, with defaults of global arguments put in. */
export interface From {
  readonly node: MapNode;
  readonly alias: ScalarNode | undefined;
}

/** Reads a FROM: reference, parts, platform, alias, and the earlier stage that it names if it does. */
export function readFrom(
  instruction: Instruction,
  known: ReadonlyMap<string, string>,
  stages: ReadonlySet<string>,
): From {
  const [image, as, name] = instruction.words;
  const alias = as?.text.toLowerCase() === 'as' ? name : undefined;
  const resolved = image && substituteVariables(image.text, known);
  const isStage = image !== undefined && stages.has(image.text.toLowerCase());
  const platform = instruction.flags.entries.find((entry) => entry.key === 'platform')?.value;
  const node = mapOf(
    {
      image: image && scalarNode(bracedVariables(image.text), image.span, image.style),
      ...(image && referenceParts(image)),
      platform,
      alias,
      raw: instruction.node.entries.find((entry) => entry.key === 'arguments')?.value,
      resolved: image && resolved !== undefined ? scalarNode(resolved, image.span, image.style) : undefined,
      stage: image && isStage ? scalarNode(image.text, image.span) : undefined,
    },
    instruction.lines.span,
  );
  return { node, alias };
}

/** Parts that a variable may supply are there as unknown text, never absent. */
function referenceParts(image: ScalarNode): Record<string, ScalarNode | undefined> {
  const { text, span } = image;
  const parts = splitImageReference(text);
  const shift = span.end - span.start === text.length ? 0 : undefined;
  const partNode = (part: Span | undefined): ScalarNode | undefined => {
    if (!part) return undefined;
    const place = shift === undefined ? span : { start: span.start + part.start, end: span.start + part.end };
    return scalarNode(bracedVariables(text.slice(part.start, part.end)), place);
  };
  const lastSlash = text
    .slice(0, parts.name.end)
    .replace(/\$\{[^}]*\}/g, (found) => '$'.repeat(found.length));
  const lastComponent = text.slice(lastSlash.lastIndexOf('/') + 1, parts.name.end);
  const open = parts.tag ?? { start: lastSlash.lastIndexOf('/') + 1, end: parts.name.end };
  const mayHoldMore = hasVariable(parts.tag ? text.slice(parts.tag.start, parts.tag.end) : lastComponent);
  return {
    name: partNode(parts.name),
    tag: partNode(parts.tag ?? (mayHoldMore && !parts.digest ? open : undefined)),
    digest: partNode(parts.digest ?? (mayHoldMore ? open : undefined)),
  };
}

/** `$TAG` as `${TAG}`, the form in which placeholders are known wherever they stand. */
function bracedVariables(text: string): string {
  return text.replace(/(?<!\\)\$([A-Za-z_]\w*)/g, '${$1}');
}

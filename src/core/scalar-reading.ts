import type { View } from './kind';
import type { ScalarNode } from './tree';

/** The number that a text is, with `_` between digits as YAML 1.1 has it; undefined if it is none. */
export function readNumber(text: string, node: ScalarNode): number | undefined {
  const trimmed = text.trim().replace(/(?<=\d)_(?=\d)/g, '');
  if (node.style !== 'plain' && trimmed === '') return undefined;
  return /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(trimmed) ? Number(trimmed) : undefined;
}

/** The boolean that a scalar is to a reader of that manner; undefined if it is none. */
export function readBoolean(
  text: string,
  node: ScalarNode,
  manner: NonNullable<View['booleans']>,
): boolean | undefined {
  if (manner === 'text') {
    const lower = text.trim().toLowerCase();
    return lower === 'true' ? true : lower === 'false' ? false : undefined;
  }
  if (node.style !== 'plain') return undefined;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  if (manner === 'yaml-1.2') return undefined;
  if (/^(?:y|Y|yes|Yes|YES|on|On|ON)$/.test(text)) return true;
  return /^(?:n|N|no|No|NO|off|Off|OFF)$/.test(text) ? false : undefined;
}

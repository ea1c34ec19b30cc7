import type { Span } from '../../core';

/** Text in which template actions are replaced by as many harmless characters, so that YAML can be read. */
export interface MaskedText {
  readonly text: string;
  readonly masked: readonly Span[];
  /** True where a template decides which lines exist at all. */
  readonly templated: boolean;
}

// A private-use character: printable for YAML, and in nobody's file.
const filler = '\uE000';

const action = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\{#[\s\S]*?#\}/g;
const helmValue =
  /\.(?:Values|Release|Chart|Capabilities|Files|Template|Subcharts)\b|\b(?:include|toYaml|tpl)\b/;
const control = /^(?:\{\{-?\s*(?:if|else|end|range|with|define|block|template|\/\*)|\{%-?\s*\w|\{#)/;

/** Masks `{{ … }}` of Helm and others and `{% … %}` of Jinja; all offsets stay as they are. */
export function maskTemplates(text: string): MaskedText {
  if (!text.includes('{{') && !text.includes('{%')) return { text, masked: [], templated: false };
  const masked: Span[] = [];
  let templated = false;
  const replaced = text.replace(action, (whole, offset: number) => {
    if (isFlowMapping(whole) || isExpression(text, offset, whole)) return whole;
    masked.push({ start: offset, end: offset + whole.length });
    const alone = isAloneOnItsLines(text, offset, whole.length);
    if (helmValue.test(whole) || (alone && control.test(whole))) templated = true;
    return whole.replace(/[^\r\n]/g, alone ? ' ' : filler);
  });
  return { text: replaced, masked, templated };
}

/** `${{ … }}` of GitHub Actions is plain text to YAML; only Helm's own values are filled in before it is read. */
function isExpression(text: string, offset: number, whole: string): boolean {
  return text[offset - 1] === '$' && !/\.(?:Values|Release|Chart)\b/.test(whole);
}

/** `{{a: 1}}` is YAML's own; a template action has no such pair right inside. */
function isFlowMapping(text: string): boolean {
  return /^\{\{\s*["']?[\w.-]+["']?\s*:\s/.test(text);
}

function isAloneOnItsLines(text: string, start: number, length: number): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', start + length);
  const lineEnd = newline < 0 ? text.length : newline;
  const around = text.slice(lineStart, start) + text.slice(start + length, lineEnd);
  return around.replace(action, '').trim() === '';
}

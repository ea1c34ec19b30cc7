import type { Value } from './expression';
import { compilePattern } from './safe-pattern';
import type { Question } from './template';
import { textFormats } from './text-formats';
import { hasLoneSurrogate } from './text';

const longestText = 10_000;
const mostItems = 1_000;

/** Says why a value cannot answer a question, as a sentence for the user; `undefined` where it can. */
export function validateAnswer(question: Question, value: Value): string | undefined {
  const fault = faultOf(question, value);
  return fault === undefined ? undefined : (question.validate.message ?? fault);
}

function faultOf(question: Question, value: Value): string | undefined {
  switch (question.type) {
    case 'text':
      return typeof value === 'string' ? textFault(question, value) : 'A text is expected.';
    case 'number':
      return typeof value === 'number' ? numberFault(question, value) : 'A number is expected.';
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'true or false is expected.';
    case 'choice':
      return offers(question, value) ? undefined : `One of these is expected: ${optionNames(question)}.`;
    case 'multi-choice':
    case 'list':
      return typeof value === 'object' ? listFault(question, value) : 'A list is expected.';
    default:
      return question.type satisfies never;
  }
}

function textFault(question: Question, text: string): string | undefined {
  const { format, pattern, minLength, maxLength = longestText } = question.validate;
  if (hasLoneSurrogate(text)) return 'The text has half a character, which no file can hold.';
  if (text === '') return isEmptyAllowed(question) ? undefined : 'An answer is expected.';
  if (text.length > maxLength) return `At most ${maxLength} characters are allowed.`;
  if (minLength !== undefined && text.length < minLength)
    return `At least ${minLength} characters are needed.`;
  if (!question.multiline && /[\r\n]/.test(text)) return 'The answer must be one line.';
  if (format !== undefined && !textFormats[format].test(text)) return `Use ${textFormats[format].says}.`;
  if (pattern === undefined) return undefined;
  const compiled = compilePattern(pattern);
  return compiled.ok && compiled.test(text) ? undefined : `The answer must match ${pattern}.`;
}

function isEmptyAllowed(question: Question): boolean {
  if (question.type === 'list') return question.validate.minLength === 0;
  return question.default === '' || question.validate.minLength === 0;
}

function numberFault(question: Question, value: number): string | undefined {
  const { min, max } = question.validate;
  if (!Number.isFinite(value)) return 'A number is expected.';
  if (question.whole && !Number.isSafeInteger(value)) return 'A whole number is expected.';
  if (min !== undefined && value < min) return `The number must be at least ${min}.`;
  if (max !== undefined && value > max) return `The number must be at most ${max}.`;
  return undefined;
}

function listFault(question: Question, items: readonly unknown[]): string | undefined {
  const { minItems = 0, maxItems = mostItems, unique } = question.validate;
  if (items.length < minItems)
    return `At least ${minItems} ${minItems === 1 ? 'item is' : 'items are'} needed.`;
  if (items.length > maxItems) return `At most ${maxItems} items are allowed.`;
  const distinct = unique === true || question.type === 'multi-choice';
  if (distinct && new Set(items).size < items.length) return 'An item is given twice.';
  for (const item of items) {
    if (typeof item !== 'string') return 'Every item must be a text.';
    if (question.type === 'multi-choice' && !offers(question, item))
      return `"${item}" is not offered; choose from ${optionNames(question)}.`;
    const fault = question.type === 'list' ? textFault(question, item) : undefined;
    if (fault !== undefined) return `"${item.slice(0, 40)}": ${fault}`;
  }
  return undefined;
}

function offers(question: Question, value: unknown): boolean {
  return question.options.some((option) => option.value === value);
}

function optionNames(question: Question): string {
  return question.options.map((option) => option.value).join(', ');
}

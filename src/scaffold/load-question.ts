import { isMap, isScalar, type Node } from 'yaml';
import { validateAnswer } from './answer-check';
import type { ManifestReader } from './manifest-reader';
import { isReservedName } from './names';
import { questionTypes, type Choice, type Question, type QuestionType, type Validation } from './template';
import { isTextFormat, textFormats } from './text-formats';
import { compilePattern } from './safe-pattern';

const questionKeys =
  'name type title help default defaultFrom options validate check checkMessage when advanced secret whole multiline'.split(
    ' ',
  );
const validationKeys: Record<QuestionType, readonly string[]> = {
  text: ['format', 'pattern', 'minLength', 'maxLength', 'message'],
  number: ['min', 'max', 'message'],
  boolean: ['message'],
  choice: ['message'],
  'multi-choice': ['minItems', 'maxItems', 'message'],
  list: ['format', 'pattern', 'minLength', 'maxLength', 'minItems', 'maxItems', 'unique', 'message'],
};

/** Reads one question and checks that its parts fit its type and that its default passes its own validation. */
export function loadQuestion(reader: ManifestReader, node: Node | null): Question {
  const members = reader.members(node, 'A question', questionKeys);
  const name = reader.requiredText(members.get('name'), node, 'name');
  if (isReservedName(name))
    reader.report(members.get('name') ?? node, `"${name}" cannot be the name of a question.`);
  if (!members.has('type')) reader.report(node, 'type is missing.');
  const type = reader.oneOf(members.get('type'), 'type', questionTypes) ?? 'text';
  const question = {
    name,
    type,
    title: reader.requiredText(members.get('title'), node, 'title'),
    options: loadOptions(reader, members.get('options')),
    validate: loadValidation(reader, members.get('validate'), type),
    advanced: reader.boolean(members.get('advanced'), 'advanced') ?? false,
    secret: reader.boolean(members.get('secret'), 'secret') ?? false,
    whole: reader.boolean(members.get('whole'), 'whole') ?? true,
    multiline: reader.boolean(members.get('multiline'), 'multiline') ?? false,
    ...present({
      help: reader.text(members.get('help'), 'help'),
      default: reader.value(members.get('default'), 'default'),
      defaultFrom: reader.expression(members.get('defaultFrom'), 'defaultFrom'),
      check: reader.expression(members.get('check'), 'check'),
      checkMessage: reader.text(members.get('checkMessage'), 'checkMessage'),
      when: reader.expression(members.get('when'), 'when'),
    }),
  };
  reportQuestion(reader, question, node, members.get('default'));
  return question;
}

/** The members that have a value; `exactOptionalPropertyTypes` wants the others left out. */
function present<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(members).filter(([, value]) => value !== undefined);
  // Only members that are undefined were taken out, which is what the type says.
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

function reportQuestion(
  reader: ManifestReader,
  question: Question,
  node: Node | null,
  defaultNode: unknown,
): void {
  const { name } = question;
  const offers = question.type === 'choice' || question.type === 'multi-choice';
  if (offers && question.options.length === 0) reader.report(node, `The question "${name}" has no options.`);
  if (!offers && question.options.length > 0)
    reader.report(node, `The question "${name}" cannot have options.`);
  if (question.default === undefined && question.defaultFrom === undefined)
    reader.report(
      node,
      `The question "${name}" has no default that works.`,
      'Give it a default or a defaultFrom.',
    );
  if (question.default !== undefined && question.defaultFrom !== undefined)
    reader.report(node, `The question "${name}" has both default and defaultFrom.`);
  if (question.check !== undefined && question.checkMessage === undefined)
    reader.report(node, `The question "${name}" has a check without a checkMessage.`);
  if (question.default === undefined) return;
  const fault = validateAnswer(question, question.default);
  if (fault !== undefined) reader.report(defaultNode, `The default of "${name}" is refused: ${fault}`);
}

function loadOptions(reader: ManifestReader, node: unknown): readonly Choice[] {
  const values = new Set<string>();
  return reader.items(node, 'options').map((item) => {
    const choice = loadOption(reader, item);
    if (values.has(choice.value)) reader.report(item, `The option "${choice.value}" is given twice.`);
    values.add(choice.value);
    return choice;
  });
}

function loadOption(reader: ManifestReader, item: Node | null): Choice {
  if (isScalar(item)) {
    const value = reader.requiredText(item, item, 'An option');
    return { value, title: value };
  }
  if (!isMap(item)) reader.report(item, 'An option must be a text, or a mapping with value and title.');
  const members = reader.members(item, 'An option', ['value', 'title', 'help']);
  const value = reader.requiredText(members.get('value'), item, 'value');
  const title = reader.text(members.get('title'), 'title') ?? value;
  const help = reader.text(members.get('help'), 'help');
  return help === undefined ? { value, title } : { value, title, help };
}

function loadValidation(reader: ManifestReader, node: unknown, type: QuestionType): Validation {
  if (node === undefined) return {};
  const members = reader.members(node, `validate of a ${type}`, validationKeys[type]);
  const number = (key: string) => reader.number(members.get(key), key);
  const format = reader.text(members.get('format'), 'format');
  if (format !== undefined && !isTextFormat(format))
    reader.report(
      members.get('format'),
      `There is no format "${format}".`,
      `Formats: ${Object.keys(textFormats).join(', ')}.`,
    );
  const pattern = reader.text(members.get('pattern'), 'pattern');
  if (pattern !== undefined) {
    const compiled = compilePattern(pattern);
    if (!compiled.ok) reader.report(members.get('pattern'), compiled.message);
  }
  return present({
    format: format !== undefined && isTextFormat(format) ? format : undefined,
    pattern,
    minLength: number('minLength'),
    maxLength: number('maxLength'),
    min: number('min'),
    max: number('max'),
    minItems: number('minItems'),
    maxItems: number('maxItems'),
    unique: reader.boolean(members.get('unique'), 'unique'),
    message: reader.text(members.get('message'), 'message'),
  });
}

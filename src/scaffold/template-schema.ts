import { portTypes, questionTypes } from './template';
import { textFormats } from './text-formats';

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const expression = (description: string): Schema => ({ type: ['string', 'boolean', 'number'], description });
const value: Schema = {
  type: ['string', 'number', 'boolean', 'array'],
  items: { type: ['string', 'number', 'boolean'] },
};
const texts: Schema = { type: 'object', additionalProperties: text };

function record(
  description: string,
  required: readonly string[],
  properties: Readonly<Record<string, Schema>>,
): Schema {
  return { type: 'object', description, required, properties, additionalProperties: false };
}

function list(items: Schema): Schema {
  return { type: 'array', items };
}

const when = expression('Only where this condition holds.');
const version: Schema = {
  type: 'string',
  pattern: '^\\d+\\.\\d+\\.\\d+$',
  description: 'Three numbers such as 1.2.0.',
};
const id: Schema = {
  type: 'string',
  pattern: '^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$',
  description: '<pattern>/<component>',
};

const validation = record('Bounds of the answer; which may be given depends on the type.', [], {
  format: { enum: Object.keys(textFormats), description: 'A named format.' },
  pattern: { type: 'string', description: 'A regular expression for the whole text.', maxLength: 200 },
  minLength: { type: 'integer', minimum: 0 },
  maxLength: { type: 'integer', minimum: 1 },
  min: { type: 'number' },
  max: { type: 'number' },
  minItems: { type: 'integer', minimum: 0 },
  maxItems: { type: 'integer', minimum: 1 },
  unique: { type: 'boolean' },
  message: { type: 'string', description: 'Replaces the standard message.' },
});

const option: Schema = {
  anyOf: [text, record('A choice.', ['value'], { value: text, title: text, help: text })],
};

const question = record('One question.', ['name', 'type', 'title'], {
  name: {
    type: 'string',
    pattern: '^[a-z][A-Za-z0-9]{0,63}$',
    description: 'The name in files, expressions and answers.',
  },
  type: { enum: questionTypes },
  title: { type: 'string', description: 'Shown when asking.' },
  help: text,
  default: value,
  defaultFrom: expression('Computed from earlier answers.'),
  options: list(option),
  validate: validation,
  check: expression('Must hold.'),
  checkMessage: { type: 'string', description: 'Shown when the check does not hold.' },
  when: expression('Asked only where this holds; else the default is the answer.'),
  advanced: { type: 'boolean', description: 'Asked only when the user wants all questions.' },
  secret: { type: 'boolean', description: 'Never recorded, never in a plan.' },
  whole: { type: 'boolean', description: 'Whole numbers only; true where it is not given.' },
  multiline: { type: 'boolean' },
});

const fileRule = record('A rule about files.', ['path'], {
  path: { type: 'string', description: 'A path below files/, with * and **.' },
  when,
  rename: { type: 'string', description: 'The path below the destination; may use {{name}}.' },
  executable: { type: 'boolean' },
  existing: { enum: ['merge', 'keep', 'conflict'], description: 'What happens where the file exists.' },
  secret: { type: 'boolean', description: 'May use secret answers; written once.' },
});

const port: Schema = { enum: portTypes };

const provided = record('A port that the component provides.', ['id', 'port', 'name'], {
  id: text,
  port,
  name: expression("The port's name."),
  attributes: { type: 'object', additionalProperties: expression('An attribute.') },
  when,
});

const required = record('A port that the component needs.', ['id', 'port'], {
  id: text,
  port,
  optional: { type: 'boolean' },
  answers: { ...texts, description: 'Question: name, or an attribute of the port that is bound.' },
  when,
});

const migration = record('What is done to a component of an earlier version.', ['to'], {
  to: version,
  renameAnswer: texts,
  removeAnswer: list(text),
  setAnswer: { type: 'object', additionalProperties: value },
  moveFile: texts,
  renameKey: list(
    record('A key with another name in the same mapping.', ['file', 'from', 'to'], {
      file: text,
      from: text,
      to: text,
    }),
  ),
});

/** The JSON schema of `template.yaml`, for editors. */
export function templateSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'AI Patterns template',
    ...record('A template of AI Engineering Patterns.', ['id', 'version', 'title', 'description'], {
      id,
      version,
      title: text,
      description: text,
      formerly: list(id),
      questions: list(question),
      derived: { type: 'object', additionalProperties: expression('Computed from answers.') },
      files: list(fileRule),
      provides: list(provided),
      requires: list(required),
      migrations: list(migration),
      next: list({ anyOf: [text, record('A sentence for the user.', ['text'], { text, when })] }),
    }),
  };
}

import type { Expression, Scalar, Value } from './expression';
import type { Program } from './program';
import type { TextFormatName } from './text-formats';

/** The kinds of ports, each of which is a fact type too. */
export const portTypes = [
  'topic',
  'bucket',
  'model-uri',
  'feature-list',
  'metrics-endpoint',
  'prediction-log',
  'feedback-events',
  'service-account',
  'namespace',
  'tracking-server',
  'database',
] as const;

/** The kind of a port. */
export type PortType = (typeof portTypes)[number];

/** The types of questions. */
export const questionTypes = ['text', 'number', 'boolean', 'choice', 'multi-choice', 'list'] as const;

/** The type of a question. */
export type QuestionType = (typeof questionTypes)[number];

/** Bounds of an answer; which of them may be given depends on the question's type. */
export interface Validation {
  readonly format?: TextFormatName;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly unique?: boolean;
  readonly message?: string;
}

/** One of the answers that a choice offers. */
export interface Choice {
  readonly value: string;
  readonly title: string;
  readonly help?: string;
}

/** One question of a template. */
export interface Question {
  readonly name: string;
  readonly type: QuestionType;
  readonly title: string;
  readonly help?: string;
  readonly default?: Value;
  readonly defaultFrom?: Expression;
  readonly options: readonly Choice[];
  readonly validate: Validation;
  readonly check?: Expression;
  readonly checkMessage?: string;
  readonly when?: Expression;
  readonly advanced: boolean;
  readonly secret: boolean;
  readonly whole: boolean;
  readonly multiline: boolean;
}

/** A name that is computed from answers. */
export interface Derived {
  readonly name: string;
  readonly from: Expression;
}

/** What is done where a file exists already. */
export type Existing = 'merge' | 'keep' | 'conflict';

/** A rule about files of the template. */
export interface FileRule {
  readonly path: string;
  readonly when?: Expression;
  readonly rename?: string;
  readonly executable?: boolean;
  readonly existing?: Existing;
  readonly secret?: boolean;
}

/** A port that a component provides, its name and attributes as expressions. */
export interface ProvidedPort {
  readonly id: string;
  readonly port: PortType;
  readonly name: Expression;
  readonly attributes: Readonly<Record<string, Expression>>;
  readonly when?: Expression;
}

/** A port that a component requires, and the questions that it answers when bound. */
export interface RequiredPort {
  readonly id: string;
  readonly port: PortType;
  readonly optional: boolean;
  readonly answers: Readonly<Record<string, string>>;
  readonly when?: Expression;
}

/** What is done to a component of an earlier version before it is updated past `to`. */
export interface Migration {
  readonly to: string;
  readonly renameAnswer: Readonly<Record<string, string>>;
  readonly removeAnswer: readonly string[];
  readonly setAnswer: Readonly<Record<string, Value>>;
  readonly moveFile: Readonly<Record<string, string>>;
  readonly renameKey: readonly { readonly file: string; readonly from: string; readonly to: string }[];
}

/** A sentence for the user after scaffolding. */
export interface NextStep {
  readonly text: string;
  readonly when?: Expression;
}

/** What `template.yaml` says. */
export interface Manifest {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly description: string;
  readonly formerly: readonly string[];
  readonly questions: readonly Question[];
  readonly derived: readonly Derived[];
  readonly files: readonly FileRule[];
  readonly provides: readonly ProvidedPort[];
  readonly requires: readonly RequiredPort[];
  readonly migrations: readonly Migration[];
  readonly next: readonly NextStep[];
}

/** A file of a template: rendered from a program, or copied as it is. `path` still has its `.hbs` and `{{name}}`. */
export type TemplateFile =
  | { readonly path: string; readonly program: Program }
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly base64: string };

/** A template that was read and checked: plain data, which can be stored as JSON. */
export interface Template {
  readonly manifest: Manifest;
  readonly files: readonly TemplateFile[];
}

/** A problem-free answer to every question. */
export type Answers = Readonly<Record<string, Value>>;

export type { Scalar, Value };

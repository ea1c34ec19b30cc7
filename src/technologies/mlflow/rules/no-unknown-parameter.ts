import { defineRule } from '../../../core';
import type { NodeView, Report, Span } from '../../../core';
import { projects } from '../sources';

const entry = (text: string): string => `entry_points:\n  main:\n    ${text}\n`;

export default defineRule({
  id: 'mlflow/no-unknown-parameter',
  catalogue: ['mlproject-param-unused-or-unknown'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A command names a parameter that is not declared, or a declared one is written or used wrongly.',
  why: 'MLflow fills the command with the declared parameters and fails on any other name; a parameter that the command leaves out changes nothing, whatever value it is given.',
  remedy: 'Declare each name of the command: `seed: {type: float, default: 42}`.',
  references: [projects],
  messages: {
    unknown: 'No parameter "{name}" is declared, so the command cannot be filled in.',
    unused: 'The command does not use the parameter "{name}".',
    value:
      'Parameter "{name}" is declared by {value}, which is neither a type nor a map of type and default.',
  },
  fix: { none: 'Which name or type is meant is known only to the author.' },
  looksAt: [{ view: 'mlflow/project', path: ['entry_points', '*'] }],
  *check(at): Iterable<Report> {
    const declared = at.map('parameters');
    const parameters = declared.is === 'known' ? declared.value.entries() : [];
    if (declared.is === 'unknown' || declared.is === 'invalid') return;
    for (const parameter of parameters) yield* declaration(parameter);
    const command = at.at('command');
    if (command?.node?.type !== 'scalar') return;
    const used = namesIn(command);
    const known = new Set(parameters.map(({ key }) => key));
    for (const { name, span } of used) {
      if (!known.has(name)) yield { message: 'unknown', data: { name }, span };
    }
    for (const { key, anchor } of parameters) {
      if (used.some(({ name }) => name === key)) continue;
      yield { message: 'unused', data: { name: key }, span: anchor, severity: 'warning' };
    }
  },
  examples: {
    bad: [
      {
        path: 'MLproject',
        message: 'unknown',
        text: entry('parameters: {seed: float}\n    command: "python train.py {seed} «{sed}» --x"'),
      },
      { path: 'MLproject', message: 'unknown', text: entry('command: python train.py «{data}»') },
      { path: 'MLproject', message: 'unknown', text: entry('command: python train.py «{rate:.2f}»') },
      {
        path: 'MLproject',
        message: 'unused',
        severity: 'warning',
        text: entry(
          'parameters:\n      «seed»: {type: float} # unused\n    command: python train.py {{seed}}',
        ),
      },
      {
        path: 'MLproject',
        message: 'value',
        text: entry('parameters: {seed: «42»} # value\n    command: "python train.py {seed}"'),
      },
      {
        path: 'MLproject',
        message: 'value',
        text: entry('parameters: {full: «true»}\n    command: "python train.py {full}"'),
      },
    ],
    good: [
      {
        path: 'MLproject',
        text: entry('parameters: {seed: {type: float, default: 4}, d: path}\n    command: "t {seed} {d!s}"'),
      },
      { path: 'MLproject', text: entry('command: "t {{x}}"') },
      { path: 'MLproject', text: entry('parameters: {a: "42"}\n    command: "t {a}"') },
      { path: 'MLproject', text: entry('parameters: {a: float}') },
      { path: 'project.yaml', text: entry('command: t {data}') },
    ],
  },
});

/** Fields that `str.format` fills: `{name}`, not `{{name}}`. */
function namesIn(command: NodeView): readonly { readonly name: string; readonly span: Span }[] {
  const { start, end } = command.span;
  const text = command.document.text.slice(start, end).replace(/\{\{|\}\}/g, '  ');
  return [...text.matchAll(/\{([A-Za-z_]\w*)(?:![rsa])?(?::[^{}]*)?\}/g)].map((match) => {
    const from = start + match.index;
    return { name: match[1] ?? '', span: { start: from, end: from + match[0].length } };
  });
}

/** A text is a type; a number or a boolean is nothing that MLflow can read. */
function* declaration(parameter: NodeView): Iterable<Report> {
  const { node } = parameter;
  if (node?.type !== 'scalar' || node.style !== 'plain') return;
  if (!/^(?:[-+]?[\d.]+(?:e[-+]?\d+)?|true|false|yes|no)$/i.test(node.text)) return;
  yield { message: 'value', data: { name: parameter.key, value: node.text }, span: node.span };
}

import type { Expression } from './expression-parse';
import type { Argument } from './program';

/** An argument as an expression of the same meaning; undefined for what an item of `each` says. */
export function expressionOf(argument: Argument): Expression | undefined {
  switch (argument.is) {
    case 'literal':
      return { is: 'literal', value: argument.value, at: 0 };
    case 'name':
      return { is: 'name', name: argument.name, at: 0 };
    case 'call':
      return callOf(argument);
    case 'this':
    case 'loop':
      return undefined;
    default:
      return argument satisfies never;
  }
}

const operators: Readonly<Record<string, string>> = {
  eq: '==',
  ne: '!=',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
  in: 'in',
};

function callOf({ helper, values }: Extract<Argument, { is: 'call' }>): Expression | undefined {
  const parts = values.flatMap((value) => expressionOf(value) ?? []);
  const [left, right] = parts;
  if (left === undefined || parts.length < values.length) return undefined;
  if (helper === 'not') return { is: 'not', of: left, at: 0 };
  if (helper === 'and' || helper === 'or')
    return parts.reduce((all, part) => ({ is: helper, left: all, right: part, at: 0 }));
  const operator = Object.hasOwn(operators, helper) ? operators[helper] : undefined;
  if (operator !== undefined && right !== undefined) return { is: 'binary', operator, left, right, at: 0 };
  return helper === 'join' ? undefined : { is: 'call', name: helper, values: parts, at: 0 };
}

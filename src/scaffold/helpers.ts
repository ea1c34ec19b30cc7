import * as code from './emit/code';
import * as data from './emit/data';
import type { Emit } from './emit/literal';
import { evaluate, isTruthy, type Expression, type Value } from './expression';
import { namings } from './naming';
import { RefusedValue } from './result';

/** The emit helpers: the only way for a value to enter a file. */
export const emitters: Readonly<Record<string, Emit>> = { ...code, ...data };

type Compute = (...values: readonly Value[]) => Value;

/** A helper that computes a value for another one; `takes` bounds the number of its arguments. */
export interface ComputeHelper {
  readonly takes: readonly [least: number, most: number];
  readonly compute: Compute;
}

/** The helpers that may stand only as arguments: texts and conditions. */
export const computers: Readonly<Record<string, ComputeHelper>> = {
  ...Object.fromEntries(
    Object.keys(namings).map((name) => [name, { takes: [1, 1], compute: called(name) } as const]),
  ),
  concat: { takes: [1, 20], compute: called('concat') },
  before: { takes: [2, 2], compute: called('before') },
  after: { takes: [2, 2], compute: called('after') },
  join: { takes: [2, 2], compute: join },
  eq: { takes: [2, 2], compute: compared('==') },
  ne: { takes: [2, 2], compute: compared('!=') },
  lt: { takes: [2, 2], compute: compared('<') },
  lte: { takes: [2, 2], compute: compared('<=') },
  gt: { takes: [2, 2], compute: compared('>') },
  gte: { takes: [2, 2], compute: compared('>=') },
  in: { takes: [2, 2], compute: compared('in') },
  and: { takes: [2, 10], compute: (...values) => values.every(isTruthy) },
  or: { takes: [2, 10], compute: (...values) => values.some(isTruthy) },
  not: { takes: [1, 1], compute: (...values) => !values.every(isTruthy) },
};

/** Applies an emit helper; a value that is missing is an error, never an empty text. */
export function emit(helper: string, values: readonly (Value | undefined)[]): string {
  const emitter = Object.hasOwn(emitters, helper) ? emitters[helper] : undefined;
  if (emitter === undefined) throw new RefusedValue(`There is no emit helper "${helper}".`);
  const [value] = present(helper, values);
  if (value === undefined || values.length !== 1) throw new RefusedValue(`"${helper}" takes one value.`);
  return emitter(value);
}

/** Applies a helper that computes a value. */
export function computeWith(helper: string, values: readonly (Value | undefined)[]): Value {
  const found = Object.hasOwn(computers, helper) ? computers[helper] : undefined;
  if (found === undefined) throw new RefusedValue(`There is no helper "${helper}".`);
  return found.compute(...present(helper, values));
}

function present(helper: string, values: readonly (Value | undefined)[]): readonly Value[] {
  return values.map((value) => {
    if (value === undefined) throw new RefusedValue(`"${helper}" was given a name that has no value.`);
    return value;
  });
}

function literal(value: Value): Expression {
  if (typeof value === 'object') return { is: 'list', items: value.map(literal), at: 0 };
  return { is: 'literal', value, at: 0 };
}

// Helpers mean what the same words mean in expressions, because they are evaluated as such.
function called(name: string): Compute {
  return (...values) => evaluate({ is: 'call', name, values: values.map(literal), at: 0 }, {});
}

function compared(operator: string): Compute {
  return (...values) => {
    const [left, right] = values.map(literal);
    if (left === undefined || right === undefined) throw new RefusedValue(`"${operator}" needs two values.`);
    return evaluate({ is: 'binary', operator, left, right, at: 0 }, {});
  };
}

function join(...values: readonly Value[]): Value {
  const [list, separator] = values;
  if (Array.isArray(list) && typeof separator === 'string') return list.map(String).join(separator);
  throw new RefusedValue('"join" needs a list and a text.');
}

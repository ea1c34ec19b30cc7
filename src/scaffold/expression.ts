import { isNaming, namings, textAfter, textBefore } from './naming';
import { parseExpression, type Expression, type ParsedExpression } from './expression-parse';
import { RefusedValue } from './result';

/** An answer or a derived value: what templates and expressions compute with. */
export type Value = string | number | boolean | readonly Scalar[];

/** A value that is no list. */
export type Scalar = string | number | boolean;

/** Names and their values; it has no prototype, so that no name is there by accident. */
export type Scope = Readonly<Record<string, Value>>;

export { parseExpression, type Expression, type ParsedExpression };

/** Makes a scope without prototype from names and values. */
export function scopeOf(values: Readonly<Record<string, Value>>): Record<string, Value> {
  // The type of a new object without members says nothing of its prototype.
  const scope = Object.create(null) as Record<string, Value>;
  for (const [name, value] of Object.entries(values)) scope[name] = value;
  return scope;
}

/** Whether a condition holds for a value: `false`, an empty text, `0` and an empty list are false. */
export function isTruthy(value: Value): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** Computes an expression; throws `RefusedValue` where types do not fit or a name is missing. */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.is) {
    case 'literal':
      return expression.value;
    case 'list':
      return expression.items.map((item) => scalarOf(evaluate(item, scope)));
    case 'name':
      return valueOf(expression.name, scope);
    case 'not':
      return !isTruthy(evaluate(expression.of, scope));
    case 'and':
      return isTruthy(evaluate(expression.left, scope)) && isTruthy(evaluate(expression.right, scope));
    case 'or':
      return isTruthy(evaluate(expression.left, scope)) || isTruthy(evaluate(expression.right, scope));
    case 'binary':
      return compute(
        expression.operator,
        evaluate(expression.left, scope),
        evaluate(expression.right, scope),
      );
    case 'call':
      return call(
        expression.name,
        expression.values.map((value) => evaluate(value, scope)),
      );
    default:
      return expression satisfies never;
  }
}

function valueOf(name: string, scope: Scope): Value {
  const value = scope[name];
  if (value === undefined) throw new RefusedValue(`There is no answer named "${name}".`);
  return value;
}

function compute(operator: string, left: Value, right: Value): Value {
  switch (operator) {
    case '==':
      refuseTypes(operator, left, right);
      return isEqual(left, right);
    case '!=':
      refuseTypes(operator, left, right);
      return !isEqual(left, right);
    case 'in':
      return isIn(left, right);
    case 'not in':
      return !isIn(left, right);
    case '+':
      if (typeof left === 'number' && typeof right === 'number') return left + right;
      if (typeof left === 'string' && typeof right === 'string') return left + right;
      throw new RefusedValue('"+" joins two texts or adds two numbers.');
    case '-':
      return numberOf(operator, left) - numberOf(operator, right);
    case '*':
      return numberOf(operator, left) * numberOf(operator, right);
    default:
      return isOrdered(operator, left, right);
  }
}

function isOrdered(operator: string, left: Value, right: Value): boolean {
  const a = numberOf(operator, left);
  const b = numberOf(operator, right);
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  return operator === '>' ? a > b : a >= b;
}

function isIn(left: Value, right: Value): boolean {
  if (Array.isArray(right)) return right.includes(scalarOf(left));
  if (typeof left === 'string' && typeof right === 'string') return right.includes(left);
  throw new RefusedValue('"in" looks for a value in a list, or for a text in a text.');
}

function isEqual(left: Value, right: Value): boolean {
  if (Array.isArray(left) && Array.isArray(right)) return JSON.stringify(left) === JSON.stringify(right);
  return left === right;
}

/** The name of a value's type, as error messages say it. */
export function typeName(value: Value): string {
  if (Array.isArray(value)) return 'list';
  return typeof value === 'string' ? 'text' : typeof value;
}

function refuseTypes(operator: string, left: Value, right: Value): void {
  if (typeName(left) === typeName(right)) return;
  throw new RefusedValue(`"${operator}" compares a ${typeName(left)} with a ${typeName(right)}.`);
}

function numberOf(operator: string, value: Value): number {
  if (typeof value === 'number') return value;
  throw new RefusedValue(`"${operator}" needs numbers, not a ${typeName(value)}.`);
}

function scalarOf(value: Value): Scalar {
  if (typeof value === 'object') throw new RefusedValue('A list cannot hold a list.');
  return value;
}

function textIn(name: string, value: Value | undefined): string {
  if (typeof value === 'string') return value;
  throw new RefusedValue(`"${name}" needs a text${value === undefined ? '' : `, not a ${typeName(value)}`}.`);
}

function call(name: string, values: readonly Value[]): Value {
  const [first, second] = values;
  if (isNaming(name)) return namings[name](textIn(name, first));
  if (name === 'before') return textBefore(textIn(name, first), textIn(name, second));
  if (name === 'after') return textAfter(textIn(name, first), textIn(name, second));
  if (name === 'concat') return values.map((value) => String(scalarOf(value))).join('');
  if (name === 'length' && (typeof first === 'string' || Array.isArray(first))) return first.length;
  throw new RefusedValue(`"${name}" cannot be used on these values.`);
}

/** Every name that an expression reads, with its offset. */
export function namesIn(expression: Expression): readonly { readonly name: string; readonly at: number }[] {
  switch (expression.is) {
    case 'literal':
      return [];
    case 'name':
      return [{ name: expression.name, at: expression.at }];
    case 'list':
      return expression.items.flatMap(namesIn);
    case 'call':
      return expression.values.flatMap(namesIn);
    case 'not':
      return namesIn(expression.of);
    case 'and':
    case 'or':
    case 'binary':
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    default:
      return expression satisfies never;
  }
}

import { isTruthy, type Scalar, type Scope, type Value } from './expression';
import { computeWith, emit } from './helpers';
import type { Argument, Program } from './program';
import { RefusedValue } from './result';

interface Loop {
  readonly item: Scalar;
  readonly index: number;
  readonly last: number;
}

const largestOutput = 8 * 1024 * 1024;

/** Renders a program with the given names; throws `RefusedValue` where a value is missing or cannot be written. */
export function runProgram(program: Program, scope: Scope): string {
  const out: string[] = [];
  let size = 0;
  const write = (text: string): void => {
    size += text.length;
    if (size > largestOutput) throw new RefusedValue('The file would be larger than 8 MB.');
    out.push(text);
  };
  runInto(write, program, scope, []);
  return out.join('');
}

function runInto(
  write: (text: string) => void,
  program: Program,
  scope: Scope,
  loops: readonly Loop[],
): void {
  for (const statement of program) {
    if (typeof statement === 'string') write(statement);
    else if (statement.is === 'emit')
      write(
        emit(
          statement.helper,
          statement.values.map((value) => valueOf(value, scope, loops)),
        ),
      );
    else if (statement.is === 'if') {
      const holds = isTruthy(valueOf(statement.test, scope, loops));
      runInto(write, holds ? statement.then : statement.otherwise, scope, loops);
    } else {
      const list = valueOf(statement.list, scope, loops);
      if (typeof list !== 'object') throw new RefusedValue('"each" needs a list.');
      if (list.length === 0) runInto(write, statement.otherwise, scope, loops);
      for (const [index, item] of list.entries())
        runInto(write, statement.body, scope, [...loops, { item, index, last: list.length - 1 }]);
    }
  }
}

function valueOf(argument: Argument, scope: Scope, loops: readonly Loop[]): Value {
  switch (argument.is) {
    case 'literal':
      return argument.value;
    case 'call':
      return computeWith(
        argument.helper,
        argument.values.map((value) => valueOf(value, scope, loops)),
      );
    case 'name':
      return present(scope[argument.name], argument.name);
    case 'this':
      return present(loops.at(-1 - argument.up)?.item, 'this');
    case 'loop':
      return loopValue(argument.name, loops.at(-1));
    default:
      return argument satisfies never;
  }
}

function present(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new RefusedValue(`There is no answer named "${name}".`);
  return value;
}

function loopValue(name: 'index' | 'first' | 'last', loop: Loop | undefined): Value {
  if (loop === undefined) throw new RefusedValue(`"@${name}" is not known here.`);
  if (name === 'index') return loop.index;
  return name === 'first' ? loop.index === 0 : loop.index === loop.last;
}

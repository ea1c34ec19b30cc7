import { evaluate, isTruthy, scopeOf, type Expression, type Value } from './expression';
import { RefusedValue } from './result';
import type { Manifest, Question } from './template';

const mostCombinations = 5000;
const mostOptions = 6;

/**
 * Whether no answers can make all of these conditions hold. It is told only where it can be worked out to the end: values
 * that are left out of account are always more than can be given, so that nothing is said of a condition that may hold.
 */
export function isUnreachable(conditions: readonly Expression[], manifest: Manifest): boolean {
  const derived = manifest.derived.filter(({ name }) => neededNames(conditions, manifest).has(name));
  const uses = new Uses([...conditions, ...derived.map(({ from }) => from)]);
  const known = new Set(derived.map(({ name }) => name));
  const domains: (readonly [name: string, values: readonly Value[]])[] = [];
  let combinations = 1;
  for (const name of uses.names) {
    if (known.has(name)) continue;
    const question = manifest.questions.find((each) => each.name === name);
    const values = question && domainOf(question, uses);
    if (values === undefined || values.length === 0) return false;
    combinations *= values.length;
    if (combinations > mostCombinations) return false;
    domains.push([name, values]);
  }
  return !someCombination(domains, (answers) => {
    const scope = scopeOf(answers);
    for (const { name, from } of derived) scope[name] = evaluate(from, scope);
    return conditions.every((condition) => isTruthy(evaluate(condition, scope)));
  });
}

/** The smallest part of a condition that never holds: the whole, or one side of an `or`. */
export function unreachablePart(condition: Expression, manifest: Manifest): Expression | undefined {
  if (isUnreachable([condition], manifest)) return condition;
  if (condition.is !== 'or') return undefined;
  return unreachablePart(condition.left, manifest) ?? unreachablePart(condition.right, manifest);
}

/** The names of derived values that conditions need, and those that these need in turn. */
function neededNames(conditions: readonly Expression[], { derived }: Manifest): ReadonlySet<string> {
  const needed = new Set(new Uses(conditions).names);
  for (const { name, from } of [...derived].reverse())
    if (needed.has(name)) for (const inner of new Uses([from]).names) needed.add(inner);
  return needed;
}

/** Whether a test holds for some combination; a value that does not fit counts as holding, for it proves nothing. */
function someCombination(
  domains: readonly (readonly [name: string, values: readonly Value[]])[],
  test: (answers: Readonly<Record<string, Value>>) => boolean,
  answers: Readonly<Record<string, Value>> = {},
): boolean {
  const [first, ...rest] = domains;
  if (first !== undefined) {
    const [name, values] = first;
    return values.some((value) => someCombination(rest, test, { ...answers, [name]: value }));
  }
  try {
    return test(answers);
  } catch (error) {
    if (error instanceof RefusedValue) return true;
    throw error;
  }
}

/** What expressions compare names with; some uses of a name no small set of values stands for. */
class Uses {
  readonly names = new Set<string>();
  /** Used otherwise than in a comparison with literals: texts and numbers are not decided. */
  readonly open = new Set<string>();
  /** Used as a whole list, with its order: selections are not decided. */
  readonly whole = new Set<string>();
  private readonly literals = new Map<string, Set<Value>>();

  constructor(expressions: readonly Expression[]) {
    for (const expression of expressions) this.visit(expression, true);
  }

  comparedWith(name: string): readonly Value[] {
    return [...(this.literals.get(name) ?? [])];
  }

  private visit(expression: Expression, isCondition: boolean): void {
    switch (expression.is) {
      case 'literal':
        return;
      case 'name':
        this.names.add(expression.name);
        if (isCondition) return;
        this.open.add(expression.name);
        this.whole.add(expression.name);
        return;
      case 'not':
        return this.visit(expression.of, true);
      case 'and':
      case 'or':
        this.visit(expression.left, true);
        return this.visit(expression.right, true);
      case 'binary':
        return this.comparison(expression);
      case 'list':
        return expression.items.forEach((item) => this.visit(item, false));
      case 'call':
        return expression.values.forEach((value) => {
          // Of a list's length its order says nothing.
          if (expression.name !== 'length' || value.is !== 'name') return this.visit(value, false);
          this.names.add(value.name);
          this.open.add(value.name);
        });
      default:
        return expression satisfies never;
    }
  }

  private comparison({ operator, left, right }: Extract<Expression, { is: 'binary' }>): void {
    const isMembership = operator.endsWith('in');
    if (isMembership && right.is === 'name') {
      // A text is looked into, a selection is asked for a member.
      this.names.add(right.name);
      this.open.add(right.name);
      return this.visit(left, false);
    }
    const sides = [
      [left, right],
      [right, left],
    ] as const;
    const isPlain = !['+', '-', '*'].includes(operator);
    for (const [side, other] of sides) {
      const values = isPlain && side.is === 'name' ? literalsOf(other) : undefined;
      if (side.is !== 'name' || values === undefined) this.visit(side, false);
      else {
        this.names.add(side.name);
        this.whole.add(side.name);
        const known = this.literals.get(side.name) ?? new Set();
        for (const value of values) known.add(value);
        this.literals.set(side.name, known);
      }
    }
    if (isMembership && right.is === 'literal' && left.is === 'name') this.open.add(left.name);
  }
}

function literalsOf(expression: Expression): readonly Value[] | undefined {
  if (expression.is === 'literal') return [expression.value];
  if (expression.is !== 'list') return undefined;
  const values = expression.items.flatMap((item) => (item.is === 'literal' ? [item.value] : []));
  return values.length === expression.items.length ? values : undefined;
}

/** Values that stand for all that a question can be answered with; undefined where no list of values does. */
function domainOf(question: Question, uses: Uses): readonly Value[] | undefined {
  const { name, type, options } = question;
  const compared = uses.comparedWith(name);
  switch (type) {
    case 'boolean':
      return [true, false];
    case 'choice':
      return options.map(({ value }) => value);
    case 'multi-choice':
      return uses.whole.has(name) || options.length > mostOptions
        ? undefined
        : subsetsOf(options.map(({ value }) => value));
    case 'number':
      return uses.open.has(name) ? undefined : numbersFor(question, compared);
    case 'text':
      return uses.open.has(name) ? undefined : textsFor(compared);
    case 'list':
      return undefined;
    default:
      return type satisfies never;
  }
}

function textsFor(compared: readonly Value[]): readonly Value[] {
  const texts = compared.filter((value) => typeof value === 'string');
  // One text that is none of them: longer than all.
  const other = `${texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '')}x`;
  return [...new Set(['', ...texts, other])];
}

/** Each bound and number that is compared, and one between each two of them, as far as they can be given. */
function numbersFor({ validate, whole }: Question, compared: readonly Value[]): readonly Value[] {
  const { min = -Infinity, max = Infinity } = validate;
  const marks = [0, min, max, ...compared].filter(
    (value) => typeof value === 'number' && Number.isFinite(value),
  );
  const sorted = [...new Set(marks.map(Number))].sort((a, b) => a - b);
  const near = sorted.flatMap((mark, index) => {
    const next = sorted[index + 1] ?? mark + 2;
    const between = whole ? [-1, 0, 1].map((step) => Math.floor(mark) + step) : [mark - 1, (mark + next) / 2];
    return [mark, ...between];
  });
  return [...new Set(near)].filter(
    (value) => value >= min && value <= max && (!whole || Number.isInteger(value)),
  );
}

/** All selections, in the order of the options. */
function subsetsOf(options: readonly string[]): readonly Value[] {
  return options.reduce<readonly (readonly string[])[]>(
    (subsets, option) => [...subsets, ...subsets.map((subset) => [...subset, option])],
    [[]],
  );
}

/** Something that a helper is applied to. */
export type Argument =
  | { readonly is: 'literal'; readonly value: string | number | boolean }
  /** `up` is the number of enclosing `each` blocks to leave; `this` is the current item. */
  | { readonly is: 'name'; readonly name: string; readonly up: number }
  | { readonly is: 'this'; readonly up: number }
  | { readonly is: 'loop'; readonly name: 'index' | 'first' | 'last' }
  | { readonly is: 'call'; readonly helper: string; readonly values: readonly Argument[] };

/** One piece of a template file. */
export type Statement =
  | string
  | { readonly is: 'emit'; readonly helper: string; readonly values: readonly Argument[] }
  | {
      readonly is: 'if';
      readonly test: Argument;
      readonly then: readonly Statement[];
      readonly otherwise: readonly Statement[];
    }
  | {
      readonly is: 'each';
      readonly list: Argument;
      readonly body: readonly Statement[];
      readonly otherwise: readonly Statement[];
    };

/** A parsed template file as plain data: it needs no code to be made from text at run time. */
export type Program = readonly Statement[];

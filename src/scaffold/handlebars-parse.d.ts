// The package's own types leave out its parser, which stands alone and makes no code from text.
declare module 'handlebars/dist/cjs/handlebars/compiler/base' {
  /** Parses a template into its tree, with whitespace control done; throws at the first syntax error. */
  export function parse(source: string): unknown;
}

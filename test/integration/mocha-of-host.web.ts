import 'mocha/mocha.js';

/** A mocha with `describe` and `it` on the global object: the one for a web worker, where Mocha is a script. */
export function createMocha(options: { readonly grep: string; readonly timeoutMs: number }): BrowserMocha {
  mocha.setup({ ui: 'bdd', reporter: 'base', timeout: options.timeoutMs });
  if (options.grep !== '') mocha.grep(new RegExp(options.grep));
  return mocha;
}

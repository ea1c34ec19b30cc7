import Mocha from 'mocha';

/** A mocha with `describe` and `it` on the global object, ready for suites to be loaded: the one for Node. */
export function createMocha(options: { readonly grep: string; readonly timeoutMs: number }): Mocha {
  const mocha = new Mocha({ ui: 'bdd', reporter: 'base', timeout: options.timeoutMs });
  if (options.grep !== '') mocha.grep(new RegExp(options.grep));
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  return mocha;
}

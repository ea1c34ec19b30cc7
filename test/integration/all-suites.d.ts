/** Written by build.mjs: every `suites/*.test.ts`, loaded when called, since mocha has to be there first. */
declare module 'all-suites' {
  export function loadSuites(): void;
}

/** The `--grep` of this run; build.mjs puts it in, since a web worker has no environment to read it from. */
declare const AI_PATTERNS_GREP: string;

/** The extension host that a bundle is built for. */
declare const AI_PATTERNS_HOST: 'node' | 'web worker';

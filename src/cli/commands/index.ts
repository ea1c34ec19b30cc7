import type { ExitCode, Surroundings } from '../streams';

/** One command of the command line. */
export interface Command {
  run(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode>;
}

// Loaded when called, so that a short command does not pay for a long one.
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  new: async () => (await import('./new')).newComponent,
  apply: async () => (await import('./apply')).apply,
  update: async () => (await import('./update')).update,
  undo: async () => (await import('./undo')).undo,
  eject: async () => (await import('./eject')).eject,
  templates: async () => (await import('./templates')).templates,
  template: async () => (await import('./template')).template,
  report: async () => (await import('./report')).report,
  migrate: async () => (await import('./migrate')).migrate,
  lsp: async () => (await import('./lsp')).lsp,
  mcp: async () => (await import('./mcp')).mcp,
  check: async () => (await import('./check')).check,
  rules: async () => (await import('./rules')).rules,
  snippets: async () => (await import('./snippets')).snippets,
  technologies: async () => (await import('./technologies')).technologies,
  explain: async () => (await import('./explain')).explain,
};

/** The loader of a command, if there is one of that name. */
export function commandNamed(name: string): (() => Promise<Command>) | undefined {
  return Object.hasOwn(commands, name) ? commands[name] : undefined;
}

/** All names, as the user may write them. */
export function commandNames(): string[] {
  return Object.keys(commands);
}

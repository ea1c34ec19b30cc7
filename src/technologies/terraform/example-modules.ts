/** A resource with these lines in its block. */
export function resource(type: string, lines: string, name = 'models'): string {
  return `resource "${type}" "${name}" {\n${lines}}\n`;
}

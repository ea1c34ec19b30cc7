/** A card with these lines in its front matter. */
export function card(lines: string): string {
  return `---\n${lines}---\n\n# Fraud scorer\n`;
}

/** Lines that a complete card has. */
export const complete = 'license: mit\ndatasets: [acme/payments]\nlibrary_name: sklearn\n';

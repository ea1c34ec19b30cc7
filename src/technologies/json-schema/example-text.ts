/** The schema of an object; `head` stands before its properties. */
export function schema(head: string, properties: string): string {
  return `{\n  "$schema": "https://json-schema.org/draft/2020-12/schema",\n  ${head}"type": "object",\n  "properties": {\n    ${properties}\n  }\n}\n`;
}

/** A template with one resource of that type and these properties. */
export function template(type: string, properties: string): string {
  const lines = properties.replace(/^(?=.)/gm, '      ');
  return `Resources:\n  It:\n    Type: ${type}\n    Properties:\n${lines}`;
}

/** The file that a template is usually kept in. */
export const path = 'template.yaml';

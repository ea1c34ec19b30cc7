import type { ProjectParts, RuleInfo } from '../../core';

/** The JSON schema of `.ai-patterns.yaml`, made from the rules and their options. */
export function settingsSchema({ registry, crossRules }: ProjectParts): string {
  const rules: RuleInfo[] = [...registry.rules.values(), ...crossRules].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const technologies = [...new Set(rules.map(({ id }) => id.slice(0, id.indexOf('/'))))];
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://ai-engineering-patterns.github.io/schemas/ai-patterns.schema.json',
    title: 'Settings of AI Engineering Patterns',
    type: 'object',
    additionalProperties: false,
    properties: {
      version: { const: 1, description: 'Version of this format.' },
      environment: {
        enum: ['auto', 'local', 'prod'],
        default: 'auto',
        description: 'What the files are meant for; auto lets each file decide.',
      },
      opinions: {
        type: 'boolean',
        default: false,
        description: 'Also report rules on which good teams disagree.',
      },
      mute: {
        type: 'array',
        items: { type: 'string' },
        description:
          'Linters whose findings are shown already: rules of ours that mean the same stay silent.',
      },
      ignore: {
        type: 'array',
        items: { type: 'string' },
        description: 'Globs of files that are not checked.',
      },
      templates: {
        type: 'array',
        items: { type: 'string' },
        description: 'Own templates: folders, or zip files followed by #sha256=….',
      },
      versions: {
        type: 'object',
        additionalProperties: { type: 'string', pattern: '^v?\\d+(\\.\\d+)*' },
        description:
          'Versions in use, by technology (kafka: "4.1"), for files that do not say it: hovers and completion show what holds in them.',
      },
      rules: {
        type: 'object',
        additionalProperties: false,
        description: 'Severity and options of single rules, or of all rules of a technology.',
        properties: {
          ...Object.fromEntries(technologies.map((slug) => [`${slug}/*`, severity(`All rules of ${slug}.`)])),
          ...Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
        },
      },
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function severity(description: string): object {
  return { description, enum: ['off', 'info', 'warning', 'error'] };
}

function ruleSchema(rule: RuleInfo): object {
  const plain = severity(rule.summary);
  if (!rule.options) return plain;
  const options = Object.entries(rule.options).map(([name, spec]) => [
    name,
    {
      ...(spec.type === 'string[]' ? { type: 'array', items: { type: 'string' } } : { type: spec.type }),
      default: spec.default,
      description: spec.description,
    },
  ]);
  const properties: unknown = Object.fromEntries([
    ['severity', severity('Severity of its findings.')],
    ...options,
  ]);
  return {
    description: rule.summary,
    anyOf: [plain, { type: 'object', additionalProperties: false, properties }],
  };
}

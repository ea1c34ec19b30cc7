/** A value of JSON. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A tool for language models: what it does, when not to use it, and what it takes. */
export interface ToolDefinition {
  readonly name: string;
  readonly title: string;
  /** For the model. */
  readonly description: string;
  readonly inputSchema: {
    readonly type: 'object';
    readonly properties: { [key: string]: Json };
    readonly required?: string[];
    readonly additionalProperties: false;
  };
  /** Whether it changes files: a host asks the user first. */
  readonly writes: boolean;
}

const texts: { [key: string]: Json } = { type: 'array', items: { type: 'string' } };

/** All tools, for the MCP server and for VS Code alike; the manifest repeats them and a test holds both equal. */
export const toolDefinitions: readonly ToolDefinition[] = [
  {
    name: 'list_components',
    title: 'List components',
    description:
      'Lists the components and blueprints that can be scaffolded (data pipeline, training, deployment, feedback loop, security and compliance), with their questions and defaults. Writes nothing. Not for files that exist already: use check_files for those.',
    inputSchema: {
      type: 'object',
      properties: {
        pattern: {
          type: 'string',
          description:
            'Only this pattern: data-pipeline, training, deployment, feedback-loop or security-compliance.',
        },
      },
      additionalProperties: false,
    },
    writes: false,
  },
  {
    name: 'plan_component',
    title: 'Plan a component',
    description:
      'Plans a component from a template: which files would be written or merged, their wiring, and what the rules find in them. Writes nothing; the plan has a hash that apply_plan takes. Unanswered questions take their defaults. Call list_components first to know the names of templates and questions.',
    inputSchema: {
      type: 'object',
      properties: {
        template: {
          type: 'string',
          description: 'For example data-pipeline/kafka, or the name of a blueprint.',
        },
        destination: {
          type: 'string',
          description: 'Folder below the workspace, empty for the workspace itself.',
        },
        answers: { type: 'object', description: 'Answers by the question’s name.' },
      },
      required: ['template'],
      additionalProperties: false,
    },
    writes: false,
  },
  {
    name: 'plan_update',
    title: 'Plan an update',
    description:
      'Plans the update of scaffolded components to the templates of this version, hunk by hunk, keeping the user’s edits; conflicts become conflict markers. Writes nothing; apply_plan takes its hash. Not for components that were not scaffolded by this tool.',
    inputSchema: {
      type: 'object',
      properties: { components: { ...texts, description: 'Ids of components; all when left out.' } },
      additionalProperties: false,
    },
    writes: false,
  },
  {
    name: 'apply_plan',
    title: 'Apply a plan',
    description:
      'Writes exactly the plan of that hash, which plan_component or plan_update gave before; refuses and says what changed when the workspace is no longer the same. The user can undo it. Not for writing files of your own.',
    inputSchema: {
      type: 'object',
      properties: { hash: { type: 'string', description: 'The plan’s hash.' } },
      required: ['hash'],
      additionalProperties: false,
    },
    writes: true,
  },
  {
    name: 'check_files',
    title: 'Check files',
    description:
      'Finds anti-patterns in configuration files of AI systems (Kafka, Flink, Ray, KServe, Kubernetes, Dockerfiles and more), with rule, place, reason and whether there is a fix. Give paths of the workspace, or texts that are not written yet. Not a schema validator and not for program logic.',
    inputSchema: {
      type: 'object',
      properties: {
        paths: { ...texts, description: 'Files or folders of the workspace.' },
        texts: {
          type: 'array',
          description: 'Texts to check as if they stood in these files.',
          items: {
            type: 'object',
            properties: { path: { type: 'string' }, text: { type: 'string' } },
            required: ['path', 'text'],
            additionalProperties: false,
          },
        },
      },
      additionalProperties: false,
    },
    writes: false,
  },
  {
    name: 'explain_rule',
    title: 'Explain a rule',
    description:
      'Says why a rule exists, what to write instead, and its sources. Takes the rule id that check_files gives.',
    inputSchema: {
      type: 'object',
      properties: { rule: { type: 'string', description: 'For example kafka/no-idempotence-conflict.' } },
      required: ['rule'],
      additionalProperties: false,
    },
    writes: false,
  },
];

/** The definition of that name; throws when there is none. */
export function toolNamed(name: string): ToolDefinition {
  const found = toolDefinitions.find((tool) => tool.name === name);
  if (!found) throw new Error(`There is no tool "${name}".`);
  return found;
}

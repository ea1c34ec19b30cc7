/** Which contexts and status functions an expression may use at a path of a workflow. */
export interface Availability {
  readonly contexts: ReadonlySet<string>;
  /** Beside those that are there everywhere: `always`, `success`, `failure`, `cancelled`, `hashfiles`. */
  readonly functions: ReadonlySet<string>;
}

type Row = readonly [path: string, contexts: string, functions?: string];

const jobBasics = 'github needs strategy matrix inputs vars';
const stepBasics = `${jobBasics} job runner env secrets steps`;
const status = 'always success failure cancelled';

// GitHub: contexts reference, context availability. `*` is one key; the longest matching row counts.
const rows: readonly Row[] = [
  ['run-name', 'github inputs vars'],
  ['concurrency', 'github inputs vars'],
  ['env', 'github secrets inputs vars'],
  ['defaults', ''],
  ['on.workflow_call.inputs.*.default', 'github inputs vars'],
  ['on.workflow_call.outputs.*.value', 'github jobs vars inputs'],
  ['jobs.*.concurrency', jobBasics],
  ['jobs.*.container', jobBasics],
  ['jobs.*.container.credentials', `${jobBasics} env secrets`],
  ['jobs.*.container.env.*', `${jobBasics} job runner env secrets`],
  ['jobs.*.container.image', jobBasics],
  ['jobs.*.continue-on-error', jobBasics],
  ['jobs.*.defaults.run', `${jobBasics} env`],
  ['jobs.*.env', `${jobBasics} secrets`],
  ['jobs.*.environment', jobBasics],
  ['jobs.*.environment.url', `${jobBasics} job runner env steps`],
  ['jobs.*.if', 'github needs inputs vars', status],
  ['jobs.*.name', jobBasics],
  ['jobs.*.outputs.*', stepBasics],
  ['jobs.*.runs-on', jobBasics],
  ['jobs.*.secrets.*', `${jobBasics} secrets`],
  ['jobs.*.services', jobBasics],
  ['jobs.*.services.*.credentials', `${jobBasics} env secrets`],
  ['jobs.*.services.*.env.*', `${jobBasics} job runner env secrets`],
  ['jobs.*.snapshot.if', `${jobBasics} job runner env secrets steps`, `${status} hashfiles`],
  ['jobs.*.strategy', 'github needs inputs vars'],
  ['jobs.*.timeout-minutes', jobBasics],
  ['jobs.*.with.*', jobBasics],
  ['jobs.*.steps.*.continue-on-error', stepBasics, 'hashfiles'],
  ['jobs.*.steps.*.env', stepBasics, 'hashfiles'],
  ['jobs.*.steps.*.if', `${jobBasics} job runner env steps`, `${status} hashfiles`],
  ['jobs.*.steps.*.name', stepBasics, 'hashfiles'],
  ['jobs.*.steps.*.run', stepBasics, 'hashfiles'],
  ['jobs.*.steps.*.timeout-minutes', stepBasics, 'hashfiles'],
  ['jobs.*.steps.*.with', stepBasics, 'hashfiles'],
  ['jobs.*.steps.*.working-directory', stepBasics, 'hashfiles'],
  ['jobs.*.steps.*.shell', ''],
  ['jobs.*.steps.*.uses', ''],
  ['jobs.*.steps.*.id', ''],
];

const table = rows
  .map(([path, contexts, functions = '']) => ({
    keys: path.split('.'),
    availability: {
      contexts: new Set(contexts.split(' ').filter(Boolean)),
      functions: new Set(functions.split(' ').filter(Boolean)),
    },
  }))
  .sort((a, b) => b.keys.length - a.keys.length);

/** What is there at a path of a workflow; undefined where GitHub's table says nothing. */
export function availabilityAt(path: readonly string[]): Availability | undefined {
  const row = table.find(
    ({ keys }) =>
      keys.length <= path.length && keys.every((key, index) => key === '*' || key === path[index]),
  );
  return row?.availability;
}

/** Functions that are there only at some places. */
export const boundFunctions: ReadonlySet<string> = new Set(`${status} hashfiles`.split(' '));

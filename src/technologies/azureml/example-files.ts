import type { Example } from '../../core';

const schemas = 'https://azuremlschemas.azureedge.net/latest';

/** An Azure ML file of that schema around some text. */
export function azureFile(schema: string, text: string, rest: Partial<Example> = {}): Example {
  const head = `$schema: ${schemas}/${schema}.schema.json\n`;
  const fixed = rest.fixed === undefined ? {} : { fixed: head + rest.fixed };
  return { path: 'job.yml', ...rest, text: head + text, ...fixed };
}

/** A sweep job around some text. */
export function sweep(text: string, rest: Partial<Example> = {}): Example {
  return azureFile('sweepJob', text, rest);
}

/** A managed online deployment around some text. */
export function deployment(text: string, rest: Partial<Example> = {}): Example {
  return azureFile('managedOnlineDeployment', text, rest);
}

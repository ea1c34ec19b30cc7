import type { Example } from '../../core';

/** A workflow about models with these jobs. */
export function workflow(jobs: string, rest: Partial<Example> & { readonly head?: string } = {}): Example {
  const { head = 'on: push\n', fixed, ...others } = rest;
  const around = (text: string): string => `${head}jobs:\n${text}`;
  return {
    path: '.github/workflows/model.yml',
    ...others,
    text: around(jobs),
    ...(fixed !== undefined && { fixed: around(fixed) }),
  };
}

/** A workflow with one job of these steps; `more` stands before them. */
export function steps(list: string, rest: Parameters<typeof workflow>[1] = {}, more = ''): Example {
  const around = (text: string): string => `  deploy:\n    runs-on: ubuntu-24.04\n${more}    steps:\n${text}`;
  const fixed = rest.fixed === undefined ? {} : { fixed: around(rest.fixed) };
  return workflow(around(list), { ...rest, ...fixed });
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../check';
import { failed, passed, skipped } from '../outcome';
import { verifyFolder } from '../places';
import { isMapping, numberAt } from '../plain-data';
import { runCommand } from '../run-command';
import { pythonFiles, pythonVersionOf } from './python';

const program = join(verifyFolder, 'python', 'mutate.py');
const seed = 20261123;

/** The component's own tests notice when its code is broken on purpose. */
export const mutation: Check = {
  id: 'mutation',
  title: "seeded mutants of the non-test code, killed by the component's own tests",
  revision: 1,
  reads: pythonFiles,
  versions: () => [createHash('sha256').update(readFileSync(program)).digest('hex').slice(0, 12)],
  appliesTo: (component, which) => component.needs.python?.mutationCases.includes(which.name) ?? false,
  run: async (project, bench) => {
    const python = project.component.needs.python;
    if (python === undefined) return skipped('not a Python project');
    const folder = join(project.folder, python.folder);
    const environment = await bench.environment(join(folder, python.lock), pythonVersionOf(project));
    if (environment.is === 'missing') return skipped(environment.reason);
    const job = {
      project: folder,
      source: python.source,
      stages: python.stages,
      sample: python.mutationSample,
      seed,
    };
    const ended = await runCommand(join(environment.bin, 'python'), ['-B', program, JSON.stringify(job)], {
      cwd: folder,
      env: { KAFKA_BOOTSTRAP: '' },
      timeoutMs: 3_600_000,
    });
    if (ended.code !== 0) return failed(ended.output.slice(-3000));
    const last: unknown = JSON.parse(ended.output.trim().split('\n').at(-1) ?? '{}');
    const made = numberAt(last, 'made', 0);
    const killed = numberAt(last, 'killed', 0);
    const survivors = isMapping(last) && Array.isArray(last['survivors']) ? last['survivors'].join('\n') : '';
    const detail = `${killed} of ${made} killed, seed ${seed}`;
    return made > 0 && killed / made >= python.mutationLeast
      ? passed(detail)
      : failed(`${detail}\n${survivors}`);
  },
};

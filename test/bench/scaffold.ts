import { readFileSync } from 'node:fs';
import path from 'node:path';
import { applyPlan } from '../../src/scaffold/apply';
import { planScaffold } from '../../src/scaffold/plan';
import { TemplateStore } from '../../src/scaffold/template-store';
import { planUpdate } from '../../src/scaffold/update';
import { MemoryDisk } from '../fakes/memory-disk';
import { shown, summary } from './measure';

const components = 12;

/** Plans and updates of a system of the largest shipped component, twelve times; goals: plan 50 ms, update of 500 files 500 ms. */
export async function scaffold(): Promise<void> {
  const folder = path.resolve('dist/templates');
  const store = new TemplateStore(async (file) => readFileSync(path.join(folder, file), 'utf8'));
  const ready = await timed(async () =>
    new TemplateStore(async (file) => readFileSync(path.join(folder, file), 'utf8')).list(),
  );
  const template = await store.find('data-pipeline/kafka');
  if (!template) {
    process.stdout.write('scaffold: SKIPPED, run npm run build first\n');
    return;
  }
  const disk = new MemoryDisk();
  const requests = Array.from({ length: components }, (_, index) => ({
    id: `c${index}`,
    template,
    destination: `c${index}`,
    answers: {},
  }));
  const plan = (): ReturnType<typeof planScaffold> => planScaffold(disk, { components: requests });
  const prepared = await plan();
  if (!prepared.ok) throw new Error('The benchmark cannot plan.');
  const planned = await timed(plan);
  await applyPlan(disk, prepared.value.plan, plan);
  const newer = { ...template, manifest: { ...template.manifest, version: '999.0.0' } };
  const updated = await timed(() => planUpdate(disk, { templates: [newer] }));
  process.stdout.write(
    `scaffold, ${prepared.value.plan.files.length} files of ${components} components: plan ${shown(planned)}, ` +
      `update ${shown(updated)}; index of the templates ${shown(ready)}\n`,
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 7; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return summary(times).p50;
}

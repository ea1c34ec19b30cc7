import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

describe('generated files', () => {
  it('are as the generator would write them', function () {
    this.timeout(60_000);
    const run = spawnSync(process.execPath, ['src/tools/run.mjs', 'generate', '--check'], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(run.status, 0, `${run.stdout}${run.stderr}`);
  });
});

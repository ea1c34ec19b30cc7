import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { call, program } from './built-program';
import { Sandbox } from './command-line';

/** Runs a shell script; gives all that it printed. */
function shell(script: string, cwd: string): { readonly code: number | null; readonly out: string } {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], { cwd, encoding: 'utf8' });
  return { code: status, out: `${stdout}${stderr}` };
}

// Real file systems, where this machine lets a test mount some; elsewhere both are skipped, and say so.
describe('drives that fail for real', function () {
  this.timeout(240_000);
  let box: Sandbox;
  beforeEach(() => {
    box = new Sandbox();
    mkdirSync(path.join(box.folder, 'drive'));
  });
  afterEach(() => {
    box.remove();
  });

  function skip(test: Mocha.Context, what: string): never {
    console.log(`      SKIPPED: ${what}`);
    return test.skip();
  }

  // In a mount namespace of its own: whatever happens, nothing stays mounted.
  for (const size of ['16k', '64k', '256k', '512k'])
    it(`says that the disk is full, and writes nothing, on one of ${size}`, function () {
      const mount = `mount -t tmpfs -o size=${size} tmpfs drive`;
      if (shell(`unshare --mount --map-root-user sh -c '${mount}'`, box.folder).code !== 0)
        skip(this, 'this user cannot mount a small disk of its own');
      const script = `${mount} && cd drive && echo mine > README.md
        "${process.execPath}" "${program}" new data-pipeline/kafka --yes > /dev/null; echo "exit $?"
        find . -mindepth 1 | sort; cat README.md`;
      box.write({ 'full.sh': script });
      const { out } = shell('unshare --mount --map-root-user sh full.sh', box.folder);
      assert.match(out, /^exit 2\n\.\/README\.md\nmine\n/);
      assert.match(out, /could not be written because the disk is full.*Free some space and try again\./);
    });

  it('says that the drive cannot be reached, when it is lost under a file that it has to read', function () {
    const image = path.join(box.folder, 'image');
    writeFileSync(image, '');
    truncateSync(image, 8 * 1024 * 1024);
    const ready = shell('mkfs.ext4 -q -F image && mount -o loop image drive', box.folder);
    if (ready.code !== 0) skip(this, 'this user cannot mount an image (only root can)');
    try {
      writeFileSync(path.join(box.folder, 'drive/README.md'), 'mine\n');
      shell('umount drive && mount -o loop image drive', box.folder);
      truncateSync(image, 0);
      const { code, err } = call(box, 'new', 'data-pipeline/kafka', '--dest', 'drive', '--yes');
      assert.equal(code, 2, err);
      assert.match(err, /is on a drive that cannot be reached.*Connect the drive and try again\./);
      const names = shell('ls -A drive 2>/dev/null || true', box.folder).out.split('\n');
      assert.deepEqual(
        names.filter((name) => /ai-patterns|src|pyproject/.test(name)),
        [],
      );
    } finally {
      shell('umount drive || umount -l drive', box.folder);
    }
    assert.deepEqual(readdirSync(path.join(box.folder, 'drive')), []);
  });
});

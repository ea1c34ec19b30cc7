// Gives all property tests of a run one seed, so that CI fails only for what changed: FUZZ_SEED=random looks for more.
const { configureGlobal } = require('fast-check');

const asked = process.env.FUZZ_SEED ?? '20261123';
const seed = asked === 'random' ? Date.now() % 2 ** 31 : Number(asked);
if (!Number.isInteger(seed)) throw new Error(`FUZZ_SEED is "${asked}"; write a whole number, or random.`);
configureGlobal({ seed });
process.stdout.write(`      seed of the property tests: ${seed}\n`);

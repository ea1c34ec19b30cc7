import type { Fact, NodeView } from '../../core';
import { callsTo } from '../../shapes/python-script';

const buckets: Readonly<Record<string, string>> = { gs: 'gs', s3: 's3', abfs: 'azure', abfss: 'azure' };

/** The studies that a script runs, and the buckets it keeps their results in. */
export function* scriptFacts(script: NodeView): Iterable<Fact> {
  for (const name of ['ray.tune.RunConfig', 'ray.train.RunConfig']) {
    for (const call of callsTo(script, name)) {
      const path = call.text('keywords', 'storage_path');
      if (path.is !== 'known') continue;
      const uri = /^(\w+):\/\/([\w.-]+)/.exec(path.value);
      const provider = buckets[uri?.[1] ?? ''];
      if (!provider || !uri?.[2]) continue;
      yield { type: 'bucket-use', name: uri[2], attributes: { provider, uri: path.value }, span: path.span };
    }
  }
  const [tuner] = callsTo(script, 'ray.tune.Tuner', 'ray.tune.run');
  if (!tuner) return;
  const named = callsTo(script, 'ray.tune.RunConfig').map((call) => call.text('keywords', 'name'))[0];
  const seeded = /\bseed\b|manual_seed|random_state/i.test(script.document.text);
  const tracked = /\bmlflow\b|\bwandb\b|MLflowLoggerCallback/i.test(script.document.text);
  yield {
    type: 'training',
    name: named?.is === 'known' ? named.value : 'tune',
    attributes: { technology: 'ray', ...(seeded && { seed: 'true' }), ...(tracked && { tracked: 'true' }) },
    span: tuner.anchor,
  };
}

// An esbuild plugin that bundles only some technologies, so that one can be worked on while others are half-written.
import { existsSync } from 'node:fs';
import path from 'node:path';

// Their views are mounted by others, so they always come along.
const base = ['kubernetes', 'kafka', 'strimzi', 'kserve', 'dockerfile'];

export function narrowedRegistry(root, wanted) {
  const exists = (slug) => existsSync(path.join(root, `src/generated/technologies/${slug}.ts`));
  const slugs = [...new Set([...base, ...wanted])].filter(exists);
  return {
    name: 'narrowed-registry',
    setup(bundle) {
      if (wanted.length === 0) return;
      bundle.onLoad({ filter: /src[\\/]generated[\\/]technologies\.ts$/ }, () => ({
        contents:
          slugs
            .map((slug, index) => `import { pack as p${index} } from './technologies/${slug}';`)
            .join('\n') +
          `\nexport const technologyPacks = [${slugs.map((_, index) => `p${index}`).join(', ')}];`,
        loader: 'ts',
        resolveDir: path.join(root, 'src/generated'),
      }));
    },
  };
}

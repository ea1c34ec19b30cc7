// An esbuild plugin that leaves packages out of a bundle for Node, but for those that only an ES module may import.
const bundled = /^@actions\/expressions(?:\/|$)/;

export const externalPackages = {
  name: 'external-packages',
  setup(bundle) {
    bundle.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === 'entry-point' || bundled.test(path) || /^[A-Za-z]:/.test(path)) return undefined;
      return { path, external: true };
    });
  },
};

import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';

const outs = (text: string): string => `stages:\n  train:\n    cmd: t\n    outs:\n${text}`;

export default defineRule({
  id: 'dvc/no-uncached-model',
  catalogue: ['dvc-no-params-or-metrics'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'A model is made by a stage, but DVC does not keep it.',
  why: 'With `cache: false` the file is neither pushed nor brought back: whoever checks out an old commit has its code and not its model.',
  remedy: 'Leave `cache: false` out; it is for small text files that Git keeps.',
  references: [
    {
      title: 'DVC: output entries',
      url: 'https://dvc.org/doc/user-guide/project-structure/dvcyaml-files#output-subfields',
    },
  ],
  messages: { uncached: 'DVC does not keep "{file}".' },
  fix: 'review',
  looksAt: [{ view: 'dvc/stage', path: ['outs', '*', '*'] }],
  *check(at): Iterable<Report> {
    const cache = at.boolean('cache');
    const isModel = /\.(?:pkl|pickle|joblib|pt|pth|onnx|safetensors|h5|keras|bst|ubj|gguf)$/i.test(at.key);
    if (!isModel || cache.is !== 'known' || known(cache) !== false) return;
    const fix = at.fix('review', 'Let DVC keep it', at.set(['cache'], true));
    yield { message: 'uncached', data: { file: at.key }, span: cache.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'dvc.yaml',
        text: outs('      - model.pkl:\n          cache: «false» # big\n'),
        fixed: outs('      - model.pkl:\n          cache: true # big\n'),
      },
    ],
    good: [
      { path: 'dvc.yaml', text: outs('      - model.pkl\n      - m.onnx: {cache: true}\n') },
      { path: 'dvc.yaml', text: outs('      - report.html: {cache: false}\n') },
      { path: 'dvc.yaml', text: outs('      - m.onnx: {persist: true}\n') },
    ],
  },
});

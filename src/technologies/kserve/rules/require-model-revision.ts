import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { languageModel, model, service } from '../example-text';

export default defineRule({
  id: 'kserve/require-model-revision',
  catalogue: ['kserve-hf-uri-without-revision'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A model from the Hugging Face Hub is fetched without its revision.',
  why: 'Without a revision the newest commit of the repository is fetched at each start of a pod: weights, tokenizer or code change when its owner pushes.',
  remedy: 'Add the commit after a colon: `hf://org/model:<commit>`.',
  references: [
    {
      title: 'KServe: Hugging Face storage',
      url: 'https://kserve.github.io/website/docs/model-serving/storage/providers/hf',
    },
  ],
  messages: {
    missing: 'The model "{value}" is fetched without a revision.',
    branch: 'The revision of "{value}" is a branch, not a commit.',
  },
  fix: { none: 'The commit is known to the Hub alone.' },
  looksAt: [{ view: 'kserve/model-uri', path: [] }],
  *check(at): Iterable<Report> {
    const uri = at.text();
    if (uri.is !== 'known' || !uri.value.startsWith('hf://')) return;
    const revision = /:([^/:]*)$/.exec(uri.value.slice('hf://'.length))?.[1];
    if (revision === undefined || revision === '') {
      yield { message: 'missing', data: { value: uri.value }, span: uri.span };
    } else if (/^(?:main|master|latest)$/.test(revision)) {
      yield { message: 'branch', data: { value: uri.value }, span: uri.span };
    }
  },
  examples: {
    bad: [
      { path: 'isvc.yaml', text: service(model('«hf://facebook/opt-125m» # small')), message: 'missing' },
      { path: 'llm.yaml', text: languageModel('model:\n  uri: «"hf://org/chat:"»\n'), message: 'missing' },
      { path: 'isvc.yaml', text: service(model('«hf://facebook/opt-125m:main»')), message: 'branch' },
    ],
    good: [
      {
        path: 'isvc.yaml',
        text: service(model('hf://facebook/opt-125m:27dcfa74d334bc871f3234de431e71c6eeba5dd6')),
      },
      { path: 'isvc.yaml', text: service(model('hf://org/model:v1.2')) },
      { path: 'isvc.yaml', text: service(model('hf://${MODEL_ID}')) },
      { path: 'isvc.yaml', text: service(model('s3://models/hf/v1')) },
    ],
  },
});

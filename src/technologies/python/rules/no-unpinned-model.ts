import { defineRule } from '../../../core';
import type { Report } from '../../../core';

const load = (given: string): string =>
  `from transformers import AutoModel\nm = AutoModel.from_pretrained(${given})\n`;

export default defineRule({
  id: 'python/no-unpinned-model',
  catalogue: [],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'A model is downloaded without saying which revision.',
  why: 'The owner of the repository can change weights, tokenizer and code at any time: the same program then answers differently, and with `trust_remote_code=True` it runs whatever was uploaded last.',
  remedy: 'Give the hash of a commit: `revision="27dcfa74d334bc871f3234de431e71c6eeba5dd6"`.',
  references: [
    {
      title: 'Transformers: loading models, custom code',
      url: 'https://huggingface.co/docs/transformers/models#custom-models',
    },
    {
      title: 'Hugging Face Hub: download a file of a revision',
      url: 'https://huggingface.co/docs/huggingface_hub/guides/download',
    },
  ],
  messages: {
    code: 'The newest code of {model} is run: trust_remote_code without a revision.',
    weights: 'Whatever revision of {model} is newest is downloaded.',
  },
  fix: { none: 'The revision that was tested is known only to the author.' },
  looksAt: [{ view: 'python/from-pretrained', path: [] }],
  *check(at): Iterable<Report> {
    const model = at.text('model');
    if (model.is !== 'known' || !isHubName(model.value)) return;
    if (['revision', 'local_files_only'].some((key) => at.get(key).is !== 'absent')) return;
    const data = { model: model.value };
    const trust = at.boolean('trust_remote_code');
    if (trust.is === 'known' && trust.value)
      yield { message: 'code', data, span: trust.span, severity: 'warning' };
    else yield { message: 'weights', data, span: model.span };
  },
  examples: {
    bad: [
      { path: 'a.py', message: 'weights', text: load('«"facebook/opt-125m"», torch_dtype="auto"') },
      {
        path: 'a.py',
        message: 'code',
        severity: 'warning',
        text: load('"org/model", trust_remote_code=«True», device_map="auto"'),
      },
      {
        path: 'a.py',
        message: 'weights',
        text: 'from transformers import pipeline\np = pipeline("text-classification", model=«"org/model"»)\n',
      },
      {
        path: 'a.py',
        message: 'weights',
        text: 'from sentence_transformers import SentenceTransformer\ns = SentenceTransformer(«"org/model"»)\n',
      },
    ],
    good: [
      { path: 'a.py', text: load('"facebook/opt-125m", revision="27dcfa7", trust_remote_code=True') },
      { path: 'a.py', text: load('"facebook/opt-125m", revision=revision') },
      { path: 'a.py', text: load('"facebook/opt-125m", local_files_only=True, trust_remote_code=True') },
      { path: 'a.py', text: load('"./model/v1"') },
      { path: 'a.py', text: load('"/mnt/models/opt"') },
      { path: 'a.py', text: load('"models/fraud"') },
      { path: 'a.py', text: load('path, trust_remote_code=True') },
      { path: 'a.py', text: load('"org/model", **options') },
      { path: 'a.py', text: 'from transformers import pipeline\np = pipeline("text-classification")\n' },
    ],
  },
});

/** `owner/name`; anything with more slashes, or a dot in front, is a path. */
function isHubName(text: string): boolean {
  return (
    /^[A-Za-z0-9][\w.-]*\/[\w.-]+$/.test(text) &&
    !/^(?:models?|checkpoints?|outputs?|data|results?|weights|saved_models?)\//i.test(text)
  );
}

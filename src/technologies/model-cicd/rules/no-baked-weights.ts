import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { rawText } from '../jobs';

const weights = /\.(?:pkl|pickle|joblib|pt|pth|onnx|safetensors|h5|keras|bst|ubj|gguf)$/i;

export default defineRule({
  id: 'model-cicd/no-baked-weights',
  catalogue: ['cicd-model-baked-weights'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'An image takes the weights of a model from the folder that it is built in.',
  why: 'Nothing says which version they are or whether they are whole: the image holds whatever lay on the machine that built it, and each pull moves the weights again.',
  remedy:
    'Load the model by its version at the start, or `ADD --checksum=sha256:…` it from where it is kept.',
  references: [
    { title: 'Docker: ADD --checksum', url: 'https://docs.docker.com/reference/dockerfile/#add---checksum' },
  ],
  messages: { baked: 'The weights "{file}" are copied into the image without version or checksum.' },
  fix: { none: 'Where the model is kept is known only to the author.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    if (!/^(?:COPY|ADD)$/.test(rawText(at.at('keyword')))) return;
    if (at.has('flags', 'from') || at.has('flags', 'checksum')) return;
    const words = at.at('words')?.items() ?? [];
    for (const word of words.slice(0, -1)) {
      const file = rawText(word);
      if (weights.test(file)) yield { message: 'baked', data: { file }, span: word.span };
    }
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM python:3.12\nCOPY app.py «models/fraud.pkl» /app/\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nADD [«"m.safetensors"», "/app/"]\n' },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM python:3.12\nCOPY app.py /app/model.pkl\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nCOPY --from=models /fraud.pkl /app/\n' },
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\nADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://a/m.onnx /app/\n',
      },
      { path: 'Dockerfile', text: 'FROM python:3.12\nRUN python fetch.py m.pkl /app/\n' },
    ],
  },
});

import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { languageModel, model, service } from '../example-text';

export default defineRule({
  id: 'kserve/no-plain-http-storage',
  catalogue: ['kserve-storage-uri-plain-http'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'transport',
  summary: 'The model is fetched over plain HTTP.',
  why: 'A model is code: a pickle runs what it holds when it is loaded. Who stands between the pod and the server can give it another one.',
  remedy: 'Serve the model over `https://`, or put it into an object store.',
  references: [
    {
      title: 'Python: the pickle module is not secure',
      url: 'https://docs.python.org/3/library/pickle.html',
    },
    {
      title: 'KServe: models from a URI',
      url: 'https://kserve.github.io/website/docs/model-serving/storage/overview',
    },
  ],
  messages: { plain: 'The model at "{value}" is fetched over plain HTTP.' },
  fix: 'review',
  looksAt: [{ view: 'kserve/model-uri', path: [] }],
  *check(at): Iterable<Report> {
    const uri = at.text();
    if (uri.is !== 'known' || !uri.value.startsWith('http://')) return;
    const fix = at.fix('review', 'Fetch over https', at.set([], uri.value.replace('http://', 'https://')));
    yield { message: 'plain', data: { value: uri.value }, span: uri.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: service(model('«"http://models.example.com/v1/fraud.joblib"» # mirror')),
        fixed: service(model('"https://models.example.com/v1/fraud.joblib" # mirror')),
      },
      {
        path: 'llm.yaml',
        text: languageModel('model:\n  uri: «http://models.example.com/v1/llm»\n'),
        fixed: languageModel('model:\n  uri: https://models.example.com/v1/llm\n'),
      },
    ],
    good: [
      { path: 'isvc.yaml', text: service(model('https://models.example.com/v1/fraud.joblib')) },
      { path: 'isvc.yaml', text: service(model('http://${HOST}/v1/fraud.joblib')) },
      { path: 'isvc.yaml', text: service(model('gs://models/http://x/v1')) },
    ],
  },
});

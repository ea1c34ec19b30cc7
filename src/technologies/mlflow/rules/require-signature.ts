import { requiredKey } from '../../../shapes/required-key';

export default requiredKey({
  id: 'mlflow/require-signature',
  catalogue: ['mlmodel-no-signature'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A model was logged without a signature.',
  why: 'Nothing then checks the columns and types of a request: a swapped or missing feature gives a wrong answer instead of an error, and drift monitors do not know the inputs.',
  remedy: 'Log the model with `signature=infer_signature(X, y)` or an `input_example`.',
  references: [
    { title: 'MLflow: model signatures', url: 'https://mlflow.org/docs/latest/ml/model/signatures/' },
  ],
  looksAt: [{ view: 'mlflow/model', path: [] }],
  key: ['signature'],
  message: 'The model has no {key}.',
  mend: { none: 'MLflow writes the signature when the model is logged.' },
  examples: {
    bad: [
      { path: 'model/MLmodel', text: '«flavors»: # one\n  sklearn: {pickled_model: model.pkl}\nrun_id: a\n' },
    ],
    good: [
      { path: 'MLmodel', text: 'flavors: {sklearn: {}}\nsignature: {inputs: "[]"}\n' },
      { path: 'MLmodel', text: 'run_id: a\n' },
      { path: 'model.yaml', text: 'flavors: {sklearn: {}}\n' },
    ],
  },
});

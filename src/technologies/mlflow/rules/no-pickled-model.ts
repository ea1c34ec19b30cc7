import { forbiddenValue } from '../../../shapes/forbidden-value';

export default forbiddenValue({
  id: 'mlflow/no-pickled-model',
  catalogue: ['mlmodel-pickle-untrusted'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'A model is kept as a pickle.',
  why: 'Loading a pickle runs whatever code stands in it: who may write to the registry or its bucket runs code on every server that loads the model.',
  remedy:
    'Log the model with `serialization_format="skops"`, or load from registries that only your pipeline may write to.',
  references: [
    {
      title: 'scikit-learn: model persistence',
      url: 'https://scikit-learn.org/stable/model_persistence.html',
    },
    { title: 'Python: pickle', url: 'https://docs.python.org/3/library/pickle.html' },
  ],
  views: ['mlflow/model'],
  key: ['flavors', 'sklearn', 'serialization_format'],
  forbidden: ['cloudpickle', 'pickle'],
  message: 'Loading this model runs code: it is kept as {value}.',
  mend: { none: 'The model has to be logged again.' },
  examples: {
    bad: [
      { path: 'MLmodel', text: 'flavors:\n  sklearn:\n    serialization_format: «cloudpickle» # default\n' },
      { path: 'MLmodel', text: 'flavors: {sklearn: {serialization_format: «pickle»}}\n' },
    ],
    good: [
      { path: 'MLmodel', text: 'flavors: {sklearn: {serialization_format: skops}}\n' },
      { path: 'MLmodel', text: 'flavors: {xgboost: {data: model.ubj}}\n' },
    ],
  },
});

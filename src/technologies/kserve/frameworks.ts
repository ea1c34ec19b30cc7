/** Keys of a predictor that name a framework in the old style; the webhook rewrites each to `model`. */
export const legacyFrameworks = [
  'sklearn',
  'xgboost',
  'lightgbm',
  'pmml',
  'tensorflow',
  'pytorch',
  'triton',
  'onnx',
  'paddle',
  'huggingface',
] as const;

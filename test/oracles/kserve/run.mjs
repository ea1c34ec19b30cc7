// The webhook of KServe 0.20 judges the examples of our KServe rules.
import { judgeExamples } from '../go-webhook.mjs';

await judgeExamples('kserve', import.meta.dirname, [
  'InferenceService',
  'InferenceGraph',
  'LLMInferenceService',
]);

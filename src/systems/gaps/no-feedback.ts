import { defineGap } from '../../core';

const topic = (name: string): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata: { name: ${name}, labels: { strimzi.io/cluster: main } }\nspec: { partitions: 6, replicas: 3 }\n`;
const schema = (title: string): string =>
  `{ "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "${title}", "properties": { "prediction_id": { "type": "string" } } }\n`;
const predictions = /(^|[._-])(?:predictions?|inferences?|scores)(?=[._-]|$)/i;
const feedback = /(?:^|[._-])(?:feedback|labels?|outcomes?|ground[._-]?truth)(?=[._-]|$)/i;

/** Predictions are logged, and no feedback joins them. */
export default defineGap({
  id: 'gap/no-feedback',
  title: 'No feedback on predictions',
  why: 'Without the outcomes nobody knows how often the model is right, and nothing new is there to train the next one on.',
  catalogue: [],
  *find(facts) {
    const topics = facts.ofType('topic');
    const uses = facts.ofType('topic-use');
    const answered =
      facts.ofType('feedback-events').length > 0 ||
      [...topics, ...uses].some(({ name }) => feedback.test(name));
    const kept = facts.ofType('prediction-log')[0];
    const log = kept ?? [...topics, ...uses].find(({ name }) => predictions.test(name));
    if (answered || !log) return;
    // Beside a topic of predictions the feedback goes to a topic too, so that a stream can join them.
    const inTopic = { store: 'kafka', feedbackTopic: log.name.replace(predictions, '$1feedback') };
    yield {
      message: `Predictions go to "${log.name}", but no feedback joins them.`,
      path: log.path,
      range: log.range,
      action: { template: 'feedback-loop/feedback-api', answers: kept ? {} : inTopic },
    };
  },
  examples: {
    bad: [
      { files: { 'topic.yaml': topic('«fraud.predictions.v1»') } },
      {
        files: { 'raw.yaml': topic('transactions.raw'), 'topic.yaml': topic('«fraud-scores»') },
      },
      { files: { 'topic.yaml': topic('«fraud-scores»'), 'order.schema.json': schema('Order') } },
    ],
    good: [
      { files: { 'topic.yaml': topic('fraud.predictions.v1'), 'labels.yaml': topic('fraud.labels.v1') } },
      { files: { 'topic.yaml': topic('fraud-scores'), 'f.schema.json': schema('FraudFeedback') } },
      { files: { 'topic.yaml': topic('transactions.raw') } },
      { files: { 'topic.yaml': topic('unpredictions') } },
    ],
  },
});

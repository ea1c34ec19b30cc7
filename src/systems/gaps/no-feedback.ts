import { defineGap } from '../../core';

const topic = (name: string): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata: { name: ${name}, labels: { strimzi.io/cluster: main } }\nspec: { partitions: 6, replicas: 3 }\n`;
const predictions = /(?:^|[._-])(?:predictions?|inferences?|scores)(?=[._-]|$)/i;
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
    const log =
      facts.ofType('prediction-log')[0] ?? [...topics, ...uses].find(({ name }) => predictions.test(name));
    if (answered || !log) return;
    yield {
      message: `Predictions go to "${log.name}", but no feedback joins them.`,
      path: log.path,
      range: log.range,
      action: { template: 'feedback-loop/feedback-api', answers: { predictions: log.name } },
    };
  },
  examples: {
    bad: [
      { files: { 'topic.yaml': topic('«fraud.predictions.v1»') } },
      {
        files: { 'raw.yaml': topic('transactions.raw'), 'topic.yaml': topic('«fraud-scores»') },
      },
    ],
    good: [
      { files: { 'topic.yaml': topic('fraud.predictions.v1'), 'labels.yaml': topic('fraud.labels.v1') } },
      { files: { 'topic.yaml': topic('transactions.raw') } },
      { files: { 'topic.yaml': topic('unpredictions') } },
    ],
  },
});

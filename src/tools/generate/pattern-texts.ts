/** What is written by hand of a pattern's page; lists are made from what ships. */
export interface PatternText {
  readonly pattern: string;
  readonly title: string;
  readonly what: string;
  readonly when: string;
  readonly mistakes: readonly string[];
  readonly sources: readonly { readonly title: string; readonly url: string }[];
}

/** The five patterns. */
export const patternTexts: readonly PatternText[] = [
  {
    pattern: 'data-pipeline',
    title: 'Data pipeline',
    what: 'Events go from where they happen to where models learn and predict, with a contract: a schema, a place for what cannot be processed, and enough history to compute everything again.',
    when: 'Whenever a model depends on data that other teams produce. The contract is what lets either side change without breaking the other.',
    mistakes: [
      'The topic forgets sooner than the training window is long, so nothing can be replayed.',
      'Offsets are committed before the work is done, and a crash loses records without a trace.',
      'Records that cannot be read stop the consumer, or vanish: there is no dead-letter topic.',
      'Replication, acknowledgements and in-sync replicas do not go together, so "acknowledged" means less than it says.',
    ],
    sources: [
      { title: 'Apache Kafka documentation', url: 'https://kafka.apache.org/documentation/' },
      {
        title: 'Apache Flink: checkpointing',
        url: 'https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/datastream/fault-tolerance/checkpointing/',
      },
      {
        title: 'Apache Beam programming guide',
        url: 'https://beam.apache.org/documentation/programming-guide/',
      },
    ],
  },
  {
    pattern: 'training',
    title: 'Training and optimisation',
    what: 'A search over models and settings that can be stopped, resumed, repeated and compared: with a seed, a budget, real storage for its state, and a record of what was tried.',
    when: 'As soon as more than one person, or more than one machine, trains; and before the first result is believed.',
    mistakes: [
      'The search keeps its state in memory or on one node, and ends with it.',
      'No seed and no tracking: the best run cannot be made again.',
      'The scheduler prunes nothing, or everything, because its bounds are the wrong way round.',
      'Versions of the library, the image and the requirements differ.',
    ],
    sources: [
      { title: 'Optuna documentation', url: 'https://optuna.readthedocs.io/en/stable/' },
      { title: 'Ray Tune documentation', url: 'https://docs.ray.io/en/latest/tune/index.html' },
      { title: 'Katib documentation', url: 'https://www.kubeflow.org/docs/components/katib/' },
    ],
  },
  {
    pattern: 'deployment',
    title: 'Deployment and monitoring',
    what: 'A model version gets traffic in steps, is ready before it answers, can be taken back, and tells how it does: latency, errors, and whether the data still looks like what it learned from.',
    when: 'For every model that somebody else’s decision depends on.',
    mistakes: [
      'The model’s address names "latest", so a restart serves another model.',
      'No readiness probe: requests arrive before the model is loaded.',
      'A canary that the serving mode ignores.',
      'Alerts without a duration, without an owner, on metrics that nobody exports.',
    ],
    sources: [
      { title: 'KServe documentation', url: 'https://kserve.github.io/website/' },
      { title: 'MLflow model registry', url: 'https://mlflow.org/docs/latest/ml/model-registry/' },
      {
        title: 'Prometheus: alerting rules',
        url: 'https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/',
      },
    ],
  },
  {
    pattern: 'feedback-loop',
    title: 'Feedback loop',
    what: 'Predictions are logged with an identifier, outcomes are joined to them by event time, and a retrained model replaces the old one only when it is better on data that neither has seen.',
    when: 'When the world changes faster than the model, which is nearly always.',
    mistakes: [
      'Predictions without an identifier that outcomes could name.',
      'A label that is false by default: what nobody has answered yet becomes a negative example.',
      'Retraining on a schedule, with no gate that could say no.',
      'Windows by arrival time, so that a delay upstream changes the labels.',
    ],
    sources: [
      {
        title: 'Apache Flink: joining',
        url: 'https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/sql/queries/joins/',
      },
      {
        title: 'Rules of Machine Learning',
        url: 'https://developers.google.com/machine-learning/guides/rules-of-ml',
      },
    ],
  },
  {
    pattern: 'security-compliance',
    title: 'Security and compliance',
    what: 'Who may reach the model and the data is written down and enforced; secrets are in no file; and what the law asks to be documented is kept beside the code, with dates and sources. A documentation check, not legal advice.',
    when: 'From the first real record on.',
    mistakes: [
      'Secrets in manifests, images and notebooks.',
      'Policies that allow everything from everywhere, or that name service accounts nobody has.',
      'Retention in the record and retention of the topic say different things.',
      'A model card that describes another version than the one served.',
    ],
    sources: [
      { title: 'Regulation (EU) 2024/1689 (AI Act)', url: 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj' },
      { title: 'Regulation (EU) 2016/679 (GDPR)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
      { title: 'Istio security', url: 'https://istio.io/latest/docs/concepts/security/' },
    ],
  },
];

/** A text that stands in a file. */
export interface FramedText {
  readonly path: string;
  readonly text: string;
}

type Frame = (text: string) => FramedText;

const pythonPrelude = [
  'import mlflow',
  'import optuna',
  'import torch',
  'from evidently import Report',
  'from evidently.presets import DataDriftPreset',
  'from optuna import create_study',
  'from optuna.pruners import HyperbandPruner, MedianPruner',
  'from prometheus_client import Counter',
  'from ray import tune',
  'from ray.tune import RunConfig, TuneConfig',
  'from ray.tune.schedulers import ASHAScheduler, PopulationBasedTraining',
  'device = torch.device("cuda")',
  '',
].join('\n');

const python: Frame = (text) => ({ path: 'train.py', text: `${pythonPrelude}${text}\n` });
const environment: Frame = (text) => ({ path: '.env', text: `${text}\n` });
const command: Frame = (text) => ({
  path: 'compose.yaml',
  text: `services:\n  mlflow:\n    image: ghcr.io/mlflow/mlflow:v3.18.0\n    command: ${text}\n`,
});
const sweeper: Frame = (text) => ({
  path: 'conf/config.yaml',
  text: `defaults:\n  - override hydra/sweeper: optuna\n${text}\n`,
});
const vertex: Frame = (text) => {
  const whole = text.replace('[...]', '[{machineSpec: {machineType: n1-standard-8}, replicaCount: 1}]');
  if (whole.includes('workerPoolSpecs')) return { path: 'job.yaml', text: `${whole}\n` };
  if (whole.startsWith('studySpec')) {
    const trial = 'trialJobSpec: {workerPoolSpecs: [{machineSpec: {machineType: n1-standard-8}}]}';
    return { path: 'job.yaml', text: `${whole}\n${trial}\n` };
  }
  const pool = whole.startsWith('machineSpec')
    ? `workerPoolSpecs:\n  - ${whole}`
    : `workerPoolSpecs: []\n${whole}`;
  return { path: 'job.yaml', text: `${pool}\n` };
};
const azure =
  (schema: string, before = '', indent = ''): Frame =>
  (text) => ({
    path: 'job.yaml',
    text: `$schema: https://azuremlschemas.azureedge.net/latest/${schema}.schema.json\n${before}${indent}${text}\n`,
  });
const record =
  (section: string): Frame =>
  (text) => ({
    path: 'compliance/ai-system.yaml',
    text: `apiVersion: ai-compliance/v1\nkind: AISystemRecord\nmetadata: {name: fraud-scorer}\nspec:\n  jurisdictions: [EU]\n${section}${text}\n`,
  });
const job: Frame = (text) => {
  const name = /^(\w+): /.exec(text)?.[1];
  const body = name === 'deploy' ? `  ${text}` : `  train:\n    ${text.replace(/\n/g, '\n    ')}`;
  return { path: '.github/workflows/model.yml', text: `on: push\njobs:\n${body}\n` };
};

/** How the fixtures that are no Kubernetes resources become files, by the first fitting beginning of their id. */
const frames: readonly (readonly [string, Frame])[] = [
  ['tune-', python],
  ['optuna-', python],
  ['pickle-', python],
  ['evidently-', python],
  ['drift-', python],
  ['prom-high-cardinality-label', python],
  ['mlflow-artifact-path-arg', python],
  ['hydra-optuna-motpe', (text) => sweeper(`  ${text}`)],
  ['hydra-', sweeper],
  ['mlflow-allowed-hosts-star', environment],
  ['mlflow-tracking-uri-credentials', environment],
  ['mlflow-stage-uri', (text) => environment(`MODEL_URI=${text}`)],
  ['mlflow-latest-uri', (text) => environment(`MODEL_URI=${text}`)],
  ['mlflow-recipes-or-gateway-removed', (text) => ({ path: 'gateway.yaml', text: `${text}\n` })],
  ['mlflow-', command],
  ['mlproject-', (text) => ({ path: 'conda.yaml', text: `name: train\nchannels: [conda-forge]\n${text}\n` })],
  ['azureml-sweep-loguniform-not-log', azure('sweepJob', 'type: sweep\nsearch_space:\n', '  ')],
  [
    'azureml-sweep-no-limits',
    (text) => azure('sweepJob', text.startsWith('type') ? '' : 'type: sweep\n')(text),
  ],
  ['azureml-sweep-', azure('sweepJob', 'type: sweep\n')],
  ['azureml-endpoint-', azure('managedOnlineEndpoint')],
  ['azureml-deploy-', azure('managedOnlineDeployment')],
  ['azureml-at-latest', azure('managedOnlineDeployment')],
  ['azureml-max-queue-wait', azure('managedOnlineDeployment')],
  ['azureml-monitor-', azure('monitorSchedule', 'create_monitor:\n  monitoring_signals:\n', '    ')],
  ['vertex-', vertex],
  ['aiact-log-retention', record('  aiAct:\n    riskClass: high-risk\n    ')],
  ['aiact-', record('  aiAct:\n    riskClass: not-high-risk\n    ')],
  ['gdpr-no-retention', record('  gdpr:\n    personalData: true\n    ')],
  ['gdpr-solely', record('  gdpr:\n    personalData: true\n    ')],
  ['gdpr-', record('  ')],
  ['dsa-', record('  ')],
  [
    'secret-ml-token-literal',
    (text) => ({
      path: 'pod.yaml',
      text: `apiVersion: v1\nkind: Pod\nmetadata: {name: train}\nspec:\n  containers:\n    - name: train\n      image: train:1.4.2\n      ${text}\n`,
    }),
  ],
  [
    'tf-model-bucket-public',
    (text) => ({
      path: 'main.tf',
      text: text.startsWith('resource')
        ? `${text}\n`
        : `resource "google_storage_bucket" "m" {\n  name = "m"\n  location = "EU"\n${text
            .replaceAll('...', '')
            .trim()
            .replace(/ (?=\w+ = )/g, '\n')}\n}\n`,
    }),
  ],
  [
    'tf-sagemaker-',
    (text) => ({
      path: 'main.tf',
      text: `resource "aws_sagemaker_notebook_instance" "n" {\n${text.replace(/ (?=\w+ = )/g, '\n')}\n}\n`,
    }),
  ],
  [
    'cicd-no-concurrency',
    (text) => ({
      path: '.github/workflows/deploy-model.yml',
      text: `${text.startsWith('on:') ? '' : 'on: {push: {branches: [main]}}\n'}${text}\njobs: {deploy: {runs-on: ubuntu-24.04, steps: [{run: kubectl apply -f k8s/}]}}\n`,
    }),
  ],
  [
    'cicd-oidc-no-id-token',
    (text) =>
      job(
        `${text}\nruns-on: ubuntu-24.04\nsteps:\n  - uses: google-github-actions/auth@v3\n    with: {workload_identity_provider: p, service_account: s}`,
      ),
  ],
  [
    'cicd-static-cloud-key',
    (text) => job(`runs-on: ubuntu-24.04\nsteps:\n  - ${text.replace('\n', '\n    ')}`),
  ],
  ['cicd-unpinned-ml-deps', (text) => job(`runs-on: ubuntu-24.04\nsteps:\n  - ${text}`)],
  ['cicd-model-latest-tag', (text) => job(`runs-on: ubuntu-24.04\nsteps:\n  - run: ${text}`)],
  ['cicd-gpu-no-timeout', (text) => job(`${text}\nsteps:\n  - run: python train.py`)],
  ['cicd-', job],
];

/** The fixture's text in a file of its sort; undefined where nobody said how. */
export function framed(id: string, text: string): FramedText | undefined {
  return frames.find(([beginning]) => id.startsWith(beginning))?.[1](text);
}

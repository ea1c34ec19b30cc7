const deployment = (index: number): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: scorer-${index}
  namespace: fraud
  labels: {app.kubernetes.io/name: scorer-${index}}
spec:
  replicas: 3
  selector:
    matchLabels: {app: scorer-${index}}
  template:
    metadata:
      labels: {app: scorer-${index}}
    spec:
      containers:
        - name: scorer
          image: registry.example.com/fraud/scorer:${index % 5 === 0 ? 'latest' : `1.4.${index % 30}`} # built by CI
          ports:
            - containerPort: 8080
          resources:
            requests: {cpu: 500m, memory: 1Gi}
            limits: {memory: 1Gi}
          readinessProbe:
            httpGet: {path: /ready, port: 8080}
`;

const topic = (index: number): string => `apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata:
  name: payments.v${index}
  labels:
    strimzi.io/cluster: events
spec:
  partitions: 12
  replicas: 3
  config:
    min.insync.replicas: 2
    retention.ms: 1209600000
`;

const service = (index: number): string => `apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata:
  name: fraud-${index}
spec:
  predictor:
    minReplicas: 2
    maxReplicas: 6
    model:
      modelFormat:
        name: sklearn
      protocolVersion: v2
      storageUri: gs://bank-models/fraud/v${index}
`;

/** A multi-document file of about a megabyte of plausible resources. */
export function largeFile(bytes = 1_000_000): string {
  const parts: string[] = [];
  let length = 0;
  for (let index = 0; length < bytes; index++) {
    const text = [deployment, topic, service][index % 3]?.(index) ?? '';
    parts.push(text);
    length += text.length + 4;
  }
  return parts.join('---\n');
}

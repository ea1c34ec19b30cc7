import { parseImage } from '../../shapes/container-image';

interface VersionedImage {
  readonly technology: string;
  /** The repository without its registry. */
  readonly repository: RegExp;
}

// Images whose tags begin with the version of the product itself; cp-kafka and mlserver count on their own.
const images: readonly VersionedImage[] = [
  { technology: 'airflow', repository: /^apache\/airflow$/ },
  { technology: 'beam', repository: /^apache\/beam_(?:java|python|go)\w*(?:\.\d+)?_sdk$/ },
  { technology: 'flink', repository: /^(?:library\/|apache\/)?flink$/ },
  { technology: 'istio', repository: /^istio\/(?:pilot|proxyv2|install-cni|ztunnel|operator|istioctl)$/ },
  { technology: 'kafka', repository: /^(?:apache\/kafka(?:-native)?|bitnami(?:legacy)?\/kafka)$/ },
  { technology: 'katib', repository: /^kubeflow(?:katib)?\/katib-[\w-]+$|^kubeflowkatib\/[\w-]+$/ },
  {
    technology: 'kserve',
    repository: /^kserve\/(?:kserve-controller|agent|router|storage-initializer|\w+server)$/,
  },
  {
    technology: 'kubernetes',
    repository:
      /^(?:kindest\/node|(?:bitnami(?:legacy)?|rancher)\/kubectl|kubectl|kube-(?:apiserver|proxy|scheduler|controller-manager))$/,
  },
  { technology: 'mlflow', repository: /^(?:mlflow\/mlflow|bitnami(?:legacy)?\/mlflow)$/ },
  { technology: 'prometheus', repository: /^(?:prom|prometheus)\/prometheus$/ },
  { technology: 'pulsar', repository: /^apachepulsar\/pulsar(?:-all|-standalone)?$/ },
  { technology: 'python', repository: /^(?:library\/)?python$/ },
  { technology: 'ray', repository: /^rayproject\/ray(?:-ml|-llm)?$/ },
  { technology: 'redpanda', repository: /^(?:redpandadata|vectorized)\/redpanda$/ },
  { technology: 'risingwave', repository: /^risingwavelabs\/risingwave$/ },
  { technology: 'seldon', repository: /^seldonio\/seldon-core-(?:operator|executor)$/ },
  { technology: 'strimzi', repository: /^strimzi\/(?:operator|kafka)$/ },
];

/** The technology and its version that an image reference names; undefined for others and for tags without a version. */
export function versionInImage(
  reference: string,
): { readonly technology: string; readonly version: string } | undefined {
  const image = parseImage(reference);
  const version = /^v?(\d+(?:\.\d+)+)(?=$|[-_+a-z])/i.exec(image?.tag ?? '')?.[1];
  if (!image || version === undefined) return undefined;
  const known = images.find(({ repository }) => repository.test(image.repository));
  return known && { technology: known.technology, version };
}

import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { model, service } from '../example-text';

const registries = ['models', 'runs', 'mlflow-artifacts', 'dbfs'];
const schemes = [
  'gs',
  's3',
  'hdfs',
  'webhdfs',
  'hf',
  'pvc',
  'oci',
  'oci+native',
  'oci+fetch',
  'oci+modelcar',
  'modelscope',
  'http',
  'https',
  'file',
];

export default defineRule({
  id: 'kserve/no-unsupported-storage',
  catalogue: ['kserve-storage-uri-unsupported'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The storage initializer cannot fetch from such a location.',
  why: 'The API server and the webhook take any text as `storageUri`; only the init container of the pod finds out that it cannot read it, and the service never gets ready. A registry address such as `models:/fraud/1` is understood by MLflow alone.',
  remedy:
    'Give the address of the stored files (`gs://`, `s3://`, `hf://`, `pvc://`, `oci://`, `https://`), or install a ClusterStorageContainer that supports the scheme.',
  references: [
    {
      title: 'KServe 0.20: the default storage container',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/config/storagecontainers/default.yaml',
    },
    {
      title: 'KServe 0.20: storage types that the initializer recognises',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/python/storage/kserve_storage/kserve_storage.py',
    },
  ],
  messages: {
    registry: 'KServe cannot resolve the registry address "{value}".',
    scheme: 'KServe cannot fetch from "{scheme}:" without a storage container of your own.',
  },
  fix: { none: 'The registry alone knows where the files of that model are.' },
  looksAt: [{ view: 'kserve/model-uri', path: [] }],
  *check(at): Iterable<Report> {
    const uri = at.text();
    const scheme = uri.is === 'known' ? /^([a-z][\w+.-]*):/i.exec(uri.value)?.[1] : undefined;
    if (uri.is !== 'known' || scheme === undefined || schemes.includes(scheme.toLowerCase())) return;
    if (registries.includes(scheme)) {
      yield { message: 'registry', data: { value: uri.value }, span: uri.span };
    } else if (at.context.outer?.context.outer?.has('storageContainerName') !== true) {
      yield { message: 'scheme', data: { scheme }, span: uri.span, severity: 'info' };
    }
  },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: service(model('«models:/fraud/Production» # from MLflow')),
        message: 'registry',
      },
      { path: 'isvc.yaml', text: service(model('«runs:/0a1b2c/model»')), message: 'registry' },
      { path: 'isvc.yaml', text: service(model('«dbfs:/models/fraud»')), message: 'registry' },
      {
        path: 'isvc.yaml',
        text: service(model('«mlflow-artifacts:/1/a/artifacts/model»')),
        message: 'registry',
      },
      {
        path: 'isvc.yaml',
        text: service(model('«abfss://c@a.dfs.core.windows.net/fraud/v3»')),
        message: 'scheme',
        severity: 'info',
      },
    ],
    good: [
      ...`gs s3 hdfs webhdfs hf pvc oci oci+native oci+fetch oci+modelcar modelscope http https file`
        .split(' ')
        .map((scheme) => ({ path: 'isvc.yaml', text: service(model(`${scheme}://place/fraud/v3`)) })),
      { path: 'isvc.yaml', text: service(model('s3://models/fraud/v3')) },
      { path: 'isvc.yaml', text: service(model('oci+native://registry.example.com/fraud:v3')) },
      { path: 'isvc.yaml', text: service(model('/mnt/models/fraud')) },
      {
        path: 'isvc.yaml',
        text: service(
          `storageContainerName: azure-lake\n${model('abfss://c@a.dfs.core.windows.net/fraud/v3')}`,
        ),
      },
      { path: 'isvc.yaml', text: service(model('${MODEL_URI}')) },
    ],
  },
});

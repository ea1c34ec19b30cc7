import { findEntry, known, resolve } from '../../core';
import type {
  DocumentModel,
  EnvironmentSign,
  Fact,
  Kind,
  Mount,
  NodeView,
  Path,
  Technology,
} from '../../core';
import { imageVersion } from '../../shapes/container-image';
import { blockAsConfiguration } from './properties-block';
import { flinkImages } from './images';
import { isFlinkScript, statementsOf } from './sql-script';
import { scriptFacts } from './script-facts';

const group = 'flink.apache.org';
const resource = { formats: ['yaml', 'json'], booleans: 'yaml-1.1' } as const;

const deployment: Kind = {
  ...resource,
  id: 'flink/deployment',
  title: 'FlinkDeployment',
  resource: { group, kinds: ['FlinkDeployment'] },
  mounts: [{ at: ['spec'], as: 'flink/deployment-spec' }],
  isPartial: (root) => isPatch(root, ['spec', 'flinkVersion']),
  environment: (root) => replicasSign(root, ['spec']),
  facts: (root) => deploymentFacts(root, ['spec']),
};

const blueGreen: Kind = {
  ...resource,
  id: 'flink/blue-green-deployment',
  title: 'FlinkBlueGreenDeployment',
  resource: { group, kinds: ['FlinkBlueGreenDeployment'] },
  mounts: [{ at: ['spec', 'template', 'spec'], as: 'flink/deployment-spec' }],
  isPartial: (root) => isPatch(root, ['spec', 'template', 'spec', 'flinkVersion']),
  environment: (root) => replicasSign(root, ['spec', 'template', 'spec']),
  facts: (root) => deploymentFacts(root, ['spec', 'template', 'spec']),
};

const sessionJob: Kind = {
  ...resource,
  id: 'flink/session-job',
  title: 'FlinkSessionJob',
  resource: { group, kinds: ['FlinkSessionJob'] },
  // The session cluster and the operator's defaults supply what is absent.
  mounts: [{ at: ['spec', 'flinkConfiguration'], as: 'flink/config', absence: 'partial' }],
  isPartial: (root) => isPatch(root, ['spec', 'job']),
};

const stateSnapshot: Kind = {
  ...resource,
  id: 'flink/state-snapshot',
  title: 'FlinkStateSnapshot',
  resource: { group, kinds: ['FlinkStateSnapshot'] },
  isPartial: (root) => isPatch(root, ['spec']),
};

const configFile: Kind = {
  id: 'flink/config-file',
  title: 'Flink configuration file',
  formats: ['yaml'],
  booleans: 'text',
  dottedKeys: true,
  paths: ['config.yaml', 'flink-conf.yaml'],
  recognise: (document) => isConfiguration(document),
  mounts: [{ at: [], as: 'flink/config' }],
};

const configMap: Kind = {
  ...resource,
  id: 'flink/config-map',
  title: 'ConfigMap that holds a Flink configuration file',
  resource: { group: '', kinds: ['ConfigMap'] },
  mounts: ['config.yaml', 'flink-conf.yaml'].map((name): Mount => ({
    at: ['data', name],
    as: 'flink/config',
    adapt: (node, document) => {
      const adapted = blockAsConfiguration(node, document);
      const isFlink = adapted?.node.type === 'map' && adapted.node.entries.some(({ key }) => isOwnKey(key));
      return isFlink ? adapted : undefined;
    },
  })),
};

const composeProject: Kind = {
  id: 'flink/compose',
  title: 'Flink in a Compose file',
  formats: ['yaml'],
  recognise: (document) => {
    const root = resolve(document.root);
    return root?.type === 'map' && root.entries.some(({ key }) => key === 'services');
  },
  mounts: [
    { at: ['services', '*'], as: 'flink/compose-service' },
    {
      at: ['services', '*', 'environment', 'FLINK_PROPERTIES'],
      as: 'flink/config',
      absence: 'partial',
      adapt: blockAsConfiguration,
    },
    {
      at: ['services', '*', 'environment', '*'],
      as: 'flink/config',
      absence: 'partial',
      adapt: (node, document) =>
        node.type === 'scalar' && node.text.startsWith('FLINK_PROPERTIES=')
          ? blockAsConfiguration(node, document)
          : undefined,
    },
  ],
};

const script: Kind = {
  id: 'flink/sql',
  title: 'Flink SQL script',
  formats: ['sql'],
  booleans: 'text',
  recognise: isFlinkScript,
  mounts: [{ at: ['statements', '*'], as: 'flink/sql-statement' }],
  environment: scriptEnvironment,
  facts: scriptFacts,
};

const requirements: Kind = {
  id: 'flink/requirements',
  title: 'Python requirements with PyFlink',
  formats: ['requirements'],
  recognise: (document) => /^[ \t]*apache-flink\b/im.test(document.text),
};

const podTemplate = (at: Path): Mount[] => [
  { at, as: 'kubernetes/pod-template', absence: 'partial' },
  { at: [...at, 'spec'], as: 'kubernetes/pod-spec', absence: 'partial' },
];

/** Apache Flink: configuration, the Kubernetes operator's resources, and SQL. */
const technology: Technology = {
  slug: 'flink',
  title: 'Apache Flink',
  pattern: 'data-pipeline',
  homepage: 'https://flink.apache.org',
  kinds: [
    deployment,
    blueGreen,
    sessionJob,
    stateSnapshot,
    configFile,
    configMap,
    composeProject,
    script,
    requirements,
  ],
  views: [
    {
      id: 'flink/config',
      title: 'Flink configuration, wherever it stands',
      keys: [{ set: 'flink/config' }],
      booleans: 'text',
      dottedKeys: true,
    },
    {
      id: 'flink/deployment-spec',
      title: 'specification of a Flink cluster',
      booleans: 'yaml-1.1',
      dottedKeys: true,
      mounts: [
        { at: ['flinkConfiguration'], as: 'flink/config' },
        ...podTemplate(['podTemplate']),
        ...podTemplate(['jobManager', 'podTemplate']),
        ...podTemplate(['taskManager', 'podTemplate']),
      ],
    },
    { id: 'flink/compose-service', title: 'a Compose service', booleans: 'yaml-1.2' },
    { id: 'flink/sql-statement', title: 'a statement of Flink SQL', booleans: 'text' },
  ],
};

export default technology;

function isPatch(root: NodeView, needed: Path): boolean {
  return root.has('$patch') || !root.has(...needed);
}

/** Several JobManagers, or TaskManagers asked for by number, are no laptop's. */
function replicasSign(root: NodeView, spec: Path): EnvironmentSign | undefined {
  const counts = ['jobManager', 'taskManager'].map(
    (part) => known(root.number(...spec, part, 'replicas')) ?? 0,
  );
  return counts.some((count) => count > 1) ? 'shared' : undefined;
}

const ownKeys =
  /^(?:jobmanager\.|taskmanager\.|execution\.checkpointing|state\.(?:backend|checkpoints|savepoints)|high-availability|restart-strategy|parallelism\.default|rest\.(?:port|address|bind-address)|web\.submit)/;

function isOwnKey(key: string): boolean {
  return ownKeys.test(key);
}

/** At least one key, flat or nested, that only Flink has. */
function isConfiguration(document: DocumentModel): boolean {
  const root = resolve(document.root);
  if (root?.type !== 'map' || findEntry(root, 'apiVersion') || findEntry(root, 'services')) return false;
  return root.entries.some(({ key, value }) => {
    if (
      /^(?:jobmanager|taskmanager|high-availability|restart-strategy|parallelism)$/.test(key) ||
      key === 'state'
    ) {
      const inner = resolve(value);
      return (
        inner?.type === 'map' &&
        inner.entries.some((entry) => isOwnKey(`${key}.${entry.key}`) && isScalarDeep(entry.key, key))
      );
    }
    return /^[\w-]+\.[\w.-]+$/.test(key) && isOwnKey(key);
  });
}

/** Names below a top key that are Flink's and nobody else's. */
function isScalarDeep(key: string, parent: string): boolean {
  if (parent === 'state') return /^(?:backend|checkpoints|savepoints)(?:\.|$)/.test(key);
  return /^(?:rpc|memory|bind-host|numberOfTaskSlots|host|type|storageDir|default|execution)(?:\.|$)/.test(
    key,
  );
}

/** Brokers on this machine only make a script a laptop's. */
function scriptEnvironment(root: NodeView): EnvironmentSign | undefined {
  const servers = statementsOf(root, 'CREATE TABLE').flatMap(
    (table) => known(table.text('options', 'properties.bootstrap.servers')) ?? [],
  );
  if (servers.length === 0) return undefined;
  return servers.every((each) => /^(?:localhost|127\.0\.0\.1)(?::|$)/.test(each)) ? 'local' : 'shared';
}

/** The Flink version that a deployment claims and the image that it runs. */
function* deploymentFacts(root: NodeView, spec: Path): Iterable<Fact> {
  const version = root.text(...spec, 'flinkVersion');
  const number = /^v(\d+)_(\d+)$/.exec(known(version) ?? '');
  if (version.is === 'known' && number) {
    const attributes = { version: `${number[1]}.${number[2]}`, where: 'flinkVersion' };
    yield { type: 'version', name: 'flink', attributes, span: version.span };
  }
  const image = root.text(...spec, 'image');
  const tagged = image.is === 'known' ? imageVersion(image.value, flinkImages) : undefined;
  if (image.is === 'known' && tagged) {
    yield {
      type: 'image',
      name: 'flink',
      attributes: { tag: tagged.version, role: 'flink' },
      span: image.span,
    };
  }
}

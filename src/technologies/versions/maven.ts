import type { Kind, Mount, NodeView, Span, View } from '../../core';

// Artefacts that bear the version of the product itself; connectors and add-ons with a count of their own are not here.
const artifacts: readonly (readonly [group: string, name: RegExp, technology: string])[] = [
  [
    'org.apache.kafka',
    /^(?:kafka-(?:clients|streams(?:-[\w.-]+)?|server(?:-common)?|metadata|raft|storage(?:-api)?|tools)|kafka_2\.1\d|connect-[\w-]+)$/,
    'kafka',
  ],
  [
    'org.apache.flink',
    /^flink-(?:core(?:-api)?|annotations|java|scala|clients|runtime(?:-web)?|streaming-(?:java|scala)|table-[a-z-]+|sql-(?:client|gateway)|connector-(?:base|files|datagen)|json|csv|avro(?:-confluent-registry)?|parquet|orc|statebackend-[a-z-]+|state-processor-api|metrics-[a-z0-9-]+|test-utils(?:-junit)?|kubernetes|yarn|cep|s3-fs-[a-z]+|gs-fs-hadoop)(?:_2\.1\d)?$/,
    'flink',
  ],
  [
    'org.apache.pulsar',
    /^pulsar-(?:client(?:-(?:api|all|admin|original|admin-api|admin-original))?|common|io-core|functions-api)$/,
    'pulsar',
  ],
  ['org.apache.beam', /^beam-(?:sdks|runners)-[\w.-]+$/, 'beam'],
  ['io.strimzi', /^(?:api|crd-annotations)$/, 'strimzi'],
];

/** Where a project names what it depends on, and where it fixes versions for its modules. */
const places = ['project', 'project profiles profile']
  .flatMap((base) => [
    `${base} dependencies dependency`,
    `${base} dependencyManagement dependencies dependency`,
  ])
  .map((place): Mount => ({ at: place.split(' '), as: 'versions/maven-dependency', absence: 'partial' }));

/** Maven's project file. */
export const mavenProject: Kind = {
  id: 'versions/maven-project',
  title: 'Maven project',
  formats: ['xml'],
  booleans: 'text',
  paths: ['pom.xml'],
  recognise: ({ root }) => root?.type === 'map' && root.entries.some(({ key }) => key === 'project'),
  mounts: places,
};

/** One dependency of a Maven project. */
export const mavenDependency: View = {
  id: 'versions/maven-dependency',
  title: 'dependency of a Maven project',
  booleans: 'text',
};

/** The product that a dependency is of, and where its version is written: in it, or in a property that it names. */
export function versionOfDependency(
  at: NodeView,
):
  | { readonly technology: string; readonly text: string; readonly span: Span; readonly view: NodeView }
  | undefined {
  const group = at.text('groupId');
  const name = at.text('artifactId');
  const written = at.at('version');
  if (group.is !== 'known' || name.is !== 'known' || written?.node?.type !== 'scalar') return undefined;
  const known = artifacts.find(([own, pattern]) => own === group.value && pattern.test(name.value));
  const property = /^\$\{([\w.-]+)\}$/.exec(written.node.text)?.[1];
  const view = property === undefined ? written : at.outer?.at('project', 'properties', property);
  const text = view?.text();
  // A snapshot is not released yet.
  if (!known || !view || text?.is !== 'known' || text.value.endsWith('-SNAPSHOT')) return undefined;
  return { technology: known[2], text: text.value, span: text.span, view };
}

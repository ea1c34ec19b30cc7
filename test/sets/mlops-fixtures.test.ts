import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { FileAnalysis, Project, defaultSettings } from '../../src/core';
import type { CrossExample, Example } from '../../src/core';
import { crossRules, gapRules } from '../../src/generated/systems';
import { framed } from './mlops-frames';
import type { FramedText } from './mlops-frames';
import { registry } from './registry-under-test';

// Bad and good fragments of the catalogue, each named by the id of its entry: the bad one fires, the good one is silent.
const root = path.resolve(import.meta.dirname, '../..');
const fixtures = path.resolve(root, '../shared/catalogue/mlops-fixtures.yaml');

/** What the head of the fixtures leaves to the reader: the kind's `apiVersion` and, where it differs, its name. */
const resources: Readonly<Record<string, readonly [apiVersion: string, kind?: string]>> = {
  'kserve-isvc': ['serving.kserve.io/v1beta1', 'InferenceService'],
  InferenceGraph: ['serving.kserve.io/v1alpha1'],
  SeldonDeployment: ['machinelearning.seldon.io/v1'],
  SeldonModel: ['mlops.seldon.io/v1alpha1', 'Model'],
  SeldonExperiment: ['mlops.seldon.io/v1alpha1', 'Experiment'],
  PeerAuthentication: ['security.istio.io/v1'],
  AuthorizationPolicy: ['security.istio.io/v1'],
  RequestAuthentication: ['security.istio.io/v1'],
  Gateway: ['networking.istio.io/v1'],
  VirtualService: ['networking.istio.io/v1'],
  DestinationRule: ['networking.istio.io/v1'],
  RayJob: ['ray.io/v1'],
  RayCluster: ['ray.io/v1'],
  KatibExperiment: ['kubeflow.org/v1beta1', 'Experiment'],
  TrainJob: ['trainer.kubeflow.org/v1alpha1'],
  PrometheusRule: ['monitoring.coreos.com/v1'],
  PodMonitor: ['monitoring.coreos.com/v1'],
};

/** Rules that join files need the other file. */
const companions: Readonly<Record<string, FramedText>> = {
  'monitor-selector-mismatch': {
    path: 'isvc.yaml',
    text: 'apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: {name: fraud-scorer}\nspec: {predictor: {model: {modelFormat: {name: sklearn}}}}\n',
  },
};

interface Fixture {
  readonly sort: string;
  readonly id: string;
  readonly bad: unknown;
  readonly good: unknown;
}

const droppedEntries = readDropped();
const rules = [...registry.rules.values(), ...crossRules];
const gaps = new Map<string, readonly string[]>(gapRules.map((gap) => [gap.id, gap.catalogue]));

describe('catalogue fixtures', () => {
  const all = readFixtures();
  const skipped: string[] = [];

  before(function () {
    if (all.length > 0) return;
    console.log('      skipped: ../shared/catalogue/mlops-fixtures.yaml is not here');
    this.skip();
  });

  for (const fixture of all) {
    it(`${fixture.id}: finds the bad one and not the good one`, async function () {
      const excuse = await reasonToSkip(fixture);
      if (excuse !== undefined) {
        skipped.push(`${fixture.id} (${excuse})`);
        this.skip();
      }
      const bad = await told(fixture, fixture.bad);
      const good = await told(fixture, fixture.good);
      assert.notEqual(
        bad.length,
        0,
        `the bad one of ${fixture.id} is not found:\n${textOf(fixture, fixture.bad)?.text}`,
      );
      assert.deepEqual(
        good,
        [],
        `the good one of ${fixture.id} is found:\n${textOf(fixture, fixture.good)?.text}`,
      );
    });
  }

  after(() => {
    if (skipped.length === 0) return;
    console.log(
      `      skipped: ${skipped.length} of ${all.length} fixtures\n        ${skipped.join('\n        ')}`,
    );
  });
});

function readFixtures(): readonly Fixture[] {
  if (!existsSync(fixtures)) return [];
  // The file is ours to trust: a catalogue of ids with two values each.
  const sorts = parse(readFileSync(fixtures, 'utf8')) as Record<
    string,
    Record<string, Pick<Fixture, 'bad' | 'good'>>
  >;
  return Object.entries(sorts).flatMap(([sort, entries]) =>
    Object.entries(entries).map(([id, { bad, good }]) => ({ sort, id, bad, good })),
  );
}

/** Entries that were dropped with a reason, or whose rule, format or file is still to come. */
async function reasonToSkip({ sort, id, bad }: Fixture): Promise<string | undefined> {
  const dropped = droppedEntries.get(id);
  if (dropped !== undefined) return `dropped: ${dropped}`;
  if (
    !rules.some((rule) => rule.catalogue.includes(id)) &&
    ![...gaps.values()].some((ids) => ids.includes(id))
  ) {
    return 'no rule yet';
  }
  const file = textOf({ sort, id, bad, good: undefined }, bad);
  if (!file) return 'nobody said how it stands in a file';
  if (!registry.formatOf(file.path)) return `no format for ${file.path}`;
  if (sort !== 'text') return undefined;
  const examples = rules
    .filter((rule) => rule.catalogue.includes(id))
    .flatMap((rule) => rule.examples.bad.flatMap(filesOf));
  const kinds = new Set((await Promise.all(examples.map(kindsOf))).flat());
  const own = await kindsOf(file);
  return own.some((kind) => kinds.has(kind)) ? undefined : `no rule yet that reads ${file.path}`;
}

function filesOf(example: Example | CrossExample): readonly FramedText[] {
  if (!('files' in example)) return [example];
  return Object.entries(example.files).map(([name, text]) => ({ path: name, text }));
}

async function kindsOf({ path: name, text }: FramedText): Promise<readonly string[]> {
  const format = registry.formatOf(name);
  await format?.load();
  const input = { path: name, today: '2026-11-23', settings: defaultSettings, partial: false };
  return format ? new FileAnalysis(registry, format, text.replace(/[«»]/g, ''), input).kinds() : [];
}

function readDropped(): ReadonlyMap<string, string> {
  const dropped = new Map<string, string>();
  for (const slug of readdirSync(path.join(root, 'src/technologies'))) {
    const file = path.join(root, 'src/technologies', slug, 'dropped.json');
    if (!existsSync(file)) continue;
    // Written by hand as one text for each id.
    const reasons = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    for (const [id, reason] of Object.entries(reasons)) dropped.set(id, reason);
  }
  return dropped;
}

function textOf({ sort, id }: Fixture, value: unknown): FramedText | undefined {
  if (sort === 'text') return framed(id, String(value));
  const [apiVersion, kind = sort] = resources[sort] ?? [];
  if (apiVersion === undefined || typeof value !== 'object' || value === null) return undefined;
  const { _ann: annotations, _top: top, ...spec }: Record<string, unknown> = { ...value };
  const metadata = { name: 'fixture', ...(annotations !== undefined && { annotations }) };
  return { path: 'fixture.yaml', text: stringify({ apiVersion: top ?? apiVersion, kind, metadata, spec }) };
}

/** Messages of the rules and gaps that cover the entry. */
async function told(fixture: Fixture, value: unknown): Promise<readonly string[]> {
  const project = new Project(
    { registry, crossRules, gapRules, matchesGlob: () => false },
    {
      today: '2026-11-23',
      closed: true,
      forced: { ...defaultSettings, environment: 'prod', opinions: true },
    },
  );
  const file = textOf(fixture, value);
  const companion = companions[fixture.id];
  for (const each of [...(companion ? [companion] : []), ...(file ? [file] : [])]) {
    const format = await project.prepare(each.path);
    if (format) project.setFile(each.path, each.text, format);
  }
  assert.deepEqual(project.failures(), []);
  const covering = new Set<string>(
    rules.filter((rule) => rule.catalogue.includes(fixture.id)).map((rule) => rule.id),
  );
  const findings = [...project.paths()].flatMap((each) => project.findingsOf(each));
  const lacking = project.gaps().filter((gap) => gaps.get(gap.id)?.includes(fixture.id));
  return [
    ...findings
      .filter((finding) => covering.has(finding.rule))
      .map((finding) => `${finding.rule}: ${finding.message}`),
    ...lacking.map((gap) => `${gap.id}: ${gap.message}`),
  ];
}

import { folderOf } from '../../core';
import type { FactReader, FactType, Finding, Gap, PlacedFact, Range } from '../../core';

/** The five patterns, in the order in which data flows through them. */
export const patternOrder = [
  'data-pipeline',
  'training',
  'deployment',
  'feedback-loop',
  'security-compliance',
] as const;

/** One of the five patterns. */
export type Pattern = (typeof patternOrder)[number];

/** A thing of the system, where the workspace tells of it. */
export interface MapNode {
  readonly id: string;
  readonly label: string;
  /** What it is, in words. */
  readonly sort: string;
  readonly pattern: Pattern;
  readonly places: readonly { readonly path: string; readonly range: Range }[];
  /** Findings in the files that tell of it, worst first. */
  readonly heat: 'none' | 'info' | 'warning' | 'error';
  readonly findings: number;
  /** A dashed thing that is missing, with what adds it. */
  readonly missing?: Gap;
}

/** One thing leads to another. */
export interface MapEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly dashed: boolean;
}

/** The workspace's AI system as a picture of facts. */
export interface SystemMap {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

interface Sort {
  readonly type: FactType;
  readonly sort: string;
  readonly pattern: Pattern;
}

/** Facts that are things; the others are relations between them. */
const sorts: readonly Sort[] = [
  { type: 'topic', sort: 'topic', pattern: 'data-pipeline' },
  { type: 'dead-letter', sort: 'dead-letter topic', pattern: 'data-pipeline' },
  { type: 'bucket', sort: 'bucket', pattern: 'data-pipeline' },
  { type: 'database', sort: 'database', pattern: 'data-pipeline' },
  { type: 'training', sort: 'training', pattern: 'training' },
  { type: 'tracking-server', sort: 'tracking server', pattern: 'training' },
  { type: 'registered-model', sort: 'registered model', pattern: 'training' },
  { type: 'served-model', sort: 'served model', pattern: 'deployment' },
  { type: 'serving-runtime', sort: 'serving runtime', pattern: 'deployment' },
  { type: 'monitor', sort: 'monitor', pattern: 'deployment' },
  { type: 'prediction-log', sort: 'prediction log', pattern: 'feedback-loop' },
  { type: 'feedback-events', sort: 'feedback', pattern: 'feedback-loop' },
  { type: 'model-card', sort: 'model card', pattern: 'security-compliance' },
  { type: 'compliance-record', sort: 'compliance record', pattern: 'security-compliance' },
  { type: 'service-account', sort: 'service account', pattern: 'security-compliance' },
];

/** Makes the map of a workspace's facts; the same facts give the same map. */
export function systemMap(facts: FactReader, findings: readonly Finding[], gaps: readonly Gap[]): SystemMap {
  return new MapBuilder(facts, findings, gaps).build();
}

type Draft = { -readonly [K in keyof MapNode]: MapNode[K] };

class MapBuilder {
  private readonly nodes = new Map<string, Draft>();
  private readonly edges = new Map<string, MapEdge>();

  constructor(
    private readonly facts: FactReader,
    private readonly findings: readonly Finding[],
    private readonly gaps: readonly Gap[],
  ) {}

  build(): SystemMap {
    for (const { type, sort, pattern } of sorts) {
      for (const fact of this.facts.ofType(type))
        this.thing(idOf(type, fact.name), fact.name, sort, pattern, fact);
    }
    this.joinTopics();
    this.joinModels();
    this.joinMonitors();
    for (const gap of this.gaps) this.addGap(gap);
    for (const node of this.nodes.values()) this.warm(node);
    return { nodes: [...this.nodes.values()].sort(byPattern), edges: [...this.edges.values()] };
  }

  private joinTopics(): void {
    for (const use of this.facts.ofType('topic-use')) {
      const topic = this.thing(idOf('topic', use.name), use.name, 'topic', 'data-pipeline', undefined);
      const by = use.attributes['by'] ?? fileName(use.path);
      const job = this.thing(idOf('job', by), by, 'client', 'data-pipeline', use);
      const reads = use.attributes['direction'] === 'read';
      if (reads) this.edge(topic.id, job.id, 'read by');
      else this.edge(job.id, topic.id, 'writes');
    }
    for (const dead of this.facts.ofType('dead-letter')) {
      const of = dead.attributes['of'];
      const source =
        of === undefined ? undefined : (this.nodes.get(idOf('topic', of)) ?? this.nodes.get(idOf('job', of)));
      if (source) this.edge(source.id, idOf('dead-letter', dead.name), 'failures');
    }
  }

  private joinModels(): void {
    const trainings = this.facts.ofType('training');
    for (const served of this.facts.ofType('served-model')) {
      const id = idOf('served-model', served.name);
      const { model, uri, runtime } = served.attributes;
      const registered = [...this.facts.ofType('registered-model')].find(
        ({ name }) => name === model || uri?.includes(`/${name}`),
      );
      if (registered) this.edge(idOf('registered-model', registered.name), id, 'served as');
      if (runtime !== undefined && this.nodes.has(idOf('serving-runtime', runtime))) {
        this.edge(idOf('serving-runtime', runtime), id, 'runs');
      }
      for (const log of this.facts.ofType('prediction-log')) {
        if (log.attributes['model'] === undefined || log.attributes['model'] === served.name) {
          this.edge(id, idOf('prediction-log', log.name), 'logs');
        }
      }
      for (const card of this.facts.ofType('model-card')) {
        if (card.name === model || card.name === served.name)
          this.edge(id, idOf('model-card', card.name), 'described by');
      }
    }
    for (const training of trainings) {
      for (const model of this.facts.ofType('registered-model')) {
        if (folderOf(model.path) === folderOf(training.path)) {
          this.edge(idOf('training', training.name), idOf('registered-model', model.name), 'registers');
        }
      }
    }
    for (const feedback of this.facts.ofType('feedback-events')) {
      for (const training of trainings)
        this.edge(idOf('feedback-events', feedback.name), idOf('training', training.name), 'retrains');
    }
  }

  private joinMonitors(): void {
    for (const monitor of this.facts.ofType('monitor')) {
      const selector = monitor.attributes['selector'];
      if (!selector) continue;
      const wanted = selector.split(',');
      for (const target of [...this.facts.ofType('workload'), ...this.facts.ofType('service')]) {
        const labels = new Set(
          (target.attributes['labels'] ?? target.attributes['selector'] ?? '').split(','),
        );
        if (!wanted.every((label) => labels.has(label))) continue;
        const node = this.thing(idOf('workload', target.name), target.name, 'workload', 'deployment', target);
        this.edge(idOf('monitor', monitor.name), node.id, 'watches');
      }
    }
  }

  /** What is missing hangs, dashed, on the thing that it is missing from. */
  private addGap(gap: Gap): void {
    const [pattern = 'deployment'] = gap.action.template.split('/');
    const id = `gap ${gap.id} ${gap.path}:${gap.range.start.line}`;
    const label = gap.action.template.slice(gap.action.template.indexOf('/') + 1);
    const node = this.thing(id, label, 'missing', asPattern(pattern), undefined);
    node.missing = gap;
    node.places = [{ path: gap.path, range: gap.range }];
    const owner = [...this.nodes.values()].find(
      (each) =>
        each.missing === undefined &&
        each.places.some((place) => place.path === gap.path && sameStart(place.range, gap.range)),
    );
    if (owner) this.edge(owner.id, id, 'lacks', true);
  }

  private thing(
    id: string,
    label: string,
    sort: string,
    pattern: Pattern,
    fact: PlacedFact | undefined,
  ): Draft {
    let node = this.nodes.get(id);
    if (!node) {
      node = { id, label, sort, pattern, places: [], heat: 'none', findings: 0 };
      this.nodes.set(id, node);
    }
    if (fact) node.places = [...node.places, { path: fact.path, range: fact.range }];
    return node;
  }

  private edge(from: string, to: string, label: string, dashed = false): void {
    if (from !== to && this.nodes.has(from) && this.nodes.has(to))
      this.edges.set(`${from}\n${to}`, { from, to, label, dashed });
  }

  private warm(node: Draft): void {
    const paths = new Set(node.missing ? [] : node.places.map(({ path }) => path));
    const own = this.findings.filter(({ path }) => paths.has(path));
    node.findings = own.length;
    const worst = (['error', 'warning', 'info'] as const).find((severity) =>
      own.some((finding) => finding.severity === severity),
    );
    node.heat = worst ?? 'none';
  }
}

function idOf(type: string, name: string): string {
  return `${type} ${name}`;
}

function byPattern(a: MapNode, b: MapNode): number {
  return patternOrder.indexOf(a.pattern) - patternOrder.indexOf(b.pattern) || (a.id < b.id ? -1 : 1);
}

function asPattern(text: string): Pattern {
  return patternOrder.find((pattern) => pattern === text) ?? 'deployment';
}

function sameStart(a: Range, b: Range): boolean {
  return a.start.line === b.start.line && a.start.character === b.start.character;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

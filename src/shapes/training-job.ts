import { defineRule, isPlaceholder, resolve } from '../core';
import type { NodeView, Path, Report, ResolvedNode, Rule, Span, ViewId } from '../core';

/** Where a training job says what it runs, and where its pods stand. */
export interface TrainingJob {
  readonly view: ViewId;
  /** Commands: a text, or lists of words. */
  readonly commands: readonly Path[];
}

interface Spec {
  readonly id: Rule['id'];
  readonly jobs: readonly TrainingJob[];
  readonly examples: Rule['examples'];
}

/** Makes the rule that a training command is given a seed. */
export function requireSeed({ id, jobs, examples }: Spec): Rule {
  return defineRule({
    id,
    catalogue: ['train-no-seed'],
    equivalents: [],
    severity: 'info',
    certainty: 'opinion',
    summary: 'A training is started without a seed.',
    why: 'Two runs of the same code and data give two models: a regression cannot be told from chance, and a result cannot be repeated for an audit.',
    remedy: 'Pass a seed to the script, `--seed 42`, or by an environment variable `SEED`.',
    references: [
      {
        title: 'PyTorch: reproducibility',
        url: 'https://docs.pytorch.org/docs/stable/notes/randomness.html',
      },
    ],
    messages: { unseeded: 'The training command passes no seed.' },
    fix: { none: 'Whether the script takes a seed, and under which name, is known only to its author.' },
    looksAt: jobs.map(({ view }) => ({ view, path: [] })),
    *check(at): Iterable<Report> {
      const job = jobs.find(({ view }) => view === at.context.view.id);
      const all = at.node ? textsOf(at.node).join('\n') : '';
      if (!job || at.context.absence === 'partial' || /seed/i.test(all)) return;
      const command = commandOf(at, job);
      if (command && /\btrain\w*(?:\.py)?\b/i.test(command.text))
        yield { message: 'unseeded', span: command.span };
    },
    examples,
  });
}

/** Makes the rule that a training on machines that may be taken away says where it keeps checkpoints. */
export function requireSpotCheckpoint({ id, jobs, examples }: Spec): Rule {
  return defineRule({
    id,
    catalogue: ['train-no-checkpoint-on-spot'],
    equivalents: [],
    severity: 'warning',
    certainty: 'opinion',
    summary: 'A training on spot machines names no place for checkpoints.',
    why: 'The provider takes spot machines back at any time. Without checkpoints outside of the machine all work since the start is lost, and paid.',
    remedy: 'Keep checkpoints in a bucket or volume, and pass its path to the script.',
    references: [
      { title: 'GKE: Spot VMs', url: 'https://cloud.google.com/kubernetes-engine/docs/concepts/spot-vms' },
      {
        title: 'PyTorch: fault-tolerant distributed training',
        url: 'https://docs.pytorch.org/tutorials/beginner/ddp_series_fault_tolerance.html',
      },
    ],
    messages: {
      volatile:
        'The pods run on spot machines, but neither command nor environment names a place for checkpoints.',
    },
    fix: { none: 'Where checkpoints are kept is known only to the author.' },
    looksAt: jobs.map(({ view }) => ({ view, path: [] })),
    *check(at): Iterable<Report> {
      if (at.context.absence === 'partial' || !at.node) return;
      if (/checkpoint|ckpt|storage_path|--resume|output[-_]dir/i.test(textsOf(at.node).join('\n'))) return;
      const spot = findSpot(at.node, 0);
      if (spot) yield { message: 'volatile', span: spot };
    },
    examples,
  });
}

function commandOf(
  at: NodeView,
  { commands }: TrainingJob,
): { readonly text: string; readonly span: Span } | undefined {
  for (const path of commands) {
    const found = at.at(...path);
    const node = found?.node;
    if (!found || !node) continue;
    const text = textsOf(node).join(' ');
    if (!isPlaceholder(text)) return { text, span: node.type === 'scalar' ? node.span : found.anchor };
  }
  return undefined;
}

/** All keys and texts below a node. */
function textsOf(node: ResolvedNode, depth = 0): string[] {
  if (node.type === 'scalar') return [node.text];
  if (depth > 40) return [];
  const inner =
    node.type === 'list'
      ? node.items.map((item) => ['', item] as const)
      : node.entries.map(({ key, value }) => [key, value] as const);
  return inner.flatMap(([key, value]) => {
    const child = resolve(value);
    return [key, ...(child ? textsOf(child, depth + 1) : [])];
  });
}

const spotKeys = [
  'cloud.google.com/gke-spot',
  'cloud.google.com/gke-preemptible',
  'eks.amazonaws.com/capacityType',
  'karpenter.sh/capacity-type',
  'kubernetes.azure.com/scalesetpriority',
];

/** A node selector or toleration that asks for spot machines. */
function findSpot(node: ResolvedNode, depth: number): Span | undefined {
  if (depth > 40 || node.type === 'scalar') return undefined;
  const entries = node.type === 'map' ? node.entries : [];
  for (const { key, keySpan, value } of entries) {
    const child = resolve(value);
    if (child?.type !== 'scalar') continue;
    if (spotKeys.includes(key) && /^(?:true|spot)$/i.test(child.text)) return keySpan;
    if (key === 'key' && spotKeys.includes(child.text)) return child.span;
  }
  const inner = node.type === 'list' ? node.items : entries.map(({ value }) => value);
  for (const value of inner) {
    const child = resolve(value);
    const found = child && findSpot(child, depth + 1);
    if (found) return found;
  }
  return undefined;
}

import { defineRule, known } from '../../../core';
import type { NodeView, Report, ResolvedNode, Span } from '../../../core';
import { resolve } from '../../../core';
import { experiment, guide, validator } from '../settings';

const trial = (parameters: string, command: string, space = '  parameters: [{ name: lr }]\n'): string =>
  experiment(
    `${space}  trialTemplate:\n    trialParameters:\n${parameters}    trialSpec:\n      apiVersion: batch/v1\n      kind: Job\n      spec: { template: { spec: { containers: [{ name: c, command: [python, ${command}] }] } } }\n`,
  );
const rate = '      - { name: rate, reference: lr }\n';

export default defineRule({
  id: 'katib/no-unmatched-trial-parameter',
  catalogue: ['katib-trial-param-mismatch'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Parameters of the search, of the trial and of its template do not match.',
  why: 'The admission webhook refuses the Experiment: each `${trialParameters.x}` needs an entry, each entry a parameter that is searched and a place where it is used.',
  remedy: 'Make names in the template, in `trialParameters` and in `parameters` the same.',
  references: [validator, guide],
  messages: {
    reference: 'No parameter of the search is called "{name}".',
    unlisted: 'The trial uses ${trialParameters.{name}}, but trialParameters has no "{name}".',
    unused: 'The trial does not use its parameter "{name}".',
  },
  fix: { none: 'Which of the names is meant is known only to the author.' },
  looksAt: [{ view: 'katib/experiment', path: ['spec'] }],
  *check(at): Iterable<Report> {
    const listed = at.list('trialTemplate', 'trialParameters');
    if (listed.is !== 'known' || at.context.absence === 'partial') return;
    yield* badReferences(at, listed.value);
    const template = at.at('trialTemplate', 'trialSpec')?.node;
    if (!template || at.document.templated) return;
    const used = new Map<string, Span>();
    collectUses(template, used, 0);
    const names = listed.value.map((entry) => entry.text('name'));
    for (const name of names) {
      if (name.is === 'known' && !used.has(name.value))
        yield { message: 'unused', data: { name: name.value }, span: name.span };
    }
    if (names.some((name) => name.is !== 'known')) return;
    for (const [name, span] of used) {
      if (!names.some((other) => known(other) === name)) yield { message: 'unlisted', data: { name }, span };
    }
  },
  examples: {
    bad: [
      {
        path: 'e.yaml',
        message: 'reference',
        text: trial(
          '      - { name: rate, reference: «learning» } # as in train.py\n',
          '"--lr=${trialParameters.rate}"',
        ),
      },
      {
        path: 'e.yaml',
        message: 'unused',
        text: trial('      - { name: «rate», reference: lr }\n', 'train.py'),
      },
      {
        path: 'e.yaml',
        message: 'unlisted',
        text: trial(rate, '"--lr=${trialParameters.rate}", «"--n=${trialParameters.layers}"», "--x"'),
      },
    ],
    good: [
      { path: 'e.yaml', text: trial(rate, '"--lr=${trialParameters.rate}", "--name=${trialSpec.Name}"') },
      {
        path: 'e.yaml',
        text: trial(
          '      - { name: rate, reference: "${trialSpec.Name}" }\n',
          '"--name=${trialParameters.rate}"',
        ),
      },
      {
        path: 'e.yaml',
        text: trial(
          '      - { name: rate, reference: x }\n',
          '"${trialParameters.rate}"',
          '  nasConfig: {}\n',
        ),
      },
      {
        path: 'e.yaml',
        text: trial(
          '      - { name: rate, reference: x }\n',
          '"${trialParameters.rate}"',
          '  parameters: []\n',
        ),
      },
      {
        path: 'e.yaml',
        text: experiment('  trialTemplate: { trialParameters: [{ name: a, reference: b }] }\n'),
      },
    ],
  },
});

function* badReferences(at: NodeView, listed: readonly NodeView[]): Iterable<Report> {
  const searched = at.list('parameters');
  if (searched.is !== 'known' || searched.value.length === 0) return;
  const names = searched.value.map((parameter) => known(parameter.text('name')));
  if (names.includes(undefined)) return;
  for (const entry of listed) {
    const reference = entry.text('reference');
    if (reference.is !== 'known' || names.includes(reference.value)) continue;
    yield { message: 'reference', data: { name: reference.value }, span: reference.span };
  }
}

/** Names used as `${trialParameters.x}` anywhere in the template, with the text that uses them first. */
function collectUses(node: ResolvedNode, used: Map<string, Span>, depth: number): void {
  if (depth > 40) return;
  if (node.type === 'scalar') {
    for (const [, name = ''] of node.text.matchAll(/\$\{trialParameters\.([^{}]+)\}/g)) {
      if (!used.has(name)) used.set(name, node.span);
    }
    return;
  }
  const inner = node.type === 'list' ? node.items : node.entries.map((entry) => entry.value);
  for (const child of inner) {
    const resolved = resolve(child);
    if (resolved) collectUses(resolved, used, depth + 1);
  }
}

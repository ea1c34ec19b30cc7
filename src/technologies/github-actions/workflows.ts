import { known } from '../../core';
import type { NodeView, Span } from '../../core';
import { findExpressions, readExpression } from '../../formats/expressions/expressions';
import type { ReadExpression } from '../../formats/expressions/expressions';

/** The text of a scalar even where it holds an expression; empty for anything else. */
export function rawText(view: NodeView | undefined): string {
  return view?.node?.type === 'scalar' ? view.node.text : '';
}

/** One event of `on`, with what stands below it where it has filters. */
export interface Trigger {
  readonly name: string;
  readonly span: Span;
  readonly filters: NodeView | undefined;
}

/** The events that start a workflow. */
export function triggersOf(workflow: NodeView): readonly Trigger[] {
  const on = workflow.at('on');
  if (!on) return [];
  if (on.node?.type === 'map')
    return on.entries().map((entry) => ({ name: entry.key, span: entry.anchor, filters: entry }));
  const items = on.node?.type === 'list' ? on.items() : [on];
  return items.map((item) => ({ name: rawText(item), span: item.span, filters: undefined }));
}

/** Whether one of these events starts the workflow. */
export function hasTrigger(workflow: NodeView | undefined, ...names: string[]): boolean {
  return workflow !== undefined && triggersOf(workflow).some(({ name }) => names.includes(name));
}

/** The workflow around a job or a step. */
export function workflowOf(at: NodeView): NodeView {
  return at.outer ? workflowOf(at.outer) : at;
}

/** What `uses` names: an action or a workflow of a repository, and the reference behind the `@`. */
export interface ActionUse {
  /** `owner/repository`, in lower case. */
  readonly repository: string;
  readonly reference: string;
  readonly span: Span;
  /** The place of the reference alone. */
  readonly referenceSpan: Span;
}

/** Reads a `uses`; undefined for local actions, images and what is not known. */
export function actionUse(uses: NodeView | undefined): ActionUse | undefined {
  const text = rawText(uses);
  const match = /^([\w.-]+\/[\w.-]+)((?:\/[^@\s]*)?)@(\S+)$/.exec(text);
  const [, repository = '', , reference = ''] = match ?? [];
  if (!uses || !match || text.includes('${{')) return undefined;
  const end = uses.document.text.lastIndexOf(reference, uses.span.end) + reference.length;
  const referenceSpan = { start: end - reference.length, end };
  return { repository: repository.toLowerCase(), reference, span: uses.span, referenceSpan };
}

/** One expression of a scalar, with its place in the file. */
export interface PlacedExpression {
  /** With its braces. */
  readonly span: Span;
  readonly read: ReadExpression;
  readonly body: string;
}

/** The expressions that stand in a scalar. */
export function expressionsIn(view: NodeView | undefined): readonly PlacedExpression[] {
  if (view?.node?.type !== 'scalar' || !view.node.text.includes('${{')) return [];
  const { start, end } = view.node.span;
  return findExpressions(view.document.text.slice(start, end)).map((place) => ({
    span: { start: start + place.start, end: start + place.end },
    read: readExpression(place.body),
    body: place.body,
  }));
}

/** A script as it stands in the file, so that its places are the file's. */
export interface PlacedScript {
  readonly text: string;
  readonly start: number;
}

/** The script of a scalar, without its quotes. */
export function scriptOf(view: NodeView | undefined): PlacedScript | undefined {
  if (view?.node?.type !== 'scalar') return undefined;
  const { span, style } = view.node;
  const source = view.document.text.slice(span.start, span.end);
  if (style === 'plain') return { text: source, start: span.start };
  if (style === 'single' || style === 'double') return { text: source.slice(1, -1), start: span.start + 1 };
  return { text: source, start: span.start };
}

/** The scalars of a step that run as code: `run`, and the scripts of well known actions. */
export function codeOf(step: NodeView): readonly NodeView[] {
  const found: NodeView[] = [];
  const run = step.at('run');
  if (run) found.push(run);
  const repository = actionUse(step.at('uses'))?.repository ?? '';
  for (const input of scriptInputs[repository] ?? []) {
    const script = step.at('with', input);
    if (script) found.push(script);
  }
  return found;
}

const scriptInputs: Readonly<Record<string, readonly string[]>> = {
  'actions/github-script': ['script'],
  'azure/cli': ['inlinescript', 'inlineScript'],
  'azure/powershell': ['inlinescript', 'inlineScript'],
  'appleboy/ssh-action': ['script'],
  'mikefarah/yq': ['cmd'],
  'jannekem/run-python-script-action': ['script'],
};

/** The steps of a job. */
export function stepsOf(job: NodeView): readonly NodeView[] {
  return job.at('steps')?.items() ?? [];
}

/** The jobs of a workflow. */
export function jobsOf(workflow: NodeView): readonly NodeView[] {
  return workflow.at('jobs')?.entries() ?? [];
}

/** Every scalar below, with its path. */
export function* scalarsBelow(view: NodeView, depth = 0): Iterable<NodeView> {
  if (depth > 30) return;
  if (view.node?.type === 'scalar') {
    yield view;
    return;
  }
  for (const child of view.node?.type === 'map' ? view.entries() : view.items())
    yield* scalarsBelow(child, depth + 1);
}

/** The name under which the workflow or its file is known, for a message. */
export function nameOf(view: NodeView): string {
  return known(view.text('name')) ?? view.key;
}

/** The jobs that a job waits for. */
export function needsOf(job: NodeView): readonly NodeView[] {
  const needs = job.at('needs');
  if (!needs) return [];
  return needs.node?.type === 'list' ? needs.items() : [needs];
}

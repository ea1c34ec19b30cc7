import type { NodeView, Span } from '../../core';
import { scanShell } from '../../formats/dockerfile/shell';

/** One command of a step. */
export interface StepCommand {
  readonly words: readonly { readonly text: string; readonly span: Span }[];
  readonly text: string;
  /** Its first two words, to underline it. */
  readonly span: Span;
}

/** The text of a scalar even where it holds an expression; empty for anything else. */
export function rawText(view: NodeView | undefined): string {
  return view?.node?.type === 'scalar' ? view.node.text : '';
}

/** The text of the node as it stands in the file. */
export function sourceOf(view: NodeView | undefined): string {
  return view?.node ? view.document.text.slice(view.node.span.start, view.node.span.end) : '';
}

/** The steps of a job. */
export function stepsOf(job: NodeView): readonly NodeView[] {
  return job.at('steps')?.items() ?? [];
}

/** The workflow around a job or a step. */
export function workflowOf(at: NodeView): NodeView {
  return at.outer ? workflowOf(at.outer) : at;
}

/** Names of the events that start the workflow. */
export function triggersOf(workflow: NodeView): readonly string[] {
  const on = workflow.at('on');
  if (on?.node?.type === 'map') return on.entries().map(({ key }) => key);
  return on?.node?.type === 'list' ? on.items().map(rawText) : [rawText(on)];
}

/** The repository of the action that a step uses, in lower case. */
export function actionOf(step: NodeView): string {
  return /^[\w.-]+\/[\w.-]+/.exec(rawText(step.at('uses')).toLowerCase())?.[0] ?? '';
}

/** The commands that a step runs. */
export function commandsOf(step: NodeView): readonly StepCommand[] {
  const run = step.at('run');
  if (run?.node?.type !== 'scalar') return [];
  const { style, span } = run.node;
  const isQuoted = style === 'single' || style === 'double';
  const start = span.start + (isQuoted ? 1 : 0);
  const source = run.document.text.slice(start, span.end - (isQuoted ? 1 : 0));
  const script = style === 'folded' || style === 'plain' ? source.replace(/\n/g, ' ') : source;
  return scanShell(script).commands.flatMap((command) => {
    const words = command.words.map(({ text, span: place }) => ({
      text,
      span: { start: start + place.start, end: start + place.end },
    }));
    const [first, second = first] = words;
    if (!first || !second) return [];
    const text = words.map((word) => word.text).join(' ');
    return [{ words, text, span: { start: first.span.start, end: second.span.end } }];
  });
}

const modelWords =
  /\bmodels?\b|mlflow|kserve|seldon|inference|sagemaker|vertex|azure-?ml|\baz ml\b|\bgcloud ai\b|bentoml|\btrain\w*(?:\.py)?\b|\bdvc\b/i;

/** Whether the workflow speaks of models at all: by its path, or by what it says. */
export function isAboutModels(workflow: NodeView, path: string): boolean {
  return modelWords.test(path.slice(path.lastIndexOf('/') + 1)) || modelWords.test(sourceOf(workflow));
}

const deploying =
  /^(?:kubectl (?:.* )?(?:apply|replace|set image|rollout restart)\b|helm (?:upgrade|install)\b|az ml (?:online|batch)-(?:deployment|endpoint) (?:create|update)\b|gcloud ai endpoints deploy-model\b|argocd app sync\b|kustomize .*apply|mlflow .*set-alias\b|aws sagemaker (?:create|update)-endpoint\b)/;

/** The first command of the job that puts something into service; dry runs are none. */
export function deploymentIn(job: NodeView): StepCommand | undefined {
  return stepsOf(job)
    .map(deploymentOf)
    .find((found) => found !== undefined);
}

/** The same for one step. */
export function deploymentOf(step: NodeView): StepCommand | undefined {
  return commandsOf(step).find(({ text }) => deploying.test(text) && !/--dry-run|--what-if/.test(text));
}

/** The key that a job stands under. */
export function nameOf(job: NodeView): string {
  return job.document.text.slice(job.anchor.start, job.anchor.end);
}

const publishing =
  /^(?:az ml model create\b|gcloud ai models upload\b|(?:huggingface-cli|hf) upload\b|dvc push\b|mlflow .*(?:register|set-alias)\b|aws sagemaker create-model\b|cog push\b|bentoml push\b)/;

/** The first command of the job that hands a model to others. */
export function publicationIn(job: NodeView): StepCommand | undefined {
  return stepsOf(job)
    .flatMap((step) => [...commandsOf(step)])
    .find(({ text }) => publishing.test(text));
}

/** The command that starts a training, if the job has one. */
export function trainingIn(job: NodeView): StepCommand | undefined {
  return stepsOf(job)
    .flatMap((step) => [...commandsOf(step)])
    .find(({ text }) =>
      /^(?:\w+ run )?(?:python3?|torchrun|accelerate)\s(?:.*\W)?train\w*(?:\.py)?\b/.test(text),
    );
}

/** The jobs of a workflow. */
export function jobsOf(workflow: NodeView): readonly NodeView[] {
  return workflow.at('jobs')?.entries() ?? [];
}

/** Names of the jobs that a job waits for, and of those that they wait for. */
export function needsOf(job: NodeView, workflow: NodeView): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [job];
  for (let current = pending.pop(); current; current = pending.pop()) {
    const needs = current.at('needs');
    const names = needs?.node?.type === 'list' ? needs.items().map(rawText) : [rawText(needs)];
    for (const name of names) {
      const next = workflow.at('jobs', name);
      if (name === '' || found.has(name)) continue;
      found.add(name);
      if (next) pending.push(next);
    }
  }
  return found;
}

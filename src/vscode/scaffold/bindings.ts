import * as vscode from 'vscode';
import { answerFromText } from '../../scaffold/answers';
import type { Value } from '../../scaffold/expression';
import type { ComponentRecord } from '../../scaffold/record';
import { candidatesFor, type Candidate, type NamedFact } from '../../scaffold/system';
import type { Manifest, RequiredPort } from '../../scaffold/template';
import { askChoice } from './multi-step';

/** What a component's ports were connected to, and what that answers. */
export interface Connected {
  readonly bindings: Readonly<Record<string, string>>;
  /** Read from the ports of components, now and at each update. */
  readonly answers: Readonly<Record<string, Value>>;
  /** Taken once from what the workspace's files tell. */
  readonly found: Readonly<Record<string, Value>>;
}

/** Offers what components provide, and what other files tell of, for each port that a template requires; undefined when left. */
export async function askBindings(
  manifest: Manifest,
  records: readonly ComponentRecord[],
  facts: Iterable<NamedFact>,
): Promise<Connected | undefined> {
  const bindings: Record<string, string> = {};
  const answers: Record<string, Value> = {};
  const found: Record<string, Value> = {};
  for (const port of manifest.requires) {
    const candidates = candidatesFor(port, records, facts);
    if (candidates.length === 0) continue;
    const chosen = await askOne(manifest, port, candidates);
    if (chosen === 'left') return undefined;
    if (chosen === undefined) continue;
    if (chosen.from !== undefined) bindings[port.id] = chosen.from;
    Object.assign(chosen.from === undefined ? found : answers, answersOf(manifest, port, chosen));
  }
  return { bindings, answers, found };
}

async function askOne(
  { title }: Manifest,
  port: RequiredPort,
  candidates: readonly Candidate[],
): Promise<Candidate | 'left' | undefined> {
  const items: (vscode.QuickPickItem & { readonly candidate?: Candidate })[] = [
    ...candidates.map((candidate) => ({
      label: `$(plug) ${candidate.name}`,
      description: candidate.from ?? vscode.l10n.t('found in the workspace'),
      candidate,
    })),
    {
      label: `$(circle-slash) ${vscode.l10n.t('Not connected')}`,
      detail: vscode.l10n.t('Answer its questions by hand.'),
    },
  ];
  const frame = {
    title: `${title}: ${port.id}`,
    step: 3,
    totalSteps: 4,
    canGoBack: false,
    offersRest: false,
  };
  const placeholder = vscode.l10n.t('{0}: which one is it connected to?', port.port);
  const result = await askChoice(frame, { placeholder, items });
  return result.is === 'answer' ? result.value.candidate : 'left';
}

/** The answers that a bound port gives, as the questions want them. */
function answersOf(manifest: Manifest, port: RequiredPort, candidate: Candidate): Record<string, Value> {
  const answers: Record<string, Value> = {};
  for (const [name, from] of Object.entries(port.answers)) {
    const question = manifest.questions.find((each) => each.name === name);
    const text = from === 'name' ? candidate.name : candidate.attributes[from];
    if (question && text !== undefined) answers[name] = answerFromText(question, text);
  }
  return answers;
}

import * as vscode from 'vscode';
import { validateAnswer } from '../../scaffold/answer-check';
import { answerFromText, defaultOf, isAsked } from '../../scaffold/answers';
import { evaluate, isTruthy, scopeOf } from '../../scaffold/expression';
import type { Scope, Value } from '../../scaffold/expression';
import { RefusedValue } from '../../scaffold/result';
import type { Manifest, Question } from '../../scaffold/template';
import { askChoice, askChoices, askText } from './multi-step';
import type { StepFrame, StepResult } from './multi-step';

/** How the questions ended. */
export type QuestionsResult =
  | { readonly is: 'answers'; readonly answers: Readonly<Record<string, Value>> }
  | { readonly is: 'back' }
  | { readonly is: 'cancel'; readonly answers: Readonly<Record<string, Value>> };

/** Asks a template's questions one after another, with the way back; each answer is reported as it comes, for the draft. What `settled` names is answered already. */
export async function askQuestions(
  manifest: Manifest,
  given: Readonly<Record<string, Value>>,
  stepsBefore: number,
  report: (answers: Readonly<Record<string, Value>>) => Promise<void>,
  settled: ReadonlySet<string> = new Set(),
): Promise<QuestionsResult> {
  const answers: Record<string, Value> = { ...given };
  const visited: number[] = [];
  let at = 0;
  while (at < manifest.questions.length) {
    const question = manifest.questions[at];
    if (!question) break;
    const scope = scopeUntil(manifest, answers, at);
    if (question.advanced || settled.has(question.name) || !isAsked(question, scope)) {
      at++;
      continue;
    }
    const asked = manifest.questions.filter(
      (each, index) =>
        !each.advanced &&
        !settled.has(each.name) &&
        (index <= at || isAsked(each, scopeUntil(manifest, answers, index))),
    );
    const step = stepsBefore + asked.indexOf(question) + 1;
    const frame = {
      title: `${manifest.title}: ${question.title}`,
      step,
      totalSteps: stepsBefore + asked.length,
      canGoBack: true,
      offersRest: true,
    };
    const result = await askQuestion(
      frame,
      question,
      answers[question.name] ?? defaultOf(question, scope),
      scope,
    );
    if (result.is === 'cancel') return { is: 'cancel', answers };
    if (result.is === 'rest') break;
    if (result.is === 'back') {
      const previous = visited.pop();
      if (previous === undefined) return { is: 'back' };
      at = previous;
      continue;
    }
    answers[question.name] = result.value;
    visited.push(at);
    at++;
    if (!question.secret) await report(answers);
  }
  return { is: 'answers', answers };
}

/** The names that a question may use: answers to those before it, or their defaults. */
function scopeUntil(manifest: Manifest, answers: Readonly<Record<string, Value>>, end: number): Scope {
  const scope = scopeOf({});
  for (const question of manifest.questions.slice(0, end)) {
    scope[question.name] = isAsked(question, scope)
      ? (answers[question.name] ?? defaultOf(question, scope))
      : defaultOf(question, scope);
  }
  return scope;
}

async function askQuestion(
  frame: StepFrame,
  question: Question,
  usual: Value,
  scope: Scope,
): Promise<StepResult<Value>> {
  switch (question.type) {
    case 'choice':
      return mapped(await askOne(frame, question, usual), (item) => item.value);
    case 'boolean':
      return mapped(await askYesNo(frame, question, usual), (item) => item.value);
    case 'multi-choice':
      return mapped(await askSeveral(frame, question, usual), (items) =>
        items.map((item) => String(item.value)),
      );
    default: {
      const prompt = question.help === undefined ? question.title : `${question.title} – ${question.help}`;
      const value = typeof usual === 'object' ? usual.join(', ') : String(usual);
      const result = await askText(frame, { prompt, value, password: question.secret }, (text) =>
        faultOf(question, text, scope),
      );
      return mapped(result, (text) => answerFromText(question, text));
    }
  }
}

type ValueItem<T extends Value> = vscode.QuickPickItem & { readonly value: T };

function askOne(frame: StepFrame, question: Question, usual: Value): Promise<StepResult<ValueItem<Value>>> {
  const items = optionItems(question);
  const active = items.find((item) => item.value === usual);
  return askChoice(frame, { placeholder: placeholderOf(question), items, active });
}

function askYesNo(
  frame: StepFrame,
  question: Question,
  usual: Value,
): Promise<StepResult<ValueItem<boolean>>> {
  const items: ValueItem<boolean>[] = [
    { label: vscode.l10n.t('Yes'), value: true },
    { label: vscode.l10n.t('No'), value: false },
  ];
  return askChoice(frame, {
    placeholder: placeholderOf(question),
    items,
    active: items.find(({ value }) => value === usual),
  });
}

function askSeveral(
  frame: StepFrame,
  question: Question,
  usual: Value,
): Promise<StepResult<readonly ValueItem<Value>[]>> {
  const items = optionItems(question);
  const chosen = new Set(typeof usual === 'object' ? usual.map(String) : []);
  const picked = items.filter(({ value }) => chosen.has(String(value)));
  return askChoices(frame, { placeholder: placeholderOf(question), items, picked }, (selected) =>
    validateAnswer(
      question,
      selected.map(({ value }) => String(value)),
    ),
  );
}

function optionItems({ options }: Question): ValueItem<Value>[] {
  return options.map(({ value, title, help }) => ({
    label: title,
    value,
    ...(help !== undefined && { detail: help }),
  }));
}

function placeholderOf({ title, help }: Question): string {
  return help === undefined ? title : `${title} – ${help}`;
}

/** What is wrong with a text as an answer, cross-checks included; undefined while nothing is. */
function faultOf(question: Question, text: string, scope: Scope): string | undefined {
  const value = answerFromText(question, text);
  const fault = validateAnswer(question, value);
  if (fault !== undefined || !question.check) return fault;
  try {
    const holds = isTruthy(evaluate(question.check, { ...scope, [question.name]: value }));
    return holds
      ? undefined
      : (question.checkMessage ?? vscode.l10n.t('This does not go with the other answers.'));
  } catch (error) {
    if (error instanceof RefusedValue) return error.message;
    throw error;
  }
}

function mapped<A, B>(result: StepResult<A>, map: (value: A) => B): StepResult<B> {
  return result.is === 'answer' ? { is: 'answer', value: map(result.value) } : result;
}

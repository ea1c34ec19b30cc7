import { createInterface } from 'node:readline/promises';
import type { Interface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { validateAnswer } from '../scaffold/answer-check';
import { answerFromText, defaultOf, isAsked } from '../scaffold/answers';
import { scopeOf } from '../scaffold/expression';
import type { Manifest, Question } from '../scaffold/template';
import type { Surroundings } from './streams';

/** Asks every question that applies and has no answer yet; an empty line takes the default. Advanced ones take theirs unasked. */
export async function askQuestions(
  manifest: Manifest,
  given: Readonly<Record<string, unknown>>,
  surroundings: Surroundings,
): Promise<Readonly<Record<string, unknown>>> {
  const answers: Record<string, unknown> = { ...given };
  const scope = scopeOf({});
  return withLines(surroundings, async (lines) => {
    for (const question of manifest.questions) {
      if (!isAsked(question, scope)) {
        scope[question.name] = defaultOf(question, scope);
        continue;
      }
      const usual = defaultOf(question, scope);
      const known = answers[question.name];
      if (known === undefined && !question.advanced) {
        answers[question.name] = await ask(lines, question, String(usual), surroundings);
      }
      const value = answers[question.name];
      scope[question.name] = isValue(value) ? value : usual;
    }
    return answers;
  });
}

/** Asks yes or no; anything but yes is no. */
export async function confirm(question: string, surroundings: Surroundings): Promise<boolean> {
  return withLines(surroundings, async (lines) =>
    /^y(?:es)?$/i.test((await lines.question(`${question} [y/N] `)).trim()),
  );
}

async function ask(
  lines: Interface,
  question: Question,
  usual: string,
  { stdout }: Surroundings,
): Promise<unknown> {
  if (question.help !== undefined) stdout.write(`  ${question.help}\n`);
  const choices = question.options.map(({ value }) => value).join(' | ');
  for (;;) {
    const text = await lines.question(
      `${question.title}${choices === '' ? '' : ` (${choices})`} [${usual}]: `,
    );
    const value = answerFromText(question, text.trim() === '' ? usual : text.trim());
    const fault = validateAnswer(question, value);
    if (fault === undefined) return value;
    stdout.write(`  ${fault}\n`);
  }
}

async function withLines<T>(surroundings: Surroundings, task: (lines: Interface) => Promise<T>): Promise<T> {
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      surroundings.stdout.write(String(chunk));
      done();
    },
  });
  const lines = createInterface({ input: surroundings.stdin, output, terminal: false });
  try {
    return await task(lines);
  } finally {
    lines.close();
  }
}

function isValue(value: unknown): value is string | number | boolean | readonly string[] {
  return ['string', 'number', 'boolean'].includes(typeof value) || Array.isArray(value);
}

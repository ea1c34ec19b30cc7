import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { lifecyclePage } from '../documentation';
import { lifecycle, rule } from '../example-text';
import { actionType, ageOf, isScoped, prefixesOf } from '../lifecycle';

const move = (condition: string): string =>
  rule('"type": "SetStorageClass", "storageClass": "NEARLINE"', condition);
const remove = (condition: string): string => rule('"type": "Delete"', condition);

export default defineRule({
  id: 'gcs/no-overridden-class',
  catalogue: ['gcs-delete-overrides-class'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Objects are deleted before they would move to another class.',
  why: 'Delete wins over SetStorageClass: whoever counted on the cheaper class finds the data gone.',
  remedy: 'Let objects move before they are deleted, or delete one of the two rules.',
  references: [lifecyclePage],
  messages: { dead: 'Objects never reach {age} days: they are deleted after {deleted}.' },
  fix: { none: 'Which of the two rules is meant is not in the file.' },
  looksAt: [{ view: 'gcs/lifecycle-rules', path: [] }],
  *check(at): Iterable<Report> {
    const rules = at.items();
    for (const move of rules) {
      const age = ageOf(move);
      if (actionType(move) !== 'SetStorageClass' || age?.is !== 'known') continue;
      const deleted = rules.flatMap((other) => deletionAge(other, move));
      const first = Math.min(...deleted);
      if (first > age.value) continue;
      yield { message: 'dead', data: { age: age.value, deleted: first }, span: age.span };
    }
  },
  examples: {
    bad: [
      { path: 'lifecycle.json', text: lifecycle(move('"age": «30» '), remove('"age": 30')) },
      {
        path: 'lifecycle.json',
        text: lifecycle(remove('"age": 7'), move('"age": «30», "matchesPrefix": ["a/"]')),
      },
      {
        path: 'lifecycle.json',
        text: lifecycle(
          remove('"age": 7, "matchesPrefix": ["a/", "b/"]'),
          move('"age": «30», "matchesPrefix": ["a/x"]'),
        ),
      },
    ],
    good: [
      { path: 'lifecycle.json', text: lifecycle(move('"age": 30'), remove('"age": 31')) },
      {
        path: 'lifecycle.json',
        text: lifecycle(move('"age": 30'), remove('"age": 7, "matchesPrefix": ["a/"]')),
      },
      {
        path: 'lifecycle.json',
        text: lifecycle(
          move('"age": 30, "matchesPrefix": ["b/"]'),
          remove('"age": 7, "matchesPrefix": ["a/"]'),
        ),
      },
      { path: 'lifecycle.json', text: lifecycle(move('"age": 30'), remove('"age": 7, "isLive": false')) },
      {
        path: 'lifecycle.json',
        text: lifecycle(
          move('"age": 30, "matchesPrefix": ["a/"]'),
          remove('"age": 7, "isLive": false, "matchesPrefix": ["a/"]'),
        ),
      },
      { path: 'lifecycle.json', text: lifecycle(move('"age": "${AGE}"'), remove('"age": 7')) },
      { path: 'lifecycle.json', text: lifecycle(remove('"age": 30'), remove('"age": 7')) },
    ],
  },
});

/** The age at which the rule deletes all that the other would move; nothing where it spares some of it. */
function deletionAge(rule: NodeView, move: NodeView): readonly number[] {
  const age = ageOf(rule);
  if (actionType(rule) !== 'Delete' || age?.is !== 'known') return [];
  if (!isScoped(rule)) return [age.value];
  const own = prefixesOf(rule);
  const moved = prefixesOf(move);
  const onlyPrefixes = rule.at('condition')?.entries().length === 2;
  if (!own || !moved || !onlyPrefixes) return [];
  return moved.every((each) => own.some((prefix) => each.startsWith(prefix))) ? [age.value] : [];
}

import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { known } from '../../../core';
import { yamlErrors } from '../documentation';
import { batch } from '../example-text';
import { inputTexts, ownTransforms, textsBelow, transformsOf } from '../pipeline';

const map = (errors: string): string =>
  `- type: MapToFields\n  name: Parse\n  input: Read\n  config:\n    language: python\n    fields: { id: "int(x)" }\n    error_handling: ${errors}\n`;
const write = (input: string): string =>
  `- type: WriteToJson\n  input: ${input}\n  config: { path: gs://b/bad.json }\n`;

export default defineRule({
  id: 'beam/no-unconsumed-errors',
  catalogue: ['beam-yaml-error-output-unconsumed'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'Bad records are put aside, and nothing reads them.',
  why: 'Beam refuses the pipeline: an output for errors must be the input of another transform, so that no record vanishes.',
  remedy:
    'Write it somewhere: a transform with `input: Name.errors`, in `extra_transforms` where the pipeline is a chain.',
  references: [yamlErrors],
  messages: {
    unread: 'Nothing reads {name}.{output}; Beam refuses the pipeline.',
    unnamed: 'error_handling needs "output", the name under which bad records are read.',
  },
  fix: { none: 'Where bad records are to go is known only to the author.' },
  looksAt: [{ view: 'beam/pipeline', path: [] }],
  *check(at): Iterable<Report> {
    for (const { at: transform, type, name, parents } of transformsOf(at)) {
      const handling = transform.map('config', 'error_handling');
      const scope = parents[parents.length - 1];
      if (handling.is !== 'known' || !scope) continue;
      const output = transform.text('config', 'error_handling', 'output');
      if (output.is === 'absent') yield { message: 'unnamed', span: handling.value.anchor };
      if (output.is !== 'known' || isRead(scope, [name, type], output.value)) continue;
      yield { message: 'unread', data: { name, output: output.value }, span: output.span };
    }
  },
  examples: {
    bad: [
      { path: 'parse.yaml', text: batch(map('{ output: «errors» } # later')), message: 'unread' },
      {
        path: 'parse.yaml',
        text: batch(map('{ output: «errors» }') + write('Parse.bad')),
        message: 'unread',
      },
      {
        path: 'parse.yaml',
        text: `pipeline:\n  type: chain\n  transforms:\n    - { type: Create, config: { elements: [1] } }\n    - type: LogForTesting\n      config: { level: INFO, error_handling: { output: «bad» } }\n`,
        message: 'unread',
      },
      {
        path: 'parse.yaml',
        text: batch(map('{ threshold: 1 }').replace('error_handling', '«error_handling»')),
        message: 'unnamed',
      },
    ],
    good: [
      { path: 'parse.yaml', text: batch(map('{ output: errors }') + write('Parse.errors')) },
      { path: 'parse.yaml', text: batch(map('{ output: errors }') + write('[Read, Parse.errors]')) },
      { path: 'parse.yaml', text: batch(map('{ output: errors }') + write('{ input: Parse.errors }')) },
      {
        path: 'parse.yaml',
        text: batch(map('{ output: errors }').replace('  name: Parse\n', '') + write('MapToFields.errors')),
      },
      { path: 'parse.yaml', text: batch(map('{ output: errors }') + write('"${INPUT}"')) },
      { path: 'parse.yaml', text: batch(map('{ output: "${ERRORS}" }')) },
      {
        path: 'parse.yaml',
        text: `pipeline:\n  transforms:\n    - type: composite\n      transforms:\n        - { type: Create, name: Make, config: { elements: [1], error_handling: { output: bad } } }\n      output: { bad: Make.bad }\n`,
      },
    ],
  },
});

/** Whether something in the same scope, or the scope itself, takes the output on. */
function isRead(scope: NodeView, names: readonly string[], output: string): boolean {
  const wanted = names.map((name) => `${name}.${output}`);
  const taken = [...ownTransforms(scope).flatMap(inputTexts), ...textsBelow(scope.at('output'))];
  const isOpen = ownTransforms(scope).some((each) => hasUnknownInput(each));
  return isOpen || taken.some((text) => wanted.includes(text));
}

function hasUnknownInput(transform: NodeView): boolean {
  const input = transform.at('input');
  if (!input) return false;
  return [input, ...input.items(), ...input.entries()].some(
    (each) => each.node?.type === 'scalar' && known(each.text()) === undefined,
  );
}

import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { syntax } from '../sources';
import { stepsOf } from '../workflows';

export default defineRule({
  id: 'github-actions/no-empty-value',
  catalogue: ['workflow-syntax'],
  equivalents: ['actionlint:syntax-check'],
  severity: 'error',
  certainty: 'certain',
  summary: 'A place that needs a text has an empty one.',
  why: 'GitHub refuses the workflow.',
  remedy: 'Write the value, or remove the key.',
  references: [syntax],
  messages: { empty: '"{key}" may not be empty.' },
  fix: { none: 'What was meant is known only to the author.' },
  looksAt: [{ view: 'github-actions/job', path: [] }],
  *check(at): Iterable<Report> {
    const places = [
      at.at('runs-on'),
      at.at('uses'),
      at.at('container', 'image'),
      at.at('snapshot', 'version'),
      at.at('snapshot', 'image-name'),
      ...stepsOf(at).flatMap((step) => [step.at('id'), step.at('uses'), step.at('shell')]),
      ...(at.at('services')?.entries() ?? []).map((service) => service.at('image')),
    ];
    for (const place of places) {
      if (place?.node?.type === 'scalar' && place.node.style !== 'plain' && place.node.text === '')
        yield { message: 'empty', data: { key: place.key }, span: place.span };
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - { run: a, id: «""», name: b }\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    container: { image: «''» }\n",
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - { run: "", id: a, name: "" }\n      - { run: a, id: }\n',
      },
    ],
  },
});

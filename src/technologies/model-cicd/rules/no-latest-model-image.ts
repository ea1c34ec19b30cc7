import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isMoving, parseImage } from '../../../shapes/container-image';
import { steps } from '../example-files';
import { commandsOf, isAboutModels, workflowOf } from '../jobs';

export default defineRule({
  id: 'model-cicd/no-latest-model-image',
  catalogue: ['cicd-model-latest-tag'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The image of a model is built under a tag that moves.',
  why: 'The next build takes the tag away: nothing tells which model answered yesterday, and there is nothing to roll back to.',
  remedy: 'Tag the image by the commit, `:${{ github.sha }}`; `latest` may stand beside.',
  references: [
    {
      title: 'Docker: tags and labels in GitHub Actions',
      url: 'https://docs.docker.com/build/ci/github-actions/manage-tags-labels/',
    },
  ],
  messages: { moving: 'Image "{image}" is built under no tag that stays.' },
  fix: { none: 'Whatever pulls the image has to change with it.' },
  looksAt: [{ view: 'github-actions/step', path: [] }],
  *check(at, { path }): Iterable<Report> {
    if (!isAboutModels(workflowOf(at), path)) return;
    for (const { words, text } of commandsOf(at)) {
      if (!/^(?:docker|podman) (?:buildx )?build\b/.test(text)) continue;
      const tags = words.filter((_, index) => /^(?:-t|--tag)$/.test(words[index - 1]?.text ?? ''));
      const moving = tags.filter((tag) => {
        const image = parseImage(tag.text);
        return image !== undefined && isMoving(image);
      });
      const [first] = moving;
      if (first && moving.length === tags.length)
        yield { message: 'moving', data: { image: first.text }, span: first.span };
    }
  },
  examples: {
    bad: [
      steps('      - run: docker build -t «fraud:latest» . # image\n'),
      steps(
        '      - run: |\n          docker buildx build --tag «acme/fraud» .\n          docker push acme/fraud\n',
      ),
    ],
    good: [
      steps('      - run: docker build -t fraud:${{ github.sha }} .\n'),
      steps('      - run: docker build -t fraud:latest -t fraud:1.4.2 .\n'),
      steps('      - run: docker run -t fraud:latest\n'),
      steps('      - run: docker build -t site:latest .\n', { path: '.github/workflows/site.yml' }),
    ],
  },
});

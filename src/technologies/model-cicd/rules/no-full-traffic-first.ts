import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { steps } from '../example-files';
import { commandsOf, stepsOf } from '../jobs';

export default defineRule({
  id: 'model-cicd/no-full-traffic-first',
  catalogue: ['cicd-canary-100-first'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'A new deployment of a model takes all traffic at once.',
  why: 'What the evaluation did not see, all users see: latency, memory, a feature that is built differently online. With a tenth of the traffic it is a graph, not an outage.',
  remedy:
    'Create the deployment without traffic, give it a tenth, look, and give it the rest in another job.',
  references: [
    {
      title: 'Azure ML: safe rollout of online endpoints',
      url: 'https://learn.microsoft.com/en-us/azure/machine-learning/how-to-safely-rollout-online-endpoints?view=azureml-api-2',
    },
    {
      title: 'gcloud ai endpoints deploy-model',
      url: 'https://cloud.google.com/sdk/gcloud/reference/ai/endpoints/deploy-model',
    },
  ],
  messages: { all: 'The new deployment takes all traffic at once.' },
  fix: { none: 'How much traffic the new model may have is known only to the author.' },
  looksAt: [{ view: 'github-actions/job', path: [] }],
  *check(at): Iterable<Report> {
    const commands = stepsOf(at).flatMap((step) => [...commandsOf(step)]);
    const creates = commands.some(({ text }) => /^az ml online-deployment create\b/.test(text));
    for (const { words, text } of commands) {
      const isAzure = /^az ml online-deployment create\b/.test(text);
      const isMove = creates && /^az ml online-endpoint update\b/.test(text);
      const isVertex = /^gcloud ai endpoints deploy-model\b/.test(text);
      const word = words.find(
        (each, index) =>
          (isAzure && each.text === '--all-traffic') ||
          (isMove && /^[\w-]+=100$/.test(each.text) && words[index - 1]?.text !== '--set') ||
          (isVertex && /^(?:--traffic-split=)?0=100$/.test(each.text)),
      );
      if (word) yield { message: 'all', span: word.span };
    }
  },
  examples: {
    bad: [
      steps('      - run: az ml online-deployment create -f blue.yml «--all-traffic» # go\n'),
      steps(
        '      - run: |\n          az ml online-deployment create -f green.yml\n          az ml online-endpoint update -n f --traffic «"green=100"»\n',
      ),
      steps('      - run: gcloud ai endpoints deploy-model 1 --model=2 «--traffic-split=0=100»\n'),
    ],
    good: [
      steps(
        '      - run: az ml online-deployment create -f green.yml\n      - run: az ml online-endpoint update -n f --traffic "blue=90 green=10"\n',
      ),
      steps('      - run: az ml online-endpoint update -n f --traffic "green=100"\n'),
      steps('      - run: gcloud ai endpoints deploy-model 1 --model=2 --traffic-split=0=10,3=90\n'),
      steps('      - run: echo --all-traffic 0=100\n'),
    ],
  },
});

import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { modelUris } from '../model-uris';

/** Aliases that say what the stage said; None and Archived have none. */
const aliases: Readonly<Record<string, string>> = { Production: 'champion', Staging: 'challenger' };

export default defineRule({
  id: 'mlflow/no-model-stage',
  catalogue: ['mlflow-stage-uri'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A registered model is named by its stage.',
  why: 'MLflow deprecated stages in 2.9 and will remove them; there are only four, shared by everybody, and moving one changes what all readers load.',
  remedy: 'Name the model by an alias, `models:/fraud@champion`.',
  references: [
    {
      title: 'MLflow: migrating from stages',
      url: 'https://mlflow.org/docs/latest/ml/model-registry/#migrating-from-stages',
    },
  ],
  messages: { stage: 'Model stages are deprecated; name an alias of "{name}" instead of {stage}.' },
  fix: 'review',
  looksAt: [{ view: 'mlflow/model-reference', path: [] }],
  *check(at): Iterable<Report> {
    const seen = new Set<number>();
    for (const { name, version: stage, span } of modelUris(at.document)) {
      // A Dockerfile's tree has the same text in several places.
      if (!/^(?:Production|Staging|Archived|None)$/.test(stage) || seen.has(span.start)) continue;
      seen.add(span.start);
      const alias = aliases[stage];
      const edits =
        alias === undefined ? undefined : [{ span: { ...span, start: span.start - 1 }, text: `@${alias}` }];
      const fix = at.fix('review', `Name the alias ${alias}`, edits);
      yield { message: 'stage', data: { name, stage }, span, fix };
    }
  },
  examples: {
    bad: [
      {
        path: '.env',
        text: 'MODEL_URI=models:/fraud/«Production» # live\n',
        fixed: 'MODEL_URI=models:/fraud@champion # live\n',
      },
      {
        path: 'pod.yaml',
        text: 'args: ["--model", "models:/fraud/«Staging»"]\n',
        fixed: 'args: ["--model", "models:/fraud@challenger"]\n',
      },
      { path: 'a.json', text: '{"uri": "models:/fraud/«Archived»"}' },
      { path: 'a.toml', text: 'uri = "models:/fraud/«None»"\n' },
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\nCMD mlflow models serve -m models:/fraud/«Production» -p 80\n',
        fixed: 'FROM python:3.12\nCMD mlflow models serve -m models:/fraud@champion -p 80\n',
      },
    ],
    good: [
      {
        path: '.env',
        text: 'MODEL_URI=models:/fraud@champion\nB=models:/fraud/7\n# models:/fraud/Production\n',
      },
      {
        path: 'a.yaml',
        text: 'a: models:/fraud/Productions\nb: models:/fraud/Production-eu\nc: s3://m/fraud/Production\n',
      },
    ],
  },
});

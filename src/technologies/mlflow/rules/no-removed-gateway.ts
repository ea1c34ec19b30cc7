import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';

export default defineRule({
  id: 'mlflow/no-removed-gateway',
  catalogue: ['mlflow-recipes-or-gateway-removed'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A file is written for a part of MLflow that was removed.',
  why: 'MLflow 3.0 removed recipes and the gateway that read `routes` with `route_type`: the file is refused, or nothing reads it.',
  remedy: 'Write `endpoints` with `endpoint_type`; turn the steps of a recipe into a project or a pipeline.',
  references: [
    {
      title: 'MLflow 3: breaking changes',
      url: 'https://mlflow.org/docs/latest/genai/mlflow-3/breaking-changes/',
    },
  ],
  messages: {
    routes: 'Routes with route_type were removed in MLflow 3.0 for endpoints.',
    recipe: 'Recipes were removed in MLflow 3.0.',
  },
  fix: 'review',
  migration: true,
  looksAt: [
    { view: 'mlflow/gateway', path: ['routes'] },
    { view: 'mlflow/recipe', path: ['recipe'] },
  ],
  *check(at): Iterable<Report> {
    if (at.context.view.id === 'mlflow/recipe') {
      const recipe = at.text();
      if (recipe.is === 'known' && /^(?:regression|classification)\/v\d$/.test(recipe.value))
        yield { message: 'recipe', span: recipe.span };
      return;
    }
    const old = at.items().filter((route) => route.has('route_type'));
    if (old.length > 0) yield { message: 'routes', span: at.anchor, fix: endpoints(at, old) };
  },
  examples: {
    bad: [
      {
        path: 'gateway.yaml',
        message: 'routes',
        text: '«routes»: # llm\n  - name: chat\n    route_type: llm/v1/chat\n  - {name: b, endpoint_type: llm/v1/chat}\n',
        fixed:
          'endpoints: # llm\n  - name: chat\n    endpoint_type: llm/v1/chat\n  - {name: b, endpoint_type: llm/v1/chat}\n',
      },
      { path: 'recipe.yaml', message: 'recipe', text: 'recipe: «"regression/v1"» # old\nsteps: {}\n' },
    ],
    good: [
      { path: 'gateway.yaml', text: 'endpoints: [{name: chat, endpoint_type: llm/v1/chat}]\n' },
      {
        path: 'gateway.yaml',
        text: 'endpoints: [{name: chat, endpoint_type: llm/v1/chat}]\nroutes: [{name: r, task_type: llm/v1/chat}]\n',
      },
      { path: 'recipe.yaml', text: 'recipe: soup\nsteps: [boil]\n' },
      { path: 'recipe.yaml', text: 'recipe: regression/v1\n' },
    ],
  },
});

function endpoints(routes: NodeView, old: readonly NodeView[]): Report['fix'] {
  const renamed = old.map((route) => route.rename(['route_type'], 'endpoint_type'));
  return routes.fix('review', 'Write endpoints', routes.rename([], 'endpoints'), ...renamed);
}

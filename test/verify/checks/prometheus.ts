import { parser } from '@prometheus-io/lezer-promql';
import type { Check } from '../check';
import { absent, failed, passed } from '../outcome';
import { isMapping, mappingAt, textAt } from '../plain-data';
import { yamlDocuments, type Project } from '../project';

/** Every expression of an alert or recording rule is PromQL, by the Prometheus project's own grammar. */
export const promQl: Check = {
  id: 'promql',
  title: "PromQL by Prometheus' grammar",
  revision: 1,
  versions: () => ['@prometheus-io/lezer-promql 0.315.0'],
  appliesTo: () => true,
  run: (project) => {
    const expressions = expressionsOf(project);
    if (expressions.length === 0) return Promise.resolve(absent('no rule'));
    const broken = expressions.filter((expression) => !isPromQl(expression));
    return Promise.resolve(
      broken.length > 0 ? failed(broken.join('\n')) : passed(`${expressions.length} expressions`),
    );
  },
};

/** Whether a text is one expression without a syntax error. */
export function isPromQl(expression: string): boolean {
  let right = expression.trim() !== '';
  parser.parse(expression).iterate({
    enter: (node) => {
      if (node.type.isError) right = false;
    },
  });
  return right;
}

function expressionsOf(project: Project): readonly string[] {
  return yamlDocuments(project)
    .filter(
      ({ value }) =>
        isMapping(value) && (value['kind'] === 'PrometheusRule' || Array.isArray(value['groups'])),
    )
    .flatMap(({ value }) => listAt(mappingAt(value, 'spec'), 'groups').concat(listAt(value, 'groups')))
    .flatMap((group) => listAt(group, 'rules'))
    .flatMap((rule) => textAt(rule, 'expr') ?? []);
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const found: unknown = isMapping(value) ? value[key] : undefined;
  return Array.isArray(found) ? found : [];
}

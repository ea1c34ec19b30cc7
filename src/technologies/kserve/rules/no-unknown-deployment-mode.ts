import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { deploymentModePath, deploymentModes, renamedModes } from '../deployment-mode';
import { mode, model, service } from '../example-text';

export default defineRule({
  id: 'kserve/no-unknown-deployment-mode',
  catalogue: ['kserve-unknown-deployment-mode'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The deployment mode is a word that KServe does not know.',
  why: 'The annotation is compared letter by letter and a wrong word is not refused: the controller takes the branch that is not Standard and tries to make a Knative service.',
  remedy: 'Write `Standard`, `Knative` or `ModelMesh`, with the capital letter.',
  references: [
    {
      title: 'KServe 0.20: ParseDeploymentMode',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/constants/constants.go#L559',
    },
  ],
  messages: { unknown: 'KServe knows no deployment mode "{value}".' },
  fix: 'review',
  looksAt: [{ view: 'kserve/inference-service', path: deploymentModePath }],
  *check(at): Iterable<Report> {
    const value = at.text();
    if (value.is !== 'known' || deploymentModes.includes(value.value) || renamedModes.has(value.value))
      return;
    const meant = modeMeant(value.value);
    const fix = meant === undefined ? undefined : at.fix('review', `Write ${meant}`, at.set([], meant));
    yield { message: 'unknown', data: { value: value.value }, span: value.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: service(model(), mode('«standard» # no Knative')),
        fixed: service(model(), mode('Standard # no Knative')),
      },
      {
        path: 'isvc.yaml',
        text: service(model(), mode('«rawdeployment»')),
        fixed: service(model(), mode('Standard')),
      },
      {
        path: 'isvc.yaml',
        text: service(model(), mode('«Modelmesh»')),
        fixed: service(model(), mode('ModelMesh')),
      },
      { path: 'isvc.yaml', text: service(model(), mode('«Kubernetes»')) },
    ],
    good: [
      { path: 'isvc.yaml', text: service(model(), mode('ModelMesh')) },
      { path: 'isvc.yaml', text: service(model(), mode('Standard')) },
      { path: 'isvc.yaml', text: service(model(), mode('Serverless')) },
      { path: 'isvc.yaml', text: service(model(), mode('${DEPLOYMENT_MODE}')) },
    ],
  },
});

/** The mode whose name differs in capitals only. */
function modeMeant(text: string): string | undefined {
  const same = (name: string): boolean => name.toLowerCase() === text.trim().toLowerCase();
  const old = [...renamedModes.keys()].find(same);
  return old === undefined ? deploymentModes.find(same) : renamedModes.get(old);
}

import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { languageModel } from '../example-text';

const service = (lines: string): string => languageModel(`model: { uri: hf://org/chat:v1 }\n${lines}`);
const actuator = 'wva: { variantCost: "10", hpa: {} }';

export default defineRule({
  id: 'kserve/no-invalid-llm-scaling',
  catalogue: [],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'The scaling of a language model is one that the webhook refuses.',
  why: 'The webhook takes either a fixed number of replicas or scaling with bounds in order and exactly one actuator.',
  remedy:
    'Remove `replicas` beside `scaling`, set `minReplicas` not above `maxReplicas`, and choose `wva.hpa` or `wva.keda`.',
  references: [
    {
      title: 'KServe 0.20: ValidateWorkloadScaling',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/apis/serving/v1alpha2/llm_inference_service_validation.go',
    },
  ],
  messages: {
    fixed: 'The webhook refuses a fixed number of replicas beside scaling.',
    bounds: 'minReplicas {least} is above maxReplicas {most}.',
    wva: 'The webhook refuses scaling without wva, which does the scaling.',
    none: 'The webhook refuses wva without hpa or keda.',
    both: 'The webhook refuses hpa and keda together.',
  },
  fix: 'review',
  looksAt: [{ view: 'kserve/llm-workload', path: [] }],
  *check(at): Iterable<Report> {
    const scaling = at.at('scaling');
    if (scaling?.node?.type !== 'map') return;
    const replicas = at.at('replicas');
    if (replicas && !replicas.isUnknown()) {
      yield {
        message: 'fixed',
        span: replicas.anchor,
        fix: at.fix('review', 'Remove replicas', at.remove('replicas')),
      };
    }
    const [least, most] = [scaling.number('minReplicas'), scaling.number('maxReplicas')];
    if (least.is === 'known' && most.is === 'known' && least.value > most.value) {
      const fix = scaling.fix(
        'review',
        `Raise maxReplicas to ${least.value}`,
        scaling.set(['maxReplicas'], least.value),
      );
      yield { message: 'bounds', data: { least: least.value, most: most.value }, span: most.span, fix };
    }
    if (scaling.get('wva').is === 'absent') yield { message: 'wva', span: scaling.anchor };
    const wva = scaling.at('wva');
    if (wva?.node?.type !== 'map') return;
    const keda = wva.at('keda');
    if (wva.has('hpa') && keda) yield { message: 'both', span: keda.anchor };
    if (wva.get('hpa').is === 'absent' && wva.get('keda').is === 'absent')
      yield { message: 'none', span: wva.anchor };
  },
  examples: {
    bad: [
      {
        path: 'llm.yaml',
        text: service(`«replicas»: 2 # at least\nscaling: { minReplicas: 1, maxReplicas: 4, ${actuator} }\n`),
        message: 'fixed',
        fixed: service(`scaling: { minReplicas: 1, maxReplicas: 4, ${actuator} }\n`),
      },
      {
        path: 'llm.yaml',
        text: service(`scaling: { minReplicas: 3, maxReplicas: «2», ${actuator} }\n`),
        message: 'bounds',
        fixed: service(`scaling: { minReplicas: 3, maxReplicas: 3, ${actuator} }\n`),
      },
      { path: 'llm.yaml', text: service('«scaling»: { maxReplicas: 4 }\n'), message: 'wva' },
      {
        path: 'llm.yaml',
        text: service('scaling: { maxReplicas: 4, «wva»: { variantCost: "10" } }\n'),
        message: 'none',
      },
      {
        path: 'llm.yaml',
        text: service('scaling: { maxReplicas: 4, wva: { hpa: {}, «keda»: {} } }\n'),
        message: 'both',
      },
    ],
    good: [
      { path: 'llm.yaml', text: service(`scaling: { minReplicas: 4, maxReplicas: 4, ${actuator} }\n`) },
      { path: 'llm.yaml', text: service('scaling: { maxReplicas: 4, wva: { keda: {} } }\n') },
      { path: 'llm.yaml', text: service('replicas: 2\n') },
      {
        path: 'llm.yaml',
        text: service(`replicas: \${REPLICAS}\nscaling: { maxReplicas: 4, ${actuator} }\n`),
      },
      { path: 'llm.yaml', text: service('scaling: ${SCALING}\n') },
    ],
  },
});

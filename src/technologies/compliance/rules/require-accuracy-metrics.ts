import { duty, isHighRisk } from '../duty';
import { highRisk, later, path, record } from '../example-records';

export default duty({
  id: 'compliance/require-accuracy-metrics',
  catalogue: ['aiact-hr-no-accuracy-metrics'],
  law: 'ai-act-high-risk',
  article: 'Art. 15',
  summary: 'The record of a high-risk system declares no metrics with thresholds.',
  why: 'The levels of accuracy and the metrics for them must be declared in the instructions for use; without a threshold nobody can tell when the system is worse than promised.',
  remedy: 'List metrics with their thresholds in `aiAct.accuracy.metrics` and `aiAct.accuracy.thresholds`.',
  when: isHighRisk,
  needs: [
    ['spec', 'aiAct', 'accuracy', 'metrics'],
    ['spec', 'aiAct', 'accuracy', 'thresholds'],
  ],
  lacks: 'no {key} of accuracy of this high-risk system',
  examples: {
    bad: [
      { path, text: highRisk('«accuracy»: { metrics: [pr_auc] }'), today: later },
      { path, text: highRisk('«accuracy»: { thresholds: { pr_auc: 0.7 } }'), severity: 'info' },
    ],
    good: [
      { path, text: highRisk('accuracy: { metrics: [pr_auc], thresholds: { pr_auc: 0.7 } }') },
      { path, text: record('  aiAct: { riskClass: limited }\n') },
      { path, text: highRisk('note: none', 'UK') },
    ],
  },
});

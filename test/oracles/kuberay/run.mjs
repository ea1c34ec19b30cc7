// The validation of KubeRay 1.6 judges the examples of our Ray rules.
import { judgeExamples } from '../go-webhook.mjs';

await judgeExamples('ray', import.meta.dirname, ['RayCluster', 'RayJob', 'RayService']);

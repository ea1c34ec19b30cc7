// The validation that istiod runs as a webhook judges the examples of our Istio rules.
import { judgeExamples } from '../go-webhook.mjs';

await judgeExamples('istio', import.meta.dirname, [
  'PeerAuthentication',
  'RequestAuthentication',
  'AuthorizationPolicy',
  'Gateway',
  'VirtualService',
  'DestinationRule',
  'ServiceEntry',
]);

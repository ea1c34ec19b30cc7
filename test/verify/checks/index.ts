import type { Check } from '../check';
import { complianceRecord } from './compliance-record';
import { demo, shuffledLabels } from './demo';
import { broker, composeBroker } from './kafka';
import { customResources, kubernetesObjects, kustomization } from './kubernetes';
import { mutation } from './mutation';
import { ownRules } from './own-rules';
import { promQl } from './prometheus';
import { documentedCommand, pythonLint, pythonTests, pythonTypes } from './python';
import { checkovFindings, cloudFormation, workflowSecurity, workflowSyntax } from './scanners';
import { sqlScripts } from './sql';
import { composeSchema, dockerfiles, jsonAndToml, shellScripts, yamlStyle } from './formats';

/** Every check, in the order in which a project meets them: quick ones first. */
export const checks: readonly Check[] = [
  jsonAndToml,
  yamlStyle,
  composeSchema,
  dockerfiles,
  shellScripts,
  kubernetesObjects,
  customResources,
  kustomization,
  promQl,
  sqlScripts,
  complianceRecord,
  cloudFormation,
  workflowSyntax,
  workflowSecurity,
  checkovFindings,
  ownRules,
  pythonLint,
  pythonTypes,
  pythonTests,
  broker,
  composeBroker,
  documentedCommand,
  mutation,
  demo,
  shuffledLabels,
];

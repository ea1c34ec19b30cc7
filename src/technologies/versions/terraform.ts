import type { Rule } from '../../core';

const pod = ['spec', '*', 'container', '*', 'image'];
const template = ['spec', '*', 'template', '*', ...pod];

/** Attributes of Terraform resources that hold the reference of an image, by type; blocks are lists there. */
const images: Readonly<Record<string, readonly string[]>> = {
  docker_image: ['name'],
  docker_container: ['image'],
  kubernetes_pod: pod,
  kubernetes_pod_v1: pod,
  kubernetes_deployment: template,
  kubernetes_deployment_v1: template,
  kubernetes_stateful_set: template,
  kubernetes_stateful_set_v1: template,
  kubernetes_daemonset: template,
  kubernetes_daemon_set_v1: template,
  kubernetes_job: template,
  kubernetes_job_v1: template,
  google_cloud_run_v2_service: ['template', '*', 'containers', '*', 'image'],
  google_cloud_run_v2_job: ['template', '*', 'template', '*', 'containers', '*', 'image'],
};

/**
 * Where Terraform names versions that are the product's own. Versions of managed services (MSK, EKS, GKE, Managed Flink)
 * are not here: the cloud supports them for a time of its own.
 */
export const terraformPlaces: Rule['looksAt'] = [
  ...Object.entries(images).map(([type, path]) => ({
    view: 'terraform/module',
    path: ['resource', type, '*', ...path],
  })),
  { view: 'terraform/module', path: ['resource', 'helm_release', '*'] },
];

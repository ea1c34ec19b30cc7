import { defineCrossRule } from '../../core';
import type { CrossReport, PlacedFact } from '../../core';
import { areNeighbours } from '../names';

/** Base images that carry a package, and the package. */
const packageOf: Readonly<Record<string, string>> = {
  'pytorch/pytorch': 'torch',
  'tensorflow/tensorflow': 'tensorflow',
  'rayproject/ray': 'ray',
  'rayproject/ray-ml': 'ray',
  'mlflow/mlflow': 'mlflow',
  'apache/airflow': 'apache-airflow',
};

/** The packages pinned beside a Dockerfile are not those that its base image was built with. */
export default defineCrossRule({
  id: 'python/no-base-image-mismatch',
  catalogue: [],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The base image carries another release of a package than the requirements pin.',
  why: 'pip puts a second PyTorch or Ray over the one that the image was built and tested with: gigabytes are loaded twice, and CUDA libraries, driver and compiled extensions no longer fit together.',
  remedy: 'Write one version: take the image of the pinned release, or pin the release of the image.',
  references: [
    { title: 'PyTorch: previous versions', url: 'https://pytorch.org/get-started/previous-versions/' },
    {
      title: 'Ray: Docker images',
      url: 'https://docs.ray.io/en/latest/ray-overview/installation.html#docker-source-images',
    },
  ],
  messages: {
    version: 'The base image has {package} {image}, the requirements pin {pinned}.',
    cuda: 'The base image has CUDA {image}, the requirements pin {package} for CUDA {pinned}.',
  },
  fix: { none: 'Which of the two files is right is known to the author.' },
  from: 'image',
  to: 'package',
  within: 'workspace',
  inBothFiles: true,
  fromKey: ({ name, attributes }) => (attributes['role'] === 'base' ? packageOf[name] : undefined),
  toKey: ({ name, attributes }) => (attributes['version'] === undefined ? undefined : name),
  whenPair: (from, to) => (areNeighbours(from, to) ? faultOf(from, to) : undefined),
  examples: {
    bad: [
      {
        files: {
          Dockerfile: 'FROM tensorflow/tensorflow:«2.19.0-gpu»\n',
          'requirements.txt': '«tensorflow»==2.18.1\n',
        },
        message: 'version',
      },
      {
        files: {
          Dockerfile: 'FROM apache/airflow:«3.1.0»\n',
          'requirements.txt': '«apache-airflow»==2.11.0\n',
        },
        message: 'version',
      },
      {
        files: {
          Dockerfile: 'FROM ghcr.io/mlflow/mlflow:«v3.18.0»\n',
          'requirements.txt': '«mlflow»==2.22.0\n',
        },
        message: 'version',
      },
      {
        files: { Dockerfile: 'FROM rayproject/ray-ml:«2.52.0»\n', 'requirements.txt': '«ray»==2.60.0\n' },
        message: 'version',
      },
      {
        files: {
          Dockerfile: 'FROM pytorch/pytorch:«2.6.0-cuda12.4-cudnn9-runtime» AS run\n',
          'requirements.txt': '«torch»==2.5.1\n',
        },
        message: 'version',
      },
      {
        files: {
          'train/Dockerfile': 'FROM pytorch/pytorch:«2.6.0-cuda12.4-cudnn9-runtime»\n',
          'train/requirements.txt': '«torch»==2.6.0+cu118\n',
        },
        message: 'cuda',
      },
      {
        files: {
          'images/train/Dockerfile': 'FROM rayproject/ray:«2.60.0-py312»\n',
          'requirements.txt': 'numpy==2.4.1\n«ray»[tune]==2.52.0\n',
        },
        message: 'version',
      },
    ],
    good: [
      {
        files: {
          Dockerfile: 'FROM pytorch/pytorch:2.6.0-cuda12.4\n',
          'requirements.txt': 'torch==2.6.0+cpu\n',
        },
      },
      { files: { Dockerfile: 'FROM pytorch/pytorch:2.6.0\n', 'requirements.txt': 'torch==2.6.0+cu118\n' } },
      {
        files: {
          Dockerfile: 'FROM pytorch/pytorch:2.6.0-cuda12.4-cudnn9-runtime\n',
          'requirements.txt': 'torch==2.6.0+cu124\n',
        },
      },
      { files: { Dockerfile: 'FROM pytorch/pytorch:2.6.0\n', 'requirements.txt': 'torch>=2.5\n' } },
      { files: { Dockerfile: 'FROM pytorch/pytorch:latest\n', 'requirements.txt': 'torch==2.5.1\n' } },
      { files: { Dockerfile: 'FROM rayproject/ray:2.60\n', 'requirements.txt': 'ray==2.60.0\n' } },
      {
        files: {
          'a/train/Dockerfile': 'FROM pytorch/pytorch:2.6.0\n',
          'b/train/requirements.txt': 'torch==2.5.1\n',
        },
      },
    ],
  },
});

function faultOf(from: PlacedFact, to: PlacedFact): CrossReport | undefined {
  const tag = from.attributes['tag'] ?? '';
  const [pinned = '', local = ''] = (to.attributes['version'] ?? '').split('+');
  const image = /^v?(\d+\.\d+(?:\.\d+)?)(?=$|[-_])/.exec(tag)?.[1];
  if (image === undefined || !/^\d+\.\d+/.test(pinned)) return undefined;
  if (!sameVersion(image, pinned)) return { message: 'version', data: { package: to.name, image, pinned } };
  const imageCuda = /-cuda(\d+\.\d+)/.exec(tag)?.[1];
  const [, major, minor] = /^cu(\d{2})(\d)$/.exec(local) ?? [];
  const pinnedCuda = major === undefined || minor === undefined ? undefined : `${major}.${minor}`;
  if (imageCuda === undefined || pinnedCuda === undefined || imageCuda === pinnedCuda) return undefined;
  return { message: 'cuda', data: { package: to.name, image: imageCuda, pinned: pinnedCuda } };
}

/** Compares as many numbers as both sides give. */
function sameVersion(a: string, b: string): boolean {
  const [left, right] = [a.split('.'), b.split('.')];
  return left.every((part, index) => right[index] === undefined || right[index] === part);
}

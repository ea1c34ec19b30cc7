import type { Reference } from '../../core';

/** API reference of CustomJobSpec. */
export const jobSpec: Reference = {
  title: 'Vertex AI: CustomJobSpec',
  url: 'https://cloud.google.com/vertex-ai/docs/reference/rest/v1/CustomJobSpec',
};

/** API reference of StudySpec. */
export const studySpec: Reference = {
  title: 'Vertex AI: StudySpec',
  url: 'https://cloud.google.com/vertex-ai/docs/reference/rest/v1/StudySpec',
};

/** API reference of HyperparameterTuningJob. */
export const tuningJob: Reference = {
  title: 'Vertex AI: HyperparameterTuningJob',
  url: 'https://cloud.google.com/vertex-ai/docs/reference/rest/v1/projects.locations.hyperparameterTuningJobs',
};

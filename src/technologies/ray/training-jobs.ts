import type { TrainingJob } from '../../shapes/training-job';

/** The kind that trains, with the place of its command. */
export const trainingJobs: readonly TrainingJob[] = [{ view: 'ray/job-spec', commands: [['entrypoint']] }];

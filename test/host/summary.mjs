/** The line with which every suite ends its report; a run without it is a run that did not happen. */
export const SUMMARY_PATTERN = /^(\d+) passed, (\d+) failed, (\d+) skipped$/;

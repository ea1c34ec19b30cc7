/** Repositories of Flink's own images. */
export const flinkImages = /^(?:library\/|apache\/)?flink$/;

import type { Reference } from '../../core';

/** Beam YAML: transforms, windowing, options. */
export const beamYaml: Reference = {
  title: 'Beam YAML API',
  url: 'https://beam.apache.org/documentation/sdks/yaml/',
};

/** Dead-letter queues in Beam YAML. */
export const yamlErrors: Reference = {
  title: 'Beam YAML: error handling',
  url: 'https://beam.apache.org/documentation/sdks/yaml-errors/',
};

/** The schema that Beam checks YAML pipelines with. */
export const yamlSchema: Reference = {
  title: 'Beam YAML: schema of a pipeline',
  url: 'https://github.com/apache/beam/blob/v2.77.0/sdks/python/apache_beam/yaml/pipeline.schema.yaml',
};

/** All options of the Python SDK with their help. */
export const pipelineOptions: Reference = {
  title: 'Beam 2.77: pipeline_options.py',
  url: 'https://github.com/apache/beam/blob/v2.77.0/sdks/python/apache_beam/options/pipeline_options.py',
};

/** Options of Dataflow. */
export const dataflowOptions: Reference = {
  title: 'Dataflow pipeline options',
  url: 'https://cloud.google.com/dataflow/docs/reference/pipeline-options',
};

/** Streaming modes of Dataflow. */
export const streamingModes: Reference = {
  title: 'Dataflow: set the pipeline streaming mode',
  url: 'https://cloud.google.com/dataflow/docs/guides/streaming-modes',
};

/** Metadata of flex templates. */
export const flexTemplates: Reference = {
  title: 'Dataflow: configure flex templates, metadata',
  url: 'https://cloud.google.com/dataflow/docs/guides/templates/configuring-flex-templates',
};

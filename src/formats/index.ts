import type { Format } from '../core';
import { dockerfileFormat } from './dockerfile/dockerfile';
import { jsonFormat } from './json/json';
import { propertiesFormat } from './properties/properties';
import { pythonFormat } from './python/python';
import { yamlFormat } from './yaml/yaml';

/** All formats; where two claim a file name the earlier wins. */
export const formats: readonly Format[] = [
  yamlFormat,
  jsonFormat,
  propertiesFormat,
  pythonFormat,
  dockerfileFormat,
];

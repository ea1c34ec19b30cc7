import type { Format } from '../core';
import { dockerfileFormat } from './dockerfile/dockerfile';
import { envFormat } from './env/env';
import { hclFormat } from './hcl/hcl';
import { jsonFormat } from './json/json';
import { markdownFormat } from './markdown/markdown';
import { propertiesFormat } from './properties/properties';
import { pythonFormat } from './python/python';
import { requirementsFormat } from './requirements/requirements';
import { sqlFormat } from './sql/sql';
import { tomlFormat } from './toml/toml';
import { xmlFormat } from './xml/xml';
import { yamlFormat } from './yaml/yaml';

/** All formats; where two claim a file name the earlier wins. */
export const formats: readonly Format[] = [
  yamlFormat,
  jsonFormat,
  propertiesFormat,
  dockerfileFormat,
  pythonFormat,
  tomlFormat,
  sqlFormat,
  requirementsFormat,
  envFormat,
  hclFormat,
  markdownFormat,
  xmlFormat,
];

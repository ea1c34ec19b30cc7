import { Registry } from '../../src/core';
import { formats } from '../../src/formats';
import { technologyPacks } from '../../src/generated/technologies';

/** Everything that ships, as the hosts put it together. */
export const registry = new Registry(formats, technologyPacks);

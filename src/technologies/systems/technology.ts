import type { Kind, Technology } from '../../core';
import { componentFacts, recordPattern } from './component-facts';

const record: Kind = {
  id: 'systems/component-record',
  title: 'record of a scaffolded component (`.ai-patterns/components/*.yaml`)',
  formats: ['yaml'],
  paths: ['**/.ai-patterns/components/*.yaml'],
  recognise: (_document, path) => recordPattern.test(path),
  facts: componentFacts,
};

/** Systems: what scaffolding keeps of the components that it made, and of how they are wired. */
const technology: Technology = {
  slug: 'systems',
  title: 'Scaffolded systems',
  pattern: 'deployment',
  homepage: 'https://github.com/ai-engineering-patterns/ai-engineering-patterns#readme',
  kinds: [record],
  views: [],
};

export default technology;

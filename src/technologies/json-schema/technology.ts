import { findEntry, resolve } from '../../core';
import type { Kind, Technology } from '../../core';
import { feedbackFacts } from './facts';

const schema: Kind = {
  id: 'json-schema/schema',
  title: 'JSON Schema of an object',
  formats: ['json', 'yaml'],
  paths: ['*.schema.json'],
  recognise: (document) => {
    const root = resolve(document.root);
    if (root?.type !== 'map') return false;
    const dialect = resolve(findEntry(root, '$schema')?.entry.value);
    const properties = resolve(findEntry(root, 'properties')?.entry.value);
    return (
      dialect?.type === 'scalar' && dialect.text.includes('json-schema.org') && properties?.type === 'map'
    );
  },
  facts: feedbackFacts,
};

/** JSON Schema: what messages and records of predictions and labels hold. */
const technology: Technology = {
  slug: 'json-schema',
  title: 'JSON Schema',
  pattern: 'feedback-loop',
  homepage: 'https://json-schema.org',
  kinds: [schema],
  views: [],
};

export default technology;

import { findEntry, resolve } from '../../core';
import type { Kind, Technology } from '../../core';
import { schemaFacts } from './facts';

const schema: Kind = {
  id: 'avro/schema',
  title: 'Avro schema of a record',
  formats: ['json'],
  paths: ['*.avsc'],
  recognise: (document, path) => {
    const root = resolve(document.root);
    if (root?.type !== 'map') return false;
    const type = resolve(findEntry(root, 'type')?.entry.value);
    const fields = resolve(findEntry(root, 'fields')?.entry.value);
    if (type?.type !== 'scalar' || type.text !== 'record' || fields?.type !== 'list') return false;
    return path.endsWith('.avsc') || findEntry(root, 'name') !== undefined;
  },
  facts: schemaFacts,
};

/** Apache Avro: schemas of what topics and files hold. */
const technology: Technology = {
  slug: 'avro',
  title: 'Apache Avro',
  pattern: 'feedback-loop',
  homepage: 'https://avro.apache.org',
  kinds: [schema],
  views: [],
};

export default technology;

import type { Kind, Technology } from '../../core';
import { recordFacts } from './record-facts';
import { isSample } from './sample-data';

const record: Kind = {
  id: 'compliance/record',
  title: 'compliance record of an AI system (`ai-system.yaml`)',
  formats: ['yaml', 'json'],
  // Opt-in: nothing is asked of a project that keeps no record.
  resource: { group: 'ai-compliance', kinds: ['AISystemRecord'] },
  paths: ['compliance/ai-system.yaml', '**/ai-system.yaml'],
  facts: recordFacts,
};

const technicalDocumentation: Kind = {
  id: 'compliance/technical-documentation',
  title: 'technical documentation after Annex IV (`technical-documentation.md`)',
  formats: ['markdown'],
  paths: ['compliance/technical-documentation.md'],
  recognise: (_document, path) => /(?:^|\/)compliance\/technical-documentation\.md$/.test(path),
};

const sample: Kind = {
  id: 'compliance/sample-data',
  title: 'sample data (`input_example.json`, `examples/*.json`)',
  formats: ['json'],
  paths: ['**/input_example.json', '**/examples/*.json', '**/data/sample*.json'],
  recognise: (document, path) => isSample(document, path),
};

/** Compliance: the record of an AI system, its documentation, and the samples beside it. */
const technology: Technology = {
  slug: 'compliance',
  title: 'AI compliance records',
  pattern: 'security-compliance',
  homepage: 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj',
  kinds: [record, technicalDocumentation, sample],
  views: [],
};

export default technology;

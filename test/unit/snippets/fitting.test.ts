import { strict as assert } from 'node:assert';
import { fittingSnippets } from '../../../src/snippets/fitting';
import type { Place } from '../../../src/snippets/fitting';
import { readLibrary, writeLibrary } from '../../../src/snippets/library';
import type { Snippet } from '../../../src/snippets/snippet';

function snippet(prefix: string, own: Partial<Snippet>): Snippet {
  return {
    prefix,
    name: prefix,
    description: 'For a test.',
    technology: 'kafka',
    title: 'Apache Kafka',
    pattern: 'data-pipeline',
    format: 'yaml',
    languages: ['yaml'],
    inserts: 'part',
    kinds: [],
    into: undefined,
    path: 'a.yaml',
    source: 'https://example.com',
    body: 'a: 1',
    ...own,
  };
}

const container = snippet('container', { technology: 'kubernetes', kinds: ['kubernetes/container'] });
const predictor = snippet('predictor', { technology: 'kserve', kinds: ['kserve/component'] });
const body = 'apiVersion: v1\nkind: Any';
const topic = snippet('topic', { technology: 'strimzi', inserts: 'file', kinds: ['strimzi/topic'], body });
const service = snippet('service', { technology: 'kserve', inserts: 'file', body });
const compose = snippet('compose', { technology: 'compose', inserts: 'file' });
const broker = snippet('broker', { format: 'properties', languages: ['properties'] });
const library = [topic, broker, container, compose, service, predictor];

const inService: Place = {
  language: 'yaml',
  format: 'yaml',
  views: new Set(['kserve/inference-service', 'kserve/component']),
  isEmpty: false,
  hasResources: true,
};

function offered(place: Place, all = false, disabled: readonly string[] = []): string[] {
  return fittingSnippets(library, place, { all, disabled: new Set(disabled) }).map(({ snippet: { prefix } }) => prefix);
}

describe('snippets are offered', () => {
  it('where they fit the kind, before whole documents, the same technology first', () => {
    assert.deepEqual(offered(inService), ['predictor', 'service', 'topic']);
  });

  it('all of them on demand, other languages last', () => {
    assert.deepEqual(offered(inService, true), ['predictor', 'service', 'topic', 'container', 'compose', 'broker']);
  });

  it('as files of every language, where no editor is open', () => {
    const nowhere = { language: '', format: undefined, views: new Set<string>(), isEmpty: true, hasResources: false };
    assert.deepEqual(offered(nowhere).sort(), ['compose', 'service', 'topic']);
  });

  it('as files only, where there is nothing yet', () => {
    assert.deepEqual(offered({ language: 'yaml', format: 'yaml', views: new Set(), isEmpty: true, hasResources: false }), ['topic', 'compose', 'service']);
  });

  it('not at all when their family is switched off', () => {
    assert.deepEqual(offered(inService, true, ['kserve', 'strimzi']), ['container', 'compose', 'broker']);
  });

  it('as they were written', () => {
    assert.deepEqual(readLibrary(writeLibrary(library)), library);
  });
});

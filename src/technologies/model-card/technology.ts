import { findEntry, known, resolve } from '../../core';
import type { DocumentModel, Fact, Kind, NodeView, Technology } from '../../core';

/** Keys that only cards of models have, and keys that only cards of data sets and Spaces have. */
const ofModels = ['model-index', 'library_name', 'base_model', 'pipeline_tag'];
const ofOthers = ['task_categories', 'size_categories', 'dataset_info', 'configs', 'sdk', 'pretty_name'];

const card: Kind = {
  id: 'model-card/card',
  title: 'model card (front matter of `README.md` or `MODEL_CARD.md`)',
  formats: ['markdown'],
  paths: ['README.md', 'MODEL_CARD.md'],
  recognise: isModelCard,
  facts: cardFacts,
};

/** Model cards as the Hugging Face Hub reads them. */
const technology: Technology = {
  slug: 'model-card',
  title: 'Model cards',
  pattern: 'security-compliance',
  homepage: 'https://huggingface.co/docs/hub/model-cards',
  kinds: [card],
  views: [],
};

export default technology;

/** Many pages have front matter with a license, so a key of models or the name of the file must tell. */
function isModelCard({ root }: DocumentModel, path: string): boolean {
  const map = resolve(root);
  const front = map?.type === 'map' ? resolve(findEntry(map, 'frontMatter')?.entry.value) : undefined;
  if (front?.type !== 'map') return false;
  const has = (key: string): boolean => front.entries.some((entry) => entry.key === key);
  if (ofOthers.some(has)) return false;
  return ofModels.some(has) || /(?:^|\/)MODEL_?CARD\.md$/i.test(path) || (has('license') && has('datasets'));
}

function* cardFacts(root: NodeView): Iterable<Fact> {
  const [model] = root.at('frontMatter', 'model-index')?.items() ?? [];
  const name = model?.text('name') ?? root.text('frontMatter', 'model_name');
  if (name.is !== 'known') return;
  const version = known(root.text('frontMatter', 'version'));
  const dataset = known(root.text('frontMatter', 'datasets', '0'));
  const headings = root.at('headings')?.items() ?? [];
  const titles = headings.map((heading) => known(heading.text('text')) ?? '');
  const tellsLimits = titles.some((title) => /personal data|privacy|limitation|bias|risk/i.test(title));
  const attributes = {
    ...(version !== undefined && { version }),
    ...(dataset !== undefined && { dataset }),
    ...(tellsLimits && { limitations: 'true' }),
  };
  yield { type: 'model-card', name: name.value, attributes, span: name.span };
}

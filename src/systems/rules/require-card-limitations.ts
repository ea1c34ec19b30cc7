import { defineCrossRule } from '../../core';

const record = (personalData: string, model = 'scorer'): string =>
  `apiVersion: ai-compliance/v1\nkind: AISystemRecord\nmetadata: { name: fraud }\nspec:\n  gdpr: { personalData: ${personalData} }\n  model: { registry: "models:/${model}@champion" }\n`;
const card = (heading: string, name = 'scorer'): string =>
  `---\nlicense: mit\ndatasets: [a/b]\nmodel-index:\n  - name: ${name}\n    results: []\n---\n\n# Scorer\n\n## ${heading}\n`;

/** A model that learns from personal data has a card that says nothing of them. */
export default defineCrossRule({
  id: 'compliance/require-card-limitations',
  catalogue: ['gdpr-model-card-personal-data'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'The card of a model that processes personal data has no section on them or on its limits.',
  why: 'Those concerned, and those who use the model, are told by the card what it was trained on and what it must not be used for.',
  remedy: 'Add a section on personal data, limitations or risks to the model card.',
  references: [
    { title: 'GDPR, Art. 13 and 14', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
    { title: 'Hugging Face Hub: model cards', url: 'https://huggingface.co/docs/hub/model-cards' },
  ],
  messages: {
    silent:
      'The card of "{model}" has no section on personal data or limitations (GDPR, Art. 13 and 14; documentation check, not legal advice).',
  },
  fix: { none: 'What the section says is known to those who trained the model.' },
  from: 'model-card',
  to: 'compliance-record',
  within: 'workspace',
  fromKey: (fact) => fact.name,
  toKey: (fact) => fact.attributes['model'],
  whenPair(from, to) {
    const isSilent = from.attributes['limitations'] === undefined;
    const isPersonal = to.attributes['personalData'] === 'true';
    return isSilent && isPersonal ? { message: 'silent', data: { model: from.name } } : undefined;
  },
  examples: {
    bad: [
      {
        files: {
          'ai-system.yaml': record('true'),
          'MODEL_CARD.md': card('Training').replace('name: scorer', 'name: «scorer»'),
        },
      },
    ],
    good: [
      { files: { 'ai-system.yaml': record('true'), 'MODEL_CARD.md': card('Limitations') } },
      { files: { 'ai-system.yaml': record('true'), 'MODEL_CARD.md': card('Personal data') } },
      { files: { 'ai-system.yaml': record('false'), 'MODEL_CARD.md': card('Training') } },
      { files: { 'ai-system.yaml': record('true', 'other'), 'MODEL_CARD.md': card('Training') } },
    ],
  },
});

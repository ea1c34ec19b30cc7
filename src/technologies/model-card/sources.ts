/** What the Hub demands of metadata. */
export const metadata = {
  title: 'Hugging Face Hub: model card metadata',
  url: 'https://github.com/huggingface/hub-docs/blob/main/modelcard.md',
} as const;

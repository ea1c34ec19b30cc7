const tokens = [
  { what: 'a Hugging Face token', pattern: /\bhf_[A-Za-z0-9]{34,}\b/ },
  { what: 'an AWS access key', pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/ },
  { what: 'a Google API key', pattern: /\bAIza[\w-]{35}/ },
  { what: 'an API key of OpenAI', pattern: /\bsk-(?:proj-)?[A-Za-z0-9]{32,}\b/ },
  { what: 'an API key of Anthropic', pattern: /\bsk-ant-[\w-]{32,}/ },
  { what: 'a GitHub token', pattern: /\bgh[pousr]_[A-Za-z0-9]{36,}\b/ },
  { what: 'a private key', pattern: /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/ },
  { what: 'a key of an Azure storage account', pattern: /\bAccountKey=[A-Za-z0-9+/]{40,}/ },
  { what: 'a shared access signature of Azure', pattern: /[?&]sig=[\w%+/=-]{40,}/ },
] as const;

const anyToken = /hf_|AKIA|ASIA|AIza|sk-|gh[pousr]_|PRIVATE KEY|AccountKey=|sig=/;

/** Whether the text has the beginning of a token anywhere; quick, and true too often. */
export function mayHoldToken(text: string): boolean {
  return anyToken.test(text);
}

/** What sort of token a text holds; documentation's samples are none. */
export function tokenIn(text: string): string | undefined {
  if (/(.)\1{7}|EXAMPLE/.test(text)) return undefined;
  return tokens.find(({ pattern }) => pattern.test(text))?.what;
}

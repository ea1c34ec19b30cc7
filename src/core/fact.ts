import type { Span } from './span';

/** What sort of thing a fact tells of; a template's port is one of these too. */
export type FactType =
  | 'topic'
  | 'bucket'
  | 'model-uri'
  | 'model-name'
  | 'feature-list'
  | 'metrics-endpoint'
  | 'metric'
  | 'prediction-log'
  | 'feedback-events'
  | 'service-account'
  | 'namespace'
  | 'tracking-server'
  | 'database'
  | (string & {});

/** One thing a sub-document says about the system, at one place. */
export interface Fact {
  readonly type: FactType;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly span: Span;
}

import type { Gap, RuleInfo, Technology } from '../../core';
import type { ComponentState } from '../../scaffold/component-state';
import type { TemplateSummary } from '../../scaffold/template-store';
import type { FolderProject } from '../folder-project';

/** One row of the Explorer view. */
export type ExplorerNode =
  | { readonly is: 'section'; readonly section: 'patterns' | 'system' | 'gaps' | 'rules' }
  | { readonly is: 'hint' }
  | { readonly is: 'pattern'; readonly pattern: string }
  | { readonly is: 'template'; readonly template: TemplateSummary }
  | { readonly is: 'component'; readonly home: FolderProject; readonly state: ComponentState }
  | { readonly is: 'gap'; readonly home: FolderProject; readonly gap: Gap }
  | { readonly is: 'technology'; readonly technology: Technology; readonly rules: readonly RuleInfo[] }
  | { readonly is: 'rule'; readonly rule: RuleInfo; readonly isOn: boolean; readonly count: number };

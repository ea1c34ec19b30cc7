import type { Component } from './component';
import type { Outcome } from './outcome';
import type { Case } from './component';
import type { Project } from './project';
import type { Workbench } from './workbench';

/** One thing that is verified of every project it applies to. */
export interface Check {
  readonly id: string;
  /** Says in one line what was looked at and with what. */
  readonly title: string;
  /** Raised when the check itself changes, so that its rows are run again. */
  readonly revision: number;
  /** The versions of the tools that a result depends on. */
  readonly versions: (component: Component) => readonly string[];
  /** The template's files that a result depends on, by their path in its folder; without it, all. */
  readonly reads?: RegExp;
  readonly appliesTo: (component: Component, which: Case) => boolean;
  readonly run: (project: Project, bench: Workbench) => Promise<Outcome>;
}

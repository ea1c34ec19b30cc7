import type { Decision, FileAction, Resolution } from './existing';
import type { Host } from './preflight';
import type { ComponentRequest, Wire } from './system';
import type { Answers } from './template';
import type { FileChange } from './transaction';

/** One file of a plan; `before` is the hash of what is there now. */
export interface PlannedFile {
  readonly path: string;
  readonly action: FileAction;
  readonly sha256: string;
  readonly before?: string;
  readonly conflicts?: readonly string[];
  /** Set on a conflict that has to be settled before the plan can be applied. */
  readonly open?: true;
}

/** A component as a plan names it. */
export interface PlannedComponent {
  readonly id: string;
  readonly template: string;
  readonly version: string;
  readonly destination: string;
  readonly answers: Answers;
  readonly bindings?: Readonly<Record<string, string>>;
}

/** What a scaffold or an update would do: plain data in one spelling, so that it can be applied by its hash. */
export interface Plan {
  readonly version: 1;
  readonly kind: 'scaffold' | 'update';
  readonly hash: string;
  readonly components: readonly PlannedComponent[];
  /** Of the only component, or of each by its id. */
  readonly answers: Answers | Readonly<Record<string, Answers>>;
  readonly files: readonly PlannedFile[];
  /** Records and pristine texts. */
  readonly records: readonly PlannedFile[];
  readonly wiring: readonly Wire[];
  /** What the rules say about the files; not part of the hash. */
  readonly findings: readonly unknown[];
  readonly next: readonly string[];
  /** How conflicts were settled, and which files were left out: with the components, all that makes the plan. */
  readonly resolutions?: Readonly<Record<string, Resolution>>;
  readonly exclude?: readonly string[];
}

/** A plan with the contents to show in a preview and to write. */
export interface PreparedPlan {
  readonly plan: Plan;
  readonly changes: readonly FileChange[];
  readonly previews: readonly Preview[];
}

/** Both sides of a file for a diff. */
export interface Preview {
  readonly path: string;
  readonly action: FileAction;
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array | undefined;
}

/** What a plan is made from; the same request in the same workspace gives the same plan. */
export interface PlanRequest {
  readonly components: readonly ComponentRequest[];
  readonly resolutions?: Readonly<Record<string, Resolution>>;
  /** Paths whose tick was taken away in the preview. */
  readonly exclude?: readonly string[];
}

/** The part of a fact that proves a port. */
export interface ToldFact {
  readonly type: string;
  readonly name: string;
  readonly path: string;
}

/** What a host lends to a planner. */
export interface PlanHost extends Host {
  /** Says what the rules find in the files as they would be. */
  readonly check?: (
    files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  ) => Promise<readonly unknown[]> | readonly unknown[];
  /** Says what files tell of a system, by the code that reads any workspace. */
  readonly tell?: (
    files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  ) => Promise<readonly ToldFact[]>;
}

/** What is known of one path while a plan is made. */
export interface Entry {
  readonly path: string;
  readonly before: Uint8Array | undefined;
  readonly decision: Decision;
  readonly executable?: boolean;
  readonly secret?: boolean;
}

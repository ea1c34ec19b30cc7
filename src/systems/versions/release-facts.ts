import type { Reference } from '../../core';

/** Calendar day `YYYY-MM-DD`, or a month `YYYY-MM` where the day is not at hand. */
export type RoughDate = string;

/** One line of releases (`2.2`) of a product. */
export interface ReleaseLine {
  readonly version: string;
  readonly released?: RoughDate;
  /** The first day without support; left out while it is supported or where its makers do not say. */
  readonly ended?: RoughDate;
  /** The newest release of the line that is known. */
  readonly latest?: string;
  readonly latestReleased?: RoughDate;
}

/** What is known of a product's releases, with the day on which that was looked up: `technologies/<slug>/releases.json`. */
export interface ReleaseFacts {
  readonly technology: string;
  readonly product: string;
  readonly checked: RoughDate;
  readonly sources: readonly Reference[];
  /** Oldest first. */
  readonly lines: readonly ReleaseLine[];
  /** False where only some lines are listed, so that a gap proves nothing. */
  readonly complete?: boolean;
  /** True where `latest` comes from the registry itself, so that a higher number in a closed line was never released. */
  readonly patchesKnown?: boolean;
  /** Days after the end in which nothing is said: for products whose lines live only for weeks. */
  readonly graceDays?: number;
  /** Lines that people write, and that never were. */
  readonly neverExisted?: readonly {
    readonly version: string;
    readonly note: string;
    readonly instead?: string;
  }[];
  /** What a line no longer has. */
  readonly removed?: readonly { readonly version: string; readonly what: string }[];
}

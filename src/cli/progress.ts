import type { Surroundings } from './streams';

const patienceMs = 1000;
const pauseMs = 100;

/** Tells on a terminal how far a long run is; silent for runs of less than a second. */
export class Progress {
  private readonly startMs = Date.now();
  private lastMs = 0;
  private done = 0;

  constructor(
    private readonly surroundings: Surroundings,
    private readonly total: number,
  ) {}

  step(): void {
    this.done++;
    if (!this.surroundings.stderr.isTTY || this.done % 16 !== 0) return;
    const now = Date.now();
    if (now - this.startMs < patienceMs || now - this.lastMs < pauseMs) return;
    this.lastMs = now;
    this.surroundings.stderr.write(`\r${this.done} of ${this.total} files`);
  }

  end(): void {
    if (this.lastMs > 0) this.surroundings.stderr.write('\r\u001b[K');
  }
}

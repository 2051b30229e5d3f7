// A piece of work that is done when something wakes it: never twice at once, and once more when it was woken meanwhile. What it throws is
// reported and the loop lives on, since something will wake it again.
export class WakeableLoop {
  readonly #work: () => Promise<void>;
  readonly #onError: (error: unknown) => void;
  #wanted = false;
  #running: Promise<void> | null = null;
  #stopping = false;

  constructor(work: () => Promise<void>, onError: (error: unknown) => void) {
    this.#work = work;
    this.#onError = onError;
  }

  get stopping(): boolean {
    return this.#stopping;
  }

  wake(): void {
    this.#wanted = true;
    if (this.#running || this.#stopping) return;
    this.#running = this.#run();
  }

  /** Waits for the work at hand. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#wanted && !this.#stopping) {
      this.#wanted = false;
      try {
        await this.#work();
      } catch (error) {
        this.#onError(error);
      }
    }
    this.#running = null;
  }
}

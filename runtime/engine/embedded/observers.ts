import type { Logger } from '../../context/logger.ts';
import type { EngineEvent, EngineListener } from '../event.ts';

/** Who watches an engine. An observer that throws harms neither the engine nor the others. */
export class Observers {
  readonly #listeners = new Set<EngineListener>();
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** False where nobody watches, so that no event need be made. */
  get any(): boolean {
    return this.#listeners.size > 0;
  }

  add(listener: EngineListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  tell(event: EngineEvent): void {
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (error) {
        this.#log.error({ event: event.type, reason: String(error) }, 'an observer of the engine threw');
      }
    }
  }
}

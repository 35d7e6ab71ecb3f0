import { Injectable } from '@nestjs/common';

/**
 * Calls to Temporal that no request waits for any more. The connection is closed after them: one that tries again
 * on a closed connection throws where nobody can catch it, and the process would end by that instead of by 0.
 */
@Injectable()
export class Pending {
  private readonly work = new Set<Promise<unknown>>();

  track<T>(promise: Promise<T>): Promise<T> {
    this.work.add(promise);
    const forget = () => this.work.delete(promise);
    promise.then(forget, forget);
    return promise;
  }

  async settled(): Promise<void> {
    await Promise.allSettled(this.work);
  }
}

import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';

/** Ends what waits, so that a stop drains in moments: who waited is answered with how things stand. */
@Injectable()
export class Shutdown implements BeforeApplicationShutdown {
  private readonly controller = new AbortController();

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  beforeApplicationShutdown(): void {
    this.controller.abort();
  }
}

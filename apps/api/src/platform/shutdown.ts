import type { Server } from 'node:http';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

/** Ends what waits, so that a stop drains in moments: who waited is answered with how things stand. */
@Injectable()
export class Shutdown implements BeforeApplicationShutdown {
  private readonly controller = new AbortController();
  private announced = false;

  constructor(@Inject(HttpAdapterHost) private readonly host: HttpAdapterHost) {}

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Whether load balancers are to send requests elsewhere. */
  get isComing(): boolean {
    return this.announced;
  }

  /** From now on /readyz says so; requests are answered as before until the application is closed. */
  announce(): void {
    this.announced = true;
  }

  beforeApplicationShutdown(): void {
    this.announce();
    // A connection that was answered would otherwise be kept for five more seconds, and the stop with it.
    (this.host.httpAdapter.getHttpServer() as Server).keepAliveTimeout = 1;
    this.controller.abort();
  }
}

import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Mongo } from '@rounds/adapters/mongo/client';
import { RoundsError } from '@rounds/contracts/errors';
import type { Request, Response } from 'express';
import type { RateLimiterRes } from 'rate-limiter-flexible';
import { findCaller } from '../auth/caller.ts';
import type { ApiConfig } from '../config.ts';
import { CONFIG, MONGO } from '../platform/tokens.ts';
import { consume, createLimiter, type Limiter } from './limiter.ts';

const WINDOW_S = 60;

/** A household or an office has one IPv6 network of 64 bits and as many addresses as it likes. */
const networkOf = (address: string): string => {
  const [, v4] = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (v4 !== undefined) return v4;
  const [head = '', tail = ''] = address.split('::');
  const parts = (text: string) => text.split(':').filter((part) => part !== '');
  const filling = new Array<string>(Math.max(0, 8 - parts(head).length - parts(tail).length)).fill('0');
  return [...parts(head), ...filling, ...parts(tail)].slice(0, 4).join(':');
};

interface Budget {
  /** Named in the headers. */
  readonly name: 'caller' | 'address';
  readonly points: number;
  readonly limiter: Limiter;
}

/** How many requests of one caller, or of one address without a token, are answered within a minute. */
@Injectable()
export class RateLimits {
  private readonly caller: Budget;
  private readonly address: Budget;

  constructor(
    @Inject(MONGO) mongo: Mongo,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {
    const budget = (name: Budget['name'], points: number): Budget => ({
      name,
      points,
      limiter: createLimiter(mongo, { name, points, seconds: WINDOW_S }),
    });
    this.caller = budget('caller', config.ROUNDS_RATE_LIMIT);
    this.address = budget('address', config.ROUNDS_RATE_LIMIT_OPEN);
  }

  /** @throws RoundsError RATE_LIMITED with the time to come again */
  async count(request: Request, response: Response): Promise<void> {
    const caller = findCaller(request);
    const budget = caller === undefined ? this.address : this.caller;
    const { counted, spent } = await consume(budget.limiter, caller?.userId ?? this.addressKey(request));
    tell(response, budget, counted);
    if (!spent) return;
    throw new RoundsError('RATE_LIMITED', `More than ${budget.points} requests within a minute.`, {
      retryAfterMs: counted.msBeforeNext,
    });
  }

  /** Addresses are personal data: what is stored names none. */
  private addressKey({ ip = '' }: Request): string {
    return createHmac('sha256', this.config.ROUNDS_LINK_SECRET).update(networkOf(ip)).digest('base64url');
  }
}

/** The IETF's draft "RateLimit header fields for HTTP". */
const tell = (response: Response, { name, points }: Budget, counted: RateLimiterRes): void => {
  const seconds = Math.ceil(counted.msBeforeNext / 1000);
  response.setHeader('RateLimit-Policy', `"${name}";q=${points};w=${WINDOW_S}`);
  response.setHeader('RateLimit', `"${name}";r=${counted.remainingPoints};t=${seconds}`);
};

import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { OpenFeature, type Client } from '@openfeature/server-sdk';
import { createFlagsRepository, type FlagsRepository } from '@rounds/adapters/mongo/flags.repository';
import { RoundsError } from '@rounds/contracts/errors';
import type { FlagName } from '@rounds/contracts/flag';
import type { Caller } from '../auth/caller.ts';
import { CLOCK, type Clock } from '../platform/tokens.ts';
import { MongoFlagProvider } from './mongo-flag-provider.ts';

/** Asks OpenFeature, whose API is one for the whole process: each API has a domain of its own there. */
@Injectable()
export class Flags {
  private readonly provider: MongoFlagProvider;
  private readonly client: Client;

  constructor(@Inject(createFlagsRepository) flags: FlagsRepository, @Inject(CLOCK) now: Clock) {
    const domain = `api-${randomUUID()}`;
    this.provider = new MongoFlagProvider(flags, now);
    OpenFeature.setProvider(domain, this.provider);
    this.client = OpenFeature.getClient(domain);
  }

  /** @throws RoundsError DEPENDENCY_DOWN when the flags cannot be read: a default would answer another question */
  async isOn(flag: FlagName, { userId }: Pick<Caller, 'userId'>): Promise<boolean> {
    const { value, errorCode } = await this.client.getBooleanDetails(flag, false, { targetingKey: userId });
    if (errorCode !== undefined)
      throw new RoundsError('DEPENDENCY_DOWN', 'The rollout flags cannot be read at the moment.');
    return value;
  }

  /** What was set here holds at once; the other processes follow within seconds. */
  changed(): void {
    this.provider.forget();
  }
}

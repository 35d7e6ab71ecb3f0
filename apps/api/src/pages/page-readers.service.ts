import { Inject, Injectable } from '@nestjs/common';
import { hashToken, parseNoticeToken, parseUnsubscribeToken } from '@rounds/adapters/links/link-tokens';
import { createLinksRepository, type LinksRepository } from '@rounds/adapters/mongo/links.repository';
import { createUsersRepository, type UsersRepository } from '@rounds/adapters/mongo/users.repository';
import { isLanguage, type Language } from '@rounds/contracts/language';
import { voiceOf, type Voice } from '@rounds/report-types/model/words/voice';
import type { Request } from 'express';
import type { ApiConfig } from '../config.ts';
import { CONFIG } from '../platform/tokens.ts';

/** To whom a page speaks, and on whose clock. */
export interface PageReader {
  readonly voice: Voice;
  readonly timeZone: string;
}

/** Of an Accept-Language header, the first that Rounds speaks. */
export const acceptedLanguage = (header: string | undefined): Language | undefined =>
  (header ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find(isLanguage);

/** Whoever follows a link of a mail bears no token: who they are is known by the link alone. */
@Injectable()
export class PageReaders {
  constructor(
    @Inject(createUsersRepository) private readonly users: UsersRepository,
    @Inject(createLinksRepository) private readonly links: LinksRepository,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  /** @param timeZone of what the page is about: for a reader without one of their own */
  async of(userId: string, timeZone = 'UTC'): Promise<PageReader> {
    const user = await this.users.find(userId);
    return { voice: voiceOf(user?.language), timeZone: user?.timeZone ?? timeZone };
  }

  /** Of a page that tells why there is no other: the link's recipient, else whoever the browser says it is. */
  async voiceFor(request: Request): Promise<Voice> {
    const browser = voiceOf(acceptedLanguage(request.get('Accept-Language')));
    const userId = await this.recipientOf(request);
    return userId === undefined ? browser : (await this.of(userId)).voice;
  }

  private async recipientOf({ path }: Request): Promise<string | undefined> {
    const [kind, token = ''] = path.split('/').filter(Boolean);
    if (kind === 'u') return parseUnsubscribeToken(this.config.ROUNDS_LINK_SECRET, token)?.userId;
    if (kind === 'n') return parseNoticeToken(this.config.ROUNDS_LINK_SECRET, token)?.userId;
    return (await this.links.find(hashToken(token)))?.recipientId;
  }
}

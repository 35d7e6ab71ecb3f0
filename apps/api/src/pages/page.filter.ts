import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Logger } from '@rounds/adapters/logging/logger';
import type { ErrorCode, RoundsError } from '@rounds/contracts/errors';
import type { Label } from '@rounds/report-types/model/words/message';
import { voiceOf, type Voice } from '@rounds/report-types/model/words/voice';
import type { Request, Response } from 'express';
import { logFault } from '../http/problem.filter.ts';
import { requestIdOf } from '../http/request-id.ts';
import { toRoundsError } from '../http/to-rounds-error.ts';
import { LOGGER } from '../platform/tokens.ts';
import { html, type Html } from './html.ts';
import { page } from './layout.ts';
import { PageError } from './page-error.ts';
import { acceptedLanguage, PageReaders } from './page-readers.service.ts';

const TITLES: Readonly<Partial<Record<ErrorCode, Label>>> = {
  LINK_EXPIRED: 'mail.this-link-has-expired',
  LINK_REVOKED: 'mail.this-link-was-withdrawn',
  ARTEFACT_GONE: 'mail.this-file-is-gone',
  FORBIDDEN: 'mail.report-not-for-you-title',
  NOT_FOUND: 'mail.this-link-leads-nowhere',
  CONFLICT: 'mail.that-did-not-work',
  HALTED: 'mail.that-did-not-work',
  INVALID_INPUT: 'mail.that-did-not-work',
  DEPENDENCY_DOWN: 'mail.try-again-in-a-moment',
};

const wordsOf = (error: RoundsError, voice: Voice): string => {
  if (error instanceof PageError) return error.wordsIn(voice);
  if (error.code === 'DEPENDENCY_DOWN') return voice.say('mail.page-unavailable');
  return error.status < 500 ? error.message : voice.say('mail.server-fault');
};

const offered = ({ action, label }: NonNullable<PageError['offer']>, { say }: Voice): Html =>
  html`<form method="post" action="${action}"><button>${say(label)}</button></form>`;

/** Refusals in words, for people who followed a link of a mail. */
@Catch()
export class PageFilter implements ExceptionFilter {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(PageReaders) private readonly readers: PageReaders,
  ) {}

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const error = toRoundsError(thrown);
    const requestId = requestIdOf(request);
    logFault(this.logger, error, requestId);
    if (response.headersSent) return;
    const voice = await this.voiceFor(request, error);
    const offer =
      error instanceof PageError && error.offer !== undefined ? [offered(error.offer, voice)] : [];
    const body = html`<p>${wordsOf(error, voice)}</p>
      ${offer}
      <p class="quiet">${voice.say('mail.request-id', { id: requestId })}</p>`;
    response
      .status(error.status)
      .type('html')
      .send(page(voice.say(TITLES[error.code] ?? 'mail.something-went-wrong'), body, voice));
  }

  /** Where a server is away, nobody is looked up: the page would wait for it too. */
  private async voiceFor(request: Request, { status }: RoundsError): Promise<Voice> {
    const browser = voiceOf(acceptedLanguage(request.get('Accept-Language')));
    if (status >= 500) return browser;
    return this.readers.voiceFor(request).catch(() => browser);
  }
}

import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Logger } from '@rounds/adapters/logging/logger';
import type { ErrorCode, RoundsError } from '@rounds/contracts/errors';
import type { Label } from '@rounds/report-types/model/words/texts';
import { voiceOf, type Voice } from '@rounds/report-types/model/words/voice';
import type { Request, Response } from 'express';
import { logFault } from '../http/problem.filter.ts';
import { requestIdOf } from '../http/request-id.ts';
import { toRoundsError } from '../http/to-rounds-error.ts';
import { LOGGER } from '../platform/tokens.ts';
import { html, type Html } from './html.ts';
import { page } from './layout.ts';
import { OfferingError } from './offering-error.ts';
import { acceptedLanguage, PageReaders } from './page-readers.service.ts';

const TITLES: Readonly<Partial<Record<ErrorCode, Label>>> = {
  LINK_EXPIRED: 'This link has expired',
  LINK_REVOKED: 'This link was withdrawn',
  ARTEFACT_GONE: 'This file is gone',
  FORBIDDEN: 'You may not see this report any more',
  NOT_FOUND: 'This link leads nowhere',
  CONFLICT: 'That did not work',
  HALTED: 'That did not work',
  INVALID_INPUT: 'That did not work',
  DEPENDENCY_DOWN: 'Try again in a moment',
};

const wordsOf = (error: RoundsError, { told, say }: Voice): string =>
  error.status < 500 || error.code === 'DEPENDENCY_DOWN'
    ? told(error.message)
    : say('Something went wrong here, and it is not your fault. Please try again later.');

const offered = ({ offer }: OfferingError, { told }: Voice): Html =>
  html`<form method="post" action="${offer.action}"><button>${told(offer.label)}</button></form>`;

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
    const offer = error instanceof OfferingError ? [offered(error, voice)] : [];
    const body = html`<p>${wordsOf(error, voice)}</p>
      ${offer}
      <p class="quiet">${voice.say('Request {id}', { id: requestId })}</p>`;
    response
      .status(error.status)
      .type('html')
      .send(page(voice.say(TITLES[error.code] ?? 'Something went wrong'), body, voice));
  }

  /** Where a server is away, nobody is looked up: the page would wait for it too. */
  private async voiceFor(request: Request, { status }: RoundsError): Promise<Voice> {
    const browser = voiceOf(acceptedLanguage(request.get('Accept-Language')));
    if (status >= 500) return browser;
    return this.readers.voiceFor(request).catch(() => browser);
  }
}

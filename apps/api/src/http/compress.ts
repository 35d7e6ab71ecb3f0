import compression from 'compression';
import type { Request, Response } from 'express';

/** A stream of events must arrive as it is sent: the compressor would keep small ones back. */
const isEventStream = (response: Response): boolean =>
  String(response.getHeader('Content-Type')).startsWith('text/event-stream');

export const compress = () =>
  compression({
    filter: (request: Request, response: Response) =>
      !isEventStream(response) && compression.filter(request, response),
  });

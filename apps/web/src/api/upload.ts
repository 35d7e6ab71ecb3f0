/** Sends a form with a file. By XMLHttpRequest, as `fetch` does not tell how much is sent. */
import { problemOf, RoundsUnreachable } from '@rounds/client/problem';
import { accessToken } from '../auth/session.ts';

interface Upload {
  readonly path: `/api/v1/${string}`;
  readonly form: FormData;
  /** The same for each try: so nothing is stored twice. */
  readonly key: string;
  /** Percent. */
  readonly onProgress: (percent: number) => void;
  readonly signal: AbortSignal;
}

const REFUSED = 400;

const answerOf = (request: XMLHttpRequest): Response =>
  new Response(request.responseText, {
    status: request.status,
    headers: { 'x-request-id': request.getResponseHeader('x-request-id') ?? '' },
  });

const send = (request: XMLHttpRequest, { form, onProgress, signal }: Upload): Promise<Response> =>
  new Promise((resolve, reject) => {
    const giveUp = (): void => {
      reject(new RoundsUnreachable('The file could not be sent.'));
    };
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      onProgress(Math.round((100 * loaded) / total));
    });
    request.addEventListener('load', () => {
      resolve(answerOf(request));
    });
    request.addEventListener('error', giveUp);
    request.addEventListener('abort', giveUp);
    signal.addEventListener('abort', () => {
      request.abort();
    });
    request.send(form);
  });

/** @throws RoundsProblem for a refusal, RoundsUnreachable where it did not arrive */
export const upload = async (wanted: Upload): Promise<void> => {
  const request = new XMLHttpRequest();
  request.open('POST', wanted.path);
  request.setRequestHeader('Authorization', `Bearer ${await accessToken()}`);
  request.setRequestHeader('Idempotency-Key', wanted.key);
  const response = await send(request, wanted);
  if (response.status >= REFUSED) throw await problemOf(response);
};

/** What operators say of a whole study: its end, and how its links open. */
import { Command } from 'commander';
import type { AnswerOf } from '@rounds/client/client';
import type { CallerOptions } from '../connect.ts';
import { act, apiVerb, given } from '../verb.ts';

type LinkPolicy = AnswerOf<'put', '/api/v1/studies/{studyId}/link-policy'>['linkPolicy'];
type Closing = AnswerOf<'post', '/api/v1/studies/{studyId}/close'>;

const closingLine = ({ studyId, closedAt, subscriptions }: Closing): string =>
  closedAt === null
    ? `${studyId} is open; ${subscriptions} subscriptions go on`
    : `${studyId} closes on ${closedAt}; ${subscriptions} subscriptions make their last run and end`;

interface CloseOptions extends CallerOptions {
  readonly at?: string;
}

const close = apiVerb(
  'close <study>',
  'close a study: its subscriptions make their last run and end',
  'study close CDISCPILOT01 --at 2026-12-31 --user operator@example.org',
)
  .option('--at <date>', 'last local day on which reports are due; default: today')
  .action(
    act(
      (rounds, { at }: CloseOptions, studyId = '') =>
        rounds.post('/api/v1/studies/{studyId}/close', {
          params: { path: { studyId } },
          body: given({ at }),
        }),
      closingLine,
    ),
  );

const reopen = apiVerb(
  'reopen <study>',
  'open a study again; subscriptions that have ended stay so',
  'study reopen CDISCPILOT01 --user operator@example.org',
).action(
  act(
    (rounds, _options: CallerOptions, studyId = '') =>
      rounds.post('/api/v1/studies/{studyId}/reopen', { params: { path: { studyId } } }),
    closingLine,
  ),
);

const linkPolicy = apiVerb(
  'link-policy <study> <policy>',
  'say how mailed links open: link (for whoever has one) or sign-in (for the recipient, signed in)',
  'study link-policy CDISCPILOT01 sign-in --user operator@example.org',
).action(
  act(
    (rounds, _options: CallerOptions, studyId = '', policy = '') =>
      rounds.put('/api/v1/studies/{studyId}/link-policy', {
        params: { path: { studyId } },
        body: { linkPolicy: policy as LinkPolicy },
      }),
    ({ studyId, linkPolicy: set }) => `mailed links of ${studyId} open by ${set}`,
  ),
);

/** None is what the family does by itself: a study must not close by a slip of the pen. */
export const closingCommands = (): Command[] => [
  new Command('study')
    .description('for operators: close a study or open it again, and say how its links open')
    .addCommand(close)
    .addCommand(reopen)
    .addCommand(linkPolicy),
];

/** Mails of a finished run are sent after all: to those for whom somebody asked, or whose hindrance may have passed. */
import type { NotifyInput, RedeliveryRequest } from '@rounds/contracts/activities';
import type { DeliveryOutcome } from '@rounds/contracts/run';
import { sleep } from '@temporalio/workflow';
import { failedOutcome, inCodes } from './delivery.ts';
import { demandFit } from './doors.ts';
import { whenNotHalted } from './halts.ts';
import { planning, records, stagesOf, type Stages } from './stages.ts';

/**
 * Before each try, in first retries' delays (a minute in production): five minutes, half an hour, two hours, and so on
 * for three days. After that a report of last week is out of date, and people have been informed.
 */
const WAITS = [5, 30, 120, 360, 720, 1_440, 1_440] as const;

/** Where somebody asked, they wait: it is tried at once. */
export async function redelivery(request: RedeliveryRequest): Promise<void> {
  demandFit('redeliveryRequest', request);
  const policy = await planning.runPolicy();
  const stages = stagesOf(policy, 'on-demand', true);
  for (const wait of request.recipientIds === undefined ? WAITS : [0, ...WAITS]) {
    await sleep(wait * policy.firstRetryMs);
    const mails = await records.openRedelivery(request);
    const outcomes = await Promise.all(mails.map((mail) => mailOne(stages, mail)));
    const { again } = await records.closeRedelivery({ ...request, outcomes });
    if (!again) return;
  }
}

const mailOne = async ({ notify }: Stages, mail: NotifyInput): Promise<DeliveryOutcome> => {
  try {
    return inCodes(await whenNotHalted(mail.run.studyId, () => notify.notify(mail)));
  } catch (error) {
    return failedOutcome(error, mail);
  }
};

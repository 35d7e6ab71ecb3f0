import type { NoticeActivities } from '@rounds/contracts/activities';
import type { Notice } from '@rounds/contracts/notice';
import { TASK_QUEUES } from '@rounds/contracts/queues';
import type { DeliveryOutcome } from '@rounds/contracts/run';
import { proxyActivities } from '@temporalio/workflow';
import { demandFit } from './doors.ts';
import { runFaultOf } from './faults.ts';
import { whenNotHalted } from './halts.ts';

/** As long as a report's mail is tried: after a day, the desk of failed runs shows what the notice would have said. */
const notices = proxyActivities<NoticeActivities>({
  taskQueue: TASK_QUEUES.notify,
  startToCloseTimeout: '60s',
  heartbeatTimeout: '20s',
  scheduleToCloseTimeout: '24 hours',
  retry: { initialInterval: '1s', maximumInterval: '5 minutes', backoffCoefficient: 2 },
});

/** One mail to each who is concerned; one that fails stops no other. */
export async function notice(notice: Notice): Promise<DeliveryOutcome[]> {
  demandFit('notice', notice);
  const recipients = await notices.noticeRecipients(notice);
  return Promise.all(recipients.map((recipientId) => mailOne(notice, recipientId)));
}

const mailOne = async (notice: Notice, recipientId: string): Promise<DeliveryOutcome> => {
  try {
    const { studyId } = notice.about;
    return await whenNotHalted(studyId, () => notices.sendNotice({ notice, recipientId }));
  } catch (error) {
    return { recipientId, status: 'failed', why: runFaultOf(error, 'complete').why };
  }
};

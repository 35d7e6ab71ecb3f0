/**
 * A study that closes ends its subscriptions. The study's record has the day; each subscription's record copies it,
 * because that is what its workflow gets. Housekeeping repeats the copying, so that none made meanwhile is left out.
 */
import type { LocalDate } from '@rounds/contracts/period';
import type { StudyDocument, SubscriptionDocument } from '@rounds/contracts/collections';
import type { Audited } from './audit.repository.ts';
import type { Mongo } from './client.ts';
import { LIVE } from './subscriptions.repository.ts';

export type StudyClosingRepository = ReturnType<typeof createStudyClosingRepository>;

export const createStudyClosingRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const studies = mongo.collection('studies');
  const subscriptions = mongo.collection('subscriptions');

  /** @returns how many subscriptions changed */
  const copy = async (
    studyId: string,
    closedAt: LocalDate | undefined,
    at: Date,
    audited?: Audited,
  ): Promise<number> => {
    const dirty = { $inc: { revision: 1 }, $set: { behind: true, updatedAt: at } };
    const { modifiedCount } =
      closedAt === undefined
        ? await subscriptions.updateMany(
            { studyId, ...LIVE, studyClosedAt: { $exists: true } },
            { ...dirty, $unset: { studyClosedAt: '' } },
            audited,
          )
        : await subscriptions.updateMany(
            { studyId, ...LIVE, studyClosedAt: { $ne: closedAt } },
            { ...dirty, $set: { ...dirty.$set, studyClosedAt: closedAt } },
            audited,
          );
    return modifiedCount;
  };

  return {
    /**
     * @param closedAt last local day on which a report is due; null opens the study again, which brings back no
     * subscription that has ended
     * @returns the study as it was, and how many subscriptions it concerns; null when there is no such study
     */
    set: async (
      studyId: string,
      closedAt: LocalDate | null,
      at: Date,
      audited: Audited,
    ): Promise<{ readonly before: StudyDocument; readonly subscriptions: number } | null> => {
      const change = closedAt === null ? { $unset: { closedAt: '' } as const } : { $set: { closedAt } };
      const before = await studies.findOneAndUpdate({ _id: studyId }, change, {
        returnDocument: 'before',
        ...audited,
      });
      if (before === null) return null;
      return { before, subscriptions: await copy(studyId, closedAt ?? undefined, at, audited) };
    },

    /** What every subscription must know of the closing of its study. */
    copyAll: async (at: Date): Promise<void> => {
      const closed = await studies.find({ closedAt: { $exists: true } }).toArray();
      const closing = new Map(closed.map(({ _id, closedAt }) => [_id, closedAt]));
      const copied = await subscriptions.distinct('studyId', { ...LIVE, studyClosedAt: { $exists: true } });
      for (const studyId of new Set([...closing.keys(), ...copied]))
        await copy(studyId, closing.get(studyId), at);
    },

    /** Paused subscriptions of studies that were closed before a day: no run will ever end them. */
    pausedBefore: (day: LocalDate): Promise<SubscriptionDocument[]> =>
      subscriptions.find({ status: 'paused', studyClosedAt: { $lt: day } }).toArray(),
  };
};

import { parseTemplateReference, type TemplateDocument } from '@rounds/contracts/template';
import type { Filter } from 'mongodb';
import type { Audited } from './audit.repository.ts';
import type { Mongo } from './client.ts';
import { insertNew } from './duplicate.ts';
import { following, NEWEST_FIRST, type After } from './page.ts';

/** What a version may still change while nothing was made with it. */
export type TemplateContent = Pick<
  TemplateDocument,
  'title' | 'studies' | 'parameters' | 'formats' | 'sections' | 'branding'
>;

export interface TemplateQuery {
  /** Those usable for one of these studies; `every`: all. */
  readonly studies: readonly string[] | 'every';
  readonly reportType?: string | undefined;
  readonly after?: After | undefined;
  readonly limit: number;
}

const OPTIONAL = ['formats', 'sections'] as const;
const NEWEST_VERSION = { version: -1 } as const;
const UNUSED = { usedAt: { $exists: false } };

const usableFor = (studies: TemplateQuery['studies']): Filter<TemplateDocument> =>
  studies === 'every' ? {} : { $or: [{ studies: 'all' }, { studies: { $in: [...studies] } }] };

export type TemplatesRepository = ReturnType<typeof createTemplatesRepository>;

export const createTemplatesRepository = (mongo: Pick<Mongo, 'collection'>) => {
  const templates = mongo.collection('templates');

  const newest = (filter: Filter<TemplateDocument>): Promise<TemplateDocument | null> =>
    templates.findOne(filter, { sort: NEWEST_VERSION });

  /** The version that `reference` names; of a name alone the newest that is not retired, else the newest. */
  const find = async (reference: string): Promise<TemplateDocument | null> => {
    const { name, version } = parseTemplateReference(reference);
    if (version !== undefined) return templates.findOne({ name, version });
    return (await newest({ name, retiredAt: { $exists: false } })) ?? newest({ name });
  };

  /** From now on the version never changes. Null when someone changed it since it was read. */
  const markUsed = ({ _id, revision }: TemplateDocument, at: Date): Promise<TemplateDocument | null> =>
    templates.findOneAndUpdate(
      { _id, revision, ...UNUSED },
      { $set: { usedAt: at } },
      { returnDocument: 'after' },
    );

  const use = async (reference: string, at: Date): Promise<TemplateDocument | null> => {
    const found = await find(reference);
    if (found === null || found.usedAt !== undefined) return found;
    return (await markUsed(found, at)) ?? use(reference, at);
  };

  return {
    find,
    markUsed,

    /** As `find`; what it answers with never changes from then on. */
    use,

    versions: (name: string): Promise<TemplateDocument[]> =>
      templates.find({ name }).sort(NEWEST_VERSION).toArray(),

    /** The version that a request made before it was repeated. */
    madeBy: (name: string, requestKey: string): Promise<TemplateDocument | null> =>
      templates.findOne({ name, requestKey }),

    /** False when there is such a version already. */
    insert: (template: TemplateDocument, audited: Audited): Promise<boolean> =>
      insertNew(templates, template, audited),

    /** Null when it was used or changed since it was read: nothing is changed then. */
    change: (
      { _id, revision }: TemplateDocument,
      content: TemplateContent,
      at: Date,
      audited: Audited,
    ): Promise<TemplateDocument | null> => {
      const gone = OPTIONAL.filter((field) => content[field] === undefined);
      return templates.findOneAndUpdate(
        { _id, revision, ...UNUSED },
        {
          $set: { ...content, revision: revision + 1, updatedAt: at },
          ...(gone.length === 0 ? {} : { $unset: Object.fromEntries(gone.map((field) => [field, ''])) }),
        },
        { returnDocument: 'after', ...audited },
      );
    },

    /** One version, or with a name alone all of them. The first retirement stands. */
    retire: async (reference: string, at: Date, audited: Audited): Promise<void> => {
      const { name, version } = parseTemplateReference(reference);
      const those = version === undefined ? { name } : { name, version };
      await templates.updateMany(
        { ...those, retiredAt: { $exists: false } },
        { $set: { retiredAt: at, updatedAt: at }, $inc: { revision: 1 } },
        audited,
      );
    },

    /** The newest version of each that is not retired. */
    list: ({ studies, reportType, after, limit }: TemplateQuery): Promise<TemplateDocument[]> =>
      templates
        .aggregate<TemplateDocument>([
          { $match: { retiredAt: { $exists: false } } },
          { $sort: { name: 1, version: -1 } },
          { $group: { _id: '$name', newest: { $first: '$$ROOT' } } },
          { $replaceRoot: { newRoot: '$newest' } },
          {
            $match: {
              $and: [usableFor(studies), reportType === undefined ? {} : { reportType }, following(after)],
            },
          },
          { $sort: NEWEST_FIRST },
          { $limit: limit },
        ])
        .toArray(),
  };
};

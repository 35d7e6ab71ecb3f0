/** A row of the ledger: found, inserted once, changed only from a state that allows it. */
import type { LedgerRow } from '@rounds/contracts/ledger';
import type { Collection, Document } from 'mongodb';
import type { Audited } from './audit.repository.ts';
import { insertNew } from './duplicate.ts';

/** `Subject`: what a row is about, beside what became of it. */
export interface LedgerOptions<Subject> {
  readonly rows: Collection<LedgerRow & Document>;
  /** What finds its row: the derived id, and the study where it belongs to one. */
  readonly keyOf: (subject: Subject) => { readonly _id: string; readonly studyId?: string };
}

export type LedgerRows<Subject extends object> = ReturnType<typeof createLedgerRows<Subject>>;

export const createLedgerRows = <Subject extends object>({ rows, keyOf }: LedgerOptions<Subject>) => {
  type Row = Subject & LedgerRow;

  const find = async (subject: Subject): Promise<Row | null> =>
    (await rows.findOne(keyOf(subject))) as Row | null;

  /** Null when none of `from` is its state. */
  const change = async (
    subject: Subject,
    from: object,
    update: object | object[],
    audited?: Audited,
  ): Promise<Row | null> =>
    (await rows.findOneAndUpdate({ ...keyOf(subject), ...from }, update, {
      returnDocument: 'after',
      ...audited,
    })) as Row | null;

  return {
    find,
    change,

    /** Only one of several writers can insert the row; null: it was another one. */
    insert: async (subject: Subject, state: Omit<LedgerRow, '_id' | 'recipientId'>): Promise<Row | null> => {
      const row = { ...keyOf(subject), ...subject, ...state } as unknown as Row;
      return (await insertNew(rows, row)) ? row : null;
    },

    /** The row as it is after `to`, or as it stands when none of `from` is its state. */
    move: async (subject: Subject, from: object, to: Partial<LedgerRow>, at: Date): Promise<Row> => {
      const moved = await change(subject, from, { $set: { ...to, updatedAt: at } });
      const row = moved ?? (await find(subject));
      if (row === null) throw new Error('A row of the ledger has vanished.');
      return row;
    },
  };
};

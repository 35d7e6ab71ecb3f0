import type {
  ArtefactDocument,
  DeliveryDocument,
  FingerprintDocument,
  LinkDocument,
  OpeningDocument,
} from '@rounds/contracts/collections';
import type { Scope } from '@rounds/contracts/scope';
import { evidenceOf, type RunRecords } from './evidence.ts';

const BLINDED: Scope = { sites: 'all', unblinded: false };
const ofRun = { runId: 'run_1', studyId: 'S1' };
/** Minutes after eight. */
const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 16, 8, minute));

const file = (
  sha256: string,
  minute: number,
  more: Partial<FingerprintDocument> = {},
): FingerprintDocument => ({
  ...{ _id: `${sha256}|run_1|all-blinded|pdf`, ...ofRun, scope: BLINDED, format: 'pdf' },
  ...{ key: 'k', sha256, bytes: 1, madeAt: at(minute) },
  ...more,
});
const stored = ({ madeAt, ...made }: FingerprintDocument): ArtefactDocument => ({
  ...made,
  storedAt: madeAt,
});
const mail = (
  recipientId: string,
  minute: number,
  more: Partial<DeliveryDocument> = {},
): DeliveryDocument => ({
  ...{ _id: `run_1|${recipientId}|email`, ...ofRun, recipientId, channel: 'email', status: 'accepted' },
  ...{ acceptedAt: at(minute), updatedAt: at(minute) },
  ...more,
});
const link = (recipientId: string, more: Partial<LinkDocument> = {}): LinkDocument => ({
  ...{ _id: `hash-${recipientId}`, ...ofRun, recipientId, scope: BLINDED },
  ...{ createdAt: at(5), expiresAt: at(50) },
  ...more,
});
const opening = (
  userId: string,
  minute: number,
  more: Partial<OpeningDocument> = { what: 'page' },
): OpeningDocument => ({
  ...{ _id: `${userId}-${minute}`, linkId: null, ...ofRun, userId, what: 'download', at: at(minute) },
  ...more,
});

const records = (given: Partial<RunRecords> = {}): RunRecords => ({
  ...{ fingerprints: [], artefacts: [], deliveries: [], links: [], openings: [] },
  ...given,
});

const first = file('aa', 1);

describe('the evidence of a file', () => {
  it('is that it was made and never sent, while there is no other', () => {
    expect(evidenceOf(first, records({ fingerprints: [first], artefacts: [stored(first)] }))).toEqual({
      ...{ kept: true, supersededAt: null, sent: false, people: [] },
    });
  });

  it('is who was mailed a link to it, and who looked when', () => {
    const openings = [opening('ann', 7), opening('ann', 8, { sha256: 'aa', format: 'pdf' })];
    const given = { fingerprints: [first], deliveries: [mail('ann', 5)], links: [link('ann')], openings };
    const { sent, people, kept } = evidenceOf(first, records(given));
    expect({ sent, kept }).toEqual({ sent: true, kept: false });
    expect(people).toMatchObject([
      { userId: 'ann', delivery: { status: 'accepted' }, link: { _id: 'hash-ann' } },
    ]);
    expect(people[0]?.openings.map(({ what }) => what)).toEqual(['page', 'download']);
  });

  it.each([
    ['of another scope', link('ann', { scope: { sites: ['701'], unblinded: false } })],
    ['of another language', link('ann', { language: 'de' })],
  ])('is not a mail with a link to files %s', (_, other) => {
    const given = { fingerprints: [first], deliveries: [mail('ann', 5)], links: [other] };
    expect(evidenceOf(first, records({ ...given, openings: [opening('ann', 7)] }))).toMatchObject({
      ...{ sent: false, people: [] },
    });
  });

  it.each<[string, Partial<OpeningDocument>, boolean]>([
    ['of these bytes', { sha256: 'aa', format: 'pdf' }, true],
    ['of other bytes', { sha256: 'bb', format: 'pdf' }, false],
  ])('is a download %s without a mail: %j', (_, more, counts) => {
    const given = { fingerprints: [first], openings: [opening('ann', 7, more)] };
    expect(evidenceOf(first, records(given)).sent).toBe(counts);
  });

  it('is no sending that someone looked at what is held back', () => {
    const openings = [opening('ann', 7, { sha256: 'aa', heldBack: true })];
    const { sent, people } = evidenceOf(first, records({ fingerprints: [first], openings }));
    expect(sent).toBe(false);
    expect(people).toHaveLength(1);
  });

  it.each([
    ['intended', false],
    ['failed', false],
    ['suppressed', false],
    ['unknown', true],
  ] as const)('is a mail that is %s: sent %s', (status, sent) => {
    const deliveries = [mail('ann', 5, { status, intendedAt: at(4) })];
    expect(evidenceOf(first, records({ fingerprints: [first], deliveries, links: [link('ann')] })).sent).toBe(
      sent,
    );
  });
});

describe('a file in whose place another was made', () => {
  const second = file('bb', 20);
  const all = {
    fingerprints: [first, second],
    artefacts: [stored(second)],
    deliveries: [mail('ann', 5), mail('ben', 25)],
    links: [link('ann'), link('ben')],
    openings: [opening('ann', 10), opening('ann', 30)],
  };

  it('was sent to whom a mail had left before', () => {
    const { people, ...rest } = evidenceOf(first, records(all));
    expect(rest).toEqual({ kept: false, supersededAt: at(20), sent: true });
    expect(people.map(({ userId, openings }) => [userId, openings.length])).toEqual([['ann', 1]]);
  });

  it('is not what reached them later', () => {
    const { people, ...rest } = evidenceOf(second, records(all));
    expect(rest).toEqual({ kept: true, supersededAt: null, sent: true });
    expect(people.map(({ userId, delivery }) => [userId, delivery !== undefined])).toEqual([
      ['ann', false],
      ['ben', true],
    ]);
  });

  it('was never sent, where every mail left after', () => {
    const deliveries = [mail('ann', 25), mail('ben', 25)];
    expect(evidenceOf(first, records({ ...all, deliveries, openings: [] })).sent).toBe(false);
  });

  it('has another in its place also once both are removed', () => {
    expect(evidenceOf(first, records({ ...all, artefacts: [] })).supersededAt).toEqual(at(20));
    expect(evidenceOf(second, records({ ...all, artefacts: [] })).supersededAt).toBeNull();
  });

  it('has none where the same bytes were made again, nor beside a file of another format', () => {
    expect(evidenceOf(first, records({ ...all, artefacts: [stored(first)] })).supersededAt).toBeNull();
    const csv = file('cc', 30, { format: 'csv' });
    expect(
      evidenceOf(second, records({ ...all, fingerprints: [first, second, csv] })).supersededAt,
    ).toBeNull();
  });
});

/** Who was sent one file and what became of it, from the records of its run. Pure: every question has one answer. */
import type {
  ArtefactDocument,
  DeliveryDocument,
  FingerprintDocument,
  LinkDocument,
  OpeningDocument,
} from '@rounds/contracts/collections';
import { channelOf } from '@rounds/contracts/channel';
import { DEFAULT_LANGUAGE } from '@rounds/contracts/language';
import { scopeKey } from '@rounds/contracts/scope';

/** All of one run. */
export interface RunRecords {
  /** Oldest first. */
  readonly fingerprints: readonly FingerprintDocument[];
  readonly artefacts: readonly ArtefactDocument[];
  readonly deliveries: readonly DeliveryDocument[];
  readonly links: readonly LinkDocument[];
  readonly openings: readonly OpeningDocument[];
}

export interface PersonEvidence {
  readonly userId: string;
  readonly delivery?: DeliveryDocument;
  readonly link?: LinkDocument;
  /** Oldest first. */
  readonly openings: readonly OpeningDocument[];
}

export interface FileEvidence {
  readonly kept: boolean;
  readonly supersededAt: Date | null;
  /** Mailed, perhaps mailed, or fetched. */
  readonly sent: boolean;
  readonly people: readonly PersonEvidence[];
}

type Audience = Pick<FingerprintDocument, 'scope' | 'language'>;

const audienceKey = ({ scope, language }: Audience): string =>
  `${scopeKey(scope)}|${language ?? DEFAULT_LANGUAGE}`;

const inPlaceOf = (file: FingerprintDocument, other: FingerprintDocument | ArtefactDocument): boolean =>
  other.format === file.format && audienceKey(other) === audienceKey(file);

/** While the file stood in its place: what happened before or after was about another one. */
interface Reign {
  readonly from: Date | null;
  readonly until: Date | null;
}

const reignOf = (file: FingerprintDocument, { fingerprints, artefacts }: RunRecords): Reign => {
  const others = fingerprints.filter((each) => inPlaceOf(file, each) && each.sha256 !== file.sha256);
  const before = others.some(({ madeAt }) => madeAt < file.madeAt);
  const after = others.find(({ madeAt }) => madeAt > file.madeAt);
  const now = artefacts.find((each) => inPlaceOf(file, each));
  const stands = now === undefined ? after === undefined : now.sha256 === file.sha256;
  // Without a predecessor nothing is asked of the clocks of two processes.
  return { from: before ? file.madeAt : null, until: stands ? null : (after?.madeAt ?? null) };
};

const within = ({ from, until }: Reign, at: Date | undefined): boolean =>
  at !== undefined && (from === null || at >= from) && (until === null || at < until);

const isOfFile = (file: FingerprintDocument, { what, sha256 }: OpeningDocument): boolean =>
  what === 'page' || sha256 === file.sha256;

const personOf = (
  userId: string,
  file: FingerprintDocument,
  reign: Reign,
  { deliveries, links, openings }: RunRecords,
): PersonEvidence => {
  const link = links.find((each) => each.recipientId === userId && audienceKey(each) === audienceKey(file));
  const delivery = deliveries.find(({ recipientId }) => recipientId === userId);
  const mailed = link !== undefined && within(reign, delivery?.acceptedAt ?? delivery?.intendedAt);
  const opened = openings.filter((each) => each.userId === userId && within(reign, each.at));
  return {
    userId,
    ...(mailed && delivery !== undefined && { delivery }),
    ...(link !== undefined && { link }),
    // A page is one of the link: who has none looked at another file's.
    openings: opened.filter(
      (each) => isOfFile(file, each) && (each.what === 'download' || link !== undefined),
    ),
  };
};

const mayHaveIt = ({ delivery, openings }: PersonEvidence): boolean =>
  delivery?.status === 'accepted' ||
  delivery?.status === 'unknown' ||
  // Whoever looks at what the gate holds back decides about it: it is not sent by that.
  openings.some(({ what, heldBack }) => what === 'download' && heldBack !== true);

export const evidenceOf = (file: FingerprintDocument, records: RunRecords): FileEvidence => {
  const reign = reignOf(file, records);
  const ids = [
    ...records.deliveries.map(({ recipientId }) => recipientId),
    ...records.openings.map(({ userId }) => userId),
  ];
  // To a channel goes only that a report is there: nothing of a file is sent to it.
  const people = [...new Set(ids)]
    .filter((id) => channelOf(id) === 'email')
    .map((userId) => personOf(userId, file, reign, records))
    .filter(({ delivery, openings }) => delivery !== undefined || openings.length > 0);
  return {
    kept: records.artefacts.some((each) => each.sha256 === file.sha256 && inPlaceOf(file, each)),
    supersededAt: reign.until,
    sent: people.some(mayHaveIt),
    people,
  };
};

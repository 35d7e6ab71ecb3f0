/** What the sample's data capture system exports: questions about values of the visits, and when they were answered. */
import { SILENT_SITE_ID } from './protocol.ts';
import { randomFrom } from './random.ts';
import { dateOf } from './row-of.ts';
import type { Subject, Visit } from './subject.ts';

type Row = readonly string[];

export const QUERY_HEADINGS = 'id site subject domain variable openedAt answeredAt closedAt'.split(' ');

const ASKED: readonly (readonly [domain: string, variable: string])[] = [
  ['VS', 'VSORRES'],
  ['LB', 'LBDTC'],
  ['AE', 'AESTDTC'],
  ['CM', 'CMINDC'],
  ['SV', 'SVSTDTC'],
];

const queryOf = (subject: Subject, visit: Visit): Row[] => {
  const random = randomFrom(subject.seed, 'query', visit.number, visit.day);
  if (!random.chance(0.3)) return [];
  const [domain, variable] = random.pick(ASKED);
  const opened = visit.day + random.integer(3, 20);
  const answered = opened + random.integer(1, 25);
  const closed = answered + random.integer(0, 6);
  const waits = random.chance(subject.site.id === SILENT_SITE_ID ? 0.7 : 0.06);
  const rests = random.chance(0.05);
  return [
    [
      `Q-${subject.number}-${String(visit.number)}-${String(visit.day)}`,
      subject.site.id,
      subject.id,
      domain,
      variable,
      dateOf(opened),
      waits ? '' : dateOf(answered),
      waits || rests ? '' : dateOf(closed),
    ],
  ];
};

/** In the order of QUERY_HEADINGS. */
export const queryRows = (subjects: readonly Subject[]): Row[] =>
  subjects.flatMap((subject) => subject.visits.flatMap((visit) => queryOf(subject, visit)));

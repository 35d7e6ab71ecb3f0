/** Deaths and grave events of the period, in sentences of the first page. */
import type { AdverseEventRow } from '../../folds/adverse-event.ts';
import type { Death } from '../../folds/deaths.ts';
import type { AttentionItem } from '../report-model.ts';
import { sentence, type Voice } from '../words/voice.ts';

export const at = (site: string, { say }: Voice): string =>
  site === '' ? say('site-unknown') : say('at-site', { site });

const deathName =
  (voice: Voice) =>
  ({ subject, siteId, day, terms }: Death): string =>
    `${subject}, ${at(siteId, voice)}${day === null ? '' : `, ${voice.day(day)}`}${terms.length === 0 ? '' : ` (${terms.join(', ')})`}`;

/** @param current `this week` */
export const deathItems = (
  all: readonly Death[],
  section: string,
  current: string,
  voice: Voice,
): AttentionItem[] => {
  const { say, shortList } = voice;
  const found = all.filter(({ isNew }) => isNew);
  const late = all.filter(({ isLate }) => isLate === true);
  const named = (deaths: readonly Death[]) => shortList(deaths.map(deathName(voice)), 3);
  return [
    ...(found.length === 0
      ? []
      : [
          {
            lead: found.length === 1 ? say('death') : say('deaths'),
            sentence: sentence(
              say('deaths-reported-names', { n: found.length, current, names: named(found) }),
            ),
            section,
            urgent: true,
          },
        ]),
    ...(late.length === 0
      ? []
      : [
          {
            lead: say('told-late'),
            sentence: say('deaths-late-names', { n: late.length, names: named(late) }),
            section,
            urgent: true,
          },
        ]),
  ];
};

export const eventName =
  (voice: Voice) =>
  ({ preferredTerm, subject, siteId }: AdverseEventRow): string =>
    `${preferredTerm === '' ? voice.say('uncoded-event') : preferredTerm} (${subject}, ${at(siteId, voice)})`;

const ofEvents = (
  events: readonly AdverseEventRow[],
  lead: string,
  wordsOf: (found: { readonly n: number; readonly names: string }) => string,
  section: string,
  voice: Voice,
): AttentionItem[] =>
  events.length === 0
    ? []
    : [
        {
          lead,
          sentence: sentence(
            wordsOf({ n: events.length, names: voice.shortList(events.map(eventName(voice)), 3) }),
          ),
          section,
          urgent: true,
        },
      ];

/** Fatal is one fact and serious another: each has its own line. @param events those of the period */
export const fatalItems = (
  events: readonly AdverseEventRow[],
  section: string,
  current: string,
  voice: Voice,
): AttentionItem[] =>
  ofEvents(
    events.filter(({ fatal }) => fatal),
    voice.say('fatal'),
    (found) => voice.say('fatal-events-recorded-names', { ...found, current }),
    section,
    voice,
  );

/** What one variable says of an event against another. @param events those of the period */
export const contradictionItems = (
  events: readonly AdverseEventRow[],
  section: string,
  current: string,
  voice: Voice,
): AttentionItem[] => [
  ...ofEvents(
    events.filter(({ fatal, serious }) => fatal && !serious),
    voice.say('fatal-not-serious'),
    (found) => voice.say('fatal-not-marked-serious-names', { ...found, current }),
    section,
    voice,
  ),
  ...ofEvents(
    events.filter(({ byCriterion }) => byCriterion),
    voice.say('serious-in-question'),
    (found) => voice.say('events-meet-criterion-names', { ...found, current }),
    section,
    voice,
  ),
  ...ofEvents(
    events.filter(({ possibleDeath }) => possibleDeath),
    voice.say('possible-death'),
    (found) => voice.say('possible-deaths-names', { ...found, current }),
    section,
    voice,
  ),
];

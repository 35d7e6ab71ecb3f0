/** How the mail puts things to its reader: the same words for the same input wherever it is composed. */
import type { Headline } from '@rounds/contracts/dataset';
import type { Artefact } from '@rounds/contracts/run';
import type { Scope } from '@rounds/contracts/scope';
import type { Voice } from '@rounds/report-types/model/words/voice';

/** To whom the mail speaks, and on whose clock. */
export interface Reader {
  readonly voice: Voice;
  /** IANA zone in which they are told times. */
  readonly timeZone: string;
}

/** German nouns keep their capital, and Japanese has none. */
const inSentence = (name: string, { language }: Voice): string =>
  language === 'de' || language === 'ja' ? name : name.charAt(0).toLowerCase() + name.slice(1);

/** `weekly safety report`: its rhythm, then what it is called. */
const reportName = (
  { period, report = 'report' }: Pick<Headline, 'period' | 'report'>,
  voice: Voice,
): string => inSentence(voice.reportName(report, period), voice);

/** `ROUNDS-DEMO weekly report, 16–22 Nov 2026` */
export const titleWords = (headline: Pick<Headline, 'studyId' | 'period' | 'report'>, voice: Voice): string =>
  voice.say('{study} {report}, {period}', {
    study: headline.studyId,
    report: reportName(headline, voice),
    period: voice.shortPeriod(headline.period),
  });

/** `23 November 2026, 08:00 (Europe/Berlin)` */
export const instantWords = (instant: string | Date, { voice, timeZone }: Reader): string =>
  voice.say('{instant} ({zone})', { instant: voice.instant(instant, timeZone), zone: timeZone });

/** `This report is late: it was due on 23 November 2026, 08:00 (Europe/Berlin).` */
export const lateWords = (dueAt: string, reader: Reader): string =>
  reader.voice.say('This report is late: it was due on {due}.', { due: instantWords(dueAt, reader) });

const MOST_SITES_NAMED = 8;

const sitesWords = ({ sites }: Scope, { say, list }: Voice): string => {
  if (sites === 'all') return say('all sites');
  if (sites.length > MOST_SITES_NAMED) return say('{n## site|# sites}', { n: sites.length });
  return sites.length === 1
    ? say('site {sites}', { sites: sites.join('') })
    : say('sites {sites}', { sites: list(sites) });
};

/** `sites 701 and 702, treatment arms masked` */
const scopeWords = (scope: Scope, voice: Voice): string =>
  voice.say('{sites}, {arms}', {
    sites: sitesWords(scope, voice),
    arms: scope.unblinded ? voice.say('treatment arms shown') : voice.say('treatment arms masked'),
  });

interface Audience {
  readonly headline: Pick<Headline, 'studyId' | 'period' | 'report'>;
  readonly scope: Scope;
  readonly recipientName: string | null;
}

/** Who the mail is for, why, and what it shows. */
export const audienceWords = ({ headline, scope, recipientName }: Audience, voice: Voice): string =>
  voice.say('For {name}, because you receive the {study} {report}. It shows {scope}.', {
    name: recipientName ?? voice.say('you'),
    study: headline.studyId,
    report: reportName(headline, voice),
    scope: scopeWords(scope, voice),
  });

/** `2 items need attention` */
export const attentionWords = (n: number, { say }: Voice): string =>
  say('{n## item needs|# items need} attention', { n });

/** `1,234`; at most two decimals. A dash where there is none. */
export const numberWords = (value: number | null, { number }: Voice): string =>
  number(value === null ? null : Math.round(value * 100) / 100);

/** `PDF (412 kB), XLSX (38 kB)` */
export const filesWords = (artefacts: readonly Artefact[], { size }: Voice): string =>
  artefacts.map(({ format, bytes }) => `${format.toUpperCase()} (${size(bytes)})`).join(', ');

/** The first 12 digits name a cut well enough for people; pages print the whole. */
export const cutWords = (cut: string): string => cut.slice(0, 12);

/** `Made from cut ab12…, of 23 November 2026, 07:58 (Europe/Berlin).` */
export const madeFromWords = ({ cut, cutAt }: Headline, reader: Reader): string =>
  cutAt === undefined
    ? reader.voice.say('Made from cut {cut}.', { cut: cutWords(cut) })
    : reader.voice.say('Made from cut {cut} of {instant}.', {
        cut: cutWords(cut),
        instant: instantWords(cutAt, reader),
      });

/** What the headline says, in the reader's language where its maker knew that language. */
export const headlineIn = (headline: Headline, { language }: Voice): Headline => {
  const words = headline.words?.[language];
  if (words === undefined) return headline;
  const figures = headline.figures.map((figure, index) => ({
    ...figure,
    label: words.labels[index] ?? figure.label,
  }));
  return { ...headline, figures, attention: words.attention, changes: words.changes };
};

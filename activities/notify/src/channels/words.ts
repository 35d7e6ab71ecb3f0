/** How messages put things to their reader: the same words for the same input wherever it is composed. */
import { isReviewed, type Language } from '@rounds/contracts/language';
import type { SpokenHeadline } from '@rounds/report-types/spoken-headline';
import type { Artefact, RunRequest } from '@rounds/contracts/run';
import type { Scope } from '@rounds/contracts/scope';
import type { Voice } from '@rounds/report-types/model/words/voice';

/** To whom a message speaks, and on whose clock. */
export interface Reader {
  readonly voice: Voice;
  /** IANA zone in which they read times. */
  readonly timeZone: string;
}

/** Whose wish the report is, which no file says: all who wish for the same get the same files. */
export interface Asked {
  /** Name or address. */
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  readonly runId: string;
}

/** `ROUNDS-DEMO weekly report, 16–22 Nov 2026` */
export const titleWords = (
  headline: Pick<SpokenHeadline, 'studyId' | 'period' | 'report'>,
  voice: Voice,
): string =>
  voice.say('mail.subject', {
    study: headline.studyId,
    report: voice.inSentence(headline.report),
    period: voice.shortPeriod(headline.period),
  });

/** `23 November 2026, 08:00 (Europe/Berlin)` */
export const instantWords = (instant: string | Date, { voice, timeZone }: Reader): string =>
  voice.say('mail.instant-in-zone', { instant: voice.instant(instant, timeZone), zone: timeZone });

/** `This report is late: it was due on 23 November 2026, 08:00 (Europe/Berlin).` */
export const lateWords = (dueAt: string, reader: Reader): string =>
  reader.voice.say('mail.late', { due: instantWords(dueAt, reader) });

const MOST_SITES_NAMED = 8;

const sitesWords = ({ sites }: Scope, { say, list }: Voice): string => {
  if (sites === 'all') return say('mail.all-sites');
  if (sites.length > MOST_SITES_NAMED) return say('n-sites', { n: sites.length });
  return sites.length === 1
    ? say('mail.site-in-scope', { sites: sites.join('') })
    : say('mail.sites-in-scope', { sites: list(sites) });
};

/** `sites 701 and 702, treatment arms masked` */
const scopeWords = (scope: Scope, voice: Voice): string =>
  voice.say('mail.sites-and-arms', {
    sites: sitesWords(scope, voice),
    arms: scope.unblinded ? voice.say('mail.treatment-arms-shown') : voice.say('treatment-arms-masked'),
  });

interface Audience {
  readonly headline: Pick<SpokenHeadline, 'studyId' | 'report'>;
  readonly scope: Scope;
  readonly recipientName: string | null;
}

/** Who the mail is for, why, and what it shows. */
export const audienceWords = ({ headline, scope, recipientName }: Audience, voice: Voice): string =>
  voice.say('mail.why-you-get-this', {
    name: recipientName ?? voice.say('mail.you'),
    study: headline.studyId,
    report: voice.inSentence(headline.report),
    scope: scopeWords(scope, voice),
  });

/** Under a mail whose words nobody has reviewed yet. */
export const draftWords = ({ language, say }: Voice): string[] =>
  isReviewed(language) ? [] : [say('draft-translation-meaning')];

/** `2 items need attention` */
export const attentionWords = (n: number, { say }: Voice): string => say('items-need-attention', { n });

/** `1,234`; at most two decimals. A dash where there is none. */
export const numberWords = (value: number | null, { number }: Voice): string =>
  number(value === null ? null : Math.round(value * 100) / 100);

/** `PDF (412 kB), XLSX (38 kB)` */
export const filesWords = (artefacts: readonly Artefact[], { size }: Voice): string =>
  artefacts.map(({ format, bytes }) => `${format.toUpperCase()} (${size(bytes)})`).join(', ');

/** The first 12 digits name a cut well enough for people; pages print the whole. */
export const cutWords = (cut: string): string => cut.slice(0, 12);

/** `Made from cut ab12…, of 23 November 2026, 07:58 (Europe/Berlin).` */
export const madeFromWords = (
  { cut, cutAt }: Pick<SpokenHeadline, 'cut' | 'cutAt'>,
  reader: Reader,
): string =>
  reader.voice.say('mail.made-from-cut-of', { cut: cutWords(cut), instant: instantWords(cutAt, reader) });

/** `Requested by Anna Weber on 23 November 2026, 07:58 (Europe/Berlin); reference sub_….2026-11-23.` */
export const askedWords = (asked: Asked | undefined, reader: Reader): string[] =>
  asked === undefined
    ? []
    : [
        reader.voice.say('mail.asked-for', {
          ...{ who: asked.by, at: instantWords(asked.at, reader), reference: asked.runId },
        }),
      ];

/** What is said where nobody knows who reads it: that a report is there, and nothing of what it says. */
export interface Arrival {
  readonly language: Language;
  /** `ROUNDS-DEMO weekly report, 16–22 Nov 2026` */
  readonly title: string;
  readonly lines: readonly string[];
  readonly link?: { readonly label: string; readonly url: string };
}

interface Arriving {
  readonly headline: Pick<SpokenHeadline, 'studyId' | 'period' | 'report'>;
  readonly reader: Reader;
  readonly late?: RunRequest['late'];
}

const arrival = ({ headline, reader, late }: Arriving, lines: readonly string[]): Arrival => ({
  language: reader.voice.language,
  title: titleWords(headline, reader.voice),
  lines: [
    ...lines,
    ...(late === undefined ? [] : [lateWords(late.dueAt, reader)]),
    ...draftWords(reader.voice),
  ],
});

export const reportThere = (
  report: Arriving & { readonly partial?: boolean; readonly linkUrl: string },
): Arrival => {
  const { say } = report.reader.voice;
  const lines = [say('mail.channel-report-there'), ...(report.partial === true ? [say('mail.partial')] : [])];
  const link = { label: say('mail.channel-sign-in-and-open'), url: report.linkUrl };
  return { ...arrival(report, lines), link };
};

export const nothingNew = (note: Arriving): Arrival =>
  arrival(note, [note.reader.voice.say('mail.channel-nothing-changed')]);

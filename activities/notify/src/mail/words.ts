/** How the mail puts things: English, the same words for the same input wherever it is composed. */
import type { Headline } from '@rounds/contracts/dataset';
import type { Artefact } from '@rounds/contracts/run';
import type { LocalDate, Period } from '@rounds/contracts/period';
import type { Scope } from '@rounds/contracts/scope';

const DAY_MS = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const epoch = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`);

const parts = (date: LocalDate) => {
  const [year = '', month = '', day = ''] = date.split('-');
  return { year, month: MONTHS[Number(month) - 1] ?? month, day: String(Number(day)) };
};

/** `22 Nov 2026` */
export const dateWords = (date: LocalDate): string => {
  const { day, month, year } = parts(date);
  return `${day} ${month} ${year}`;
};

/** `16–22 Nov 2026`: both days belong to the period, unlike its exclusive end. */
export const periodWords = ({ start, end }: Period): string => {
  const last = new Date(epoch(end) - DAY_MS).toISOString().slice(0, 10);
  if (last === start) return dateWords(start);
  const [from, to] = [parts(start), parts(last)];
  if (from.year !== to.year) return `${dateWords(start)} – ${dateWords(last)}`;
  if (from.month !== to.month) return `${from.day} ${from.month} – ${dateWords(last)}`;
  return `${from.day}–${dateWords(last)}`;
};

interface PeriodNames {
  readonly report: string;
  readonly current: string;
  readonly previous: string;
}

/** What people call a period of that length. */
export const periodNames = ({ start, end }: Period): PeriodNames => {
  const days = Math.round((epoch(end) - epoch(start)) / DAY_MS);
  if (days === 1) return { report: 'daily report', current: 'This day', previous: 'Day before' };
  if (days === 7) return { report: 'weekly report', current: 'This week', previous: 'Week before' };
  if (days >= 28 && days <= 31) {
    return { report: 'monthly report', current: 'This month', previous: 'Month before' };
  }
  return { report: 'report', current: 'This period', previous: 'Period before' };
};

/** `weekly safety report`: its rhythm, then what it is called. */
export const reportName = ({ period, report = 'report' }: Pick<Headline, 'period' | 'report'>): string =>
  periodNames(period).report.replace(/report$/, report);

/** `This report is late: it was due on 23 Nov 2026 at 08:00.` The moment is ISO 8601 on the schedule's clock. */
export const lateWords = (dueAt: string): string =>
  `This report is late: it was due on ${dateWords(dueAt.slice(0, 10))} at ${dueAt.slice(11, 16)}.`;

/** Of a report that is sent although the check before sending found something wrong with it. */
export const PARTIAL_WORDS = 'This report is partial: it lacks something, which its first page names.';

/** The local day of an instant. */
export const localDay = (instant: Date, timeZone: string): LocalDate =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  );

const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

const MOST_SITES_NAMED = 8;

/** `sites 701 and 702, treatment arms masked` */
const scopeWords = ({ sites, unblinded }: Scope): string => {
  const arms = unblinded ? 'treatment arms shown' : 'treatment arms masked';
  if (sites === 'all') return `all sites, ${arms}`;
  if (sites.length > MOST_SITES_NAMED) return `${sites.length} sites, ${arms}`;
  return `${sites.length === 1 ? 'site' : 'sites'} ${list(sites)}, ${arms}`;
};

/** Who the mail is for, why, and what it shows. */
export const audienceWords = ({ headline, scope, recipientName }: Audience): string =>
  `For ${recipientName ?? 'you'}, because you receive the ${headline.studyId} ${reportName(headline)}. ` +
  `It shows ${scopeWords(scope)}.`;

interface Audience {
  readonly headline: Pick<Headline, 'studyId' | 'period' | 'report'>;
  readonly scope: Scope;
  readonly recipientName: string | null;
}

/** `2 items need attention` */
export const attentionWords = (count: number): string =>
  count === 1 ? '1 item needs attention' : `${count} items need attention`;

/** `1,234`; at most two decimals. */
export const numberWords = (value: number): string =>
  new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(value);

const size = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** `PDF (412 kB), XLSX (38 kB)` */
export const filesWords = (artefacts: readonly Artefact[]): string =>
  artefacts.map(({ format, bytes }) => `${format.toUpperCase()} (${size(bytes)})`).join(', ');

/** The first 12 digits name a cut well enough for people; pages print the whole. */
export const cutWords = (cut: string): string => cut.slice(0, 12);

import type { Headline } from '@rounds/contracts/dataset';
import type { ReportMail } from './report-mail.ts';
import {
  attentionWords,
  audienceWords,
  cutWords,
  dateWords,
  filesWords,
  lateWords,
  PARTIAL_WORDS,
  localDay,
  numberWords,
  periodNames,
  reportName,
  periodWords,
} from './words.ts';

const bullets = (sentences: readonly string[]): string[] => sentences.map((sentence) => `- ${sentence}`);

const figureLines = ({ figures, period }: Headline): string[] => {
  const { current, previous } = periodNames(period);
  const width = Math.max(...figures.map(({ label }) => label.length), 0);
  const row = (label: string, value: string, before: string) =>
    `${label.padEnd(width)}  ${value.padStart(current.length)}  ${before.padStart(previous.length)}`;
  return [
    row('', current, previous),
    ...figures.map(({ label, value, previous: before }) =>
      row(label, numberWords(value), before === null ? '–' : numberWords(before)),
    ),
  ];
};

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title.toUpperCase(), ...lines];

/** The same mail for programs that show no HTML, and for people who prefer none. */
export const reportMailText = (mail: ReportMail): string => {
  const { headline, artefacts, linkUrl, linkExpiresAt, unsubscribeUrl } = mail;
  const { studyId, studyTitle, period, timeZone, attention, changes, cut } = headline;
  const attentionLines = attention.length === 0 ? ['Nothing needs attention.'] : bullets(attention);
  return [
    `${studyId} ${reportName(headline)}, ${periodWords(period)}`,
    studyTitle,
    ...(mail.partial === true ? ['', PARTIAL_WORDS] : []),
    ...(mail.late === undefined ? [] : ['', lateWords(mail.late.dueAt)]),
    ...section(attention.length === 0 ? 'Attention' : attentionWords(attention.length), attentionLines),
    ...section('Headline figures', figureLines(headline)),
    ...section('Since the last report', bullets(changes)),
    '',
    `Open the report: ${linkUrl}`,
    `Files: ${filesWords(artefacts)}`,
    `The link is yours alone: it opens until ${dateWords(localDay(linkExpiresAt, timeZone))}, after a check of your rights.`,
    '',
    '--',
    audienceWords(mail),
    `Made from cut ${cutWords(cut)}.`,
    ...(unsubscribeUrl === undefined ? [] : [`Unsubscribe: ${unsubscribeUrl}`]),
    '',
  ].join('\n');
};

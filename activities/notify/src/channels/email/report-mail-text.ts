import type { Voice } from '@rounds/report-types/model/words/voice';
import type { ReportToTell } from '../channel.ts';
import type { SpokenHeadline } from '@rounds/report-types/spoken-headline';
import {
  askedWords,
  attentionWords,
  audienceWords,
  draftWords,
  filesWords,
  instantWords,
  lateWords,
  madeFromWords,
  numberWords,
  titleWords,
} from '../words.ts';

const bullets = (sentences: readonly string[]): string[] => sentences.map((sentence) => `- ${sentence}`);

/** In the columns of a terminal, where the characters of East Asia are twice as wide. */
const widthOf = (text: string): number =>
  Array.from(text).reduce(
    (width, character) => width + (/[\u1100-\u115F\u2E80-\uFF60]/u.test(character) ? 2 : 1),
    0,
  );
const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
const padStart = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - widthOf(text))) + text;

const figureLines = ({ figures, period }: SpokenHeadline, voice: Voice): string[] => {
  const { currentShort: current, previousShort: previous } = voice.nouns(period);
  const width = Math.max(...figures.map(({ label }) => widthOf(label)), 0);
  const row = (label: string, value: string, before: string) =>
    `${padEnd(label, width)}  ${padStart(value, widthOf(current))}  ${padStart(before, widthOf(previous))}`;
  return [
    row('', current, previous),
    ...figures.map(({ label, value, previous: before }) =>
      row(label, numberWords(value, voice), numberWords(before, voice)),
    ),
  ];
};

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title.toUpperCase(), ...lines];

const newsLines = (
  { headline: { attention, changes }, ...mail }: ReportToTell,
  figures: string[],
): string[] => {
  const { voice } = mail.reader;
  const { say } = voice;
  const isCalm = attention.length === 0;
  return [
    ...section(
      isCalm ? say('mail.attention') : attentionWords(attention.length, voice),
      isCalm ? [say('mail.nothing-needs-attention-sentence')] : bullets(attention),
    ),
    ...section(say('mail.headline-figures'), figures),
    ...section(say('mail.since-the-last-report'), bullets(changes)),
  ];
};

/** The same mail for programs that show no HTML, and for people who prefer none. */
export const reportMailText = (mail: ReportToTell): string => {
  const { headline, reader, artefacts, linkUrl, linkExpiresAt, unsubscribeUrl } = mail;
  const { voice } = reader;
  const { say } = voice;
  return [
    titleWords(headline, voice),
    headline.studyTitle,
    ...(mail.partial === true ? ['', say('mail.partial')] : []),
    ...(mail.late === undefined ? [] : ['', lateWords(mail.late.dueAt, reader)]),
    ...newsLines(mail, figureLines(headline, voice)),
    '',
    say('mail.open-the-report-at', { url: linkUrl }),
    say('mail.files', { files: filesWords(artefacts, voice) }),
    say('mail.link-is-yours', {
      expiry: instantWords(linkExpiresAt, reader),
    }),
    '',
    '--',
    audienceWords(mail, voice),
    madeFromWords(headline, reader),
    ...askedWords(mail.asked, reader),
    ...draftWords(voice),
    ...(unsubscribeUrl === undefined ? [] : [say('mail.unsubscribe-at', { url: unsubscribeUrl })]),
    '',
  ].join('\n');
};

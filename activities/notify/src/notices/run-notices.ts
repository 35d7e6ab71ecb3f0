/** What is said of a run that failed, was held back, did not reach everybody, or told blinded readers less than it was to. */
import type { RunFault } from '@rounds/contracts/run';
import { findingWords } from '@rounds/report-types/model/parts/findings';
import { toldWords } from '@rounds/report-types/model/parts/why';
import type { Voice } from '@rounds/report-types/model/words/voice';
import {
  seeRun,
  titleOf,
  type About,
  type NoticeContext,
  type NoticeWords,
  type Writer,
} from './notice-writer.ts';

const wentWrong = (fault: Pick<RunFault, 'code' | 'why'> | undefined, voice: Voice): string[] =>
  fault === undefined
    ? []
    : [voice.say('mail.fault', { message: toldWords(fault, voice), code: fault.code })];

type AboutRun = About<
  'run-failed' | 'hidden-from-blinded' | 'run-quarantined' | 'mails-undelivered' | 'file-gone'
>;

/** What each message of a run names. */
const named = ({ studyId: study, reportType, due }: AboutRun, voice: Voice) => ({
  type: titleOf(reportType, voice),
  ...{ study, due: voice.day(due) },
});

/** What happened, more about it, what to do next; leads to the page of the run. */
const runNotice = (
  about: AboutRun,
  [what, ...more]: readonly [string, ...string[]],
  context: NoticeContext,
  voice: Voice,
): NoticeWords => {
  const { study, due } = named(about, voice);
  return {
    subject: voice.say(`mail.${about.kind}.subject`, { study, due }),
    paragraphs: [what, ...more, voice.say(`mail.${about.kind}.next`)],
    action: seeRun(context, about.runId, voice),
  };
};

export const runFailed: Writer<'run-failed'> = (about, context, voice) => {
  const what = voice.say('mail.run-failed.what', named(about, voice));
  return runNotice(about, [what, ...wentWrong(about.fault, voice)], context, voice);
};

const foundLines = (
  { findings, others }: NonNullable<NoticeContext['found']> = { findings: [], others: 0 },
  voice: Voice,
): string[] => [
  ...findings.map((finding) => `${finding.check}, ${finding.where}: ${findingWords(finding, voice)}`),
  ...(others === 0 ? [] : [voice.say('mail.not-listed-here', { n: others })]),
];

export const hiddenFromBlinded: Writer<'hidden-from-blinded'> = (about, context, voice) => {
  const what = voice.say('mail.hidden-from-blinded.what', named(about, voice));
  return runNotice(about, [what, ...foundLines(context.found, voice)], context, voice);
};

export const runQuarantined: Writer<'run-quarantined'> = (about, context, voice) => {
  const what = voice.say('mail.run-quarantined.what', named(about, voice));
  return runNotice(about, [what, ...foundLines(context.found, voice)], context, voice);
};

export const mailsUndelivered: Writer<'mails-undelivered'> = (about, context, voice) => {
  const { say } = voice;
  const { all, failed, inDoubt: doubtful } = about.mails;
  const { undelivered = [] } = context;
  const what = say('mail.mails-undelivered.what', { ...named(about, voice), all, failed, doubtful });
  const who =
    undelivered.length === 0 ? [] : [say('mail.mails-undelivered.who', { who: undelivered.join(', ') })];
  return runNotice(about, [what, ...wentWrong(about.fault, voice), ...who], context, voice);
};

export const fileGone: Writer<'file-gone'> = (about, context, voice) => {
  const format = about.format.toUpperCase();
  const what = voice.say('mail.file-gone.what', { ...named(about, voice), format });
  return runNotice(about, [what], context, voice);
};

/** What is said of a run that failed, was held back, did not reach everybody, or told blinded readers less than it was to. */
import type { RunFault } from '@rounds/contracts/run';
import { findingWords } from '@rounds/report-types/model/parts/findings';
import { toldWords } from '@rounds/report-types/model/parts/why';
import type { Voice } from '@rounds/report-types/model/words/voice';
import { seeRun, titleOf, type NoticeContext, type Writer } from './notice-writer.ts';

const wentWrong = (fault: Pick<RunFault, 'code' | 'why'> | undefined, voice: Voice): string[] =>
  fault === undefined
    ? []
    : [voice.say('mail.fault', { message: toldWords(fault, voice), code: fault.code })];

export const runFailed: Writer<'run-failed'> = (
  { runId, studyId: study, reportType, due: day, fault },
  context,
  voice,
) => {
  const { say } = voice;
  const due = voice.day(day);
  const type = titleOf(reportType, voice);
  return {
    subject: say('mail.run-failed.subject', { study, due }),
    paragraphs: [
      say('mail.run-failed.what', { type, study, due }),
      ...wentWrong(fault, voice),
      say('mail.run-failed.next'),
    ],
    action: seeRun(context, runId, voice),
  };
};

const foundLines = (
  { findings, others }: NonNullable<NoticeContext['found']> = { findings: [], others: 0 },
  voice: Voice,
): string[] => [
  ...findings.map((finding) => `${finding.check}, ${finding.where}: ${findingWords(finding, voice)}`),
  ...(others === 0 ? [] : [voice.say('mail.not-listed-here', { n: others })]),
];

export const hiddenFromBlinded: Writer<'hidden-from-blinded'> = (
  { runId, studyId: study, reportType, due: day },
  context,
  voice,
) => {
  const { say } = voice;
  const due = voice.day(day);
  const type = titleOf(reportType, voice);
  return {
    subject: say('mail.hidden-from-blinded.subject', { study, due }),
    paragraphs: [
      say('mail.hidden-from-blinded.what', { type, study, due }),
      ...foundLines(context.found, voice),
      say('mail.hidden-from-blinded.next'),
    ],
    action: seeRun(context, runId, voice),
  };
};

export const runQuarantined: Writer<'run-quarantined'> = (
  { runId, studyId: study, reportType, due: day },
  context,
  voice,
) => {
  const { say } = voice;
  const due = voice.day(day);
  const type = titleOf(reportType, voice);
  return {
    subject: say('mail.run-quarantined.subject', { study, due }),
    paragraphs: [
      say('mail.run-quarantined.what', { type, study, due }),
      ...foundLines(context.found, voice),
      say('mail.run-quarantined.next'),
    ],
    action: seeRun(context, runId, voice),
  };
};

export const mailsUndelivered: Writer<'mails-undelivered'> = (
  { runId, studyId: study, reportType, due: day, mails, fault },
  context,
  voice,
) => {
  const { say } = voice;
  const due = voice.day(day);
  const type = titleOf(reportType, voice);
  const { all, failed, inDoubt: doubtful } = mails;
  const { undelivered = [] } = context;
  return {
    subject: say('mail.mails-undelivered.subject', { study, due }),
    paragraphs: [
      say('mail.mails-undelivered.what', { type, study, due, all, failed, doubtful }),
      ...wentWrong(fault, voice),
      ...(undelivered.length === 0
        ? []
        : [say('mail.mails-undelivered.who', { who: undelivered.join(', ') })]),
      say('mail.mails-undelivered.next'),
    ],
    action: seeRun(context, runId, voice),
  };
};

export const fileGone: Writer<'file-gone'> = (
  { runId, studyId: study, reportType, due: day, format },
  context,
  voice,
) => {
  const { say } = voice;
  const due = voice.day(day);
  const type = titleOf(reportType, voice);
  return {
    subject: say('mail.file-gone.subject', { study, due }),
    paragraphs: [
      say('mail.file-gone.what', { format: format.toUpperCase(), type, study, due }),
      say('mail.file-gone.next'),
    ],
    action: seeRun(context, runId, voice),
  };
};

/** What is said of a run that failed, was held back, did not reach everybody, or told blinded readers less than it was to. */
import type { RunFault } from '@rounds/contracts/run';
import type { Voice } from '@rounds/report-types/model/words/voice';
import { seeRun, titleOf, type NoticeContext, type Writer } from './notice-writer.ts';

const wentWrong = (fault: Pick<RunFault, 'code' | 'message'> | undefined, { say, told }: Voice): string[] =>
  fault === undefined
    ? []
    : [say('What went wrong: {message} ({code})', { message: told(fault.message), code: fault.code })];

export const runFailed: Writer<'run-failed'> = (
  { runId, studyId: study, reportType, due: day, fault },
  context,
  voice,
) => {
  const { say } = voice;
  const due = voice.day(day);
  const type = titleOf(reportType, voice);
  return {
    subject: say('{study}: the report due {due} failed', { study, due }),
    paragraphs: [
      say(
        'The report {type} of the study {study}, due {due}, could not be made or sent. None of its recipients has it.',
        { type, study, due },
      ),
      ...wentWrong(fault, voice),
      say(
        'Nothing is lost: once the cause is mended, it can be taken up where it stopped, on the same data. The next report comes as scheduled.',
      ),
    ],
    action: seeRun(context, runId, voice),
  };
};

const foundLines = (
  { findings, others }: NonNullable<NoticeContext['found']> = { findings: [], others: 0 },
  { say, told }: Voice,
): string[] => [
  ...findings.map(({ check, where, message }) => `${check}, ${where}: ${told(message)}`),
  ...(others === 0 ? [] : [say('Not listed here: {n} more.', { n: others })]),
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
    subject: say('{study}: hidden from blinded readers of the report due {due}', { study, due }),
    paragraphs: [
      say(
        'In the report {type} of the study {study}, due {due}, a second check came upon what may tell blinded readers a treatment, and hid it from them. It holds no report back.',
        { type, study, due },
      ),
      ...foundLines(context.found, voice),
      say(
        'What it was is not said here. Whoever is unblinded sees it in the document or the report itself, and can have it corrected. Operators: that the first check let it through is a fault of Rounds.',
      ),
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
    subject: say('{study}: the report due {due} is held back', { study, due }),
    paragraphs: [
      say(
        'The report {type} of the study {study}, due {due}, was made, but the check before sending found something wrong with it. Those for whom it was made do not have it.',
        { type, study, due },
      ),
      ...foundLines(context.found, voice),
      say(
        'It waits for you: mend the cause and have it made anew on the same data, or look at it and release it as it is, saying why. The next report comes as scheduled.',
      ),
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
    subject: say('{study}: not everybody has the report due {due}', { study, due }),
    paragraphs: [
      say(
        'The report {type} of the study {study}, due {due}, was made. Of {all} mails {failed} were not delivered, and of {doubtful} nobody can tell yet.',
        { type, study, due, all, failed, doubtful },
      ),
      ...wentWrong(fault, voice),
      ...(undelivered.length === 0 ? [] : [say('Who is concerned: {who}', { who: undelivered.join(', ') })]),
      say(
        'What may pass by itself is tried again for three days. For anything else mend the cause, e.g. the address, and have the mail sent again to exactly those; where nobody can tell, look whether it came, and say so. Whoever has the report gets no second mail.',
      ),
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
    subject: say('{study}: a file of the report due {due} is gone', { study, due }),
    paragraphs: [
      say(
        'Somebody asked for the {format} of the report {type} of the study {study}, due {due}. The object store has the file no longer.',
        { format: format.toUpperCase(), type, study, due },
      ),
      say('Restore the file from a backup of the object store, or have the report made anew.'),
    ],
    action: seeRun(context, runId, voice),
  };
};

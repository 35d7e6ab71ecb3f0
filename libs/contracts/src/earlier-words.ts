/**
 * What earlier versions said in words, by code: for what they left in records (the migration of `rounds setup`) and
 * for what their workers still send. Nothing else reads words.
 */
import { asTold, because, whyOf, type CauseCode, type InWords, type Why } from './why.ts';

const SENTENCES: Readonly<Record<string, CauseCode>> = {
  'An earlier attempt was not answered, and sending again could bring a second mail.': 'mail-not-answered',
  'Cancelled before it began.': 'cancelled-before',
  'It is to be sent again.': 'mail-to-send-again',
  'It was not recorded why.': 'not-recorded',
  'Its owner may no longer see the study, and nobody took it over.': 'owner-left',
  'Mail to the recipient came back for good. An operator can lift this.': 'address-bounced',
  'No mail goes to this recipient.': 'takes-no-mail',
  'No recipient was to be mailed.': 'nobody-to-mail',
  'Nothing changed since the last report.': 'nothing-changed',
  'Nothing was to be sent.': 'nothing-to-send',
  'Only who unsubscribed can take it back.': 'not-the-invited',
  'Somebody looked, and found that it was sent.': 'mail-vouched-for',
  'The files were removed by the retention policy; the report can be made anew.': 'files-removed',
  'The last day of the subscription has passed.': 'last-day-passed',
  'The link is no longer there.': 'link-gone',
  'The mail came back.': 'mail-came-back',
  'The mail provider does not have it.': 'mail-not-at-provider',
  'The provider did not say what became of the mail.': 'mail-not-told',
  'The owner of the subscription is not a member of the study.': 'owner-not-a-member',
  'The recipient is not a member of the study.': 'not-a-member',
  'The recipient may no longer see everything that the report shows.': 'sees-less',
  'The recipient reported a mail as unwanted. An operator can lift this.': 'address-complained',
  'The recipient unsubscribed.': 'unsubscribed',
  'The run ended before the provider said what became of the mail.': 'mail-not-followed',
  'The run was cancelled while this mail was under way.': 'mail-cancelled',
  'The run was cancelled.': 'cancelled',
  'The subscription has no recipients.': 'no-recipients',
  'The subscription is no longer there.': 'subscription-gone',
  'The subscription was cancelled.': 'subscription-cancelled',
  'The workflow of this run failed before the run had ended.': 'workflow-failed',
  'The workflow of this run is gone.': 'workflow-gone',
  'The workflow of this run ran out of time before the run had ended.': 'workflow-timed-out',
  'The workflow of this run was cancelled.': 'workflow-cancelled',
  'The workflow of this run was terminated before the run had ended.': 'workflow-terminated',
  'There is no such recipient any more.': 'no-such-recipient',
  'There is no such recipient.': 'no-such-recipient',
  'no reason given': 'mail-without-reason',
};

type Reader = readonly [RegExp, (...found: string[]) => Why];

/** With values in them, or before and after another sentence. */
const READERS: readonly Reader[] = [
  [
    /^(?:(.+) )?Nothing changed for (\d+) of (\d+) recipients\.$/s,
    (before = '', unchanged, all) => [
      ...(before === '' ? [] : causesIn(before)),
      ...because('unchanged-for', { unchanged: Number(unchanged), all: Number(all) }),
    ],
  ],
  [
    /^Nothing changed since the last report\. (.+)$/s,
    (rest = '') => [...because('nothing-changed'), ...causesIn(rest)],
  ],
  [
    /^(\d+) of (\d+) mails not delivered: (.*)$/s,
    (undelivered, all, rest = '') => [
      ...because('mails-undelivered', { undelivered: Number(undelivered), all: Number(all) }),
      ...causesIn(rest),
    ],
  ],
  [/^No recipient could be mailed: (.*)$/s, (rest = '') => [...because('nobody-mailed'), ...causesIn(rest)]],
  [/^Cancelled in the step ([a-z-]+)\.$/, (step = '') => because('cancelled-in', { step })],
  [/^The study was closed on (\S+)\.$/, (day = '') => because('study-closed', { day })],
  [/^An unexpected fault in the step ([a-z-]+)\.$/, (step = '') => because('step-unexpected', { step })],
  [/^The step ([a-z-]+) was stopped: it took longer/, (step = '') => because('step-too-long', { step })],
  [/^The step ([a-z-]+) was given up: each worker/, (step = '') => because('step-silent', { step })],
  [/^The step ([a-z-]+) was given up: it was not/, (step = '') => because('step-out-of-time', { step })],
  [
    /^The gate before sending held (?:the report|(\d+) of (\d+) reports) back: (.+)\.$/,
    (held = '1', all = '1', found = '') =>
      because('held-back', { held: Number(held), all: Number(all), found }),
  ],
  [
    /^The mail provider asks to wait: (.+)$/s,
    (text = '') => because('provider-busy', { provider: 'mail', text }),
  ],
  [
    /^The mail provider refuses this installation: (.+)$/s,
    (text = '') => because('provider-refuses-us', { provider: 'mail', text }),
  ],
  [
    /^The mail provider refuses the (?:mail|message): (.+)$/s,
    (text = '') => because('provider-refuses-it', { provider: 'mail', text }),
  ],
  [
    /^The receiver answered (\d+)\.$/,
    (status = '') => because('receiver-answered', { status: Number(status) }),
  ],
  [
    /^(MongoDB|Temporal|The object store|A server that this step needs) does not answer: (.+)\.$/s,
    (name = '', symptom = '') => because('server-silent', { server: SERVERS[name] ?? name, symptom }),
  ],
];

const SERVERS: Readonly<Record<string, string>> = {
  'The object store': 'S3',
  'A server that this step needs': 'unknown',
};

/** Words that no earlier version said by itself stay as they are. */
export const causesIn = (text: string): Why => {
  const code = Object.hasOwn(SENTENCES, text) ? SENTENCES[text] : undefined;
  if (code !== undefined) return because(code);
  for (const [pattern, read] of READERS) {
    const found = pattern.exec(text);
    if (found !== null) return read(...found.slice(1));
  }
  return asTold(text);
};

/** By code, whatever version wrote it. */
export const inCodes = (record: InWords): Why | undefined =>
  whyOf(record)?.flatMap((cause) =>
    cause.code === 'as-told' ? causesIn(String(cause.values?.text)) : [cause],
  );

/** An outcome, a fault, a row of the ledger: its words become causes, the rest stays. */
export const withCauses = <T extends object>(record: T & InWords): T => {
  const { why, reason, message, ...rest } = record;
  const causes = inCodes({ why, reason, message });
  return { ...rest, ...(causes && { why: causes }) } as T;
};

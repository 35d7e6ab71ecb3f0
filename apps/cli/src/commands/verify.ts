/** `verify`: whether a file is one that Rounds made and sent. The file stays here: its hash is what is asked about. */
import { readFile } from 'node:fs/promises';
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import type { AnswerOf } from '@rounds/client/client';
import { claimsOf, type Claims } from '@rounds/contracts/archive-metadata';
import { defined } from '@rounds/contracts/defined';
import { scopeKey } from '@rounds/contracts/scope';
import type { Command } from 'commander';
import { connect, type CallerOptions } from '../connect.ts';
import { NotGenuine } from '../exit-codes.ts';
import { answer } from '../output.ts';
import { apiVerb } from '../verb.ts';

type Verification = AnswerOf<'post', '/api/v1/verify'>;
type Match = Verification['matches'][number];
type Person = Match['people'][number];

const textOrNone = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The JSON of a report names its cut itself; XLSX and CSV name none. */
const claimsInJson = (text: string): Claims => {
  try {
    const { manifest } = JSON.parse(text) as { manifest?: Readonly<Record<keyof Claims, unknown>> };
    return defined({ cut: textOrNone(manifest?.cut), runId: textOrNone(manifest?.runId) });
  } catch {
    return {};
  }
};

const claimsIn = (bytes: Buffer): Claims =>
  bytes.subarray(0, 1).toString() === '{'
    ? claimsInJson(bytes.toString())
    : claimsOf(bytes.toString('latin1'));

const sentenceOf = (file: string, claims: Claims, { verdict, matches }: Verification): string => {
  const jobId = matches[0]?.run.jobId ?? '';
  switch (verdict) {
    case 'genuine':
      return `${file} is genuine: Rounds made it and sent it, and not a byte has changed.`;
    case 'unsent':
      return matches.some((match) => match.file?.heldBack)
        ? `${file} was made by Rounds and never sent: the gate before sending holds it back.`
        : `${file} was made by Rounds and never sent.`;
    case 'altered':
      return claims.runId === jobId
        ? `${file} claims to be of the run ${jobId}; its bytes differ from what was made and sent.`
        : `${file} claims to be of the data cut of the run ${jobId}; its bytes differ from what was made and sent.`;
    case 'unknown':
      return `${file} is not known: nothing that you may see has these bytes.`;
  }
};

const linkWords = ({ expiresAt, revokedAt, open }: NonNullable<Person['link']>): string => {
  if (revokedAt !== null) return `link withdrawn ${revokedAt}`;
  return open ? `link open until ${expiresAt}` : `link expired ${expiresAt}`;
};

const personLine = ({ email, mail, link, openings }: Person): string =>
  [
    `${mail === null ? 'fetched by' : 'sent to   '} ${email}`,
    ...(mail === null ? [] : [`${mail.status} ${mail.acceptedAt ?? ''}`.trim()]),
    ...(link === null ? [] : [linkWords(link)]),
    ...openings.map(({ what, at }) => `${what === 'page' ? 'looked' : 'downloaded'} ${at}`),
  ].join('  ');

const fileLines = ({
  format,
  scope,
  language,
  bytes,
  madeAt,
  kept,
  supersededAt,
}: NonNullable<Match['file']>) => [
  `file       ${format}  ${scopeKey(scope)}  ${language}  ${bytes} bytes  made ${madeAt}`,
  ...(supersededAt === null ? [] : [`replaced   by another file of the run  ${supersededAt}`]),
  ...(kept || supersededAt !== null ? [] : ['removed    by the retention policy']),
];

const matchLines = ({ run, file, people }: Match): string[] => [
  `study      ${run.studyId}  ${run.reportType}  ${run.period.start}/${run.period.end} ${run.timeZone}`,
  `run        ${run.jobId}  ${run.status}  ${run.finishedAt ?? ''}`.trimEnd(),
  ...(run.template === null ? [] : [`template   ${run.template}`]),
  ...(run.cut === null ? [] : [`cut        ${run.cut}`]),
  ...(file === null ? [] : fileLines(file)),
  ...people.map(personLine),
];

const verify = async (path: string, options: CallerOptions, command: Command): Promise<void> => {
  const bytes = await readFile(path);
  const sha256 = sha256Of(bytes);
  const claims = claimsIn(bytes);
  const rounds = await connect(options);
  const found = await rounds.post('/api/v1/verify', { body: { sha256, ...claims } });
  const sentence = sentenceOf(path, claims, found);
  const { verdict } = found;
  answer(command, { file: path, sha256, ...found }, () => [
    ...(verdict === 'genuine' ? [sentence] : []),
    `sha256     ${sha256}`,
    ...found.matches.flatMap(matchLines),
  ]);
  if (verdict !== 'genuine') throw new NotGenuine(verdict, sentence);
};

export const verifyCommand = (): Command[] => [
  apiVerb(
    'verify <file>',
    'whether a file is one that was made and sent, unaltered, to whom and when',
    'verify report.pdf',
  ).action(verify),
];

/**
 * The rules that a request can break, each declared here once: its code, which programs branch on, and its English, in
 * which `{name}` stands for one of its values. Who reads another language is told in their words by code (the web app:
 * `wrong.<code>`). The codes are public and stable.
 */
export const RULES = {
  // Of any field
  required: 'is required',
  empty: 'must not be empty',
  'unknown-field': 'is not a known field',
  'wrong-type': 'must be of type {type}',
  'wrong-format': 'must be of the format {format}',
  'not-whole': 'must be a whole number',
  'other-value': 'must be {value}',
  'unknown-option': 'must be one of {known}',
  'too-long': 'must have {max} characters at most',
  'too-short': 'must have {min} characters at least',
  'too-large': 'must be {max} at most',
  'too-small': 'must be {min} at least',
  'too-many': 'must name {max} at most',
  'too-few': 'must name {min} at least',
  'named-twice': 'must name each once',
  'not-one-line': 'must be one line, without control characters',
  'no-change': 'must change something',
  'either-or': 'must be given, or {other} instead',
  'required-with': 'is required where {other} is given',
  /** Told by the rules of each form. */
  'no-alternative': 'must have one of its forms',
  /** A library or a program that knows no codes says so. */
  'as-told': '{text}',

  // Days and moments
  'not-a-date': 'must be a date like 2026-11-23',
  'no-such-day': 'must be a day of the calendar',
  'not-a-local-moment': 'must be a local date and time like 2026-11-23T08:00',
  'not-an-instant': 'must be an instant like 2026-11-23T08:00:00Z',
  'not-a-clock-time': 'must be a local time like 08:00',
  'not-a-time-zone': 'must be an IANA time zone like Europe/Berlin',
  'in-the-past': 'must not be in the past: today is {today} in {timeZone}',
  'not-after-today': 'must be after today, which is {today} in {timeZone}',
  'day-to-come': 'must not be after today, {today} in {timeZone}',
  'beyond-a-year': 'must be within a year',
  'not-within-a-year': 'must be in the future, a year ahead at most',
  'after-other': 'must not be after {other}',
  'after-the-period': 'must be before {end}, where the period of the run ends',

  // Subscriptions
  'before-first-run': 'must not be before the first run, which is due {first}',
  'unknown-country': 'must be a country whose holidays are known, like DE',
  'not-a-region': 'must be a region of the country, like BY',
  'unknown-region': 'must be a region of the country: {known}',
  'no-region-known': 'must be left out: of the country no region is known',
  'no-run-besides-holidays': 'must leave a run: these leave out every one',
  'daily-on-holidays': 'must be skip for a daily schedule: each working day has a run of its own',
  'not-due': 'must be a day on which a run is due, like {next}',
  'nothing-due': 'must be a day on which a run is due, and none is left',
  'not-to-come': 'must be a run to come',
  'run-was-made': 'must be a run to come: this one was made',
  'run-was-due': 'must be a run to come: this one was due {due}',
  'after-the-last-day': 'must not be after the last day',
  'snoozed-for-long': 'must be within a year: pause it instead',
  'snoozed-for-good': 'must leave a run before the end: cancel the subscription instead',
  'equal-subscription': 'must be true for a second one that is equal to {id}',
  'unknown-channel': 'must be the id of a channel of this subscription',
  'not-a-request-id': 'must be 1 to 64 letters, digits, hyphens or underscores',

  // People
  'not-an-email': 'must be an e-mail address, as name@example.org',
  'email-too-long': 'must be an e-mail address of {max} bytes at most',
  'email-disguised': 'must not hold signs that only look like letters or digits',
  'email-signs': 'must have letters, digits and single dots before the @, without spaces, commas or quotes',
  'email-name-too-long': 'must have {max} bytes at most before the @',
  'email-domain': 'must have a domain behind the @, as example.org',
  'not-a-member': 'must be the e-mail address of a member of this study',
  'not-invitable': 'must be the e-mail address of a recipient who may see the study',
  'not-a-recipient': 'must be a recipient of this job',
  'not-a-user': 'must be the address of a user',
  'same-person': 'must be someone else',
  'on-and-off': 'must not name a user that `on` names',
  'language-not-offered':
    'must be one of {known}: of {language} nobody has reviewed the words, and this installation does not offer drafts (ROUNDS_DRAFT_LANGUAGES)',

  // Studies and their documents
  'not-while-blinded': 'must be left out by whoever may not see treatment arms',
  'not-your-study': 'must be a study of which you are a member',
  'no-such-study': 'must be a study',
  'not-your-site': 'must be one of your sites',
  'unknown-site': 'must be a site of the study',
  'unknown-subject': 'must be a subject of the study',
  'other-site': "must be the subject's site, {site}",
  'no-file': 'must be given, as a part of that name',
  'not-a-file-name': 'must have a name of 1 to 200 printable characters',
  'neither-text-nor-image': 'must be a text (.txt, .md) or an image',
  'not-text': 'must be text: these bytes are something else',
  'not-an-image': 'must be an image: these bytes are something else',

  // Reports and their templates
  'unknown-report-type': 'must be one of the report types: {known}',
  'other-report-type': 'must be the template’s, {reportType}, or left out',
  'not-a-department': 'must be the name of a department, or several',
  'not-a-course': 'must be the id of a course, or several',
  'not-made': 'must be one that was made',
  'not-a-template-name': 'must be 1 to 64 letters, digits, `.`, `_` or `-`, the first no sign',
  'not-a-template': 'must be the name of a template, or name@version for one of its versions',
  'no-such-template': 'must be a template for this study',
  'template-retired': 'must not be retired',
  'template-name-taken': 'must be new, or of the same report type',
  'not-a-colour': 'must be a colour like #1f4e79',
  'colour-too-pale': 'must have a contrast of {min} at least with white paper, not {found}',
  'colour-too-dark': 'must have a contrast of {min} at least with the black of bars ({black}), not {found}',
  'colours-alike':
    'must be told from the second line of charts ({lines}) in grey print and by colour-blind eyes: a darker one is',
  'not-a-logo': 'must be a PNG, JPEG or SVG',
  'logo-cannot-be-drawn': 'must be a PNG, JPEG or SVG of 16 megapixels at most that can be drawn',
  'logo-not-uploaded': 'must be uploaded first: POST /api/v1/templates/logos',
  'not-a-sha256': 'must be a SHA-256, 64 lower-case hexadecimal digits',

  // Requests and who sends them
  'not-a-cursor': 'must be the nextCursor of an earlier page',
  'nested-too-deep': 'must be nested {max} levels deep at most',
  'etag-outdated': 'must be the ETag of the newest answer',
  'not-an-idempotency-key': 'must be 1 to 255 visible ASCII characters',
  'idempotency-key-used': 'must be new for a new body',
  'not-a-reason': 'must say why: 3 to 2,000 ASCII characters, percent-encoded UTF-8 where it has others',
  'reason-too-short': 'must say why, in {min} characters at least',
  'reason-required': 'must say why: {action} needs a reason here',
  'unblinding-unexplained': 'must say why: whoever is unblinded once cannot be blinded again',
  'not-a-bearer-token': 'must be `Bearer <token>`',
  'token-expired': 'must be a token that has not expired',
  'token-not-signed': 'must be a token that the issuer signed',
  'token-claim-missing': 'must have the claim {claim}',
  'token-claim-wrong': 'must have the expected claim {claim}',
  'token-subject-missing': 'must have a sub claim of 1 to {max} characters',
  'token-email-wrong': 'must have an e-mail address in its claim {claim} ({fault})',
  'token-email-unverified':
    'must have a {claim} claim that is true: the issuer does not vouch for the address',
  'not-of-the-app': 'must be an address of ROUNDS_PUBLIC_URL or of one of ROUNDS_CORS_ORIGINS',
  'not-a-path': 'must be a path of this origin',
  'not-a-priority': 'must be high, normal or low, or a number from 0, of which the smaller goes first',
  'not-a-web-address': 'must be an address like https://example.org/hooks',
  'address-with-password': 'must hold no user name or password: it is shown in the delivery log',
  'address-not-https': 'must begin with https://',
  'address-private': 'must not lead to a private address',
  'not-a-signing-secret': 'must be `whsec_` and the base64 of 24 to 64 random bytes',
  'no-answer': 'does not answer',
} as const satisfies Readonly<Record<string, string>>;

type Rules = typeof RULES;
export type RuleCode = keyof Rules;

/** What stands at a place of the words: a number, a name, a day; several are said one after another. */
export type RuleValues = Readonly<Record<string, string | number | readonly string[]>>;

type Places<Words> = Words extends `${string}{${infer Place}}${infer Rest}` ? Place | Places<Rest> : never;
type ValuesOf<Code extends RuleCode> = Readonly<Record<Places<Rules[Code]>, RuleValues[string]>>;
type Given<Code extends RuleCode> = [Places<Rules[Code]>] extends [never] ? [] : [values: ValuesOf<Code>];

/** The rules whose words name no other values than these. */
export type RuleWith<Told extends string> = {
  [Code in RuleCode]: [Exclude<Places<Rules[Code]>, Told>] extends [never] ? Code : never;
}[RuleCode];

/** A rule that was broken, wherever. */
export interface Breach {
  readonly code: RuleCode;
  /** What the rule is about: those that its words name. */
  readonly values?: RuleValues;
}

/** In English, of one field. `field` is a path like `schedule.timeZone`. */
export interface FieldFault {
  readonly field: string;
  readonly rule: string;
}

/** One broken rule of one field, as problem+json lists it. */
export interface BrokenRule extends FieldFault, Breach {}

export const breach = <Code extends RuleCode>(code: Code, ...[values]: Given<Code>): Breach => ({
  code,
  ...(values && { values }),
});

const wordOf = (value: RuleValues[string] | undefined): string =>
  typeof value === 'object' ? value.join(', ') : String(value);

/** In English, to be read behind the field's name. */
export const ruleWords = ({ code, values = {} }: Breach): string =>
  RULES[code].replaceAll(/\{(\w+)\}/g, (_place, name: string) => wordOf(values[name]));

export const brokenBy = (field: string, broken: Breach): BrokenRule => ({
  field,
  ...broken,
  rule: ruleWords(broken),
});

export const broken = <Code extends RuleCode>(
  field: string,
  code: Code,
  ...values: Given<Code>
): BrokenRule => brokenBy(field, breach(code, ...values));

/** Of what is told in words alone: a setting, a file of a study. */
export const asTold = (field: string, text: string): BrokenRule => broken(field, 'as-told', { text });

/** The values that zod itself tells of a check (input.ts). */
type Told = 'max' | 'min' | 'known' | 'value' | 'type' | 'format';

/** For a check of zod: `.max(500, rule('too-long'))`. */
export const rule = (code: RuleWith<Told>): RuleCode => code;

/** For `addIssue`, where the rule has values of its own. */
export const issueOf = ({ code, values }: Breach, ...path: PropertyKey[]) => ({
  code: 'custom' as const,
  message: code,
  path,
  params: { ...values },
});

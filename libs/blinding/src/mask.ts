/**
 * Hiding treatments from readers who are blinded. Every string of a dataset passes through the mask: an arm
 * stands not only in ARM but in titles, captions, event terms and narratives.
 *
 * Where in doubt the mask hides too much: a word too many is ugly, an arm too few unblinds a trial.
 */
import type { CutTreatments } from '@rounds/contracts/cut';
import { withoutInvisible } from '@rounds/contracts/visible-text';

const MASK = '[blinded]';

/** Values of ARM and ARMCD that say that there is no treatment (CDISC). */
const NO_TREATMENT = new Set([
  'SCREEN FAILURE',
  'SCRNFAIL',
  'NOT ASSIGNED',
  'NOTASSGN',
  'NOT TREATED',
  'NOTTRT',
  'UNPLANNED TREATMENT',
  'UNPLAN',
]);

/**
 * Words that also say something else in a report (LBNRIND HIGH, birth control, AESEV MILD): as an arm's whole
 * name or code they are hidden only where the text says that an arm is meant.
 */
const ORDINARY = new Set(
  (
    'ABNORMAL ACTIVE ALONE ARM BASELINE CARE COMPLETED CONTROL DOSE DRUG EARLY FATAL FEMALE FULL GROUP HIGH ' +
    'INTERVENTION LABEL LATE LOW MALE MEDIUM MIDDLE MILD MODERATE NEW NONE NORMAL OFF OLD ONE OPEN OTHER ' +
    'REFERENCE ROUTINE SEVERE SINGLE STANDARD STUDY TEST THERAPY THREE TREATED TREATMENT TWO USUAL VISIT WEEK YES'
  ).split(' '),
);

const WORD_BREAK = /[\s_\p{Pd}]+/u;
const GAP = '[\\s_\\p{Pd}]*';
const NOT_IN_WORD = '(?<![\\p{L}\\p{N}])';
const WORD_ENDS = '(?![\\p{L}\\p{N}])';
/** Not after a short last word: `Treatment A` must leave `treatment as` alone. */
const PLURAL = "(?:['’]?s)?";

const wordsOf = (term: string): string[] => term.split(WORD_BREAK).filter((word) => word !== '');
const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Too short or too ordinary to be hidden wherever it stands. */
const isUnsafe = (term: string): boolean => {
  const words = wordsOf(term);
  return words.length === 1 && (term.length < 3 || ORDINARY.has(term.toUpperCase()));
};

/** A long single name is hidden with the word it is part of: `placebo-like`, `PlaceboPhoto`, `placebos`. */
const pattern = (term: string): string => {
  const words = wordsOf(term);
  if (words.length === 1 && term.length >= 5)
    return `[\\p{L}\\p{N}]{0,40}${escaped(term)}[\\p{L}\\p{N}]{0,40}`;
  const plural = (words.at(-1) ?? '').length >= 3 ? PLURAL : '';
  return `${NOT_IN_WORD}${words.map(escaped).join(GAP)}${plural}${WORD_ENDS}`;
};

const alternatives = (patterns: readonly string[]): string => patterns.join('|');

const longestFirst = (terms: Iterable<string>): string[] =>
  [...new Set(terms)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

const meansTreatment = (term: string): boolean => term !== '' && !NO_TREATMENT.has(term.toUpperCase());

/** `Drug A + Placebo` also names its parts. */
const partsOf = (name: string): string[] => name.split(/\s*(?:[/+&;,]|->|→|\bthen\b|\bfollowed by\b)\s*/iu);

/** `Xanomeline High Dose` without its drug still tells the arm: `High Dose`. A single word would hit too much. */
const restOf = (name: string, others: readonly string[]): string[] => {
  const rest = others
    .filter((other) => other !== name && other.length < name.length)
    .reduce((left, other) => left.replace(new RegExp(pattern(other), 'giu'), ' '), name)
    .trim();
  return rest !== name && wordsOf(rest).length >= 2 ? [rest] : [];
};

const hiddenTerms = ({ names, codes }: CutTreatments): string[] => {
  const whole = names.flatMap((name) => [name, ...partsOf(name)]).map((name) => name.trim());
  const treatments = whole.filter(meansTreatment);
  const safe = treatments.filter((name) => !isUnsafe(name));
  const rests = treatments.flatMap((name) => restOf(name, safe));
  const coded = codes.map((code) => code.trim()).filter(meansTreatment);
  return longestFirst([...treatments, ...rests, ...coded]);
};

/** How a unit of EXDOSU may be written in a text. */
const UNITS: Readonly<Record<string, string>> = {
  G: 'g|grams?',
  MCG: 'mcg|ug|µg|μg|micrograms?',
  MG: 'mg|mgs|milligrams?',
  ML: 'ml|mls|millilit(?:er|re)s?',
  UG: 'mcg|ug|µg|μg|micrograms?',
};

/** A concentration is a result, not a dose: `54 mg/dL`, but not `54 mg/day`. */
const NOT_A_CONCENTRATION = '(?!\\s*(?:/|per\\s)\\s*(?:[dmμµu]?l|100\\s*ml|lit(?:er|re))(?![\\p{L}\\p{N}]))';

/** `54 mg` in any spacing, also `54.0 mg` and `54-milligram`; not within `154 mg` or `1.54 mg`. */
const dosePattern = (dose: string): string[] => {
  const [, amount = '', unit = ''] = /^(\d+(?:\.\d+)?)\s+(\S.*)$/u.exec(dose.trim()) ?? [];
  if (amount === '') return [];
  const written = UNITS[unit.toUpperCase()] ?? wordsOf(unit).map(escaped).join(GAP);
  const decimals = amount.includes('.') ? '0*' : '(?:[.,]0+)?';
  return [
    `(?<![\\p{L}\\p{N}]|\\p{N}[.,])${escaped(amount)}${decimals}${GAP}(?:${written})${WORD_ENDS}${NOT_A_CONCENTRATION}`,
  ];
};

export type Mask = (text: string) => string;

const PLAIN = /^[\t\n\x20-\x7e]*$/;
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** A character that nobody sees must not part a word that is to be hidden: on the page it stands whole. */
const asSeen = (text: string): string =>
  PLAIN.test(text) ? text : withoutInvisible(text.replace(CONTROLS, ''));

export const createMask = (treatments: CutTreatments): Mask => {
  const terms = hiddenTerms(treatments);
  const doses = longestFirst(treatments.doses ?? []).flatMap(dosePattern);
  const safe = [...terms.filter((term) => !isUnsafe(term)).map(pattern), ...doses];
  const unsafe = terms.filter(isUnsafe).map(escaped);
  const anywhere = safe.length === 0 ? undefined : new RegExp(alternatives(safe), 'giu');
  const afterArm =
    unsafe.length === 0
      ? undefined
      : new RegExp(
          `${NOT_IN_WORD}(arms?|groups?|treatments?|cohorts?|regimens?|sequences?|randomi[sz]ed to|assigned to)` +
            `([\\s:=#"'“‘(_\\p{Pd}]+)(?:${alternatives(unsafe)})${WORD_ENDS}`,
          'giu',
        );
  return (text) => {
    const seen = asSeen(text);
    const hidden = anywhere === undefined ? seen : seen.replace(anywhere, MASK);
    return afterArm === undefined ? hidden : hidden.replace(afterArm, `$1$2${MASK}`);
  };
};

/** Names of things, by which other parts find them: they hold no words of the study. */
const IDENTIFIERS = new Set([
  'came',
  'codeVersion',
  'cut',
  'documentId',
  'figure',
  'key',
  'kind',
  'mediaType',
  'reportType',
  'requestedBy',
  'runId',
  'sha256',
  'studyId',
  'template',
  'timeZone',
  'went',
]);

/** The value with every string masked, identifiers excepted. Keys stay: counts mask theirs while they count. */
export const maskStrings = <Value>(value: Value, mask: Mask): Value => masked(value, mask) as Value;

const masked = (value: unknown, mask: Mask): unknown => {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((item) => masked(item, mask));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, IDENTIFIERS.has(name) ? inner : masked(inner, mask)]),
  );
};

/** A mask that remembers: coded values repeat by the thousand. */
export const remembered = (mask: Mask): Mask => {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const result = mask(text);
    known.set(text, result);
    return result;
  };
};

import { LANGUAGES, type Language } from '@rounds/contracts/language';
import { voiceOf, type Voice } from './voice.ts';
import { REPORT_TYPES } from '../../catalogue.ts';
import { saying } from './message.ts';

const week = { start: '2013-09-02', end: '2013-09-09' };
const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

const inEach = (say: (voice: Voice) => string): Record<Language, string> =>
  Object.fromEntries(LANGUAGES.map((language) => [language, plain(say(voiceOf(language)))])) as Record<
    Language,
    string
  >;

describe('a voice', () => {
  it('puts numbers as its language does, with a real minus', () => {
    expect(inEach(({ number }) => number(-1234567.5, 2))).toEqual({
      en: '−1,234,567.50',
      de: '−1.234.567,50',
      fr: '−1 234 567,50',
      es: '−1.234.567,50',
      ja: '−1,234,567.50',
      pl: '−1 234 567,50',
    });
    expect(inEach(({ percent }) => percent(32.06))).toEqual({
      en: '32.1%',
      de: '32,1 %',
      fr: '32,1 %',
      es: '32,1 %',
      ja: '32.1%',
      pl: '32,1%',
    });
    expect(inEach(({ difference }) => difference(1, 2.5, 1)).de).toBe('−1,5');
    expect(voiceOf('fr').number(1234)).not.toContain('\u202F');
  });

  it('puts days, periods and instants as its language does', () => {
    expect(inEach(({ period }) => period(week))).toEqual({
      en: '2–8 September 2013',
      de: '2.–8. September 2013',
      fr: '2–8 septembre 2013',
      es: '2–8 de septiembre de 2013',
      ja: '2013年9月2日～2013年9月8日',
      pl: '2–8 września 2013',
    });
    expect(inEach(({ period }) => period({ start: '2013-12-30', end: '2014-01-06' })).de).toBe(
      '30. Dezember 2013 – 5. Januar 2014',
    );
    expect(inEach(({ instant }) => instant('2026-11-23T07:00:00Z', 'Asia/Tokyo'))).toMatchObject({
      en: '23 November 2026, 16:00',
      de: '23. November 2026, 16:00',
      ja: '2026年11月23日 16:00',
    });
    expect(inEach(({ cellDay }) => cellDay('2013-09-02')).ja).toBe('2013/09/02');
    expect(inEach(({ cellDay }) => cellDay('2013-09')).de).toBe('2013-09');
  });

  it.each([
    [0, undefined, '0'],
    [-5.25, undefined, '−5.25'],
    [133.66, 1, '133.7'],
    [-0.001, 1, '0.0'],
    [null, undefined, '–'],
  ])('reads %p with %p decimals as %p', (value, digits, text) => {
    expect(voiceOf('en').number(value, digits)).toBe(text);
  });

  it('gives a difference its sign always, and a dash where one of the two is missing', () => {
    const { difference } = voiceOf('en');
    expect([difference(5, 2), difference(2, 5), difference(4, 4)]).toEqual(['+3', '−3', '±0']);
    expect([difference(10_000, 1), difference(null, 2)]).toEqual(['+9,999', '–']);
  });

  it.each([
    ['2013-09-30', '2013-10-07', '30 September – 6 October 2013'],
    ['2013-12-30', '2014-01-06', '30 December 2013 – 5 January 2014'],
    ['2013-09-02', '2013-09-03', '2 September 2013'],
    ['2024-02-01', '2024-03-01', '1–29 February 2024'],
  ])('puts the days from %s to before %s as %s', (start, end, words) => {
    expect(voiceOf('en').period({ start, end })).toBe(words);
  });

  it('speaks of days, weeks, months and other periods', () => {
    const current = (start: string, end: string) => voiceOf('en').nouns({ start, end }).current;
    expect(current('2013-09-02', '2013-09-09')).toBe('this week');
    expect(current('2013-09-02', '2013-09-03')).toBe('on this day');
    expect(current('2013-02-01', '2013-03-01')).toBe('this month');
    expect(current('2013-02-01', '2013-02-11')).toBe('in these 10 days');
  });

  it('counts by the plural rules of its language', () => {
    const told = (n: number) => inEach(({ say }) => say('n-sites', { n }));
    expect(told(1)).toEqual({
      en: '1 site',
      de: '1 Zentrum',
      fr: '1 centre',
      es: '1 centro',
      ja: '1施設',
      pl: '1 ośrodek',
    });
    expect(told(0).fr).toBe('0 centre');
    expect([2, 5, 22, 112, 1.5].map((n) => told(n).pl)).toEqual([
      ...['2 ośrodki', '5 ośrodków', '22 ośrodki', '112 ośrodków', '1,5 ośrodka'],
    ]);
    expect(told(1200)).toMatchObject({ en: '1,200 sites', de: '1.200 Zentren', es: '1200 centros' });
  });

  it('lists as its language does', () => {
    expect(inEach(({ list }) => list(['a', 'b', 'c']))).toEqual({
      en: 'a, b and c',
      de: 'a, b und c',
      fr: 'a, b et c',
      es: 'a, b y c',
      ja: 'a、b、c',
      pl: 'a, b i c',
    });
    expect(inEach(({ shortList }) => shortList(['a', 'b', 'c', 'd'], 2)).de).toBe('a, b und 2 weitere');
  });

  it('puts a label within a sentence, and leaves names and codes their capital', () => {
    const { inSentence } = voiceOf('en');
    expect(['Visits', 'Hy’s law candidates', 'ALT or AST'].map(inSentence)).toEqual([
      ...['visits', 'Hy’s law candidates', 'ALT or AST'],
    ]);
    expect(inEach((voice) => voice.inSentence('Teilnehmer')).de).toBe('Teilnehmer');
  });

  it('names reports by their rhythm', () => {
    expect(inEach(({ reportName }) => reportName(REPORT_TYPES['safety-weekly'].names, week))).toEqual({
      en: 'Weekly safety report',
      de: 'Wöchentlicher Sicherheitsbericht',
      fr: 'Rapport de sécurité hebdomadaire',
      es: 'Informe semanal de seguridad',
      ja: '週次安全性報告書',
      pl: 'Tygodniowy raport bezpieczeństwa',
    });
  });

  it('shows no context of a word in English either', () => {
    expect(voiceOf('en').say('study-weekly.all-results')).toBe('All');
  });

  it('fills places with what they are given and nothing else', () => {
    const name = '{n} $& <b>';
    expect(voiceOf('de').say('at-site', { site: name })).toBe(`Zentrum ${name}`);
  });
});

describe('what comes as data', () => {
  it('is told with its numbers and periods as the language has them', () => {
    const late = saying('learner-progress.courses-completed-in', { period: week });
    expect(voiceOf('en').tell(late)).toBe(`Courses completed, ${voiceOf('en').period(week)}`);
    expect(voiceOf('de').tell(late)).toContain(voiceOf('de').period(week));
    expect(voiceOf('de').tell({ message: 'n-rows', values: { n: 1_234 } })).toBe('1.234 Zeilen');
  });

  it('is told by its key where no catalogue has it', () => {
    expect(voiceOf('de').tell({ message: 'of-a-later-version', values: { n: 1 } })).toBe(
      'of-a-later-version',
    );
  });
});

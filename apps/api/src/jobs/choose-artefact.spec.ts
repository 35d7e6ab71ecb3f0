import type { ArtefactDocument } from '@rounds/contracts/collections';
import { systemClock } from '@rounds/adapters/clock';
import { RoundsError } from '@rounds/contracts/errors';
import type { Language } from '@rounds/contracts/language';
import { scopeKey, type Scope } from '@rounds/contracts/scope';
import { chooseArtefact, type Wanted } from './choose-artefact.ts';

const scope = (sites: Scope['sites'], unblinded = false): Scope => ({ sites, unblinded });

const made = (
  of: Scope,
  format: ArtefactDocument['format'] = 'pdf',
  language?: Language,
): ArtefactDocument => ({
  _id: `run|${scopeKey(of)}|${format}|${language ?? ''}`,
  ...(language === undefined ? {} : { language }),
  ...{ runId: 'run', studyId: 'S1', scope: of, format, key: 'k', sha256: 'ab', bytes: 1 },
  storedAt: systemClock(),
});

const choose = (
  artefacts: readonly ArtefactDocument[],
  held: Scope,
  wanted: Partial<Wanted> = {},
): string => {
  try {
    return scopeKey(chooseArtefact(artefacts, { held, language: 'en' }, { format: 'pdf', ...wanted }).scope);
  } catch (error) {
    if (!(error instanceof RoundsError)) throw error;
    return `${error.code} ${error.fields.map(({ field, rule }) => `${field} ${rule}`).join()}`.trim();
  }
};

const several = [made(scope('all', true)), made(scope('all')), made(scope(['701'])), made(scope(['702']))];

describe('the file of a download', () => {
  it('is the one made for what the caller holds', () => {
    expect(choose(several, scope('all', true))).toBe('all-unblinded');
    expect(choose(several, scope('all'))).toBe('all-blinded');
    expect(choose(several, scope(['702']))).toBe('702-blinded');
  });

  it('is the only one that the caller may see, where none was made for exactly that', () => {
    expect(choose(several, scope(['701', '703']))).toBe('701-blinded');
    expect(choose([made(scope('all'))], scope('all', true))).toBe('all-blinded');
  });

  it('must be named where there are several, and only those are named that the caller may see', () => {
    expect(choose(several, scope(['701', '702']))).toBe(
      'NOT_FOUND scope must be one of 701-blinded, 702-blinded',
    );
    expect(choose(several, scope(['701', '702']), { scope: '702-blinded' })).toBe('702-blinded');
  });

  it('is none beyond the caller’s rights', () => {
    expect(choose(several, scope(['703']))).toBe('FORBIDDEN');
    expect(choose(several, scope('all'), { scope: 'all-unblinded' })).toBe('FORBIDDEN');
    expect(choose([made(scope('all', true))], scope('all'))).toBe('FORBIDDEN');
  });

  it('is none that was not made', () => {
    expect(choose(several, scope('all'), { format: 'csv' })).toBe(
      'NOT_FOUND format must be one that was made',
    );
    expect(choose(several, scope('all'), { scope: '9-blinded' })).toBe(
      'NOT_FOUND scope must be one that was made',
    );
    expect(choose([], scope('all'))).toContain('NOT_FOUND');
  });
});

describe('the language of a download', () => {
  const all = scope('all');
  const choose = (artefacts: readonly ArtefactDocument[], language: Language, wanted?: Language) =>
    chooseArtefact(artefacts, { held: all, language }, { format: 'pdf', language: wanted }).language ?? 'en';
  const spoken = [made(all), made(all, 'pdf', 'de'), made(all, 'pdf', 'ja')];

  it('is the reader’s, else English, else the one there is', () => {
    expect(choose(spoken, 'de')).toBe('de');
    expect(choose(spoken, 'fr')).toBe('en');
    expect(choose([made(all, 'pdf', 'ja')], 'fr')).toBe('ja');
  });

  it('is the one that is asked for, where it was made', () => {
    expect(choose(spoken, 'de', 'ja')).toBe('ja');
    expect(() => choose(spoken, 'de', 'es')).toThrow(/language must be one that was made/);
  });

  it('makes no difference to what may be seen', () => {
    const unblinded = { ...all, unblinded: true };
    expect(choose([made(unblinded, 'pdf', 'de'), made(all)], 'de')).toBe('en');
    expect(() => choose([made(unblinded, 'pdf', 'de')], 'de')).toThrow(/more than your rights/);
  });
});

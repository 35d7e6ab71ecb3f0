import fc from 'fast-check';
import { createMask } from './mask.ts';
import { maskStrings } from './mask-strings.ts';

const pilot = createMask({
  names: [
    'Placebo',
    'Xanomeline High Dose',
    'Xanomeline Low Dose',
    'Screen Failure',
    'Not Assigned',
    'XANOMELINE',
    'PLACEBO',
  ],
  codes: ['Pbo', 'Xan_Hi', 'Xan_Lo', 'Scrnfail'],
  doses: [],
});

const withDoses = createMask({
  names: ['XANOMELINE'],
  codes: [],
  doses: ['0 mg', '54 mg', '81 mg', '2.5 mL', 'A mg'],
});

describe('the mask', () => {
  it.each([
    ['Subject was on Placebo.', 'Subject was on [blinded].'],
    ['PLACEBO-controlled', '[blinded]-controlled'],
    ['two placebos and a PlaceboPhoto.jpg', 'two [blinded] and a [blinded].jpg'],
    ['Xanomeline High Dose', '[blinded]'],
    ['xanomeline\nhigh  dose', '[blinded]'],
    ['xanomeline_high-dose.png', '[blinded].png'],
    ['kept on the high dose since May', 'kept on the [blinded] since May'],
    ['XANOMELINE 54 mg', '[blinded] 54 mg'],
    ['arm Pbo, then xan_hi', 'arm [blinded], then [blinded]'],
    ['Xan Lo; PBO’s', '[blinded]; [blinded]'],
    ['Pla\u200Dce\u0007bo, Pla\u034Fcebo and P\uFE0Flacebo', '[blinded], [blinded] and [blinded]'],
  ])('hides the arm in %j', (text, hidden) => {
    expect(pilot(text)).toBe(hidden);
  });

  it.each([
    'Screen Failure',
    'Not Assigned',
    'SCRNFAIL',
    'The dose was high, the result LOW.',
    'A low grade fever',
    'place boat',
    'APPLICATION SITE PRURITUS',
  ])('leaves %j', (text) => {
    expect(pilot(text)).toBe(text);
  });

  it('hides names that are ordinary words, or letters, only where an arm is meant', () => {
    const mask = createMask({ names: ['A', 'High', 'Control'], codes: ['B', 'LOW'], doses: [] });
    expect(mask('A high result of birth control, LOW in arm A and group: B')).toBe(
      'A high result of birth control, LOW in arm [blinded] and group: [blinded]',
    );
    expect(mask('assigned to control, randomised to "High"')).toBe(
      'assigned to [blinded], randomised to "[blinded]"',
    );
  });

  it('hides the parts of a combination', () => {
    const mask = createMask({ names: ['Marolimab + Placebo', 'Placebo / Marolimab'], codes: [], doses: [] });
    expect(mask('Marolimab first, placebo next')).toBe('[blinded] first, [blinded] next');
  });

  it.each([
    ['XANOMELINE 54 mg', '[blinded] [blinded]'],
    ['took 54mg, then 81.0 MG', 'took [blinded], then [blinded]'],
    ['a 54-milligram patch; 0 mg; 2.5 mL', 'a [blinded] patch; [blinded]; [blinded]'],
    ['54 mg/day, 81 mg per day', '[blinded]/day, [blinded] per day'],
    ['a patch of 81\nmg', 'a patch of [blinded]'],
    ['three 81 mg capsules', 'three [blinded] capsules'],
  ])('hides the dose in %j', (text, hidden) => {
    expect(withDoses(text)).toBe(hidden);
  });

  it.each([
    'glucose 54 mg/dL',
    '154 mg',
    '1.54 mg',
    '54 mgx',
    'aspirin 100 mg',
    'week 54',
    '54 years',
    'glucose 81 mg / L',
    'protein 54 mg per 100 ml',
  ])('leaves %j, which is no dose of the study', (text) => {
    expect(withDoses(text)).toBe(text);
  });

  it('leaves a sentence whole where an arm ends in a letter', () => {
    const mask = createMask({ names: ['Treatment A'], codes: [], doses: [] });
    expect(mask('Treatment as usual and treatment a')).toBe('Treatment as usual and [blinded]');
  });

  it('reads names literally, whatever characters they hold', () => {
    const mask = createMask({ names: ['Drug (10 mg/day)', 'X+Y.Z*'], codes: ['C++'], doses: [] });
    expect(mask('drug (10 mg/day) x+y.z* c++')).toBe('[blinded] [blinded] [blinded]');
  });

  it('changes nothing where there is nothing to hide', () => {
    expect(createMask({ names: [], codes: [], doses: [] })('Placebo')).toBe('Placebo');
  });

  it('lets no arm through, in whatever text, case and spacing', () => {
    const arm = fc.constantFrom(
      'Placebo',
      'Xanomeline High Dose',
      'Xanomeline Low Dose',
      'Xan_Hi',
      'Xan_Lo',
      'Pbo',
    );
    const spelt = fc
      .tuple(arm, fc.constantFrom(' ', '_', '-', '  ', '\n', '\u00a0'), fc.integer({ min: 0, max: 2 }))
      .map(([name, gap, style]) => {
        const spaced = name.replace(/[ _]/g, gap);
        return style === 0 ? spaced : style === 1 ? spaced.toUpperCase() : spaced.toLowerCase();
      });
    const filler = fc.string({
      unit: fc.constantFrom(' ', '.', ',', ';', ':', '(', ')', '-', '_', '\n'),
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(filler, spelt), { minLength: 1, maxLength: 5 }), filler, (parts, end) => {
        const hidden = pilot(parts.flat().join('') + end);
        expect(hidden).not.toMatch(/placebo|xanomeline|xan.hi|xan.lo|pbo|high.dose|low.dose/i);
        expect(pilot(hidden)).toBe(hidden);
      }),
    );
  });

  it('is quick on long words', () => {
    const started = performance.now();
    pilot('x'.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

describe('masking a dataset', () => {
  it('reaches every string but the identifiers', () => {
    const value = {
      documentId: 'placebo',
      title: 'placebo',
      list: [{ text: 'on Pbo', n: 1, none: null }],
      manifest: { key: 'documents/placebo', files: [{ name: 'DM' }] },
    };
    expect(maskStrings(value, pilot)).toEqual({
      documentId: 'placebo',
      title: '[blinded]',
      list: [{ text: 'on [blinded]', n: 1, none: null }],
      manifest: { key: 'documents/placebo', files: [{ name: 'DM' }] },
    });
  });
});

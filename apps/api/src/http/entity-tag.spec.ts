import { demandMatch, entityTag, isKnown } from './entity-tag.ts';

describe('entityTag', () => {
  it('is strong, and another for another version or another answer', () => {
    const tag = entityTag(3, { revision: 3, runCount: 1 });
    expect(tag).toMatch(/^"3\.[\w-]{16}"$/);
    expect(entityTag(3, { revision: 3, runCount: 1 })).toBe(tag);
    expect(entityTag(3, { revision: 3, runCount: 2 })).not.toBe(tag);
  });
});

describe('If-None-Match', () => {
  it.each([
    ['"3.abc"', true],
    ['W/"3.abc"', true],
    ['"1.x", "3.abc"', true],
    ['*', true],
    ['"3.abd"', false],
    ['"3"', false],
    ['', false],
  ])('%p knows "3.abc": %p', (header, known) => {
    expect(isKnown(header, '"3.abc"')).toBe(known);
  });
});

describe('If-Match', () => {
  it.each(['"3.abc"', '"3.older"', '"3"', '*', '"9.x" , "3.abc"', undefined])(
    '%p allows version 3',
    (ifMatch) => {
      expect(() => {
        demandMatch({ ifMatch }, 3);
      }).not.toThrow();
    },
  );

  it.each(['"2.abc"', 'W/"3.abc"', '3', '"33.abc"', '""', ''])('%p refuses version 3', (ifMatch) => {
    expect(() => {
      demandMatch({ ifMatch }, 3);
    }).toThrow(expect.objectContaining({ code: 'PRECONDITION_FAILED' }) as Error);
  });

  it.each(['*', '"0"', '"3.abc"', ''])('%p refuses what does not exist', (ifMatch) => {
    expect(() => {
      demandMatch({ ifMatch }, null);
    }).toThrow(expect.objectContaining({ code: 'PRECONDITION_FAILED' }) as Error);
    expect(() => {
      demandMatch({}, null);
    }).not.toThrow();
  });
});

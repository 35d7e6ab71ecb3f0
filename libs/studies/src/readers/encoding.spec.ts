import { EncodingSurvey } from './encoding.ts';

const WIDTH = 200;
const of = (cells: readonly (string | Buffer)[], declared?: string, width = WIDTH) => {
  const bytes = cells.map((cell) => (typeof cell === 'string' ? Buffer.from(cell, 'hex') : cell));
  const survey = new EncodingSurvey();
  for (const cell of bytes) survey.look(cell, width);
  const { decode, warnings } = survey.decide(declared);
  return { texts: bytes.map((cell) => decode(cell, width)), warnings };
};

const utf8 = (text: string) => Buffer.from(text);

describe('the encoding of a file', () => {
  // As files have them: cells that are not all ASCII, in one encoding.
  it.each<[string, string[], string[]]>([
    ['windows-1252', ['dc62656c6b656974', '4669656265722096203338b0'], ['Übelkeit', 'Fieber – 38°']],
    ['windows-1252', ['43e97068616ce965', 'c972797468e86d65'], ['Céphalée', 'Érythème']],
    ['windows-1252', ['b5672f4c'], ['µg/L']],
    [
      'windows-1250',
      ['a3f3649f2062f36c2067b36f7779', '676f72b9637a6b61', '7a6dea637a656e6965'],
      ['Łódź ból głowy', 'gorączka', 'zmęczenie'],
    ],
    ['windows-1251', ['c3eeebeee2ede0ff20e1eeebfc', 'd2eef8edeef2e0'], ['Головная боль', 'Тошнота']],
    ['windows-1253', ['cae5f6e1ebe1ebe3dfe1', 'cde1f5f4dfe1'], ['Κεφαλαλγία', 'Ναυτία']],
    ['shift_jis', ['93aa92c9', '94ad944d', '88ab9053'], ['頭痛', '発熱', '悪心']],
    [
      'euc-jp',
      ['c6acc4cb', 'c8afc7ae', 'bca3b8b3ccf4a4c8a4ceb4d8cfa2a4caa4b7'],
      ['頭痛', '発熱', '治験薬との関連なし'],
    ],
    [
      'gb18030',
      ['cdb7cdb4', 'b7a2c8c8', 'b6f1d0c4', 'c6a4d5ee', 'b8ceb9a6c4dcd2ecb3a3'],
      ['头痛', '发热', '恶心', '皮疹', '肝功能异常'],
    ],
  ])('%s is found out, and said to be a guess: %#', (encoding, cells, texts) => {
    expect(of(cells)).toEqual({ texts, warnings: [{ code: 'encoding-guessed', about: encoding }] });
  });

  it('is UTF-8 without a word where every cell is', () => {
    const texts = ['Übelkeit', '発熱', 'naïve'];
    expect(of(texts.map(utf8))).toEqual({ texts, warnings: [] });
  });

  it('is decided for all cells alike', () => {
    // Half-width katakana of Shift-JIS that happens to be UTF-8.
    const found = of(['93aa92c9', '94ad944d', 'c3bd']);
    expect(found.texts).toEqual(['頭痛', '発熱', 'ﾃｽ']);
  });

  it('drops a character that was cut at the end of a full field, and counts it', () => {
    const whole = utf8('Ü'.repeat(100));
    const found = of([whole.subarray(0, 199), utf8('発熱')]);
    expect(found).toEqual({
      texts: ['Ü'.repeat(99), '発熱'],
      warnings: [{ code: 'cut-characters', count: 1 }],
    });
    // In the middle of a field nothing was cut: it is another encoding.
    expect(of([utf8('naïve'), Buffer.from('caf\u00e9', 'latin1')]).texts[1]).toBe('café');
  });

  it('does not take a last letter of Latin-1 for a cut character', () => {
    expect(of([Buffer.from('x'.repeat(199) + '\u00e9', 'latin1')]).texts).toEqual([`${'x'.repeat(199)}é`]);
  });

  it('is told where a file mixes UTF-8 with another, and both are read', () => {
    const found = of([
      'dc62656c6b656974',
      '4669656265722096203338b0',
      'a3f3649f2062f36c2067b36f7779',
      utf8('発熱'),
      utf8('Ü'.repeat(100)).subarray(0, 199),
    ]);
    expect(found.texts).toEqual(['Übelkeit', 'Fieber – 38°', 'Łódź ból głowy', '発熱', 'Ü'.repeat(99)]);
    expect(found.warnings).toEqual([
      { code: 'encoding-mixed', about: 'utf-8, windows-1250' },
      { code: 'cut-characters', count: 1 },
    ]);
  });

  it('is what it was declared to be; what does not fit is no text', () => {
    expect(of(['93aa92c9'], 'Shift_JIS')).toEqual({ texts: ['頭痛'], warnings: [] });
    expect(of(['93aa92c9', '81'], 'shift_jis').texts).toEqual(['頭痛', undefined]);
    expect(of(['dc62'], 'latin1').texts).toEqual(['Üb']);
    expect(of(['dc62'], 'utf-8').texts).toEqual([undefined]);
  });

  it('must be one that there is', () => {
    expect(() => of(['dc'], 'klingon')).toThrow(/encoding: must be an encoding like utf-8/);
  });
});

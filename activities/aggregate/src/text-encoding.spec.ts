import { decodeText } from './text-encoding.ts';

const hex = (bytes: string) => Buffer.from(bytes.replace(/\s/g, ''), 'hex');
const read = (bytes: Buffer): string => {
  const decoded = decodeText(bytes);
  return 'refused' in decoded ? decoded.refused.code : `${decoded.assumed ?? 'said'}: ${decoded.text}`;
};

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from('Übelkeit'), 'said: Übelkeit'],
    ['UTF-8 with its mark', Buffer.from('\ufeffÜbelkeit'), 'said: Übelkeit'],
    ['UTF-16 LE with its mark', Buffer.from('\ufeffÜbelkeit', 'utf16le'), 'said: Übelkeit'],
    ['UTF-16 BE with its mark', Buffer.from('\ufeffÜbelkeit', 'utf16le').swap16(), 'said: Übelkeit'],
    ['UTF-16 LE', Buffer.from('Seen at the site', 'utf16le'), 'UTF-16LE: Seen at the site'],
    ['UTF-16 BE', Buffer.from('Seen at the site', 'utf16le').swap16(), 'UTF-16BE: Seen at the site'],
    ['Latin-1', Buffer.from('Übelkeit', 'latin1'), 'Windows-1252: Übelkeit'],
    ['Windows-1252', hex('93686994'), 'Windows-1252: “hi”'],
    ['nothing', Buffer.alloc(0), 'said: '],
  ])('reads %s', (_, bytes, expected) => {
    expect(read(bytes)).toBe(expected);
  });

  // 患者は11月18日に入院した。治験薬との関連はないと判定した。
  const shiftJis = hex(
    '8ab38ed282cd31318c8e313893fa82c993fc89402082b582bd81428ea18cb196f282c682cc8ad6986182cd82c882a282c694bb92e882b582bd8142',
  );
  // 受试者因肝功能检查值升高住院，研究者认为可能有关。
  const gb18030 = hex(
    'cadccad4d5dfd2f2b8ceb9a6c4dcbcecb2e9d6b5c9fdb8dfd7a1d4baa3acd1d0bebfd5dfc8cfceaabfc9c4dcd3d0b9d8a1a3',
  );
  // Пациент госпитализирован 18 ноября в связи с повышением АЛТ.
  const cyrillic = hex(
    'cfe0f6e8e5edf220e3eef1efe8f2e0ebe8e7e8f0eee2e0ed20313820edeeffe1f0ff20e220f1e2ffe7e820f120efeee2fbf8e5ede8e5ec20c0cbd22e',
  );

  it.each([
    ['Shift_JIS', shiftJis, /^Shift_JIS: 患者は11月18日に/],
    ['GB18030', gb18030, /^GB18030: 受试者因肝功能检查值升高住院，研究者认为可能有关。$/],
    ['Windows-1251', cyrillic, /^windows-1251: Пациент госпитализирован 18 ноября в связи/],
    ['ISO-2022-JP', hex('1b24423435 3c54 1b2842 2041'), /^ISO-2022-JP: 患者 A$/],
  ])('recognises %s, and says that it is a guess', (_, bytes, expected) => {
    expect(read(bytes)).toMatch(expected);
  });

  it('keeps to UTF-8 where one byte of many is broken', () => {
    const bytes = Buffer.concat([
      Buffer.from('Übelkeit, Müdigkeit; '.repeat(20)),
      hex('c3'),
      Buffer.from(' Ende'),
    ]);
    expect(read(bytes)).toMatch(/^UTF-8: Übelkeit.*\ufffd Ende$/s);
  });

  it.each([
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'text-is-pdf'],
    ['a Word document', hex('504b030414000600'), 'text-is-archive'],
    ['a picture', hex('89504e470d0a1a0a'), 'text-is-picture'],
    ['a program', Buffer.from(Array.from({ length: 400 }, (_, at) => (at * 37) % 256)), 'text-is-binary'],
    ['zeros', Buffer.alloc(500), 'text-is-binary'],
  ])('refuses %s by name', (_, bytes, expected) => {
    expect(read(bytes)).toBe(expected);
  });

  it('takes a text with a few control characters for the text that it is', () => {
    expect(read(Buffer.from(`${'Seen at the site. '.repeat(10)}\u0000\u0007`))).toMatch(/^said: Seen/);
  });

  it('decodes 10 MB that are not UTF-8 in little time', () => {
    const bytes = Buffer.from('Übelkeit und Müdigkeit. '.repeat(420_000), 'latin1');
    const started = performance.now();
    expect(read(bytes)).toMatch(/^Windows-1252: Übelkeit/);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

import { sha256Of } from '@rounds/adapters/crypto/sha256';
import { memoryObjectStore } from '@rounds/adapters/testing/memory-object-store';
import { storeDocument } from './testing/cut.ts';
import { MOST_CHARACTERS, cleanText, showDocuments } from './documents.ts';

describe('texts', () => {
  it('lose control and invisible characters, and keep lines and tabs', () => {
    expect(cleanText('a\r\nb\rc\td\u0000\u001b[1m \u00adpla\u200bcebo\u202e')).toBe('a\nb\nc\td[1m placebo');
    expect(cleanText('page one\fpage two\u2028line')).toBe('page one\npage two\nline');
  });

  it('hold nothing out of sight that would part a word for the mask', () => {
    for (const unseen of ['\u034F', '\u180E', '\u200C', '\u200D', '\uFE0F', '\u{E0061}', '\u115F'])
      expect(cleanText(`Pla${unseen}cebo`)).toBe('Placebo');
    expect(cleanText('نمی\u200Cخواهد 👨\u200D👩')).toBe('نمی\u200Cخواهد 👨\u200D👩');
  });
});

describe('showing documents', () => {
  const show = async (bytes: Buffer, mask?: (text: string) => string) => {
    const objects = memoryObjectStore();
    const document = await storeDocument(objects, bytes);
    const shown = await showDocuments([document], ({ key }) => objects.get(key), mask);
    return { document, text: shown.texts[0], manifest: shown.manifest[0] };
  };

  it('shows the opening of a long text and says how long it is', async () => {
    const { text } = await show(Buffer.from('😀'.repeat(MOST_CHARACTERS + 5)));
    expect(text).toMatchObject({ truncated: true, characters: MOST_CHARACTERS + 5 });
    expect(text?.text).toBe('😀'.repeat(MOST_CHARACTERS));
  });

  it('names a text by its own hash and size', async () => {
    const { document, text, manifest } = await show(Buffer.from('short'));
    expect(text).toMatchObject({
      text: 'short',
      truncated: false,
      characters: 5,
      mediaType: 'text/plain',
      sha256: document.sha256,
    });
    expect(manifest).toMatchObject({ sha256: document.sha256, bytes: 5 });
  });

  describe('of 20 MB', () => {
    const sentence = 'Erythema and oedema of the left arm. ';
    const bytes = Buffer.from(sentence.repeat(566_000));

    it('shows the opening, and masks little more than that', async () => {
      let masked = 0;
      const { text, document } = await show(bytes, (beginning) => {
        masked = beginning.length;
        return beginning.replaceAll('left', '[blinded]');
      });
      expect(masked).toBeLessThan(5 * MOST_CHARACTERS);
      expect(text?.text).toHaveLength(MOST_CHARACTERS);
      expect(text).toMatchObject({
        truncated: true,
        characters: bytes.length,
        sha256: sha256Of(text?.text ?? ''),
      });
      expect(text?.sha256).not.toBe(document.sha256);
    });

    it('lets the event loop come round all the while', async () => {
      let rounds = 0;
      const counted = setInterval(() => (rounds += 1), 1);
      await show(bytes);
      clearInterval(counted);
      expect(rounds).toBeGreaterThan(40);
    });

    it('shows no name of which only a half was read, whatever the mask took away', async () => {
      const filler = '-'.repeat(4 * MOST_CHARACTERS - 4);
      const { text } = await show(Buffer.from(`${filler}Pla${'ce'.repeat(5_000)}bo`), (all) =>
        all.replaceAll('-', ''),
      );
      expect(text?.text).not.toMatch(/[Pla]/);
      expect(text?.truncated).toBe(true);
    });
  });

  it('says which encoding was assumed, and refuses by name what is no text', async () => {
    const { text } = await show(Buffer.from('Übelkeit', 'latin1'));
    expect(text).toMatchObject({ text: 'Übelkeit', assumedEncoding: 'Windows-1252' });
    const { text: picture, document, manifest } = await show(Buffer.from('GIF89a\u0000\u0001'));
    expect(picture).toMatchObject({ text: '', characters: 0, refused: { code: 'text-is-picture' } });
    expect([picture?.sha256, manifest?.sha256]).toEqual([document.sha256, document.sha256]);
  });

  it('masks before it cuts, so that no half name stays', async () => {
    const { text } = await show(Buffer.from(`${'.'.repeat(MOST_CHARACTERS - 3)}Placebo`), (all) =>
      all.replace('Placebo', '[blinded]'),
    );
    expect(text?.text.endsWith('[bl')).toBe(true);
  });

  it('tells nothing of a masked text by which the hidden words could be found', async () => {
    const { document, text, manifest } = await show(Buffer.from('on Placebo'), () => 'on [blinded]');
    expect(text).toMatchObject({ characters: 12, sha256: sha256Of('on [blinded]') });
    expect(manifest).toMatchObject({ bytes: 12, sha256: sha256Of('on [blinded]') });
    expect(JSON.stringify({ text, manifest })).not.toContain(document.sha256);
  });

  it('orders by day and title, and leaves an image where it is', async () => {
    const objects = memoryObjectStore();
    const image = { kind: 'image', fileName: 'scan.png', caption: 'Left\u0007 arm' } as const;
    const documents = [
      await storeDocument(objects, Buffer.from('2'), { documentId: 'b', receivedOn: '2024-03-05' }),
      await storeDocument(objects, Buffer.from('1'), { documentId: 'a', title: 'B' }),
      await storeDocument(objects, Buffer.from('3'), { documentId: 'c', title: 'A', ...image }),
    ];
    const shown = await showDocuments(documents, ({ key }) => objects.get(key));
    expect(shown.manifest.map(({ documentId }) => documentId)).toEqual(['c', 'a', 'b']);
    expect(shown.texts.map(({ documentId }) => documentId)).toEqual(['a', 'b']);
    expect(shown.images).toMatchObject([
      { documentId: 'c', caption: 'Left arm', fileName: 'scan.png', key: documents[2]?.key },
    ]);
  });
});

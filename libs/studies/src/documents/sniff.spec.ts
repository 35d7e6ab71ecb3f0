import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { awkwardImagesFolder, describeWith } from '@rounds/adapters/testing/test-data';
import sharp from 'sharp';
import { sniffMedia } from './sniff.ts';

const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: '#336' } });

describe('sniffMedia', () => {
  it.each(['png', 'jpeg', 'gif', 'webp', 'tiff', 'avif'] as const)(
    'knows a %s, whatever it is called',
    async (format) => {
      const bytes = await picture.clone().toFormat(format).toBuffer();
      const image = { kind: 'image', mediaType: `image/${format}` };
      expect(sniffMedia(`a.${format}`, bytes)).toEqual(image);
      expect(sniffMedia('a.png', bytes)).toEqual(image);
    },
  );

  it.each([
    '<svg xmlns="x"/>',
    '<?xml version="1.0"?>\n<!-- made -->\n<!DOCTYPE svg>\n<svg >',
    '\uFEFF<svg:svg >',
  ])('knows the SVG %p', (text) => {
    expect(sniffMedia('a.svg', Buffer.from(text))).toEqual({ kind: 'image', mediaType: 'image/svg+xml' });
  });

  it.each([
    ['ASCII', Buffer.from('A narrative.\r\n\tIndented.\f')],
    ['UTF-8', Buffer.from('Naïve “text” 日本')],
    ['Latin-1', Buffer.from('Müdigkeit', 'latin1')],
    ['UTF-16', Buffer.from('\uFEFFMüde', 'utf16le')],
  ])('takes %s for text', (_name, bytes) => {
    expect(sniffMedia('a.md', bytes)).toEqual({ kind: 'text', mediaType: 'text/markdown' });
  });

  it.each<[string, string, Buffer]>([
    ['a program', 'a.txt', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0])],
    ['a page', 'a.png', Buffer.from('<!DOCTYPE html><html><svg></svg></html>')],
    ['a text', 'a.jpg', Buffer.from('not a picture')],
    ['nothing', 'a.txt', Buffer.of()],
    ['a letter', 'a.docx', Buffer.from('PK')],
    ['no extension', 'README', Buffer.from('text')],
  ])('refuses %s as %s', (_name, file, bytes) => {
    expect(sniffMedia(file, bytes)).toMatchObject({ faults: [{ field: 'file' }] });
  });

  it('refuses a picture that is called a text', async () => {
    expect(sniffMedia('a.txt', await picture.clone().png().toBuffer())).toHaveProperty('faults');
  });
});

describeWith(awkwardImagesFolder)('awkward images', () => {
  it('are all images', () => {
    const isRefused = (file: string) =>
      'faults' in sniffMedia(file, readFileSync(join(awkwardImagesFolder, file)));
    expect(readdirSync(awkwardImagesFolder).filter(isRefused)).toEqual([]);
  });
});

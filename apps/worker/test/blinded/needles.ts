/** What no output for blinded readers may hold, and what of a file a reader can read. */
import { inflateRawSync, inflateSync } from 'node:zlib';
import type { SdtmRow } from '@rounds/contracts/received';
import type { CutTreatments } from '@rounds/contracts/cut';
import { openPdf, piecesOf } from '@rounds/activities-render/gate/pdf-reader';
import { unzipSync } from 'fflate';

/** CDISC's words for a subject without treatment: they tell no arm. */
const NO_TREATMENT = /^(?:screen failure|scrnfail|not assigned|notassgn|not treated|nottrt)$/i;

const valuesOf = (rows: readonly SdtmRow[], variables: readonly string[]): string[] => {
  const values = rows.flatMap((row) => variables.map((variable) => String(row[variable] ?? '')));
  return [...new Set(values)].filter((value) => value !== '' && !NO_TREATMENT.test(value)).sort();
};

interface Rows {
  readonly DM: readonly SdtmRow[];
  readonly EX: readonly SdtmRow[];
}

/** As the fetch stage finds them, here from the rows alone. */
export const treatmentsOf = ({ DM, EX }: Rows): CutTreatments & { readonly doses: readonly string[] } => ({
  names: [...valuesOf(DM, ['ARM', 'ACTARM']), ...valuesOf(EX, ['EXTRT'])],
  codes: valuesOf(DM, ['ARMCD', 'ACTARMCD']),
  doses: [...new Set(EX.map(({ EXDOSE, EXDOSU }) => `${String(EXDOSE)} ${String(EXDOSU)}`))].sort(),
});

const GAP = '[\\s_\\u2010-\\u2015-]*';
const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const spelt = (name: string): string =>
  name
    .trim()
    .split(/[\s_-]+/)
    .map(literally)
    .join(GAP);

/** In any case and spacing; a name of some length also within a longer word. */
export const needlesOf = ({ names, codes, doses }: CutTreatments, others: readonly string[] = []) => {
  const words = [...names, ...codes, ...others].map((name) => {
    const [from, to] = name.length >= 5 ? ['', ''] : ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'];
    return { name, pattern: new RegExp(`${from}${spelt(name)}${to}`, 'iu') };
  });
  const amounts = doses.map((name) => ({
    name,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}.,])${spelt(name)}(?![\\p{L}\\p{N}])(?!\\s*/\\s*d?L)`, 'iu'),
  }));
  return [...words, ...amounts];
};
type Needles = ReturnType<typeof needlesOf>;

/** Those that one of the texts holds, by name. */
export const foundIn = (texts: readonly string[], needles: Needles): string[] =>
  needles.filter(({ pattern }) => texts.some((text) => pattern.test(text))).map(({ name }) => name);

const isText = (text: string): boolean => {
  const strange = text.match(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd]/g)?.length ?? 0;
  return strange * 20 < text.length;
};

const readable = (bytes: Uint8Array): string[] => {
  const text = Buffer.from(bytes).toString('utf8');
  return isText(text) ? [text] : [];
};

const isZip = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 2)).toString('latin1') === 'PK';

const inflated = (bytes: Buffer): Uint8Array => {
  for (const inflate of [inflateSync, inflateRawSync])
    try {
      return inflate(bytes);
    } catch {
      // Not packed in this way.
    }
  return bytes;
};

/** Every part of a PDF, unpacked: pages, metadata, attachments. */
const streamsOf = (pdf: Buffer): string[] => {
  const text = pdf.toString('latin1');
  const parts = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = '']) =>
    inflated(Buffer.from(body, 'latin1')),
  );
  const between = text.replace(/stream\r?\n[\s\S]*?\r?\nendstream/g, '\n');
  return [between, ...parts.flatMap(textsOf)];
};

/** As it is shown: text of the pages, bookmarks, properties, names of attachments. */
const shownBy = async (pdf: Buffer): Promise<string[]> => {
  const { document, close } = await openPdf(pdf);
  try {
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const pieces = (await piecesOf(await document.getPage(number))).map(({ text }) => text);
      pages.push(pieces.join(''), pieces.join(' '));
    }
    const { info, metadata } = await document.getMetadata();
    const about: unknown[] = [info, await document.getOutline(), await document.getAttachments()];
    return [...pages, String(metadata.getRaw()), ...about.map((part) => JSON.stringify(part, withoutBytes))];
  } finally {
    await close();
  }
};

const withoutBytes = (_key: string, value: unknown): unknown => (value instanceof Uint8Array ? '' : value);

const unescaped = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** All texts of a file: of an archive its names and, unpacked, its parts. */
const textsOf = (bytes: Uint8Array): string[] => {
  if (!isZip(bytes)) return readable(bytes).flatMap((text) => [text, unescaped(text)]);
  return Object.entries(unzipSync(bytes)).flatMap(([name, part]) => [name, ...textsOf(part)]);
};

export const everyTextOf = async (bytes: Buffer): Promise<string[]> => [
  ...new Set(
    bytes.subarray(0, 5).toString('latin1') === '%PDF-'
      ? [...streamsOf(bytes), ...(await shownBy(bytes))]
      : textsOf(bytes),
  ),
];

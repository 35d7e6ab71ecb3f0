/** Drawing and storing on a real MongoDB, as the render role's own user, a real S3, and real drawing threads. */
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { directly } from '@rounds/adapters/testing/directly';
import { systemClock } from '@rounds/adapters/clock';
import { createHaltsRepository } from '@rounds/adapters/mongo/halts.repository';
import type { Presentation } from '@rounds/contracts/template';
import { buildDataset } from '@rounds/report-types/study-weekly/testing/dataset';
import type { StudyWeeklyDataset } from '@rounds/report-types/study-weekly/dataset';
import sharp from 'sharp';
import { createDrawPool } from './draw-pool.ts';
import { createRenderActivities } from './render.activities.ts';
import { drawingThread, openRenderBed } from './testing/bed.ts';
import { readPdf } from './testing/pdf-text.ts';

let bed: Awaited<ReturnType<typeof openRenderBed>>;
beforeAll(async () => {
  bed = await openRenderBed();
});
afterAll(() => bed.close());

const photograph = (colour: string): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();

const heic = readFileSync(resolve(import.meta.dirname, 'testing/two-colours.heic'));
const svg = (body: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="20" height="12">${body}</svg>`);
const noDocuments = { texts: [], images: [] };

describe('render', () => {
  it('refuses a file that is larger than allowed, by name, and stores none of it', async () => {
    const drawing = { ...bed.dependencies.drawing, maxFileBytes: 1_000 };
    const small = createRenderActivities({ ...bed.dependencies, drawing });
    const input = { ...(await bed.storeDataset({ documents: noDocuments })), formats: ['json' as const] };
    await expect(small.render(input)).rejects.toMatchObject({
      code: 'PAYLOAD_TOO_LARGE',
      message: expect.stringContaining('ROUNDS_MAX_FILE_MB') as string,
    });
    expect(await bed.mongo.collection('artefacts').countDocuments({ runId: input.runId })).toBe(0);
    await small.close();
  });

  it('draws nothing of a study that operators halted', async () => {
    const input = { ...(await bed.storeDataset({ documents: noDocuments })), formats: ['json' as const] };
    const halts = createHaltsRepository(bed.mongo);
    await halts.set(
      input.studyId,
      { reason: 'Wrong data.', by: 'usr_operator', at: systemClock() },
      directly,
    );
    await expect(bed.activities.render(input)).rejects.toMatchObject({ code: 'HALTED' });
    expect(await bed.mongo.collection('artefacts').countDocuments({ runId: input.runId })).toBe(0);
    await halts.lift(input.studyId, directly);
    expect(await bed.activities.render(input)).toHaveLength(1);
  });

  it('removes the files of a run that was cancelled, and no other’s', async () => {
    const mine = await bed.storeDataset({ documents: noDocuments });
    const other = await bed.storeDataset({ documents: noDocuments });
    const kept = await bed.activities.render({ ...other, formats: ['json'] });
    const made = await bed.activities.render({ ...mine, formats: ['json', 'csv'] });
    await bed.activities.discardArtefacts({ runId: mine.runId });
    await bed.activities.discardArtefacts({ runId: mine.runId });
    expect(await bed.mongo.collection('artefacts').countDocuments({ runId: mine.runId })).toBe(0);
    for (const { key } of made) expect(await bed.objects.size(key)).toBeNull();
    for (const { key, bytes } of kept) expect(await bed.objects.size(key)).toBe(bytes);
  });

  it('keeps one file for all runs of one dataset, until the last of them has gone', async () => {
    const mine = await bed.storeDataset({ documents: noDocuments });
    const other = { ...mine, runId: `${mine.runId}-other` };
    const made = await bed.activities.render(mine);
    expect(await bed.activities.render(other)).toEqual(made);
    await bed.activities.discardArtefacts({ runId: mine.runId });
    for (const { key, bytes } of made) expect(await bed.objects.size(key)).toBe(bytes);
    await bed.activities.discardArtefacts({ runId: other.runId });
    for (const { key } of made) expect(await bed.objects.size(key)).toBeNull();
  });

  it('takes up no file that another run is removing, unless that removal died', async () => {
    const mine = await bed.storeDataset({ documents: noDocuments });
    const other = { ...mine, runId: `${mine.runId}-other`, formats: ['json'] as const };
    await bed.activities.render({ ...mine, formats: ['json'] });
    const artefacts = bed.mongo.collection('artefacts');
    const removingSince = (msAgo: number) =>
      artefacts.updateOne(
        { runId: mine.runId },
        { $set: { removingAt: new Date(systemClock().getTime() - msAgo) } },
      );
    await removingSince(0);
    await expect(bed.activities.render(other)).rejects.toMatchObject({ code: 'DEPENDENCY_DOWN' });
    await removingSince(120_000);
    expect(await bed.activities.render(other)).toHaveLength(1);
    await bed.activities.discardArtefacts({ runId: mine.runId });
    expect(await artefacts.countDocuments({ runId: other.runId })).toBe(1);
  });

  it('stores every format under the hash of its content, the record after it', async () => {
    const images = [
      await bed.storeImage(await photograph('#a33'), { documentId: 'photograph' }),
      await bed.storeImage(heic, { documentId: 'phone', fileName: 'phone.heic' }),
      await bed.storeImage((await photograph('#3a3')).subarray(0, 300), {
        documentId: 'half',
        fileName: 'half.jpg',
      }),
    ];
    const input = await bed.storeDataset({ documents: { texts: [], images } });
    const artefacts = await bed.activities.render(input);
    expect(artefacts.map(({ key }) => key.replace(/^artefacts\/[0-9a-f]{64}\./, ''))).toEqual([
      'pdf',
      'xlsx',
      'csv.zip',
      'json',
    ]);
    for (const { key, sha256: hash, bytes, format } of artefacts) {
      const stored = await bed.objects.get(key);
      expect([sha256Of(stored), stored.length]).toEqual([hash, bytes]);
      const record = await bed.mongo
        .collection('artefacts')
        .findOne({ _id: `${input.runId}|all-unblinded|${format}` });
      expect(record).toMatchObject({
        runId: input.runId,
        studyId: input.studyId,
        format,
        key,
        sha256: hash,
        bytes,
      });
    }
  });

  it('says of every image how it is shown or why it is not', async () => {
    const images = [
      await bed.storeImage(heic, { documentId: 'phone', fileName: 'phone.heic' }),
      await bed.storeImage(Buffer.from('no picture'), { documentId: 'text', fileName: 'notes.png' }),
      await bed.storeImage(svg('<text y="9">ALT</text>'), { documentId: 'drawing', fileName: 'drawing.svg' }),
      await bed.storeImage(svg('<image href="file:///etc/hostname"/>'), {
        documentId: 'out',
        fileName: 'out.svg',
      }),
    ];
    const input = await bed.storeDataset({ documents: { texts: [], images } });
    const [pdf, json] = await bed.activities.render({ ...input, formats: ['pdf', 'json'] });
    const { documents } = JSON.parse(
      (await bed.objects.get(json?.key ?? '')).toString(),
    ) as StudyWeeklyDataset;
    expect(documents.images).toMatchObject([
      { documentId: 'phone', derived: { width: 64, height: 48 } },
      { documentId: 'text', refused: { code: 'unknown-kind' } },
      { documentId: 'drawing', derived: { width: 80, height: 48 } },
      { documentId: 'out', refused: { code: 'refers-outside' } },
    ]);
    const text = (await readPdf(await bed.objects.get(pdf?.key ?? '')))
      .flatMap(({ pieces }) => pieces)
      .join(' ');
    expect(text).toContain('notes.png');
  });

  it('gives the same files when it is done again, and uploads and derives nothing twice', async () => {
    const images = [await bed.storeImage(await photograph('#33a'), { documentId: 'once' })];
    const input = await bed.storeDataset({ documents: { texts: [], images } });
    const first = await bed.activities.render(input);
    const put: string[] = [];
    const read: string[] = [];
    const objects = {
      ...bed.objects,
      put: (...given: Parameters<typeof bed.objects.put>) => {
        put.push(given[0]);
        return bed.objects.put(...given);
      },
      get: (key: string) => {
        read.push(key);
        return bed.objects.get(key);
      },
    };
    const again = createRenderActivities({ ...bed.dependencies, objects });
    expect(await again.render(input)).toEqual(first);
    expect(put).toEqual([]);
    expect(read).not.toContain(images[0]?.key);
    expect(await bed.mongo.collection('artefacts').countDocuments({ runId: input.runId })).toBe(4);
    await again.close();
  });

  it('draws as the template has it: colours, logo, foot and sections', async () => {
    const png = await sharp({ create: { width: 90, height: 30, channels: 3, background: '#70224a' } })
      .png()
      .toBuffer();
    const key = `logos/${sha256Of(png)}.png`;
    await bed.objects.put(key, png, 'image/png');
    const presentation: Presentation = {
      templateVersion: 'board@2',
      branding: {
        logo: { key, sha256: sha256Of(png), width: 90, height: 30 },
        colours: { primary: '#70224a', accent: '#70224a' },
        footer: 'Meridian Trials',
      },
      sections: ['laboratory', 'enrolment'],
    };
    const input = { ...(await bed.storeDataset({ documents: noDocuments })), presentation };
    const [pdf] = await bed.activities.render({ ...input, formats: ['pdf'] });
    const text = (await readPdf(await bed.objects.get(pdf?.key ?? '')))
      .flatMap(({ pieces }) => pieces)
      .join(' ');
    expect(text).toContain('Meridian Trials');
    expect(text).toContain('board@2');
    expect(text).not.toContain('By severity');
    await bed.objects.put(key, Buffer.from('another picture'), 'image/png');
    await expect(bed.activities.render(input)).rejects.toMatchObject({ code: 'CUT_CORRUPT' });
  });

  it('refuses a dataset that is not the one that was named', async () => {
    const input = await bed.storeDataset({ documents: noDocuments });
    const corrupt = { code: 'CUT_CORRUPT' };
    const render = (given: typeof input) => bed.activities.render(given);
    await expect(render({ ...input, dataset: { ...input.dataset, sha256: '0' } })).rejects.toMatchObject(
      corrupt,
    );
    await expect(render({ ...input, studyId: 'another' })).rejects.toMatchObject(corrupt);
    await expect(render({ ...input, scope: { sites: ['101'], unblinded: true } })).rejects.toMatchObject(
      corrupt,
    );
  });

  it('never draws arms for blinded readers', async () => {
    const input = await bed.storeDataset({
      documents: noDocuments,
      scope: { sites: 'all', unblinded: false },
    });
    await expect(bed.activities.render(input)).rejects.toMatchObject({ code: 'CUT_CORRUPT' });
  });

  it('names the document whose bytes are gone or not its own', async () => {
    const gone = await bed.storeImage(await photograph('#111'), {
      documentId: 'doc_gone',
      key: 'documents/nowhere',
    });
    await expect(
      bed.activities.render(await bed.storeDataset({ documents: { texts: [], images: [gone] } })),
    ).rejects.toMatchObject({
      code: 'DOCUMENT_MISSING',
      message: expect.stringContaining('doc_gone') as string,
    });
    const other = await bed.storeImage(await photograph('#222'), {
      documentId: 'doc_other',
      sha256: sha256Of('other'),
    });
    await expect(
      bed.activities.render(await bed.storeDataset({ documents: { texts: [], images: [other] } })),
    ).rejects.toMatchObject({ code: 'CUT_CORRUPT', message: expect.stringContaining('doc_other') as string });
  });
});

describe('inspect', () => {
  const lacking = [{ check: 'documents', where: 'document doc_9', code: 'bytes-gone' }] as const;

  it('finds nothing in what was stored, pictures shown and refused included', async () => {
    const images = [
      await bed.storeImage(await photograph('#a55'), { documentId: 'photograph' }),
      await bed.storeImage(Buffer.from('no picture'), { documentId: 'text', fileName: 'notes.png' }),
    ];
    const input = await bed.storeDataset({ documents: { texts: [], images } });
    const artefacts = await bed.activities.render(input);
    expect(await bed.activities.inspect({ ...input, artefacts })).toEqual([]);
  });

  it('reads what lies in the store: a file that is gone, or other bytes, or never made', async () => {
    const input = await bed.storeDataset({ documents: noDocuments });
    const [pdf, xlsx, csv, json] = await bed.activities.render(input);
    if (pdf === undefined || xlsx === undefined || csv === undefined) throw new Error('Files are lacking.');
    await bed.objects.remove(pdf.key);
    await bed.objects.put(xlsx.key, Buffer.from('another file'), 'text/plain');
    const artefacts = [pdf, xlsx, csv];
    expect(json).toBeDefined();
    expect(await bed.activities.inspect({ ...input, artefacts })).toEqual([
      { check: 'files', where: 'pdf', code: 'not-in-store' },
      {
        check: 'files',
        where: 'xlsx',
        code: 'not-as-stored',
        values: { bytes: 12 },
      },
      { check: 'files', where: 'json', code: 'not-made' },
    ]);
  });

  it('finds the files of another dataset', async () => {
    const input = await bed.storeDataset({ documents: noDocuments });
    const other = await bed.storeDataset({ documents: noDocuments });
    const artefacts = await bed.activities.render(other);
    const checks = (await bed.activities.inspect({ ...input, artefacts })).map(({ where }) => where);
    expect(checks).toContainEqual(expect.stringMatching(/^pdf/) as string);
    expect(checks).toContain('json');
  });

  it('finds a document that the cut lacks, and what the report says itself no more', async () => {
    const { manifest } = buildDataset();
    const input = await bed.storeDataset({
      documents: noDocuments,
      manifest: { ...manifest, lacking: [{ documentId: 'doc_9', kind: 'text', reason: 'missing' }] },
    });
    const silent = await bed.activities.render(input);
    expect(await bed.activities.inspect({ ...input, artefacts: silent })).toEqual(lacking);
    const artefacts = await bed.activities.render({ ...input, lacking });
    expect(await bed.activities.inspect({ ...input, lacking, artefacts })).toEqual([]);
    const [pdf, , , json] = artefacts;
    const pages = (await readPdf(await bed.objects.get(pdf?.key ?? ''))).map(({ pieces }) =>
      pieces.join(' '),
    );
    expect(pages.every((page) => page.includes('PARTIAL'))).toBe(true);
    expect(pages[0]).toContain('document doc_9: Its bytes are gone.');
    expect(JSON.parse((await bed.objects.get(json?.key ?? '')).toString())).toMatchObject({ lacking });
  });
});

describe('a drawing thread', () => {
  const rows = (n: number) => {
    const text = 'Erythema and oedema. '.repeat(n);
    return { documents: { texts: [{ ...textOf(), text }], images: [] } };
  };
  const textOf = () => ({
    documentId: 'long',
    title: 'Long',
    siteId: null,
    subject: null,
    receivedOn: '2026-11-20',
    sha256: sha256Of('long'),
    truncated: false,
    characters: 1,
    mediaType: 'text/plain',
  });

  it('leaves the event loop free and stops when the activity is cancelled', async () => {
    const controller = new AbortController();
    const activities = createRenderActivities({ ...bed.dependencies, signal: () => controller.signal });
    const input = await bed.storeDataset(rows(100_000));
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 20);
    const drawing = activities.render({ ...input, formats: ['pdf'] });
    const outcome = expect(drawing).rejects.toMatchObject({ name: 'AbortError' });
    await sleep(2_000);
    controller.abort();
    const abortedAt = performance.now();
    await outcome;
    clearInterval(timer);
    expect(performance.now() - abortedAt).toBeLessThan(2_000);
    expect(longest).toBeLessThan(1_000);
    expect(await bed.mongo.collection('artefacts').countDocuments({ runId: input.runId })).toBe(0);
    await activities.close();
  });

  it('ends with a fault that is not tried again when its memory does not suffice', async () => {
    const activities = createRenderActivities({
      ...bed.dependencies,
      drawing: { file: drawingThread(), threads: 1, memoryMb: 80 },
    });
    const input = await bed.storeDataset(rows(100_000));
    await expect(activities.render({ ...input, formats: ['pdf'] })).rejects.toMatchObject({
      code: 'RENDER_INCOMPLETE',
      retryable: false,
    });
    await activities.close();
  });

  it('holds no secret of the process', async () => {
    process.env.ROUNDS_SECRET_OF_TEST = 'secret';
    const pool = createDrawPool({
      file: resolve(import.meta.dirname, 'testing/environment-probe.mjs'),
      threads: 1,
    });
    const seen = await pool.decodeHeic(Buffer.alloc(0), { signal: new AbortController().signal });
    expect(seen).toEqual([]);
    await pool.close();
    delete process.env.ROUNDS_SECRET_OF_TEST;
  });
});

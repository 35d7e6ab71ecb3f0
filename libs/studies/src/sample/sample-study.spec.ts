import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SdtmRow } from '@rounds/contracts/received';
import { parseSdtmDate } from '@rounds/contracts/sdtm-date';
import sharp from 'sharp';
import { dayOf } from '../import/identity.ts';
import { addDays, medianDay } from '../import/shift.ts';
import { withFolder } from '../testing/study-folder.ts';
import { FIRST_DAY, SILENT_SITE_ID, SITES } from './protocol.ts';
import { QUERY_HEADINGS, queryRows } from './queries.ts';
import { withReferenceWeek } from './reference-week.ts';
import { rowsOf } from './rows.ts';
import { writeSampleStudy } from './sample-study.ts';
import { simulate } from './subjects.ts';
import { TRAINING_HEADINGS, trainingRows } from './training.ts';

const SEEDS = [1, 2, 3, 5, 8, 13, 21, 34];

const study = (seed: number) => {
  const { subjects, highlights } = withReferenceWeek(simulate({ seed, sites: 6, subjects: 80 }));
  const rows = rowsOf(subjects, 80);
  const start = addDays(FIRST_DAY, highlights.monday);
  const end = addDays(start, 7);
  const of = (domain: string): readonly SdtmRow[] => rows[domain] ?? [];
  const inWeek = (domain: string): SdtmRow[] =>
    of(domain).filter((row) => {
      const day = dayOf(domain, row) ?? '';
      return day >= start && day < end;
    });
  return { subjects, rows, highlights, start, end, of, inWeek };
};

const text = (row: SdtmRow, variable: string): string => String(row[variable] ?? '');

const ratio = (row: SdtmRow): number => Number(row.LBSTRESN) / Number(row.LBSTNRHI);

/** Every file below the folder, by its hash. */
const hashes = async (folder: string): Promise<Record<string, string>> => {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const entries = files.map(async ({ parentPath, name }) => {
    const bytes = await readFile(join(parentPath, name));
    return [name, createHash('sha256').update(bytes).digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
};

describe.each(SEEDS)('the sample study of seed %d', (seed) => {
  const { rows, highlights, start, end, of, inWeek } = study(seed);

  it('has its middle in the reference week', () => {
    const rowsByDay = new Map<string, number>();
    for (const [domain, all] of Object.entries(rows))
      for (const row of all) {
        const day = dayOf(domain, row);
        if (day !== null) rowsByDay.set(day, (rowsByDay.get(day) ?? 0) + 1);
      }
    const middle = medianDay(rowsByDay) ?? '';
    expect(middle >= start && middle < end).toBe(true);
    expect(new Date(start).getUTCDay()).toBe(1);
  });

  it('has a new serious event, new liver signals and new subjects in that week', () => {
    expect(inWeek('AE').some(({ AESER }) => AESER === 'Y')).toBe(true);
    expect(inWeek('DM').length).toBeGreaterThanOrEqual(2);
    const high = (test: string, limit: number) =>
      inWeek('LB')
        .filter((row) => row.LBTESTCD === test && ratio(row) >= limit)
        .map((row) => row.USUBJID);
    expect(high('ALT', 3).sort()).toEqual([highlights.liver.id, highlights.transaminases.id].sort());
    expect(high('BILI', 2)).toEqual([highlights.liver.id]);
  });

  it('has had signals before, one death, and events of every severity', () => {
    const deaths = of('AE').filter(({ AEOUT }) => AEOUT === 'FATAL');
    expect(deaths).toHaveLength(1);
    expect(of('DS').filter(({ DSDECOD }) => DSDECOD === 'DEATH')).toHaveLength(1);
    expect(of('AE').filter(({ AESER }) => AESER === 'Y').length).toBeGreaterThanOrEqual(3);
    expect(new Set(of('AE').map(({ AESEV }) => AESEV))).toEqual(new Set(['MILD', 'MODERATE', 'SEVERE']));
    expect(
      of('LB').some((row) => row.LBTESTCD === 'AST' && ratio(row) >= 3 && text(row, 'LBDTC') < start),
    ).toBe(true);
  });

  it('has a site that fell silent with subjects under treatment', () => {
    const site = of('DM').filter(({ SITEID }) => SITEID === SILENT_SITE_ID);
    const own = new Set(site.map(({ USUBJID }) => USUBJID));
    const days = Object.entries(rows).flatMap(([domain, all]) =>
      all.filter(({ USUBJID }) => own.has(String(USUBJID))).map((row) => dayOf(domain, row) ?? ''),
    );
    const last = days.sort().at(-1) ?? '';
    expect(last < addDays(start, -14)).toBe(true);
    const done = new Set(
      of('DS')
        .filter(({ DSCAT }) => DSCAT === 'DISPOSITION EVENT')
        .map(({ USUBJID }) => USUBJID),
    );
    const randomised = of('DS').filter(({ DSDECOD }) => DSDECOD === 'RANDOMIZED');
    expect(randomised.some(({ USUBJID }) => own.has(String(USUBJID)) && !done.has(USUBJID ?? ''))).toBe(true);
  });

  it('has partial dates, rows without a date, and no date that is none', () => {
    const dates = Object.values(rows).flatMap((all) =>
      all.flatMap((row) =>
        Object.entries(row)
          .filter(([name]) => name.endsWith('DTC'))
          .map(([, value]) => String(value)),
      ),
    );
    expect(dates.filter((date) => parseSdtmDate(date) === null)).toEqual([]);
    expect(dates.some((date) => date.length === 4)).toBe(true);
    expect(of('CM').some((row) => dayOf('CM', row) === null)).toBe(true);
  });

  it('tells nobody apart twice', () => {
    const keys = of('AE').map(({ USUBJID, AESEQ }) => `${USUBJID ?? ''}|${AESEQ ?? ''}`);
    expect(new Set(keys).size).toBe(keys.length);
    const subjects = of('DM').map(({ USUBJID }) => USUBJID);
    expect(new Set(subjects).size).toBe(subjects.length);
  });
});

describe('the training and the queries of the sample', () => {
  const named = (headings: readonly string[], row: readonly (string | number)[]): Record<string, string> =>
    Object.fromEntries(headings.map((heading, index) => [heading, String(row[index])]));

  it.each(SEEDS)('of seed %d have something to tell in the reference week', (seed) => {
    const { subjects, highlights, start, end } = study(seed);
    const isIn = (day = '') => day >= start && day < end;
    const training = trainingRows(seed, SITES, highlights.monday).map((row) => named(TRAINING_HEADINGS, row));
    expect(training.some((row) => row.status === 'COMPLETED' && isIn(row.completedAt))).toBe(true);
    expect(training.some((row) => row.status !== 'COMPLETED' && (row.dueAt ?? '') < start)).toBe(true);
    expect(training.some(({ site }) => site === '')).toBe(true);
    const queries = queryRows(subjects).map((row) => named(QUERY_HEADINGS, row));
    expect(queries.some((row) => isIn(row.openedAt))).toBe(true);
    expect(queries.some((row) => row.closedAt === '' && (row.openedAt ?? '') < start)).toBe(true);
    expect(new Set(queries.map(({ id }) => id)).size).toBe(queries.length);
  });
});

describe('writing the sample study', () => {
  it('gives the same files for the same seed, others for another', async () => {
    const write = (seed: number) =>
      withFolder(async (folder) => {
        await writeSampleStudy(folder, { seed });
        return hashes(folder);
      });
    const first = await write(1);
    expect(await write(1)).toEqual(first);
    expect(Object.keys(first)).toEqual(expect.arrayContaining(['dm.ndjson', 'lb.ndjson', 'index.json']));
    const other = await write(2);
    expect(other['lb.ndjson']).not.toBe(first['lb.ndjson']);
  });

  it('gives pictures that can be opened, and an index that names every file', async () => {
    await withFolder(async (folder) => {
      await writeSampleStudy(folder, { seed: 4, format: 'xpt' });
      const documents = join(folder, 'documents');
      const index = JSON.parse(await readFile(join(documents, 'index.json'), 'utf8')) as { file: string }[];
      const files = (await readdir(documents)).filter((name) => name !== 'index.json');
      expect(index.map(({ file }) => file).sort()).toEqual(files.sort());
      const pictures = files.filter((name) => /\.(png|jpg|webp)$/.test(name));
      expect(pictures.length).toBeGreaterThanOrEqual(6);
      for (const name of pictures)
        expect(await sharp(join(documents, name)).metadata()).toMatchObject({ width: 720, height: 480 });
    });
  });

  it('replaces a sample in another format', async () => {
    await withFolder(async (folder) => {
      await writeSampleStudy(folder, { seed: 1, subjects: 40, sites: 5, format: 'json' });
      await writeSampleStudy(folder, { seed: 1, subjects: 40, sites: 5, format: 'dsjc' });
      expect((await readdir(folder)).filter((name) => name.startsWith('dm.'))).toEqual(['dm.dsjc']);
    });
  });

  it.each([
    [{ seed: -1 }, 'seed'],
    [{ seed: 1, subjects: 3 }, 'subjects'],
    [{ seed: 1, sites: 99 }, 'sites'],
  ])('refuses %j', async (options, field) => {
    await expect(writeSampleStudy('/nowhere', options)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field }],
    });
  });
});

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFolder } from '../testing/study-folder.ts';
import { readSettings, rulesOf } from './study-settings.ts';

const read = (text?: string) =>
  withFolder(async (folder) => {
    if (text !== undefined) await writeFile(join(folder, 'rounds.config.json'), text);
    return readSettings(folder);
  });

const ALL = { decimalSign: ',', missing: ['NA', '.', '-99'], encoding: 'Shift_JIS', maximumAgeDays: 10 };

describe("a study's settings", () => {
  it('are those of the file in its folder, if there is one', async () => {
    expect(await read()).toBeNull();
    expect(await read('{}')).toEqual({});
    expect(await read(`\ufeff${JSON.stringify(ALL)}`)).toEqual(ALL);
  });

  it.each([
    ['{"decimalsign": ","}', 'decimalsign', /not a known field/],
    ['{"decimalSign": ";"}', 'decimalSign', /must be "." or ","/],
    ['{"missing": "NA"}', 'missing', /must be codes like NA/],
    ['{"missing": ["NA", -99]}', 'missing.1', /must be codes like NA/],
    ['{"missing": [" "]}', 'missing.0', /must be codes like NA/],
    ['{"encoding": "klingon"}', 'encoding', /must be an encoding like/],
    ['{"maximumAgeDays": 0}', 'maximumAgeDays', /at least/],
    ['{"maximumAgeDays": "10"}', 'maximumAgeDays', /whole days/],
    ['decimalSign = ,', 'rounds.config.json', /must be JSON/],
    ['[]', 'rounds.config.json', /object/],
  ])('are refused by field and rule where %s', async (text, field, rule) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field, rule: expect.stringMatching(rule) as string }],
    });
  });

  it('are the rules by which its files are read; the encoding of one import comes first', () => {
    expect(rulesOf({})).toEqual({ decimalSign: '.', missing: new Set() });
    const settings = { decimalSign: ',', missing: ['NA'], encoding: 'Shift_JIS' } as const;
    expect(rulesOf(settings)).toEqual({ decimalSign: ',', missing: new Set(['NA']), encoding: 'shift_jis' });
    expect(rulesOf(settings, 'latin2').encoding).toBe('iso-8859-2');
  });
});

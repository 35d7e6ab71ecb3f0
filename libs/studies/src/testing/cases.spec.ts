/** The cases are there, and their files are ones that are read. */
import { readdirSync } from 'node:fs';
import { isDatasetFile } from '../readers/open-dataset.ts';
import { caseFolder, CASE_PERIOD, CASES } from './cases.ts';

describe('the cases', () => {
  it('are one folder each, with demographics', () => {
    for (const name of CASES) {
      const datasets = readdirSync(caseFolder(name)).filter(isDatasetFile);
      expect(datasets.filter((file) => /^dm\./i.test(file))).toHaveLength(1);
    }
    expect(CASE_PERIOD.end).toBe('2026-01-19');
  });
});

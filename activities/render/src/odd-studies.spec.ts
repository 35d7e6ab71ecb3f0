/** Small: studies that nobody plans for, of every report type, in every format, through the gate. */
import { FORMATS } from '@rounds/contracts/formats';
import { DEFAULT_LANGUAGE, LANGUAGES } from '@rounds/contracts/language';
import { draw } from './draw.ts';
import { inspect, inspectDataset } from './gate/inspect.ts';
import { datasetFrom, manyEvents, ODD_STUDIES, TYPES } from './testing/odd-studies.ts';

describe.each(Object.entries(ODD_STUDIES))('a study %s', (_which, rows) => {
  it.each(TYPES)('makes a %s report that passes the gate', async (type) => {
    const dataset = datasetFrom(type, rows());
    const findings = [inspectDataset({ dataset })];
    for (const format of FORMATS) {
      const bytes = await draw({ format, dataset, pictures: {} });
      findings.push(await inspect({ format, dataset, bytes }));
    }
    expect(findings.flat()).toEqual([]);
  });
});

describe.each(LANGUAGES.filter((language) => language !== DEFAULT_LANGUAGE))('in %s', (language) => {
  it.each([
    ['study-weekly', 'of one subject'],
    ['site-performance', 'of one subject'],
    ['learner-progress', 'of one subject'],
  ] as const)('a %s report %s passes the gate', async (type, which) => {
    const dataset = datasetFrom(type, ODD_STUDIES[which]?.() ?? []);
    const bytes = await draw({ format: 'pdf', dataset, pictures: {}, language });
    expect(await inspect({ format: 'pdf', dataset, bytes, language })).toEqual([]);
  });

  it('a safety-weekly report of 100 events at one site passes the gate', async () => {
    const dataset = datasetFrom('safety-weekly', manyEvents(100));
    const task = { dataset, pictures: {}, language };
    for (const format of ['pdf', 'xlsx'] as const) {
      const bytes = await draw({ ...task, format });
      expect(await inspect({ dataset, language, format, bytes })).toEqual([]);
    }
  });
});

/** Small: studies that nobody plans for, of every report type, in every format, through the gate. */
import { FORMATS } from '@rounds/contracts/formats';
import { draw } from './draw.ts';
import { inspect, inspectDataset } from './gate/inspect.ts';
import { datasetFrom, ODD_STUDIES, TYPES } from './testing/odd-studies.ts';

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

/** Laboratory results and vital signs of the simulated subjects. */
import type { SdtmRow } from '@rounds/contracts/received';
import { LAB_TESTS, VITAL_TESTS, type LabTest, type VitalTest } from './protocol.ts';
import { randomFrom, type Random } from './random.ts';
import { dateOf, numbered, rowOf, studyDay, type Values } from './row-of.ts';
import type { Subject, Visit } from './subject.ts';

const timeOf = (random: Random): string =>
  `T${String(random.integer(7, 15)).padStart(2, '0')}:${String(random.integer(0, 11) * 5).padStart(2, '0')}`;

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

const indicator = (value: number, { low, high }: LabTest): string => {
  if (value > high) return 'HIGH';
  return value < low ? 'LOW' : 'NORMAL';
};

const labValue = (random: Random, test: LabTest, visit: Visit): number => {
  const usual = random.normal(test.mean, test.deviation);
  const signal = visit.signals?.[test.code];
  return rounded(signal === undefined ? Math.max(test.low * 0.6, usual) : test.high * signal, test.decimals);
};

const labResult = (test: LabTest, value: number): Values => ({
  LBTESTCD: test.code,
  LBTEST: test.name,
  LBCAT: test.category,
  LBORRES: value.toFixed(test.decimals),
  LBORRESU: test.unit,
  LBORNRLO: String(test.low),
  LBORNRHI: String(test.high),
  LBSTRESC: String(value),
  LBSTRESN: value,
  LBSTRESU: test.unit,
  LBSTNRLO: test.low,
  LBSTNRHI: test.high,
  LBNRIND: indicator(value, test),
});

/** A dipstick has no number. */
const dipstick = (random: Random): Values => {
  const share = random.next();
  const result = share < 0.95 ? 'NEGATIVE' : share < 0.98 ? 'TRACE' : 'POSITIVE';
  return {
    LBTESTCD: 'PROT',
    LBTEST: 'Protein',
    LBCAT: 'URINALYSIS',
    LBORRES: result,
    LBSTRESC: result,
    LBNRIND: result === 'POSITIVE' ? 'ABNORMAL' : 'NORMAL',
  };
};

export const laboratory = (subject: Subject): SdtmRow[] => {
  const rows = subject.visits
    .filter(({ labs }) => labs)
    .flatMap((visit): Values[] => {
      const random = randomFrom(subject.seed, 'LB', visit.number);
      const when = {
        LBBLFL: visit.number === 2 ? 'Y' : null,
        VISITNUM: visit.number,
        VISIT: visit.name,
        LBDTC: dateOf(visit.day) + timeOf(random),
        LBDY: studyDay(visit.day, subject),
      };
      const results = LAB_TESTS.map((test) => labResult(test, labValue(random, test, visit)));
      return [...results, dipstick(random)].map((result) => ({ ...result, ...when }));
    });
  return numbered('LBSEQ', rows).map((row) => rowOf('LB', subject, row));
};

const vitalResult = (
  { code, name, unit, decimals }: Omit<VitalTest, 'mean' | 'between' | 'within'>,
  value: number,
) => ({
  VSTESTCD: code,
  VSTEST: name,
  VSORRES: value.toFixed(decimals),
  VSORRESU: unit,
  VSSTRESC: String(value),
  VSSTRESN: value,
  VSSTRESU: unit,
});

const HEIGHT = { code: 'HEIGHT', name: 'Height', unit: 'cm', decimals: 0 };

export const vitalSigns = (subject: Subject): SdtmRow[] => {
  const own = randomFrom(subject.seed, 'VS');
  const usual = new Map(VITAL_TESTS.map(({ code, mean, between }) => [code, own.normal(mean, between)]));
  const height = rounded(own.normal(subject.sex === 'F' ? 165 : 178, 7), 0);
  const rows = subject.visits.flatMap((visit): Values[] => {
    const random = randomFrom(subject.seed, 'VS', visit.number);
    const results = VITAL_TESTS.map((test) => {
      const value = random.normal(usual.get(test.code) ?? test.mean, test.within);
      return vitalResult(test, rounded(value, test.decimals));
    });
    const when = {
      VISITNUM: visit.number,
      VISIT: visit.name,
      VSDTC: dateOf(visit.day),
      VSDY: studyDay(visit.day, subject),
    };
    const all = visit.number === 1 ? [...results, vitalResult(HEIGHT, height)] : results;
    return all.map((result) => ({ ...result, ...when }));
  });
  return numbered('VSSEQ', rows).map((row) => rowOf('VS', subject, row));
};

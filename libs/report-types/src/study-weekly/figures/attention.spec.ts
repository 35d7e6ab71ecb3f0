import { foldFigures } from '../../figures/fold.ts';
import { combine } from '../../folds/fold.ts';
import { foldLabSignals } from '../../folds/liver.ts';
import { foldLastActivity } from '../../folds/silence.ts';
import { NOTHING_KNOWN } from '../../testing/known.ts';
import { readingOf } from '../../testing/reading.ts';
import { PERIOD, foldRows, subjectRows, together, type Rows } from '../../testing/fold-rows.ts';
import { foldDeaths } from '../../folds/deaths.ts';
import { attention } from './attention.ts';
import { FIGURES } from './figures.ts';

const attentionOf = (rows: Rows) => {
  const { figures, ...facts } = foldRows(
    combine({
      figures: foldFigures(FIGURES, readingOf({})),
      labSignals: foldLabSignals(PERIOD, NOTHING_KNOWN),
      lastActivity: foldLastActivity(PERIOD.end),
      deaths: foldDeaths(PERIOD, NOTHING_KNOWN),
    }),
    rows,
  );
  return attention(figures, facts, PERIOD.end);
};

describe('new events', () => {
  it('are those of the period', () => {
    const events = [
      { AEDTC: '2024-03-05', AESER: 'Y', AEOUT: 'FATAL' },
      { AEDTC: '2024-03-05', AESER: 'Y' },
    ];
    const earlier = { AEDTC: '2024-02-05', AESER: 'Y', AEOUT: 'FATAL' };
    const rows = together(
      subjectRows('S1', { DM: [{}], AE: events }),
      subjectRows('S2', { DM: [{}], AE: [earlier] }),
    );
    expect(attentionOf(rows)).toMatchObject({
      newSeriousEvents: 2,
      newDeaths: 1,
    });
  });
});

describe('new laboratory signals', () => {
  const alt = (LBSTRESN: number, LBDTC: string) => ({ LBTESTCD: 'ALT', LBSTRESN, LBSTNRHI: 40, LBDTC });
  const ast = (LBSTRESN: number, LBDTC: string) => ({ ...alt(LBSTRESN, LBDTC), LBTESTCD: 'AST' });
  const signalsOf = (LB: ReturnType<typeof alt>[]) =>
    attentionOf(subjectRows('S1', { DM: [{ SITEID: '702' }], LB })).newLabSignals;

  it("are a subject's first, the highest of its day", () => {
    const signals = signalsOf([alt(121, '2024-03-05'), ast(150, '2024-03-05'), alt(400, '2024-03-08')]);
    expect(signals).toEqual([
      {
        subject: 'S1',
        siteId: '702',
        test: 'AST',
        day: '2024-03-05',
        value: 150,
        unit: 'U/L',
        upperLimit: 40,
        ratio: 3.75,
      },
    ]);
  });

  it('are not new when the criterion was met before the period, in whatever order the rows come', () => {
    expect(signalsOf([alt(400, '2024-03-08'), ast(121, '2024-02-05')])).toEqual([]);
  });

  it('are one for each criterion', () => {
    const bilirubin = { ...alt(42, '2024-03-06'), LBTESTCD: 'BILI', LBSTNRHI: 21 };
    expect(signalsOf([alt(400, '2024-03-08'), bilirubin]).map(({ test }) => test)).toEqual(['ALT', 'BILI']);
  });
});

describe('silent sites', () => {
  const site = (SITEID: string, subject: string, last: string, ended = false) =>
    subjectRows(subject, {
      DM: [{ SITEID, DMDTC: '2024-01-01' }],
      DS: [
        { DSSTDTC: '2024-01-02' },
        ...(ended ? [{ DSCAT: 'DISPOSITION EVENT', DSDECOD: 'COMPLETED', DSSTDTC: '2024-01-03' }] : []),
      ],
      CM: [{ CMDTC: last }],
    });

  it('have ongoing subjects and 14 whole days without a row', () => {
    const { silentSites } = attentionOf(
      together(
        site('701', 'S1', '2024-02-25'), // 26 February to 10 March: 14 days
        site('702', 'S2', '2024-02-26'),
        site('703', 'S3', '2024-02-01'),
        site('704', 'S4', '2024-02-01', true),
      ),
    );
    expect(silentSites).toEqual([
      { siteId: '703', lastActivity: '2024-02-01', days: 38, ongoing: 1 },
      { siteId: '701', lastActivity: '2024-02-25', days: 14, ongoing: 1 },
    ]);
  });
});

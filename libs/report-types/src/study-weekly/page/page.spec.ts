import type { StudyWeeklyDataset } from '../dataset.ts';
import { buildDataset, emptyDataset } from '../testing/dataset.ts';
import { studyWeeklyModel } from './model.ts';

const drawing = { undrawable: new Map<string, number>() };
const modelOf = (of: StudyWeeklyDataset) => studyWeeklyModel.build(of, drawing);
const attentionItems = (of: StudyWeeklyDataset) => modelOf(of).attention.items;
const headlineFigures = (of: StudyWeeklyDataset) => modelOf(of).tiles;
const takeaway = (section: string, of: StudyWeeklyDataset) =>
  modelOf(of).sections.find(({ id }) => id === section)?.takeaway;

const dataset = buildDataset();

describe('takeaway', () => {
  it('says what the figures say', () => {
    const { inPeriod, toDate } = dataset.enrolment;
    expect(takeaway('enrolment', dataset)).toBe(
      `${inPeriod.screened} subjects were screened and ${inPeriod.randomised} randomised this week; ` +
        `${toDate.randomised} of the 300 planned are randomised (56.7%) and ${toDate.ongoing} are ongoing.`,
    );
    const { events, subjects } = dataset.adverseEvents.inPeriod;
    const more = dataset.previous.adverseEvents.inPeriod.events - events;
    expect(takeaway('adverse-events', dataset)).toContain(
      `${events} adverse events in ${subjects} subjects were recorded this week, ${more} fewer than the week before; 2 were serious.`,
    );
  });

  it('speaks of one as of one', () => {
    const { inPeriod, toDate } = dataset.adverseEvents;
    const one = { ...inPeriod, events: 1, subjects: 1, serious: 1 };
    expect(takeaway('adverse-events', buildDataset({ adverseEvents: { inPeriod: one, toDate } }))).toMatch(
      /^1 adverse event in 1 subject was recorded this week, .*; 1 was serious\./,
    );
  });

  it('has a whole sentence for every section of an empty study', () => {
    for (const section of modelOf(emptyDataset()).sections) expect(section.takeaway).toMatch(/^[A-Z].*\.$/);
  });
});

describe('attentionItems', () => {
  it('names what is wrong, the most urgent first', () => {
    const leads = attentionItems(dataset).map(({ lead }) => lead);
    expect(leads).toEqual([
      'Serious events',
      'Hy’s law',
      'Liver signals',
      'Silent site',
      'Incomplete figures',
    ]);
  });

  it('puts deaths before all else', () => {
    const death = {
      ...{ subject: 'S-1', siteId: '101', day: '2026-11-18', isNew: true },
      ...{ sources: [], terms: ['STROKE'], notMarkedSerious: true },
    };
    const [first] = attentionItems(buildDataset({ listings: { ...dataset.listings, deaths: [death] } }));
    expect(first).toMatchObject({
      lead: 'Death',
      sentence: '1 death was reported this week: S-1, site 101, 18 November 2026 (STROKE).',
    });
  });

  it('names three of many and counts the others', () => {
    const [row] = dataset.listings.seriousEvents.slice(-1);
    if (row === undefined) throw new Error('The dataset lists no serious event.');
    const seriousEvents = Array.from({ length: 9 }, (_, index) => ({
      ...row,
      day: '2026-11-17',
      subject: `S-${index}`,
    }));
    const many = buildDataset({
      attention: { ...dataset.attention, newSeriousEvents: 9 },
      listings: { ...dataset.listings, seriousEvents },
    });
    expect(attentionItems(many)[0]?.sentence).toMatch(
      /^9 serious adverse events .*S-0.*S-2, site \d+\) and 6 more\.$/,
    );
  });

  it('is empty when nothing is wrong', () => {
    expect(attentionItems(emptyDataset())).toEqual([]);
  });
});

describe('headlineFigures', () => {
  it('puts the period before and the difference beside each figure', () => {
    const { screened } = dataset.enrolment.inPeriod;
    const before = dataset.previous.enrolment.inPeriod.screened;
    expect(headlineFigures(dataset)[0]).toMatchObject({
      value: String(screened),
      previous: String(before),
      difference: `+${screened - before}`,
    });
    expect(headlineFigures(dataset).map(({ trend }) => trend.length)).toEqual([
      25, 25, 0, 0, 26, 26, 0, 26, 26,
    ]);
  });

  it('has a dash where a mean does not exist', () => {
    expect(headlineFigures(emptyDataset()).at(-1)).toMatchObject({
      value: '–',
      previous: '–',
      difference: '–',
    });
  });
});

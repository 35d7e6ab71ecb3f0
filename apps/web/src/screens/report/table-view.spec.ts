import { cellOf, columnsOf, rowsFor, type Table } from './table-view.ts';

const TABLE: Table = {
  ...{ name: 'events', title: 'Events', empty: 'None.', rowCount: 4 },
  columns: [
    { key: 'subject', label: 'Subject', type: 'text' },
    { key: 'site', label: 'Site', type: 'text', below: 'subject' },
    { key: 'n', label: 'n', type: 'number' },
    { key: 'share', label: '%', type: 'percent', after: 'n' },
  ],
  rows: [
    ['S-10', '701', 12, 40],
    ['S-2', '702', 9, 30],
    ['S-3', null, null, null],
    ['S-1', '701', 100, 30],
  ],
  texts: [
    ['S-10', '701', '12', '40.0'],
    ['S-2', '702', '9', '30.0'],
    ['S-3', '–', '–', '–'],
    ['S-1', '701', '100', '30.0'],
  ],
};

const cells = (index: number) => columnsOf(TABLE).map((column) => cellOf(column, TABLE.texts[index] ?? []));
const wish = { filter: '', sorting: null, locale: 'en' };

it('puts below and behind a value what belongs there', () => {
  expect(columnsOf(TABLE).map(({ label, isFigure }) => [label, isFigure])).toEqual([
    ['Subject', false],
    ['n (%)', true],
  ]);
  expect(cells(0)).toEqual([
    { text: 'S-10', below: ['701'] },
    { text: '12 (40.0)', below: [] },
  ]);
});

it('says of what there is not neither a share nor a line below', () => {
  expect(cells(2)).toEqual([
    { text: 'S-3', below: [] },
    { text: '–', below: [] },
  ]);
});

it('finds rows that hold each word somewhere', () => {
  expect(rowsFor(TABLE, { ...wish, filter: ' 701 s-1' })).toEqual([0, 3]);
  expect(rowsFor(TABLE, { ...wish, filter: '40 702' })).toEqual([]);
});

it('sorts figures as figures and names as people count, with what there is not at the end', () => {
  const byFigure = { place: 2, isDescending: true };
  expect(rowsFor(TABLE, { ...wish, sorting: byFigure })).toEqual([3, 0, 1, 2]);
  expect(rowsFor(TABLE, { ...wish, sorting: { ...byFigure, isDescending: false } })).toEqual([1, 0, 3, 2]);
  expect(rowsFor(TABLE, { ...wish, sorting: { place: 0, isDescending: false } })).toEqual([3, 1, 2, 0]);
});

/** Each registered report type is complete: whoever adds one is told here what is missing. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { AGGREGATORS } from './aggregators.ts';
import { REPORT_TYPES, reportTypeOf, type ReportTypeId } from './catalogue.ts';
import { MODELS } from './models.ts';
import { datasetOf } from './testing/dataset-of.ts';
import { studyRows } from './testing/fold-rows.ts';
import { voiceOf } from './model/words/voice.ts';

const modelOf = (id: ReportTypeId) => {
  const dataset = datasetOf(REPORT_TYPES[id], AGGREGATORS[id], { rows: studyRows({}) });
  return { dataset, model: MODELS[id].build(dataset, { undrawable: new Map() }) };
};

describe.each(Object.keys(REPORT_TYPES) as ReportTypeId[])('the report type %s', (id) => {
  const type = REPORT_TYPES[id];

  it('stands in every registry under its own id, with a page that defines its figures', () => {
    expect(type.id).toBe(id);
    expect([AGGREGATORS[id], MODELS[id]]).not.toContain(undefined);
    expect(existsSync(resolve(import.meta.dirname, `../../../docs/${id}.md`))).toBe(true);
  });

  it('says in words what it is', () => {
    const { say } = voiceOf();
    expect(say(type.title)).toMatch(/^[A-Z].{5,60}$/);
    expect(say(type.description)).toMatch(/^[A-Z].{20,200}\.$/);
    for (const name of Object.values(type.names)) expect(say(name)).toMatch(/^[A-Z][a-z ]*eport$/);
    expect(type.version).toBeGreaterThan(0);
  });

  it('publishes a JSON Schema of its parameters that describes each and takes no other', () => {
    const schema = z.toJSONSchema(type.parameters, { io: 'input' });
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    for (const [name, each] of Object.entries(schema.properties ?? {}))
      expect([name, typeof each === 'object' && each.description]).toEqual([name, expect.any(String)]);
    expect(type.parameters.safeParse({}).success).toBe(true);
    expect(type.parameters.safeParse({ another: 1 }).success).toBe(false);
  });

  it('has sections whose ids differ, and always tells of its data and of what it was made from', () => {
    const ids = type.sections.map((section) => section.id);
    expect(new Set(ids).size).toBe(ids.length);
    const always = type.sections.filter((section) => 'always' in section).map((section) => section.id);
    expect(always).toEqual(['data-quality', 'appendix']);
  });

  it('makes a dataset and a report even of a study that has no row yet', () => {
    const { dataset, model } = modelOf(id);
    expect(dataset.reportType).toBe(id);
    expect(model.sections.map(({ id: section, title }) => ({ id: section, title }))).toEqual(
      type.sections.map(({ id: section, title }) => ({ id: section, title: voiceOf().say(title) })),
    );
    for (const { takeaway } of model.sections) expect(takeaway).toMatch(/^[A-Z].*\.$/);
    expect(model.attention.items).toEqual([]);
    expect(model.attention.calm).toMatch(/^[A-Z].*\.$/);
    expect(model.tiles.length).toBeGreaterThan(3);
  });

  it('gives the mail figures and sentences', () => {
    const { dataset } = modelOf(id);
    const { figures, attention } = AGGREGATORS[id].headline(dataset);
    expect(figures.length).toBeGreaterThan(3);
    expect(attention).toEqual([]);
  });

  it('has tables with names, sheets and keys that programs can rely on', () => {
    const tables = modelOf(id).model.sections.flatMap((section) => section.tables);
    expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length);
    expect(new Set(tables.map(({ sheet }) => sheet.toLowerCase())).size).toBe(tables.length);
    for (const { name, sheet, empty, columns } of tables) {
      expect(name).toMatch(/^[a-z][a-z-]*$/);
      expect(sheet).toMatch(/^[^'\\/?*[\]:]{1,31}$/);
      expect(empty).toMatch(/^[A-Z].*\.$/);
      const keys = columns.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { below, after } of columns)
        for (const other of [below, after]) if (other !== undefined) expect(keys).toContain(other);
    }
  });
});

it('refuses a report type that there is not, also one that every object has', () => {
  for (const name of ['monthly', 'toString', ''])
    expect(() => reportTypeOf(name)).toThrow(/must be one of the report types: study-weekly/);
});

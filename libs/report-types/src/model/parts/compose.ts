/** Sections of a model, from the heads that the report type publishes and what stands in each. */
import type { SectionHead } from '../../report-type.ts';
import type { Section } from '../report-model.ts';
import type { Table } from '../table.ts';

export type SectionBody = Partial<Pick<Section, 'chart' | 'blocks'>> & Pick<Section, 'takeaway'>;

/** Every table goes to the section that it names. */
export const sectionsOf = <Id extends string>(
  heads: readonly (SectionHead & { readonly id: Id })[],
  bodies: Readonly<Record<Id, SectionBody>>,
  tables: readonly Table[],
): Section[] =>
  heads.map(({ id, title }) => ({
    id,
    title,
    blocks: [],
    ...bodies[id],
    tables: tables.filter(({ section }) => section === id),
  }));

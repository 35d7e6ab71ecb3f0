/** The sections of the report, in their order. The id is the link's target and the bookmark's key. */
export const SECTIONS = [
  { id: 'enrolment', title: 'Enrolment' },
  { id: 'visits', title: 'Visits' },
  { id: 'adverse-events', title: 'Adverse events' },
  { id: 'laboratory', title: 'Laboratory' },
  { id: 'vital-signs', title: 'Vital signs' },
  { id: 'changes', title: 'Changes' },
  { id: 'documents', title: 'Documents' },
  { id: 'data-quality', title: 'Data quality' },
  { id: 'appendix', title: 'Appendix: figures by week and manifest' },
] as const;

export type SectionId = (typeof SECTIONS)[number]['id'];

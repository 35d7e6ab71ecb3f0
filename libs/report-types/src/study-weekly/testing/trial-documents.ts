/** Texts and images of an invented week. */
import type { ImageEntry, TextEntry } from '@rounds/contracts/dataset';
import type { StudyWeeklyDataset } from '../dataset.ts';

/** Looks like a SHA-256 and differs where the text does. */
export const fakeHash = (text: string): string => Buffer.from(text.repeat(64)).toString('hex').slice(0, 64);

const NARRATIVE = `Subject RND-201-103-1044, a 58-year-old woman, attended the week 8 visit on 18 November 2026
without complaints. The laboratory reported ALT 121 U/L (3.6 × ULN) and AST 88 U/L; alkaline
phosphatase was within the normal range. Two days later total bilirubin was 44.2 µmol/L (2.1 × ULN).

The subject denied alcohol, paracetamol and herbal remedies. Hepatitis A, B, C and E serology was drawn
on 20 November; results are pending. Abdominal ultrasound showed no dilatation of the bile ducts.

Study treatment was interrupted on 20 November. The investigator (Dr Łucja Ångström–Ñuñez) judged the
event as possibly related. Follow-up is planned every 48 hours until ALT ≤ 2 × ULN.`;

const MONITORING = `# Monitoring visit, site 105

Visited on **17 and 18 November 2026**; the coordinator and the pharmacist were present.

## Findings

- Consent forms of all 6 subjects screened since the last visit were checked: *no finding*.
- Two temperature excursions of the refrigerator, both below 30 minutes (max. 9.4 °C):
  - 11 November, 14:10
  - 14 November, 08:55
- Queries older than 14 days: 7, down from 19.

## Actions

1. Pharmacy calibrates the data logger before 1 December.
2. Open queries are answered within a week.

> The site enrols fast; source data verification should catch up before the interim analysis.`;

const NOTE =
  'Shipment 2026-118 (laboratory kits) left the depot on 19 November and is due at sites 101, 104 and 108 by 25 November.';

export const textEntry = (overrides: Partial<TextEntry> = {}): TextEntry => {
  const text = overrides.text ?? NARRATIVE;
  return {
    documentId: 'doc_narrative',
    title: 'Narrative: raised liver enzymes',
    siteId: '103',
    subject: 'RND-201-103-1044',
    receivedOn: '2026-11-20',
    sha256: fakeHash(overrides.documentId ?? 'n'),
    mediaType: 'text/plain',
    text,
    truncated: false,
    characters: Array.from(text).length,
    ...overrides,
  };
};

export const imageEntry = (overrides: Partial<ImageEntry> = {}): ImageEntry => {
  const documentId = overrides.documentId ?? 'doc_image';
  return {
    documentId,
    title: 'Injection site, left arm',
    caption: 'Erythema of 3 cm, two hours after the third injection',
    siteId: '102',
    subject: 'RND-201-102-1098',
    receivedOn: '2026-11-19',
    fileName: `${documentId}.jpg`,
    key: `documents/${fakeHash(documentId)}`,
    sha256: fakeHash(documentId),
    ...overrides,
  };
};

export const documents = (): StudyWeeklyDataset['documents'] => ({
  texts: [
    textEntry(),
    textEntry({
      documentId: 'doc_monitoring',
      title: 'Monitoring visit report',
      siteId: '105',
      subject: null,
      receivedOn: '2026-11-19',
      mediaType: 'text/markdown',
      text: MONITORING,
    }),
    textEntry({
      documentId: 'doc_note',
      title: 'Depot note',
      siteId: null,
      subject: null,
      receivedOn: '2026-11-21',
      text: NOTE,
    }),
  ],
  images: [
    imageEntry({ documentId: 'doc_image_1' }),
    imageEntry({
      documentId: 'doc_image_2',
      title: 'ECG at week 8',
      caption: 'Sinus rhythm, QTcF 412 ms',
      siteId: '104',
      subject: 'RND-201-104-1071',
    }),
    imageEntry({
      documentId: 'doc_image_3',
      title: 'Chest X-ray',
      caption: null,
      siteId: '101',
      subject: null,
    }),
    imageEntry({
      documentId: 'doc_image_4',
      title: 'Temperature log',
      caption: 'Refrigerator of the pharmacy, 11–14 November',
      siteId: '105',
      subject: null,
    }),
    imageEntry({
      documentId: 'doc_image_5',
      title: 'Delivery note',
      caption: null,
      siteId: null,
      subject: null,
      fileName: 'scan-0042.jpg',
    }),
  ],
});

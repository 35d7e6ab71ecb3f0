/** What the PDF says of itself, once as XMP and once as its information dictionary, from the same facts. */
import type { Dataset } from '@rounds/contracts/dataset';
import {
  ARCHIVE_NAMESPACE,
  ARCHIVE_PREFIX,
  ARCHIVE_PROPERTIES,
  type ArchiveFacts,
} from '@rounds/contracts/archive-metadata';
import { scopeKey } from '@rounds/contracts/scope';
import type { ReportModel } from '@rounds/report-types/model/report-model';

export interface ArchiveMetadata {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
  readonly producer: string;
  /** The cut's own: any other time would make other bytes of the same report. */
  readonly creationDate: Date;
  readonly modDate: Date;
  readonly facts: ArchiveFacts;
}

/** XML 1.0 has no way to write these, and both places must say the same. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const writable = (text: string): string => text.replace(UNWRITABLE, '\uFFFD');

const factsOf = (
  { reportType, study, period, scope, manifest }: Dataset,
  { head, language, lacking }: ReportModel,
): ArchiveFacts => ({
  studyId: study.studyId,
  reportType,
  period: `${period.start}/${period.end}`,
  cut: manifest.cut,
  scope: scopeKey(scope),
  language,
  completeness: lacking === undefined ? 'whole' : 'partial',
  template: head.template,
  codeVersion: manifest.codeVersion,
});

export const archiveMetadata = (dataset: Dataset, model: ReportModel): ArchiveMetadata => {
  const { head } = model;
  const cutAt = new Date(dataset.manifest.cutAt);
  const facts = Object.entries(factsOf(dataset, model)).map(([name, value]) => [name, writable(value)]);
  return {
    title: writable(`${head.studyId}: ${head.report}, ${head.period}`),
    subject: writable(`Cut ${head.cut}`),
    creator: 'Rounds',
    producer: writable(`Rounds ${head.codeVersion}, ${head.template}`),
    creationDate: cutAt,
    modDate: cutAt,
    facts: Object.fromEntries(facts) as ArchiveFacts,
  };
};

/** As pdfmake has it. */
export const infoOf = ({ facts, ...standard }: ArchiveMetadata) => ({ ...standard, ...facts });

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);

const element = (name: string, content: string): string => `<${name}>${content}</${name}>`;
const text = (name: string, value: string): string => element(name, escaped(value));

const description = (prefix: string, namespace: string, content: string): string =>
  `<rdf:Description rdf:about="" xmlns:${prefix}="${namespace}">${content}</rdf:Description>\n`;

const inDefaultLanguage = (name: string, value: string): string =>
  element(name, element('rdf:Alt', `<rdf:li xml:lang="x-default">${escaped(value)}</rdf:li>`));

/** To the second, as PDF's own dates. */
const instant = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, 'Z');

const schemaProperty = ([name, meaning]: readonly [string, string]): string =>
  `<rdf:li rdf:parseType="Resource">${[
    text('pdfaProperty:name', name),
    text('pdfaProperty:valueType', 'Text'),
    text('pdfaProperty:category', 'external'),
    text('pdfaProperty:description', meaning),
  ].join('')}</rdf:li>`;

/** PDF/A takes no schema that the file itself does not describe (ISO 19005-3, 6.6.2.3). */
const extensionSchema = (): string => {
  const properties = Object.entries(ARCHIVE_PROPERTIES).map(schemaProperty).join('');
  const schema = [
    text('pdfaSchema:schema', 'Report of a clinical study made by Rounds'),
    text('pdfaSchema:namespaceURI', ARCHIVE_NAMESPACE),
    text('pdfaSchema:prefix', ARCHIVE_PREFIX),
    element('pdfaSchema:property', element('rdf:Seq', properties)),
  ].join('');
  const namespaces = ['Schema', 'Property']
    .map((name) => `xmlns:pdfa${name}="http://www.aiim.org/pdfa/ns/${name.toLowerCase()}#"`)
    .join(' ');
  return (
    `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" ${namespaces}>` +
    `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">${schema}</rdf:li></rdf:Bag></pdfaExtension:schemas>` +
    `</rdf:Description>\n`
  );
};

/** The descriptions of the XMP packet, beside the one by which PDF/A names itself. */
export const xmpOf = (metadata: ArchiveMetadata): string => {
  const { title, subject, creator, producer, creationDate, modDate, facts } = metadata;
  const dates =
    text('xmp:CreateDate', instant(creationDate)) +
    text('xmp:ModifyDate', instant(modDate)) +
    text('xmp:MetadataDate', instant(modDate)) +
    text('xmp:CreatorTool', creator);
  const words = [
    text('dc:format', 'application/pdf'),
    inDefaultLanguage('dc:title', title),
    inDefaultLanguage('dc:description', subject),
    element('dc:language', element('rdf:Bag', text('rdf:li', facts.language))),
  ];
  const own = Object.entries(facts).map(([name, value]) => text(`${ARCHIVE_PREFIX}:${name}`, value));
  return [
    description('xmp', 'http://ns.adobe.com/xap/1.0/', dates),
    description('dc', 'http://purl.org/dc/elements/1.1/', words.join('')),
    description('pdf', 'http://ns.adobe.com/pdf/1.3/', text('pdf:Producer', producer)),
    description(ARCHIVE_PREFIX, ARCHIVE_NAMESPACE, own.join('')),
    extensionSchema(),
  ].join('');
};

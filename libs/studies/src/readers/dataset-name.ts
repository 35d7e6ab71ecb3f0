/** Which dataset a file holds, where the name within it is none of SDTM's: programs write DATASET or TABLE1. */
import { extname } from 'node:path';
import { isOperational } from '@rounds/contracts/cut';
import type { Dataset } from './dataset.ts';

const DOMAIN = /^[A-Z][A-Z0-9]$/;
const RELATIONS = ['RELREC', 'RELSPEC', 'RELSUB', 'POOLDEF'];

const isStandard = (name: string): boolean =>
  DOMAIN.test(name) || /^(?:SUPP|SQ)[A-Z0-9]/.test(name) || RELATIONS.includes(name) || isOperational(name);

/** The first that a row names; rows after the first few would not say otherwise. */
const domainWithin = async (dataset: Dataset): Promise<string | undefined> => {
  if (!dataset.columns.some(({ name }) => name === 'DOMAIN')) return undefined;
  for await (const { row, values } of dataset.rows()) {
    const { DOMAIN: domain } = values;
    if (typeof domain === 'string' && DOMAIN.test(domain)) return domain;
    if (row >= 100) break;
  }
  return undefined;
};

/** A part of a split domain begins with its name: the file's own tells the parts apart. */
const nameOf = ({ name, file }: Dataset, domain: string | undefined): string => {
  const ofFile = file.slice(0, -extname(file).length).toUpperCase();
  if (domain === undefined) return isStandard(ofFile) ? ofFile : name;
  if (name.startsWith(domain)) return name;
  return ofFile.startsWith(domain) && /^[A-Z0-9]+$/.test(ofFile) ? ofFile : domain;
};

export const underItsName = async (dataset: Dataset): Promise<Dataset> => {
  if (isStandard(dataset.name)) return dataset;
  const name = nameOf(dataset, await domainWithin(dataset));
  if (name === dataset.name) return dataset;
  return { ...dataset, name, warnings: [...dataset.warnings, { code: 'named-by-domain', about: name }] };
};

/**
 * Templates: what a report looks like and which parameters it takes, under a name. Each change of one that was
 * used makes a new version, so that a report can always be made again as it was.
 */
import { defined } from './defined.ts';
import { z } from 'zod';
import type { Format } from './formats.ts';
import { rule } from './rules.ts';

/** Names stand in addresses, in reports and in the older queue's `code`. */
export const templateName = z.string().regex(/^[A-Za-z0-9][\w.-]{0,63}$/, rule('not-a-template-name'));

/** `name` is the newest version, `name@2` the second. */
export const templateReference = z
  .string()
  .regex(/^[A-Za-z0-9][\w.-]{0,63}(@[1-9]\d{0,5})?$/, rule('not-a-template'));

export interface TemplateReference {
  readonly name: string;
  /** Undefined: the newest. */
  readonly version?: number;
}

/** @param reference as `templateReference` has it */
export const parseTemplateReference = (reference: string): TemplateReference => {
  const [name = '', version] = reference.split('@');
  return { name, ...(version === undefined ? {} : { version: Number(version) }) };
};

/** As reports print it and records keep it. */
export const templateVersion = (name: string, version: number): string => `${name}@${version}`;

export interface Colours {
  /** `#rrggbb`: titles, rules, heads of tables. */
  readonly primary: string;
  /** `#rrggbb`: the line that leads in charts and marks. */
  readonly accent: string;
}

/** A picture in S3, always PNG: what was uploaded was drawn anew. */
export interface Logo {
  /** Object key: `logos/<sha256>.png`. */
  readonly key: string;
  readonly sha256: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export interface Branding {
  readonly logo?: Logo;
  readonly colours?: Colours;
  /** One line at the foot of every page. */
  readonly footer?: string;
}

/** How a run's files look; frozen when the run opens. */
export interface Presentation {
  /** `name@version`, printed in the report. */
  readonly templateVersion: string;
  readonly branding: Branding;
  /** Ids of sections in their order; absent: all of the report type, in its order. */
  readonly sections?: readonly string[];
}

/** One version of a template. */
export interface TemplateDocument {
  /** `name@version` */
  readonly _id: string;
  readonly name: string;
  /** From 1. */
  readonly version: number;
  readonly title: string;
  /** Studies for whose reports it may be used; `all`: for every study's. */
  readonly studies: 'all' | readonly string[];
  /** The same in all versions. */
  readonly reportType: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly formats?: readonly Format[];
  readonly sections?: readonly string[];
  readonly branding: Branding;
  /** Grows with each change of a version that was not used yet. */
  readonly revision: number;
  /** When the first report was asked for with this version: it never changes from then on. */
  readonly usedAt?: Date;
  /** From then on nothing new may be made by it. */
  readonly retiredAt?: Date;
  /** User id. */
  readonly createdBy: string;
  /** Of the request that made it, where it had an Idempotency-Key: asking again finds it. */
  readonly requestKey?: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Whether reports of the study may be made with the template. */
export const isForStudy = ({ studies }: Pick<TemplateDocument, 'studies'>, studyId: string): boolean =>
  studies === 'all' || studies.includes(studyId);

/** The template under what was asked for: what that names wins, parameter by parameter. */
export const mergeTemplate = (
  template: Pick<TemplateDocument, 'parameters' | 'formats'>,
  asked: {
    readonly parameters: Readonly<Record<string, unknown>>;
    readonly formats?: readonly Format[] | undefined;
  },
): { parameters: Record<string, unknown>; formats: readonly Format[] } => ({
  parameters: { ...template.parameters, ...asked.parameters },
  formats: asked.formats ?? template.formats ?? ['pdf'],
});

export const presentationOf = ({ _id, branding, sections }: TemplateDocument): Presentation => ({
  templateVersion: _id,
  branding,
  ...defined({ sections }),
});

/** What is known of a report type without making a report: the API, the command line and templates read this alone. */
import { parseInput } from '@rounds/contracts/input';
import type { Label } from './model/words/message.ts';
import type { Rhythm } from './model/words/voice.ts';
import type { z } from 'zod';

export interface SectionHead {
  /** The link's target and the bookmark's key. */
  readonly id: string;
  readonly title: Label;
  /** Stands at the end also where a template leaves it out: no report hides what is wrong with it. */
  readonly always?: true;
}

export interface ReportType<Shape extends z.ZodRawShape = z.ZodRawShape> {
  readonly id: string;
  /** Grows when a definition changes, so that a report says by which it was made. */
  readonly version: number;
  readonly title: Label;
  readonly description: Label;
  /** What a report is called that covers a week, a day, a month or something else. */
  readonly names: Readonly<Record<Rhythm, Label>>;
  /** Of every report of the type; strict, so that a typing error is reported rather than ignored. */
  readonly parameters: z.ZodObject<Shape, z.core.$strict>;
  /** In their order. */
  readonly sections: readonly SectionHead[];
}

/** `study-weekly@1` */
export const versionedName = ({ id, version }: Pick<ReportType, 'id' | 'version'>): string =>
  `${id}@${String(version)}`;

/** @throws RoundsError INVALID_INPUT that names each parameter and its rule */
export const parametersOf = <Shape extends z.ZodRawShape>(
  { parameters: schema }: ReportType<Shape>,
  parameters: Readonly<Record<string, unknown>>,
): z.infer<z.ZodObject<Shape, z.core.$strict>> => parseInput(schema, parameters, 'request', 'parameters');

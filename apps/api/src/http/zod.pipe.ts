import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { parseInput } from '@rounds/contracts/input';
import { z } from 'zod';

/** Checks what a handler declares: `@Body({ schema })`, `@Query({ schema })`. */
@Injectable()
export class ZodPipe implements PipeTransform {
  transform(value: unknown, { schema, type }: ArgumentMetadata): unknown {
    if (!(schema instanceof z.ZodType)) return value;
    if (type === 'body' && value === undefined) return parseInput(schema, {}, 'body');
    return parseInput(schema, value, type);
  }
}

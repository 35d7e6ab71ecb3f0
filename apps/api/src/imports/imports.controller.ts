import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FromCaller, type Caller } from '../auth/caller.ts';
import type { Page } from '../http/page.dto.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import { ImportDetails, importsPage, ImportsQuery, RefusalsQuery, type ImportAnswer } from './imports.dto.ts';
import { ImportsService } from './imports.service.ts';

@ApiTags('studies')
@Controller('api/v1/studies/:studyId/imports')
export class ImportsController {
  constructor(@Inject(ImportsService) private readonly imports: ImportsService) {}

  @Get()
  @ApiOperation({ summary: 'What came in for a study: each import, with its counts' })
  @Answers(200, 'One page, newest first.', importsPage)
  @Problems('STUDY_NOT_FOUND')
  listImports(
    @FromCaller() caller: Caller,
    @Param('studyId') studyId: string,
    @Query({ schema: ImportsQuery }) query: ImportsQuery,
  ): Promise<Page<ImportAnswer>> {
    return this.imports.list(caller, studyId, query);
  }

  @Get(':importId')
  @ApiOperation({
    summary: 'One import: its files, what is doubtful of them, and every row that was not taken',
  })
  @Answers(
    200,
    'The import, with one page of its refused rows, those alone that the filters leave.',
    ImportDetails,
  )
  @Problems('STUDY_NOT_FOUND', 'NOT_FOUND', 'FORBIDDEN')
  showImport(
    @FromCaller() caller: Caller,
    @Param('studyId') studyId: string,
    @Param('importId') importId: string,
    @Query({ schema: RefusalsQuery }) query: RefusalsQuery,
  ): Promise<ImportDetails> {
    return this.imports.show(caller, studyId, importId, query);
  }
}

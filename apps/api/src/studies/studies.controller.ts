import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FromCaller, type Caller } from '../auth/caller.ts';
import type { Page } from '../http/page.dto.ts';
import { Answers, Problems } from '../openapi/answers.ts';
import {
  documentsPage,
  documentsQuery,
  studiesAnswer,
  type DocumentAnswer,
  type DocumentsQuery,
  type StudyAnswer,
} from './studies.dto.ts';
import { StudiesService } from './studies.service.ts';

@ApiTags('studies')
@Controller('api/v1/studies')
export class StudiesController {
  constructor(@Inject(StudiesService) private readonly studies: StudiesService) {}

  @Get()
  @ApiOperation({ summary: 'The studies of which you are a member' })
  @Answers(200, 'All of them.', studiesAnswer)
  @Problems()
  async listStudies(@FromCaller() caller: Caller): Promise<{ items: StudyAnswer[] }> {
    return { items: await this.studies.ofCaller(caller) };
  }

  @Get(':studyId/documents')
  @ApiOperation({ summary: 'Texts and images of a study, of the sites that you may see' })
  @Answers(200, 'One page, newest first.', documentsPage)
  @Problems('INVALID_INPUT', 'STUDY_NOT_FOUND')
  listStudyDocuments(
    @FromCaller() caller: Caller,
    @Param('studyId') studyId: string,
    @Query({ schema: documentsQuery }) query: DocumentsQuery,
  ): Promise<Page<DocumentAnswer>> {
    return this.studies.listDocuments(caller, studyId, query);
  }
}

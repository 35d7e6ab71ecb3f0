import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { FromCaller, type Caller } from '../auth/caller.ts';
import { idFromKey } from '../http/idempotency.interceptor.ts';
import type { Page } from '../http/page.dto.ts';
import { TakesFile, uploadOf } from '../http/upload.interceptor.ts';
import { parseInput } from '@rounds/contracts/input';
import { Answers, Problems } from '../openapi/answers.ts';
import {
  DocumentAnswer,
  documentsPage,
  DocumentsQuery,
  sitesAnswer,
  studiesAnswer,
  UploadBody,
  type SiteAnswer,
  type StudyAnswer,
} from './studies.dto.ts';
import { present, StudiesService } from './studies.service.ts';
import { UploadsService } from './uploads.service.ts';

@ApiTags('studies')
@Controller('api/v1/studies')
export class StudiesController {
  constructor(
    @Inject(StudiesService) private readonly studies: StudiesService,
    @Inject(UploadsService) private readonly uploads: UploadsService,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      'The studies of which you are a member; for operators and auditors beside them the others that there are',
  })
  @Answers(200, 'All of them.', studiesAnswer)
  @Problems()
  async listStudies(@FromCaller() caller: Caller): Promise<{ items: StudyAnswer[] }> {
    return { items: await this.studies.list(caller) };
  }

  @Get(':studyId/sites')
  @ApiOperation({ summary: 'The sites of a study that have a subject, of those that you may see' })
  @Answers(200, 'All of them, by their numbers.', sitesAnswer)
  @Problems('STUDY_NOT_FOUND')
  async listSites(
    @FromCaller() caller: Caller,
    @Param('studyId') studyId: string,
  ): Promise<{ items: SiteAnswer[] }> {
    return { items: await this.studies.listSites(caller, studyId) };
  }

  @Get(':studyId/documents')
  @ApiOperation({ summary: 'Texts and images of a study, of the sites that you may see' })
  @Answers(200, 'One page, newest first.', documentsPage)
  @Problems('STUDY_NOT_FOUND')
  listStudyDocuments(
    @FromCaller() caller: Caller,
    @Param('studyId') studyId: string,
    @Query({ schema: DocumentsQuery }) query: DocumentsQuery,
  ): Promise<Page<DocumentAnswer>> {
    return this.studies.listDocuments(caller, studyId, query);
  }

  @Post(':studyId/documents')
  @ApiOperation({ summary: 'Add a text or image to a study; the next report shows it' })
  @TakesFile(UploadBody, 'A text (.txt, .md) or an image, by its bytes.')
  @Answers(201, 'Stored, its bytes first.', DocumentAnswer)
  @Problems('STUDY_NOT_FOUND', 'UNPROCESSABLE')
  async addStudyDocument(
    @FromCaller() caller: Caller,
    @Param('studyId') studyId: string,
    @Body() fields: unknown,
    @Req() request: Request,
  ): Promise<DocumentAnswer> {
    const body = parseInput(UploadBody, { ...(fields as object) }, 'body');
    const upload = { file: uploadOf(request), body, id: idFromKey(request) };
    // Nothing of it is news to whoever has sent it.
    return present(await this.uploads.add(caller, studyId, upload), true);
  }
}

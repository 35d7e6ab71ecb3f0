import { Controller, Delete, Get, Inject, Param, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { MEDIA_TYPES } from '@rounds/studies/documents/media-types';
import { FromCaller, type Caller } from '../auth/caller.ts';
import { Answers, AnswersFile, Problems } from '../openapi/answers.ts';
import { DocumentsService } from './documents.service.ts';
import { DocumentAnswer } from './studies.dto.ts';

@ApiTags('studies')
@Controller('api/v1/studies/:studyId/documents/:documentId')
export class DocumentsController {
  constructor(@Inject(DocumentsService) private readonly documents: DocumentsService) {}

  @Get()
  @ApiOperation({ summary: 'One text or image of a study' })
  @Answers(200, 'As the list has it.', DocumentAnswer)
  @Problems('NOT_FOUND', 'STUDY_NOT_FOUND')
  getDocument(
    @FromCaller() caller: Caller,
    @Param('studyId') studyId: string,
    @Param('documentId') documentId: string,
  ): Promise<DocumentAnswer> {
    return this.documents.read(caller, studyId, documentId);
  }

  @Get('content')
  @ApiOperation({ summary: 'Its bytes as they were received, for whoever may see treatment arms' })
  @AnswersFile(200, 'The bytes; in the audit trail once an hour.', MEDIA_TYPES)
  @Problems('NOT_FOUND', 'STUDY_NOT_FOUND', 'ARTEFACT_GONE')
  getDocumentContent(
    @FromCaller() caller: Caller,
    @Param('studyId') studyId: string,
    @Param('documentId') documentId: string,
  ): Promise<StreamableFile> {
    return this.documents.open(caller, studyId, documentId);
  }

  @Delete()
  @ApiOperation({ summary: 'Remove it, for who manages the study: reports that show it stay as they are' })
  @Answers(204, 'The next report does not show it.')
  @Problems('NOT_FOUND', 'STUDY_NOT_FOUND')
  async removeDocument(
    @FromCaller() caller: Caller,
    @Param('studyId') studyId: string,
    @Param('documentId') documentId: string,
  ): Promise<void> {
    await this.documents.remove(caller, studyId, documentId);
  }
}

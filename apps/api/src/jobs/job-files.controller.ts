import { Controller, Get, Inject, Param, Query, Redirect, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FORMAT_FILES } from '@rounds/contracts/formats';
import { FromCaller, type Caller } from '../auth/caller.ts';
import { Answers, AnswersFile, Problems } from '../openapi/answers.ts';
import { Downloads } from './downloads.service.ts';
import { DownloadQuery, ViewQuery } from './jobs.dto.ts';
import { ReportView } from './report-view.dto.ts';
import { ReportViews } from './report-views.service.ts';

const MEDIA_TYPES = Object.values(FORMAT_FILES).map(({ mediaType }) => mediaType);

const REFUSALS = ['NOT_FOUND', 'STUDY_NOT_FOUND', 'CONFLICT', 'QUARANTINED', 'ARTEFACT_GONE'] as const;

/** What was made, to be read where it is asked for. */
@ApiTags('jobs')
@Controller('api/v1/jobs/:jobId')
export class JobFilesController {
  constructor(
    @Inject(Downloads) private readonly downloads: Downloads,
    @Inject(ReportViews) private readonly views: ReportViews,
  ) {}

  @Get('download')
  @Redirect(undefined, 302)
  @ApiOperation({ summary: 'A file of the run, after the rights were checked' })
  @Answers(302, 'To the file, by an address that is good for a minute.')
  @Problems(...REFUSALS)
  async downloadJob(
    @FromCaller() caller: Caller,
    @Param('jobId') jobId: string,
    @Query({ schema: DownloadQuery }) query: DownloadQuery,
  ): Promise<{ url: string }> {
    return { url: await this.downloads.addressFor(caller, jobId, query) };
  }

  @Get('view')
  @ApiOperation({ summary: 'The report as a page: figures, tables and sentences in your language' })
  @Answers(200, 'As you may see it; recorded as an opening.', ReportView)
  @Problems(...REFUSALS, 'PAYLOAD_TOO_LARGE')
  viewReport(
    @FromCaller() caller: Caller,
    @Param('jobId') jobId: string,
    @Query({ schema: ViewQuery }) query: ViewQuery,
  ): Promise<ReportView> {
    return this.views.view(caller, jobId, query);
  }

  @Get('content')
  @ApiOperation({
    summary: 'A file of the run itself, to be shown beside something else: as `download`, without a redirect',
  })
  @AnswersFile(200, 'The bytes; recorded as a download.', MEDIA_TYPES)
  @Problems(...REFUSALS)
  getJobContent(
    @FromCaller() caller: Caller,
    @Param('jobId') jobId: string,
    @Query({ schema: DownloadQuery }) query: DownloadQuery,
  ): Promise<StreamableFile> {
    return this.downloads.contentFor(caller, jobId, query);
  }
}

import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import type { ArtefactDocument } from '@rounds/contracts/collections';
import { FORMAT_FILES } from '@rounds/contracts/formats';
import type { Caller } from '../auth/caller.ts';
import { ChosenFiles } from './chosen-files.service.ts';
import { fileName, Files } from './files.service.ts';
import type { DownloadQuery } from './jobs.dto.ts';

const downloadOf = ({ format, sha256 }: ArtefactDocument) => ({ what: 'download', format, sha256 }) as const;

@Injectable()
export class Downloads {
  constructor(
    @Inject(ChosenFiles) private readonly chosen: ChosenFiles,
    @Inject(Files) private readonly files: Files,
  ) {}

  /**
   * The address, good for a minute, of the file that was made for the caller.
   *
   * @throws RoundsError as `ChosenFiles.choose` does, ARTEFACT_GONE
   */
  async addressFor(caller: Caller, jobId: string, wanted: DownloadQuery): Promise<string> {
    const found = await this.chosen.choose(caller, jobId, wanted);
    const { run, file } = found;
    const address = await this.files.addressOf(run, file);
    await this.chosen.recordOpening(caller, found, downloadOf(file));
    return address;
  }

  /** The file itself, to be shown where it is asked for. @throws RoundsError as `addressFor` */
  async contentFor(caller: Caller, jobId: string, wanted: DownloadQuery): Promise<StreamableFile> {
    const found = await this.chosen.choose(caller, jobId, wanted);
    const { run, file } = found;
    await this.files.demandThere(run, file);
    // Before it is opened: what nobody reads would stay open.
    await this.chosen.recordOpening(caller, found, downloadOf(file));
    return new StreamableFile(await this.files.stream(file), {
      type: FORMAT_FILES[file.format].mediaType,
      disposition: `inline; filename="${fileName(run, file.format)}"`,
      length: file.bytes,
    });
  }
}

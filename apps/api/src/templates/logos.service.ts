import { Inject, Injectable } from '@nestjs/common';
import { sha256Of } from '@rounds/adapters/crypto/sha256';
import type { ObjectStore } from '@rounds/adapters/s3/object-store';
import { defined } from '@rounds/contracts/defined';
import { invalidInput, RoundsError } from '@rounds/contracts/errors';
import { broken, type BrokenRule } from '@rounds/contracts/rules';
import type { Logo } from '@rounds/contracts/template';
import sharp from 'sharp';
import { OBJECT_STORE } from '../platform/tokens.ts';

export const LOGO_TYPES = ['image/png', 'image/jpeg', 'image/svg+xml'] as const;
export const MOST_LOGO_BYTES = 512 * 1024;
const MOST_PIXELS = 16_000_000;
/** Three times what the head of a page shows: sharp in print, small in each report. */
const WIDEST = 1200;
const HIGHEST = 400;
const TIMEOUT_S = 5;

const FORMATS = ['png', 'jpeg', 'svg'];

const notALogo = (fault: BrokenRule, cause?: unknown): RoundsError =>
  new RoundsError('INVALID_INPUT', `The logo cannot be used: it ${fault.rule}.`, {
    fields: [fault],
    ...defined({ cause }),
  });

/** Pictures for the heads of reports. */
@Injectable()
export class LogosService {
  constructor(@Inject(OBJECT_STORE) private readonly objects: ObjectStore) {}

  /**
   * Kept under the hash of what was drawn: a PNG of our own, so that nothing that hides in an SVG or behind a
   * photograph (scripts, places, addresses) ever reaches a report. The same picture twice is one.
   *
   * @throws RoundsError INVALID_INPUT unless it is a PNG, JPEG or SVG that can be drawn
   */
  async store(upload: Buffer): Promise<Logo> {
    const { data, info } = await this.draw(upload);
    const sha256 = sha256Of(data);
    const logo = { key: `logos/${sha256}.png`, sha256, width: info.width, height: info.height };
    await this.objects.put(logo.key, data, 'image/png');
    return logo;
  }

  /** @throws RoundsError INVALID_INPUT for one that was never uploaded */
  async find(sha256: string): Promise<Logo> {
    const key = `logos/${sha256}.png`;
    if ((await this.objects.size(key)) === null)
      throw invalidInput('body', [broken('branding.logo', 'logo-not-uploaded')]);
    const { width, height } = await sharp(await this.objects.get(key)).metadata();
    return { key, sha256, width, height };
  }

  private async draw(upload: Buffer) {
    try {
      const picture = sharp(upload, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).timeout({
        seconds: TIMEOUT_S,
      });
      const { format } = await picture.metadata();
      if (!FORMATS.includes(format)) throw notALogo(broken('body', 'not-a-logo'));
      return await picture
        .rotate()
        .resize({ width: WIDEST, height: HIGHEST, fit: 'inside', withoutEnlargement: format !== 'svg' })
        .png({ compressionLevel: 9 })
        .toBuffer({ resolveWithObject: true });
    } catch (error) {
      if (error instanceof RoundsError) throw error;
      throw notALogo(broken('body', 'logo-cannot-be-drawn'), error);
    }
  }
}

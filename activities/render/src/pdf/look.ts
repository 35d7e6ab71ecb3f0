import type { Branding } from '@rounds/contracts/template';
import type { Palette } from '../theme.ts';

/** What a template gives to the page. */
export interface Look {
  readonly palette: Palette;
  /** PNG. */
  readonly logo?: { readonly png: Uint8Array } & Pick<NonNullable<Branding['logo']>, 'width' | 'height'>;
  readonly footer?: string;
}

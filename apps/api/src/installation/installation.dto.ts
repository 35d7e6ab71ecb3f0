import { language } from '@rounds/contracts/language';
import { z } from 'zod';

const signIn = z.object({
  authority: z.url().describe('The OpenID Connect provider, by whose discovery document the rest is found.'),
  clientId: z.string().describe('A public client there: code flow with PKCE.'),
  scopes: z.string().describe('To be asked for, with blanks between them.'),
  audience: z.string().describe('Of the tokens; some providers want it named when they are asked.'),
});

export const InstallationAnswer = z
  .object({
    version: z.string().describe('Of the running code.'),
    signIn: signIn.nullable().describe('How people sign in by a browser; null: they cannot.'),
    languages: z
      .array(
        z.object({
          id: language,
          name: z.string().describe('As it calls itself.'),
          isDraft: z.boolean().describe('Nobody of the field has reviewed its words yet.'),
        }),
      )
      .describe('Those that people may choose.'),
    limits: z.object({ uploadBytes: z.int().describe('Of one document at most.') }),
  })
  .meta({ id: 'Installation' });
export type InstallationAnswer = z.infer<typeof InstallationAnswer>;

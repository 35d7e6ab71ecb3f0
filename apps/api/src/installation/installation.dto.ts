import { language } from '@rounds/contracts/language';
import { z } from 'zod';

/** As OpenID Connect Discovery, 3, names them. */
const endpoints = z.object({
  authorization: z.url(),
  token: z.url(),
  endSession: z.url().nullable().describe('Null: one cannot sign out there.'),
});
export type IssuerEndpoints = z.infer<typeof endpoints>;

const signIn = z.object({
  authority: z
    .url()
    .describe('The OpenID Connect provider, which describes itself by its discovery document.'),
  clientId: z.string().describe('A public client there: code flow with PKCE.'),
  scopes: z.string().describe('To be asked for, with blanks between them.'),
  endpoints: endpoints
    .nullable()
    .describe('What that document says of them; null: Rounds could not read it.'),
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

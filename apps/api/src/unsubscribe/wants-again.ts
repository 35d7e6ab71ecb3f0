/**
 * Whether the form says that the mails are wanted again, as the page's button does. All else is one click of a mail
 * program (RFC 8058), which leaves by the address alone: nothing in its body keeps anybody from that.
 *
 * @param body a form of either kind, as it came
 */
export const wantsAgain = async (body: unknown, mediaType: string | undefined): Promise<boolean> => {
  if (!Buffer.isBuffer(body) || mediaType === undefined) return false;
  const sent = new Response(new Uint8Array(body), { headers: { 'Content-Type': mediaType } });
  const form = await sent.formData().catch(() => new FormData());
  return form.get('wish') === 'receive';
};

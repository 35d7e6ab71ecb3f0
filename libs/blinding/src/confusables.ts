/** Letters of other scripts that look like Latin ones (Unicode's confusables.txt, those in common typefaces), lower case. */
const PAIRS =
  'аa еe оo рp сc уy хx ѕs іi јj ԁd ԛq ԝw һh ԍg ӏl кk мm тt вb нh гr пn иu ' +
  'αa εe ιi κk νv οo ρp τt υu χx ηn ωw γy σo ' +
  'ɑa ɡg ıi ɩi ʏy ɴn ʀr ʟl ɪi ᴄc ᴅd ᴇe ᴋk ᴍm ᴏo ᴘp ᴛt ᴜu ᴠv ᴡw ᴢz ꜱs ⅼl ƅb ɛe øo łl đd ħh ßs μu';

const LATIN: ReadonlyMap<string, string> = new Map(
  PAIRS.split(' ').map((pair): [string, string] => [pair.charAt(0), pair.slice(1)]),
);

export const confusable = (letter: string): string => LATIN.get(letter) ?? letter;

/** What a report says that is sent although something of it is lacking. */
import type { Texts } from '../message.ts';

export const LACKING = {
  PARTIAL: { de: 'UNVOLLSTÄNDIG', fr: 'INCOMPLET', es: 'INCOMPLETO', ja: '一部欠落' },
  'This report is partial. It lacks or shows wrongly:': {
    de: 'Dieser Bericht ist unvollständig. Es fehlt oder ist falsch dargestellt:',
    fr: 'Ce rapport est incomplet. Il manque, ou il est mal présenté :',
    es: 'Este informe está incompleto. Falta o se muestra mal:',
    ja: 'この報告書は一部が欠けています。欠けている、または正しく表示されていないもの：',
  },
  'What this report lacks': {
    de: 'Was diesem Bericht fehlt',
    fr: 'Ce qui manque à ce rapport',
    es: 'Lo que falta en este informe',
    ja: 'この報告書に欠けているもの',
  },
  'Nothing is lacking.': {
    de: 'Es fehlt nichts.',
    fr: 'Il ne manque rien.',
    es: 'No falta nada.',
    ja: '欠けているものはありません。',
  },
  Check: { de: 'Prüfung', fr: 'Contrôle', es: 'Comprobación', ja: '確認項目' },
  Lacking: { de: 'Fehlt', fr: 'Manque', es: 'Falta', ja: '欠落' },
} as const satisfies Texts;

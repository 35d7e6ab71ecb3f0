/** What reports are called: by their rhythm, and by their type. */
import type { Texts } from '../message.ts';

export const NAMES = {
  Report: { de: 'Bericht', fr: 'Rapport', es: 'Informe', ja: '報告書' },
  'Daily report': { de: 'Tagesbericht', fr: 'Rapport quotidien', es: 'Informe diario', ja: '日次報告書' },
  'Weekly report': {
    de: 'Wochenbericht',
    fr: 'Rapport hebdomadaire',
    es: 'Informe semanal',
    ja: '週次報告書',
  },
  'Monthly report': { de: 'Monatsbericht', fr: 'Rapport mensuel', es: 'Informe mensual', ja: '月次報告書' },
  'Safety report': {
    de: 'Sicherheitsbericht',
    fr: 'Rapport de sécurité',
    es: 'Informe de seguridad',
    ja: '安全性報告書',
  },
  'Daily safety report': {
    de: 'Täglicher Sicherheitsbericht',
    fr: 'Rapport de sécurité quotidien',
    es: 'Informe diario de seguridad',
    ja: '日次安全性報告書',
  },
  'Weekly safety report': {
    de: 'Wöchentlicher Sicherheitsbericht',
    fr: 'Rapport de sécurité hebdomadaire',
    es: 'Informe semanal de seguridad',
    ja: '週次安全性報告書',
  },
  'Monthly safety report': {
    de: 'Monatlicher Sicherheitsbericht',
    fr: 'Rapport de sécurité mensuel',
    es: 'Informe mensual de seguridad',
    ja: '月次安全性報告書',
  },
  'Site performance report': {
    de: 'Leistungsbericht der Zentren',
    fr: 'Rapport d’activité des centres',
    es: 'Informe de rendimiento de los centros',
    ja: '施設別実績報告書',
  },
  'Daily site performance report': {
    de: 'Täglicher Leistungsbericht der Zentren',
    fr: 'Rapport quotidien d’activité des centres',
    es: 'Informe diario de rendimiento de los centros',
    ja: '日次施設別実績報告書',
  },
  'Weekly site performance report': {
    de: 'Wöchentlicher Leistungsbericht der Zentren',
    fr: 'Rapport hebdomadaire d’activité des centres',
    es: 'Informe semanal de rendimiento de los centros',
    ja: '週次施設別実績報告書',
  },
  'Monthly site performance report': {
    de: 'Monatlicher Leistungsbericht der Zentren',
    fr: 'Rapport mensuel d’activité des centres',
    es: 'Informe mensual de rendimiento de los centros',
    ja: '月次施設別実績報告書',
  },
  'Training report': {
    de: 'Schulungsbericht',
    fr: 'Rapport de formation',
    es: 'Informe de formación',
    ja: '研修報告書',
  },
  'Daily training report': {
    de: 'Täglicher Schulungsbericht',
    fr: 'Rapport de formation quotidien',
    es: 'Informe diario de formación',
    ja: '日次研修報告書',
  },
  'Weekly training report': {
    de: 'Wöchentlicher Schulungsbericht',
    fr: 'Rapport de formation hebdomadaire',
    es: 'Informe semanal de formación',
    ja: '週次研修報告書',
  },
  'Monthly training report': {
    de: 'Monatlicher Schulungsbericht',
    fr: 'Rapport de formation mensuel',
    es: 'Informe mensual de formación',
    ja: '月次研修報告書',
  },
  'Weekly study report': {
    de: 'Wöchentlicher Studienbericht',
    fr: 'Rapport d’étude hebdomadaire',
    es: 'Informe semanal del estudio',
    ja: '週次試験報告書',
  },
  'Training progress of site staff': {
    de: 'Schulungsfortschritt des Zentrumspersonals',
    fr: 'Progression de la formation du personnel des centres',
    es: 'Progreso de la formación del personal de los centros',
    ja: '施設スタッフの研修進捗',
  },
} as const satisfies Texts;

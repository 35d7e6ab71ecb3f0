/** What of the data is not there, not understood or taken for something else, and what that leaves in doubt. */
import type { Texts } from '../message.ts';

export const QUALITY = {
  // Why a figure is not there, or not of every row
  'No row of the study fills {variable}.': {
    de: 'Keine Zeile der Studie füllt {variable}.',
    fr: 'Aucune ligne de l’étude ne renseigne {variable}.',
    es: 'Ninguna fila del estudio rellena {variable}.',
    ja: '{variable}に値のある行が試験にありません。',
  },
  'TS has no {parameter}.': {
    de: 'TS hat kein {parameter}.',
    fr: 'TS ne contient pas {parameter}.',
    es: 'TS no tiene {parameter}.',
    ja: 'TSに{parameter}がありません。',
  },
  '{n## row|# rows} with a value of {variable} that is not understood: not counted.': {
    de: '{n## Zeile|# Zeilen} mit einem Wert von {variable}, der nicht verstanden wird: nicht gezählt.',
    fr: '{n## ligne|# lignes} avec une valeur de {variable} qui n’est pas comprise : non comptées.',
    es: '{n## fila|# filas} con un valor de {variable} que no se entiende: no contadas.',
    ja: '{variable}の値を解釈できない行 {n}行:集計に含みません。',
  },
  '{n## row|# rows} without {variable}: not counted.': {
    de: '{n## Zeile|# Zeilen} ohne {variable}: nicht gezählt.',
    fr: '{n## ligne|# lignes} sans {variable} : non comptées.',
    es: '{n## fila|# filas} sin {variable}: no contadas.',
    ja: '{variable}のない行 {n}行:集計に含みません。',
  },
  '{n## row|# rows} whose {variable} could not be read at import: not counted.': {
    de: '{n## Zeile|# Zeilen}, deren {variable} beim Import nicht lesbar war: nicht gezählt.',
    fr: '{n## ligne|# lignes} dont {variable} n’a pu être lu à l’import : non comptées.',
    es: '{n## fila|# filas} cuyo {variable} no se pudo leer en la importación: no contadas.',
    ja: '取込時に{variable}を読めなかった行 {n}行:集計に含みません。',
  },
  '{n## row|# rows} of {tests} to date without a numeric result or an upper limit: left out.': {
    de: '{n## Zeile|# Zeilen} zu {tests} bis heute ohne Zahlenwert oder Obergrenze: ausgelassen.',
    fr: '{n## ligne|# lignes} de {tests} à ce jour sans résultat numérique ou sans limite supérieure : exclues.',
    es: '{n## fila|# filas} de {tests} hasta la fecha sin resultado numérico o sin límite superior: omitidas.',
    ja: '{tests}の累計{n}行に数値結果または上限がないため除外。',
  },
  '{n## disposition|# dispositions} without DSSCAT and EPOCH: they end no participation.': {
    de: '{n## Disposition|# Dispositionen} ohne DSSCAT und EPOCH: Sie beenden keine Teilnahme.',
    fr: '{n## disposition|# dispositions} sans DSSCAT ni EPOCH : elles ne terminent aucune participation.',
    es: '{n## disposición|# disposiciones} sin DSSCAT ni EPOCH: no terminan ninguna participación.',
    ja: 'DSSCATとEPOCHのない転帰記録 {n}件:参加終了とは見なしません。',
  },
  '{n## subject|# subjects} randomised whose rows of DM differ in ARM: under NOT GIVEN.': {
    de: '{n## Teilnehmer|# Teilnehmer} randomisiert, deren Zeilen in DM sich in ARM unterscheiden: unter NOT GIVEN.',
    fr: '{n## sujet randomisé|# sujets randomisés} dont les lignes de DM diffèrent par ARM : sous NOT GIVEN.',
    es: '{n## sujeto aleatorizado|# sujetos aleatorizados} cuyas filas de DM difieren en ARM: en NOT GIVEN.',
    ja: 'DMの行によりARMが異なるランダム化被験者{n}例:NOT GIVENに計上。',
  },
  '{n## subject|# subjects} dead without a day of death that can be: counted to date, in no period.': {
    de: '{n## verstorbener Teilnehmer|# verstorbene Teilnehmer} ohne möglichen Todestag: bis heute gezählt, in keinem Zeitraum.',
    fr: '{n## sujet décédé|# sujets décédés} sans jour de décès possible : comptés à ce jour, dans aucune période.',
    es: '{n## sujeto fallecido|# sujetos fallecidos} sin día de muerte posible: contados hasta la fecha, en ningún período.',
    ja: '妥当な死亡日のない死亡被験者{n}例:累計に含み、どの期間にも含みません。',
  },
  'Where a subject of the line is not randomised, none is given.': {
    de: 'Wo ein Teilnehmer der Zeile nicht randomisiert ist, steht keiner.',
    fr: 'Lorsqu’un sujet de la ligne n’est pas randomisé, aucun n’est donné.',
    es: 'Si un sujeto de la línea no está aleatorizado, no se indica.',
    ja: 'ランダム化されていない被験者を含む行には表示しません。',
  },
  'not compared with {previous}': {
    de: 'ohne Vergleich mit {previous}',
    fr: 'sans comparaison avec {previous}',
    es: 'sin comparación con {previous}',
    ja: '{previous}との比較なし',
  },
  'Not marked serious, with a criterion of it': {
    de: 'Nicht als schwerwiegend markiert, mit einem Kriterium dafür',
    fr: 'Non marqués graves, avec un critère de gravité',
    es: 'No marcados como graves, con un criterio de gravedad',
    ja: '重篤の基準に該当、重篤の指定なし',
  },
  'Possible deaths (grade 5, day of death)': {
    de: 'Mögliche Todesfälle (Grad 5, Todestag)',
    fr: 'Décès possibles (grade 5, jour du décès)',
    es: 'Posibles muertes (grado 5, día de la muerte)',
    ja: '死亡の可能性(グレード5、死亡日)',
  },
  'Not computed: see Data quality.': {
    de: 'Nicht berechnet: siehe Datenqualität.',
    fr: 'Non calculé : voir Qualité des données.',
    es: 'No calculado: véase Calidad de los datos.',
    ja: '算出できません(「データ品質」参照)。',
  },
  '{of}, not all of them among these': {
    de: '{of}, nicht alle davon darunter',
    fr: '{of}, tous n’en font pas partie',
    es: '{of}, no todos entre ellos',
    ja: '{of}(対象外の被験者を含む)',
  },
  '{n} of {all} courses have no time.': {
    de: '{n} von {all} Kursen haben keine Zeit.',
    fr: '{n} cours sur {all} n’ont pas de durée.',
    es: '{n} de {all} cursos no tienen tiempo.',
    ja: '{all}コース中{n}コースに時間がありません。',
  },
} as const satisfies Texts;

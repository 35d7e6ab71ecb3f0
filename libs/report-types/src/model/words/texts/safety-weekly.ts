/** What the report safety-weekly says. */
import type { Texts } from '../message.ts';

export const SAFETY_WEEKLY = {
  'sheet§By system organ class': {
    de: 'Nach Systemorganklasse',
    fr: 'Par classe d’organes',
    es: 'Por clase de órganos',
    ja: '器官別大分類別',
  },

  // How severe: adjectives of several events, and heads of columns
  severe: { de: 'schwere', fr: 'sévères', es: 'intensos', ja: '高度' },
  'moderate or severe': {
    de: 'mittelschwere oder schwere',
    fr: 'modérés ou sévères',
    es: 'moderados o intensos',
    ja: '中等度以上',
  },
  'mild, moderate or severe': {
    de: 'leichte, mittelschwere oder schwere',
    fr: 'légers, modérés ou sévères',
    es: 'leves, moderados o intensos',
    ja: '軽度以上',
  },
  Severe: { de: 'Schwer', fr: 'Sévères', es: 'Intensos', ja: '高度' },
  'Moderate or severe': {
    de: 'Mittelschwer oder schwer',
    fr: 'Modérés ou sévères',
    es: 'Moderados o intensos',
    ja: '中等度以上',
  },
  'Mild, moderate or severe': {
    de: 'Leicht, mittelschwer oder schwer',
    fr: 'Légers, modérés ou sévères',
    es: 'Leves, moderados o intensos',
    ja: '軽度以上',
  },

  // Sections
  'Serious and severe events': {
    de: 'Schwerwiegende und schwere Ereignisse',
    fr: 'Événements graves et sévères',
    es: 'Acontecimientos graves e intensos',
    ja: '重篤および高度の有害事象',
  },
  'Liver signals and Hy’s law': {
    de: 'Lebersignale und Hy’s Law',
    fr: 'Signaux hépatiques et loi de Hy',
    es: 'Señales hepáticas y ley de Hy',
    ja: '肝機能シグナルおよびHyの法則',
  },
  'By system organ class and term': {
    de: 'Nach Systemorganklasse und Begriff',
    fr: 'Par classe d’organes et terme',
    es: 'Por clase de órganos y término',
    ja: '器官別大分類・用語別',
  },
  Narratives: { de: 'Narrative', fr: 'Narratifs', es: 'Narrativas', ja: '症例経過' },

  // Attention
  'Nothing urgent: no new death, serious event or liver signal, and no Hy’s law candidate.': {
    de: 'Nichts Dringendes: kein neuer Todesfall, kein neues schwerwiegendes Ereignis oder Lebersignal und kein Hy’s-Law-Kandidat.',
    fr: 'Rien d’urgent : aucun nouveau décès, événement grave ou signal hépatique, et aucun candidat à la loi de Hy.',
    es: 'Nada urgente: ninguna muerte, acontecimiento grave o señal hepática nueva, y ningún candidato a la ley de Hy.',
    ja: '緊急事項なし:新たな死亡、重篤な有害事象、肝機能シグナルはなく、Hyの法則の該当候補もありません。',
  },
  'site {site}': { de: 'Zentrum {site}', fr: 'centre {site}', es: 'centro {site}', ja: '施設 {site}' },
  'site unknown': { de: 'Zentrum unbekannt', fr: 'centre inconnu', es: 'centro desconocido', ja: '施設不明' },
  'uncoded event': {
    de: 'unkodiertes Ereignis',
    fr: 'événement non codé',
    es: 'acontecimiento sin codificar',
    ja: '未コード化事象',
  },
  '{n#no death was|# death was|# deaths were} reported {current}: {names}.': {
    de: '{n#Kein Todesfall wurde|# Todesfall wurde|# Todesfälle wurden} {current} gemeldet: {names}.',
    fr: '{n#aucun décès signalé|# décès signalé|# décès signalés} {current} : {names}.',
    es: '{n#ninguna muerte notificada|# muerte notificada|# muertes notificadas} {current}: {names}.',
    ja: '{current}に死亡{n}件の報告:{names}。',
  },
  '{severe} event': {
    de: '{severe} Ereignisse',
    fr: 'Événements {severe}',
    es: 'Acontecimientos {severe}',
    ja: '{severe}の事象',
  },
  '{severe} events': {
    de: '{severe} Ereignisse',
    fr: 'Événements {severe}',
    es: 'Acontecimientos {severe}',
    ja: '{severe}の事象',
  },
  '{n#no|#|#} {severe} or fatal {n#event was|event was|events were} recorded {current}: {names}.': {
    de: '{n} {severe} oder tödliche {n#Ereignisse|Ereignisse|Ereignisse} {current} dokumentiert: {names}.',
    fr: '{n} {n#événement|événement|événements} {severe} ou fatals {current} : {names}.',
    es: '{n} {n#acontecimiento|acontecimiento|acontecimientos} {severe} o mortales {current}: {names}.',
    ja: '{current}に{severe}または死亡の事象{n}件:{names}。',
  },
  '{subject}, {site} ({test} {transaminase} and bilirubin {bilirubin} × ULN)': {
    de: '{subject}, {site} ({test} {transaminase} und Bilirubin {bilirubin} × ULN)',
    fr: '{subject}, {site} ({test} {transaminase} et bilirubine {bilirubin} × LSN)',
    es: '{subject}, {site} ({test} {transaminase} y bilirrubina {bilirubin} × LSN)',
    ja: '{subject}、{site}({test} {transaminase}、ビリルビン {bilirubin} × ULN)',
  },
  '{n## candidate|# candidates} to date ({new#none|#|#} new {current}): {names}.': {
    de: 'Bis heute {n## Kandidat|# Kandidaten} ({new#keiner|#|#} neu {current}): {names}.',
    fr: '{n## candidat|# candidats} à ce jour ({new#aucun nouveau|# nouveau|# nouveaux} {current}) : {names}.',
    es: '{n## candidato|# candidatos} hasta la fecha ({new#ninguno nuevo|# nuevo|# nuevos} {current}): {names}.',
    ja: '該当候補は累計{n}例({current}の新規 {new}例):{names}。',
  },
  '{subject}, {site}: {test} {ratio} × ULN': {
    de: '{subject}, {site}: {test} {ratio} × ULN',
    fr: '{subject}, {site} : {test} {ratio} × LSN',
    es: '{subject}, {site}: {test} {ratio} × LSN',
    ja: '{subject}、{site}:{test} {ratio} × ULN',
  },
  'Fatal, not serious': {
    de: 'Tödlich, nicht schwerwiegend',
    fr: 'Fatal, non grave',
    es: 'Mortal, no grave',
    ja: '死亡だが非重篤',
  },
  '{n## subject|# subjects} with a fatal event that is not marked serious (AESER): {names}.': {
    de: '{n## Teilnehmer|# Teilnehmer} mit einem tödlichen Ereignis, das nicht als schwerwiegend gekennzeichnet ist (AESER): {names}.',
    fr: '{n## sujet|# sujets} avec un événement fatal non marqué grave (AESER) : {names}.',
    es: '{n## sujeto|# sujetos} con un acontecimiento mortal no marcado como grave (AESER): {names}.',
    ja: '死亡に至った事象が重篤(AESER)とされていない被験者{n}例:{names}。',
  },

  // Charts
  'Serious, {severe} or fatal events a week; the hatched foot of a bar is serious events, the dark bar is this report’s week':
    {
      de: 'Schwerwiegende, {severe} oder tödliche Ereignisse je Woche; der schraffierte Fuß eines Balkens sind schwerwiegende Ereignisse, der dunkle Balken ist die Woche dieses Berichts',
      fr: 'Événements graves, {severe} ou fatals par semaine ; le pied hachuré d’une barre correspond aux événements graves, la barre foncée à la semaine de ce rapport',
      es: 'Acontecimientos graves, {severe} o mortales por semana; la base rayada de una barra son los graves, la barra oscura es la semana de este informe',
      ja: '重篤、{severe}または死亡の事象(週別)。棒の下部の斜線部分は重篤、濃い棒は本報告書の週',
    },
  'Results that meet a liver criterion a week; the dark bar is this report’s week': {
    de: 'Ergebnisse je Woche, die ein Leberkriterium erfüllen; der dunkle Balken ist die Woche dieses Berichts',
    fr: 'Résultats remplissant un critère hépatique par semaine ; la barre foncée correspond à la semaine de ce rapport',
    es: 'Resultados que cumplen un criterio hepático por semana; la barra oscura es la semana de este informe',
    ja: '肝機能基準に該当する結果(週別)。濃い棒は本報告書の週',
  },
  'Serious, {severe} or fatal events a week (hatched foot: serious)': {
    de: 'Schwerwiegende, {severe} oder tödliche Ereignisse je Woche (schraffierter Fuß: schwerwiegend)',
    fr: 'Événements graves, {severe} ou fatals par semaine (pied hachuré : graves)',
    es: 'Acontecimientos graves, {severe} o mortales por semana (base rayada: graves)',
    ja: '重篤、{severe}または死亡の事象(週別、斜線の下部:重篤)',
  },
  'All adverse events a week': {
    de: 'Alle unerwünschten Ereignisse je Woche',
    fr: 'Tous les événements indésirables par semaine',
    es: 'Todos los acontecimientos adversos por semana',
    ja: '全有害事象(週別)',
  },

  // How to read the report
  '{period}, new': {
    de: '{period}, neu',
    fr: '{period}, nouveau',
    es: '{period}, nuevo',
    ja: '{period}、新規',
  },
  'Adverse events with AESER Y, whatever their severity.': {
    de: 'Unerwünschte Ereignisse mit AESER Y, gleich welchen Schweregrads.',
    fr: 'Événements indésirables avec AESER Y, quelle que soit leur intensité.',
    es: 'Acontecimientos adversos con AESER Y, sea cual sea su intensidad.',
    ja: 'AESERがYの有害事象(重症度を問わない)。',
  },
  'Adverse events with AESEV {severity}. An event without a severity is none of these.': {
    de: 'Unerwünschte Ereignisse mit AESEV {severity}. Ein Ereignis ohne Schweregrad zählt nicht dazu.',
    fr: 'Événements indésirables avec AESEV {severity}. Un événement sans intensité n’en fait pas partie.',
    es: 'Acontecimientos adversos con AESEV {severity}. Un acontecimiento sin intensidad no cuenta.',
    ja: 'AESEVが{severity}の有害事象。重症度のない事象は含みません。',
  },
  'Adverse events with AESEV {severity} or above. An event without a severity is none of these.': {
    de: 'Unerwünschte Ereignisse mit AESEV {severity} oder höher. Ein Ereignis ohne Schweregrad zählt nicht dazu.',
    fr: 'Événements indésirables avec AESEV {severity} ou plus. Un événement sans intensité n’en fait pas partie.',
    es: 'Acontecimientos adversos con AESEV {severity} o superior. Un acontecimiento sin intensidad no cuenta.',
    ja: 'AESEVが{severity}以上の有害事象。重症度のない事象は含みません。',
  },
  Fatal: { de: 'Tödlich', fr: 'Fatal', es: 'Mortal', ja: '死亡' },
  'Adverse events with AEOUT FATAL or AESDTH Y.': {
    de: 'Unerwünschte Ereignisse mit AEOUT FATAL oder AESDTH Y.',
    fr: 'Événements indésirables avec AEOUT FATAL ou AESDTH Y.',
    es: 'Acontecimientos adversos con AEOUT FATAL o AESDTH Y.',
    ja: 'AEOUTがFATALまたはAESDTHがYの有害事象。',
  },
  'Subjects with DTHFL Y or DTHDTC in DM, with DEATH in DS, or with a fatal event. New when the day of death, or that of a row that tells of it, is of the period: a death may be new in two reports. Told late: the last report did not know of it, and no day of the period tells of it.':
    {
      de: 'Teilnehmer mit DTHFL Y oder DTHDTC in DM, mit DEATH in DS oder mit einem tödlichen Ereignis. Neu, wenn der Todestag oder der Tag einer Zeile, die davon berichtet, im Zeitraum liegt: Ein Todesfall kann in zwei Berichten neu sein. Nachgemeldet: Der letzte Bericht kannte ihn nicht, und kein Tag des Zeitraums berichtet davon.',
      fr: 'Sujets avec DTHFL Y ou DTHDTC dans DM, avec DEATH dans DS, ou avec un événement fatal. Nouveau lorsque le jour du décès, ou celui d’une ligne qui en témoigne, est dans la période : un décès peut être nouveau dans deux rapports. Signalé tardivement : le dernier rapport l’ignorait et aucun jour de la période n’en témoigne.',
      es: 'Sujetos con DTHFL Y o DTHDTC en DM, con DEATH en DS, o con un acontecimiento mortal. Nueva cuando el día de la muerte, o el de una fila que la refiere, es del período: una muerte puede ser nueva en dos informes. Notificada tarde: el último informe no la conocía y ningún día del período la refiere.',
      ja: 'DMにDTHFL YまたはDTHDTC、DSにDEATH、または死亡に至った事象のある被験者。死亡日または死亡を示す行の日付が対象期間内であれば新規(2つの報告書で新規となる場合あり)。遅延報告:前回の報告書で把握されず、対象期間内の日付にも示されないもの。',
    },
  'Liver criteria': {
    de: 'Leberkriterien',
    fr: 'Critères hépatiques',
    es: 'Criterios hepáticos',
    ja: '肝機能基準',
  },
  'ALT or AST ≥ 3 × ULN, and bilirubin ≥ 2 × ULN: the result (LBSTRESN) against the upper limit of normal of the same result (LBSTNRHI).':
    {
      de: 'ALT oder AST ≥ 3 × ULN sowie Bilirubin ≥ 2 × ULN: das Ergebnis (LBSTRESN) gegenüber der Obergrenze des Normbereichs desselben Ergebnisses (LBSTNRHI).',
      fr: 'ALAT ou ASAT ≥ 3 × LSN, et bilirubine ≥ 2 × LSN : le résultat (LBSTRESN) rapporté à la limite supérieure de la normale du même résultat (LBSTNRHI).',
      es: 'ALT o AST ≥ 3 × LSN, y bilirrubina ≥ 2 × LSN: el resultado (LBSTRESN) frente al límite superior de la normalidad del mismo resultado (LBSTNRHI).',
      ja: 'ALTまたはAST ≥ 3 × ULN、およびビリルビン ≥ 2 × ULN:結果(LBSTRESN)と同じ結果の基準範囲上限(LBSTNRHI)との比。',
    },
  'Subjects who have met both criteria, on one day or not; new when the later of the two first results is of the period. Alkaline phosphatase and other causes are not judged here.':
    {
      de: 'Teilnehmer, die beide Kriterien erfüllt haben, am selben Tag oder nicht; neu, wenn das spätere der beiden ersten Ergebnisse im Zeitraum liegt. Alkalische Phosphatase und andere Ursachen werden hier nicht beurteilt.',
      fr: 'Sujets ayant rempli les deux critères, le même jour ou non ; nouveau si le plus tardif des deux premiers résultats est dans la période. Les phosphatases alcalines et autres causes ne sont pas évaluées ici.',
      es: 'Sujetos que cumplieron ambos criterios, el mismo día o no; nuevo si el último de los dos primeros resultados es del período. La fosfatasa alcalina y otras causas no se juzgan aquí.',
      ja: '両基準を満たした被験者(同日とは限らない)。2つの最初の結果のうち後のものが対象期間内であれば新規。ALPその他の原因はここでは判断しません。',
    },
  'A percentage is always of the whole that the note above its table names. Percentages have one decimal. A dash stands where there is no figure.':
    {
      de: 'Ein Prozentsatz bezieht sich immer auf die Gesamtheit, die der Hinweis über seiner Tabelle nennt. Prozentsätze haben eine Nachkommastelle. Ein Strich steht, wo es keine Zahl gibt.',
      fr: 'Un pourcentage porte toujours sur le total qu’indique la note au-dessus de son tableau. Les pourcentages ont une décimale. Un tiret signale l’absence de chiffre.',
      es: 'Un porcentaje es siempre del total que indica la nota sobre su tabla. Los porcentajes tienen un decimal. Un guion indica que no hay cifra.',
      ja: '割合の分母は常に表の上の注記に示すものです。割合は小数第1位まで示します。数値のない箇所はダッシュで示します。',
    },
  'No figure of this report is by arm. Texts are as they were received: for unblinded readers alone.': {
    de: 'Keine Zahl dieses Berichts ist nach Behandlungsarm. Texte stehen, wie sie eingingen: nur für entblindete Leser.',
    fr: 'Aucun chiffre de ce rapport n’est par bras. Les textes sont tels que reçus : réservés aux lecteurs non soumis à l’aveugle.',
    es: 'Ninguna cifra de este informe es por brazo. Los textos están tal como se recibieron: solo para lectores no enmascarados.',
    ja: '本報告書に治療群別の数値はありません。文書は受領したままであり、非盲検の読者に限ります。',
  },
  'Masked: no table, chart or text of this report tells which treatment a subject has.': {
    de: 'Verblindet: Keine Tabelle, kein Diagramm und kein Text dieses Berichts verrät, welche Behandlung ein Teilnehmer hat.',
    fr: 'Masqués : aucun tableau, graphique ou texte de ce rapport n’indique le traitement d’un sujet.',
    es: 'Enmascarados: ninguna tabla, gráfico ni texto de este informe revela el tratamiento de un sujeto.',
    ja: '盲検:本報告書の表、図および文書は、被験者の治療を明らかにしません。',
  },

  // Takeaways
  '{n#no serious event was|# serious event was|# serious events were} recorded {current}, {compared}, and {severeNow} {severe}; to date {serious} serious in {seriousSubjects## subject|# subjects} and {severeAll} {severe} in {severeSubjects## subject|# subjects}.':
    {
      de: '{n#Kein schwerwiegendes Ereignis wurde|# schwerwiegendes Ereignis wurde|# schwerwiegende Ereignisse wurden} {current} dokumentiert, {compared}, dazu {severeNow} {severe}; bis heute {serious} schwerwiegende bei {seriousSubjects## Teilnehmer|# Teilnehmern} und {severeAll} {severe} bei {severeSubjects## Teilnehmer|# Teilnehmern}.',
      fr: '{n#aucun événement grave|# événement grave|# événements graves} {current}, {compared}, et {severeNow} {severe} ; à ce jour {serious} graves chez {seriousSubjects## sujet|# sujets} et {severeAll} {severe} chez {severeSubjects## sujet|# sujets}.',
      es: '{n#ningún acontecimiento grave|# acontecimiento grave|# acontecimientos graves} {current}, {compared}, y {severeNow} {severe}; hasta la fecha {serious} graves en {seriousSubjects## sujeto|# sujetos} y {severeAll} {severe} en {severeSubjects## sujeto|# sujetos}.',
      ja: '{current}の重篤な有害事象は{n}件({compared})、{severe}は{severeNow}件。累計は重篤{seriousSubjects}例{serious}件、{severe}{severeSubjects}例{severeAll}件。',
    },
  'No death was recorded to date.': {
    de: 'Bis heute wurde kein Todesfall dokumentiert.',
    fr: 'Aucun décès n’a été enregistré à ce jour.',
    es: 'No se ha registrado ninguna muerte hasta la fecha.',
    ja: 'これまでに記録された死亡はありません。',
  },
  '{n#no death was|# death was|# deaths were} reported {current}; {toDate} to date.': {
    de: '{n#Kein Todesfall wurde|# Todesfall wurde|# Todesfälle wurden} {current} gemeldet; {toDate} bis heute.',
    fr: '{n#aucun décès signalé|# décès signalé|# décès signalés} {current} ; {toDate} à ce jour.',
    es: '{n#ninguna muerte notificada|# muerte notificada|# muertes notificadas} {current}; {toDate} hasta la fecha.',
    ja: '{current}の死亡報告は{n}件、累計{toDate}件。',
  },
  'no subject is a Hy’s law candidate; {signals#no criterion was|# criterion was|# criteria were} met for the first time {current}.':
    {
      de: 'Kein Teilnehmer ist Hy’s-Law-Kandidat; {signals#kein Kriterium wurde|# Kriterium wurde|# Kriterien wurden} {current} erstmals erfüllt.',
      fr: 'aucun sujet n’est candidat à la loi de Hy ; {signals#aucun critère rempli|# critère rempli|# critères remplis} pour la première fois {current}.',
      es: 'ningún sujeto es candidato a la ley de Hy; {signals#ningún criterio cumplido|# criterio cumplido|# criterios cumplidos} por primera vez {current}.',
      ja: 'Hyの法則の該当候補はいません。{current}に初めて満たされた基準は{signals}件。',
    },
  '{n## subject is a Hy’s law candidate|# subjects are Hy’s law candidates} ({new} new {current}); {signals#no criterion was|# criterion was|# criteria were} met for the first time {current}.':
    {
      de: '{n## Teilnehmer ist Hy’s-Law-Kandidat|# Teilnehmer sind Hy’s-Law-Kandidaten} ({new} neu {current}); {signals#kein Kriterium wurde|# Kriterium wurde|# Kriterien wurden} {current} erstmals erfüllt.',
      fr: '{n## sujet est candidat|# sujets sont candidats} à la loi de Hy ({new} nouveaux {current}) ; {signals#aucun critère rempli|# critère rempli|# critères remplis} pour la première fois {current}.',
      es: '{n## sujeto es candidato|# sujetos son candidatos} a la ley de Hy ({new} nuevos {current}); {signals#ningún criterio cumplido|# criterio cumplido|# criterios cumplidos} por primera vez {current}.',
      ja: 'Hyの法則の該当候補は{n}例({current}の新規 {new}例)。{current}に初めて満たされた基準は{signals}件。',
    },
  'No serious, {severe} or fatal event was recorded to date.': {
    de: 'Bis heute nicht dokumentiert: schwerwiegende, {severe} oder tödliche Ereignisse.',
    fr: 'Aucun événement grave, {severe} ou fatal n’a été enregistré à ce jour.',
    es: 'No se ha registrado ningún acontecimiento grave, {severe} o mortal hasta la fecha.',
    ja: 'これまでに重篤、{severe}または死亡の事象は記録されていません。',
  },
  '{n} serious, {severe} or fatal {n#events|event|events} to date in {subjects## subject|# subjects}, of {terms## preferred term|# preferred terms} in {classes## system organ class|# system organ classes}.':
    {
      de: 'Bis heute {n} schwerwiegende, {severe} oder tödliche Ereignisse bei {subjects## Teilnehmer|# Teilnehmern}, zu {terms## bevorzugten Begriff|# bevorzugten Begriffen} in {classes## Systemorganklasse|# Systemorganklassen}.',
      fr: '{n} événements graves, {severe} ou fatals à ce jour chez {subjects## sujet|# sujets}, de {terms## terme préférentiel|# termes préférentiels} dans {classes## classe d’organes|# classes d’organes}.',
      es: '{n} acontecimientos graves, {severe} o mortales hasta la fecha en {subjects## sujeto|# sujetos}, de {terms## término preferente|# términos preferentes} en {classes## clase de órganos|# clases de órganos}.',
      ja: '重篤、{severe}または死亡の事象は累計{subjects}例{n}件(基本語 {terms}、器官別大分類 {classes})。',
    },
  'Narratives are left out of this report by choice.': {
    de: 'Narrative sind in diesem Bericht auf Wunsch ausgelassen.',
    fr: 'Les narratifs sont omis de ce rapport par choix.',
    es: 'Las narrativas se omiten de este informe por elección.',
    ja: '本報告書では設定により症例経過を省略しています。',
  },
  '{n#no text was|# text was|# texts were} received {current} about the subjects whom this report lists.': {
    de: '{n#Kein Text ging|# Text ging|# Texte gingen} {current} zu den Teilnehmern dieses Berichts ein.',
    fr: '{n#aucun texte reçu|# texte reçu|# textes reçus} {current} sur les sujets cités dans ce rapport.',
    es: '{n#ningún texto recibido|# texto recibido|# textos recibidos} {current} sobre los sujetos de este informe.',
    ja: '{current}に本報告書の被験者に関する文書を{n}件受領。',
  },

  // Tiles
  '{n} to date in {subjects#no subject|# subject|# subjects}': {
    de: '{n} bis heute bei {subjects#keinem Teilnehmer|# Teilnehmer|# Teilnehmern}',
    fr: '{n} à ce jour chez {subjects#aucun sujet|# sujet|# sujets}',
    es: '{n} hasta la fecha en {subjects#ningún sujeto|# sujeto|# sujetos}',
    ja: '累計 {subjects}例{n}件',
  },
  'All adverse events': {
    de: 'Alle unerwünschten Ereignisse',
    fr: 'Tous les EI',
    es: 'Todos los AA',
    ja: '全有害事象',
  },
  '{n} of {randomised} randomised': {
    de: '{n} von {randomised} randomisierten',
    fr: '{n} sur {randomised} randomisés',
    es: '{n} de {randomised} aleatorizados',
    ja: 'ランダム化{randomised}例中 {n}例',
  },
  'Hy’s law candidates, new': {
    de: 'Hy’s-Law-Kandidaten, neu',
    fr: 'Candidats loi de Hy, nouveaux',
    es: 'Candidatos ley de Hy, nuevos',
    ja: 'Hyの法則候補(新規)',
  },
  'Liver signals, new': {
    de: 'Lebersignale, neu',
    fr: 'Signaux hépatiques, nouveaux',
    es: 'Señales hepáticas, nuevas',
    ja: '肝機能シグナル(新規)',
  },
  '{n#no subject|# subject|# subjects} ALT/AST, {bilirubin} BILI to date': {
    de: '{n#kein|#|#} ALT/AST, {bilirubin} BILI bis heute',
    fr: '{n} ALAT/ASAT, {bilirubin} BILI à ce jour',
    es: '{n} ALT/AST, {bilirubin} BILI hasta la fecha',
    ja: '累計 ALT/AST {n}例、BILI {bilirubin}例',
  },
  'Narratives received': {
    de: 'Narrative eingegangen',
    fr: 'Narratifs reçus',
    es: 'Narrativas recibidas',
    ja: '受領した症例経過',
  },
  'about the subjects of this report': {
    de: 'zu Teilnehmern dieses Berichts',
    fr: 'sur les sujets de ce rapport',
    es: 'sobre los sujetos del informe',
    ja: '本報告書の被験者',
  },
  'left out by choice': {
    de: 'auf Wunsch ausgelassen',
    fr: 'omis par choix',
    es: 'omitidas por elección',
    ja: '設定により省略',
  },

  // Tables
  'Serious, {severe} or fatal': {
    de: 'Schwerwiegende, {severe} oder tödliche',
    fr: 'Graves, {severe} ou fatals',
    es: 'Graves, {severe} o mortales',
    ja: '重篤、{severe}または死亡',
  },
  'Events by AESER, AESEV and AEOUT; an event may be in several lines. Percentages of the {n} subjects randomised.':
    {
      de: 'Ereignisse nach AESER, AESEV und AEOUT; ein Ereignis kann in mehreren Zeilen stehen. Prozentsätze der {n} randomisierten Teilnehmer.',
      fr: 'Événements par AESER, AESEV et AEOUT ; un événement peut figurer sur plusieurs lignes. Pourcentages des {n} sujets randomisés.',
      es: 'Acontecimientos por AESER, AESEV y AEOUT; uno puede figurar en varias líneas. Porcentajes de los {n} sujetos aleatorizados.',
      ja: 'AESER、AESEVおよびAEOUTによる件数(複数行に該当する場合あり)。割合の分母はランダム化{n}例。',
    },
  'Events {current}': {
    de: 'Ereignisse {current}',
    fr: 'Événements {current}',
    es: 'Acontec. {current}',
    ja: '{current}件数',
  },
  'Subjects {current}': {
    de: 'Teilnehmer {current}',
    fr: 'Sujets {current}',
    es: 'Sujetos {current}',
    ja: '{current}例数',
  },
  'Events to date': {
    de: 'Ereignisse bis heute',
    fr: 'Événements à ce jour',
    es: 'Acontec. hasta la fecha',
    ja: '累計件数',
  },
  'Subjects to date': {
    de: 'Teilnehmer bis heute',
    fr: 'Sujets à ce jour',
    es: 'Sujetos hasta la fecha',
    ja: '累計例数',
  },
  New: { de: 'Neu', fr: 'Nouveau', es: 'Nuevo', ja: '新規' },
  End: { de: 'Ende', fr: 'Fin', es: 'Fin', ja: '終了日' },
  'Serious because of': {
    de: 'Schwerwiegend wegen',
    fr: 'Grave en raison de',
    es: 'Grave debido a',
    ja: '重篤の理由',
  },
  'Action taken': { de: 'Maßnahme', fr: 'Mesure prise', es: 'Medida tomada', ja: '処置' },
  'The newest first; new are those of this report’s period.': {
    de: 'Die neuesten zuerst; neu sind die des Zeitraums dieses Berichts.',
    fr: 'Les plus récents d’abord ; nouveaux sont ceux de la période de ce rapport.',
    es: 'Los más recientes primero; nuevos son los del período de este informe.',
    ja: '新しい順。新規は本報告書の対象期間のもの。',
  },
  'Severe events': {
    de: 'Schwere Ereignisse',
    fr: 'Événements sévères',
    es: 'Acontecimientos intensos',
    ja: '高度の有害事象',
  },
  'Listing: {severe} or fatal events that are not marked serious, to date': {
    de: 'Liste: {severe} oder tödliche Ereignisse, die nicht als schwerwiegend gekennzeichnet sind, bis heute',
    fr: 'Liste : événements {severe} ou fatals non marqués graves, à ce jour',
    es: 'Listado: acontecimientos {severe} o mortales no marcados como graves, hasta la fecha',
    ja: '一覧:重篤とされていない{severe}または死亡の事象(累計)',
  },
  'No {severe} or fatal event was recorded to date that is not marked serious.': {
    de: 'Bis heute nicht dokumentiert: {severe} oder tödliche Ereignisse, die nicht als schwerwiegend gekennzeichnet sind.',
    fr: 'Aucun événement {severe} ou fatal non marqué grave n’a été enregistré à ce jour.',
    es: 'No se ha registrado hasta la fecha ningún acontecimiento {severe} o mortal no marcado como grave.',
    ja: '重篤とされていない{severe}または死亡の事象は記録されていません。',
  },
  'Listing: deaths to date': {
    de: 'Liste: Todesfälle bis heute',
    fr: 'Liste : décès à ce jour',
    es: 'Listado: muertes hasta la fecha',
    ja: '一覧:死亡(累計)',
  },
  'Subjects, from DM (DTHFL, DTHDTC), DS (DEATH) and fatal adverse events. The day is that of DTHDTC, else of DS, else of AE.':
    {
      de: 'Teilnehmer, aus DM (DTHFL, DTHDTC), DS (DEATH) und tödlichen unerwünschten Ereignissen. Der Tag ist der von DTHDTC, sonst von DS, sonst von AE.',
      fr: 'Sujets, d’après DM (DTHFL, DTHDTC), DS (DEATH) et les événements indésirables fatals. Le jour est celui de DTHDTC, sinon de DS, sinon d’AE.',
      es: 'Sujetos, según DM (DTHFL, DTHDTC), DS (DEATH) y acontecimientos adversos mortales. El día es el de DTHDTC; si no, de DS; si no, de AE.',
      ja: '被験者(DMのDTHFL・DTHDTC、DSのDEATH、死亡に至った有害事象による)。日付はDTHDTC、なければDS、なければAE。',
    },
  'Day of death': { de: 'Todestag', fr: 'Jour du décès', es: 'Día de la muerte', ja: '死亡日' },
  'Told by': { de: 'Quelle', fr: 'Source', es: 'Fuente', ja: '情報源' },
  'no day': { de: 'kein Tag', fr: 'sans jour', es: 'sin día', ja: '日付なし' },
  'Fatal event not marked serious': {
    de: 'Tödliches Ereignis nicht als schwerwiegend gekennzeichnet',
    fr: 'Événement fatal non marqué grave',
    es: 'Acontecimiento mortal no marcado como grave',
    ja: '死亡事象が重篤とされていない',
  },
  Liver: { de: 'Leber', fr: 'Foie', es: 'Hígado', ja: '肝機能' },
  'Results and subjects': {
    de: 'Ergebnisse und Teilnehmer',
    fr: 'Résultats et sujets',
    es: 'Resultados y sujetos',
    ja: '結果数および例数',
  },
  'ULN: upper limit of normal of the result itself. The criteria are ALT or AST ≥ 3 × ULN and bilirubin ≥ 2 × ULN; a candidate has met both, on one day or not.':
    {
      de: 'ULN: Obergrenze des Normbereichs des Ergebnisses selbst. Die Kriterien sind ALT oder AST ≥ 3 × ULN und Bilirubin ≥ 2 × ULN; ein Kandidat hat beide erfüllt, am selben Tag oder nicht.',
      fr: 'LSN : limite supérieure de la normale du résultat lui-même. Les critères sont ALAT ou ASAT ≥ 3 × LSN et bilirubine ≥ 2 × LSN ; un candidat a rempli les deux, le même jour ou non.',
      es: 'LSN: límite superior de la normalidad del propio resultado. Los criterios son ALT o AST ≥ 3 × LSN y bilirrubina ≥ 2 × LSN; un candidato cumplió ambos, el mismo día o no.',
      ja: 'ULN:当該結果の基準範囲上限。基準はALTまたはAST ≥ 3 × ULN、およびビリルビン ≥ 2 × ULN。該当候補は両方を満たした者(同日とは限らない)。',
    },
  'Results that meet a criterion': {
    de: 'Ergebnisse, die ein Kriterium erfüllen',
    fr: 'Résultats remplissant un critère',
    es: 'Resultados que cumplen un criterio',
    ja: '基準に該当する結果',
  },
  'Criteria met by a subject for the first time': {
    de: 'Erstmals von einem Teilnehmer erfüllte Kriterien',
    fr: 'Critères remplis par un sujet pour la première fois',
    es: 'Criterios cumplidos por un sujeto por primera vez',
    ja: '被験者が初めて満たした基準',
  },
  'Listing: Hy’s law candidates to date': {
    de: 'Liste: Hy’s-Law-Kandidaten bis heute',
    fr: 'Liste : candidats à la loi de Hy à ce jour',
    es: 'Listado: candidatos a la ley de Hy hasta la fecha',
    ja: '一覧:Hyの法則の該当候補(累計)',
  },
  'The first results that met the criteria. New: the second of them is of the period.': {
    de: 'Die ersten Ergebnisse, die die Kriterien erfüllten. Neu: das zweite davon liegt im Zeitraum.',
    fr: 'Les premiers résultats ayant rempli les critères. Nouveau : le second est dans la période.',
    es: 'Los primeros resultados que cumplieron los criterios. Nuevo: el segundo es del período.',
    ja: '基準を満たした最初の結果。新規:2つ目が対象期間内。',
  },
  'No subject has met both criteria.': {
    de: 'Kein Teilnehmer hat beide Kriterien erfüllt.',
    fr: 'Aucun sujet n’a rempli les deux critères.',
    es: 'Ningún sujeto ha cumplido ambos criterios.',
    ja: '両基準を満たした被験者はいません。',
  },
  'Both since': { de: 'Beide seit', fr: 'Les deux depuis', es: 'Ambos desde', ja: '両基準該当日' },
  'Days apart': { de: 'Tage Abstand', fr: 'Écart, jours', es: 'Días de diferencia', ja: '日数差' },
  'ALT or AST': { de: 'ALT oder AST', fr: 'ALAT ou ASAT', es: 'ALT o AST', ja: 'ALTまたはAST' },
  'Highest × ULN': { de: 'Höchstes × ULN', fr: 'Max. × LSN', es: 'Máximo × LSN', ja: '最高 × ULN' },
  Bilirubin: { de: 'Bilirubin', fr: 'Bilirubine', es: 'Bilirrubina', ja: 'ビリルビン' },
  'Listing: subjects who met a criterion, to date': {
    de: 'Liste: Teilnehmer, die ein Kriterium erfüllten, bis heute',
    fr: 'Liste : sujets ayant rempli un critère, à ce jour',
    es: 'Listado: sujetos que cumplieron un criterio, hasta la fecha',
    ja: '一覧:基準を満たした被験者(累計)',
  },
  'For each subject and criterion the first result that met it; of one day the highest.': {
    de: 'Je Teilnehmer und Kriterium das erste Ergebnis, das es erfüllte; von einem Tag das höchste.',
    fr: 'Par sujet et critère, le premier résultat qui l’a rempli ; d’un même jour, le plus élevé.',
    es: 'Por sujeto y criterio, el primer resultado que lo cumplió; de un mismo día, el más alto.',
    ja: '被験者・基準ごとに最初に満たした結果(同日は最高値)。',
  },
  'No subject has met a criterion.': {
    de: 'Kein Teilnehmer hat ein Kriterium erfüllt.',
    fr: 'Aucun sujet n’a rempli de critère.',
    es: 'Ningún sujeto ha cumplido un criterio.',
    ja: '基準を満たした被験者はいません。',
  },
  'Liver results': {
    de: 'Leberergebnisse',
    fr: 'Résultats hépatiques',
    es: 'Resultados hepáticos',
    ja: '肝機能検査結果',
  },
  'Listing: results that met a criterion': {
    de: 'Liste: Ergebnisse, die ein Kriterium erfüllten',
    fr: 'Liste : résultats ayant rempli un critère',
    es: 'Listado: resultados que cumplieron un criterio',
    ja: '一覧:基準に該当した結果',
  },
  'All of the Hy’s law candidates to date, and those of the other subjects {current}.': {
    de: 'Alle der Hy’s-Law-Kandidaten bis heute und die der anderen Teilnehmer {current}.',
    fr: 'Tous ceux des candidats à la loi de Hy à ce jour, et ceux des autres sujets {current}.',
    es: 'Todos los de los candidatos a la ley de Hy hasta la fecha, y los de los demás sujetos {current}.',
    ja: 'Hyの法則の該当候補は累計の全結果、その他の被験者は{current}の結果。',
  },
  'No such result.': {
    de: 'Kein solches Ergebnis.',
    fr: 'Aucun résultat de ce type.',
    es: 'Ningún resultado de este tipo.',
    ja: '該当する結果はありません。',
  },
  Candidate: { de: 'Kandidat', fr: 'Candidat', es: 'Candidato', ja: '該当候補' },
  'To date, those with a serious, {severe} or fatal event, most subjects first; percentages of the {n} subjects randomised. A subject counts once a line.':
    {
      de: 'Bis heute, schwerwiegende, {severe} oder tödliche Ereignisse, die meisten Teilnehmer zuerst; Prozentsätze der {n} randomisierten Teilnehmer. Ein Teilnehmer zählt je Zeile einmal.',
      fr: 'À ce jour, avec un événement grave, {severe} ou fatal, par nombre décroissant de sujets ; pourcentages des {n} sujets randomisés. Un sujet compte une fois par ligne.',
      es: 'Hasta la fecha, con un acontecimiento grave, {severe} o mortal, de más a menos sujetos; porcentajes de los {n} sujetos aleatorizados. Cada sujeto cuenta una vez por línea.',
      ja: '累計、重篤・{severe}・死亡の事象のあるもの、例数の多い順。割合の分母はランダム化{n}例。1行につき1例は1回計数。',
    },
  'Serious, subjects': {
    de: 'Schwerwiegend, Teilnehmer',
    fr: 'Graves, sujets',
    es: 'Graves, sujetos',
    ja: '重篤、例数',
  },
  '{severe}, subjects': {
    de: '{severe}, Teilnehmer',
    fr: '{severe}, sujets',
    es: '{severe}, sujetos',
    ja: '{severe}、例数',
  },
  'Any of these, subjects': {
    de: 'Eines davon, Teilnehmer',
    fr: 'L’un de ceux-ci, sujets',
    es: 'Cualquiera, sujetos',
    ja: 'いずれか、例数',
  },
  'Any of these, events': {
    de: 'Eines davon, Ereignisse',
    fr: 'L’un de ceux-ci, événements',
    es: 'Cualquiera, acontecimientos',
    ja: 'いずれか、件数',
  },
  'All, subjects': { de: 'Alle, Teilnehmer', fr: 'Tous, sujets', es: 'Todos, sujetos', ja: '全体、例数' },
  'What the charts show, each week alone. The last week is the period itself.': {
    de: 'Was die Diagramme zeigen, jede Woche für sich. Die letzte Woche ist der Zeitraum selbst.',
    fr: 'Ce que montrent les graphiques, semaine par semaine. La dernière semaine est la période elle-même.',
    es: 'Lo que muestran los gráficos, cada semana por separado. La última semana es el propio período.',
    ja: '図の数値(週ごと)。最後の週が対象期間。',
  },

  // The mail
  'Severe adverse events': {
    de: 'Schwere unerwünschte Ereignisse',
    fr: 'Événements indésirables sévères',
    es: 'Acontecimientos adversos intensos',
    ja: '高度の有害事象',
  },
  "Hy's law candidates to date": {
    de: 'Hy’s-Law-Kandidaten bis heute',
    fr: 'Candidats à la loi de Hy à ce jour',
    es: 'Candidatos a la ley de Hy hasta la fecha',
    ja: 'Hyの法則の該当候補(累計)',
  },
  '{n## death|# deaths} in the period.': {
    de: '{n## Todesfall|# Todesfälle} im Zeitraum.',
    fr: '{n## décès|# décès} dans la période.',
    es: '{n## muerte|# muertes} en el período.',
    ja: '期間中の死亡 {n}件。',
  },
  '{n## death|# deaths} of earlier days, not known to the last report.': {
    de: '{n## Todesfall|# Todesfälle} früherer Tage, dem letzten Bericht nicht bekannt.',
    fr: '{n## décès|# décès} de jours antérieurs, ignorés du dernier rapport.',
    es: '{n## muerte|# muertes} de días anteriores, no conocidas en el último informe.',
    ja: '前回の報告書で把握されていない、以前の日付の死亡 {n}件。',
  },
  '{n## serious adverse event|# serious adverse events} of earlier days, not counted in the last report.': {
    de: '{n## schwerwiegendes unerwünschtes Ereignis|# schwerwiegende unerwünschte Ereignisse} früherer Tage, im letzten Bericht nicht gezählt.',
    fr: '{n## événement indésirable grave|# événements indésirables graves} de jours antérieurs, non comptés dans le dernier rapport.',
    es: '{n## acontecimiento adverso grave|# acontecimientos adversos graves} de días anteriores, no contados en el último informe.',
    ja: '前回の報告書に計上されていない、以前の日付の重篤な有害事象 {n}件。',
  },
  '{n## fatal adverse event|# fatal adverse events} of earlier days, not counted in the last report.': {
    de: '{n## tödliches unerwünschtes Ereignis|# tödliche unerwünschte Ereignisse} früherer Tage, im letzten Bericht nicht gezählt.',
    fr: '{n## événement indésirable fatal|# événements indésirables fatals} de jours antérieurs, non comptés dans le dernier rapport.',
    es: '{n## acontecimiento adverso mortal|# acontecimientos adversos mortales} de días anteriores, no contados en el último informe.',
    ja: '前回の報告書に計上されていない、以前の日付の死亡に至った有害事象 {n}件。',
  },
  "{n## new Hy's law candidate|# new Hy's law candidates} in the period.": {
    de: '{n## neuer Hy’s-Law-Kandidat|# neue Hy’s-Law-Kandidaten} im Zeitraum.',
    fr: '{n## nouveau candidat|# nouveaux candidats} à la loi de Hy dans la période.',
    es: '{n## nuevo candidato|# nuevos candidatos} a la ley de Hy en el período.',
    ja: '期間中のHyの法則の新規該当候補 {n}例。',
  },
  '{n## death of earlier days was|# deaths of earlier days were} not known to the last report: {names}.': {
    de: '{n## Todesfall früherer Tage war|# Todesfälle früherer Tage waren} dem letzten Bericht nicht bekannt: {names}.',
    fr: '{n## décès de jours antérieurs était ignoré|# décès de jours antérieurs étaient ignorés} du dernier rapport : {names}.',
    es: '{n## muerte de días anteriores no se conocía|# muertes de días anteriores no se conocían} en el último informe: {names}.',
    ja: '以前の日付の死亡{n}件が前回の報告書で把握されていません:{names}。',
  },
} as const satisfies Texts;

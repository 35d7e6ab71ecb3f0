/** What changed since the report last delivered. */
import type { Texts } from '../message.ts';

export const CHANGES = {
  'This is the first report of this subscription: there is nothing to compare it with.': {
    de: 'Dies ist der erste Bericht dieses Abonnements: Es gibt nichts zum Vergleichen.',
    fr: 'C’est le premier rapport de cet abonnement : il n’y a rien à quoi le comparer.',
    es: 'Este es el primer informe de esta suscripción: no hay nada con qué compararlo.',
    ja: 'この購読の最初の報告書であり、比較対象はありません。',
  },
  'This report was made on demand: it is not compared with an earlier one.': {
    de: 'Dieser Bericht wurde auf Anforderung erstellt: Er wird mit keinem früheren verglichen.',
    fr: 'Ce rapport a été établi à la demande : il n’est pas comparé à un rapport antérieur.',
    es: 'Este informe se hizo a petición: no se compara con ninguno anterior.',
    ja: '本報告書は個別の依頼により作成されたもので、以前の報告書との比較は行いません。',
  },
  'The data of the last report are no longer kept: there is nothing to compare with.': {
    de: 'Die Daten des letzten Berichts werden nicht mehr aufbewahrt: Es gibt nichts zum Vergleichen.',
    fr: 'Les données du dernier rapport ne sont plus conservées : il n’y a rien à quoi comparer.',
    es: 'Los datos del último informe ya no se conservan: no hay nada con qué comparar.',
    ja: '前回の報告書のデータは保存期間を過ぎており、比較対象はありません。',
  },
  'The data of the last report are damaged: there is nothing to compare with.': {
    de: 'Die Daten des letzten Berichts sind beschädigt: Es gibt nichts zum Vergleichen.',
    fr: 'Les données du dernier rapport sont endommagées : il n’y a rien à quoi comparer.',
    es: 'Los datos del último informe están dañados: no hay nada con qué comparar.',
    ja: '前回の報告書のデータは破損しており、比較対象はありません。',
  },
  '{n} new': { de: '{n} neu', fr: '{n} nouveaux', es: '{n} nuevos', ja: '新規 {n}' },
  '{n} entered late': {
    de: '{n} nachgetragen',
    fr: '{n} saisis tardivement',
    es: '{n} introducidos con retraso',
    ja: '遅延入力 {n}',
  },
  '{n} by correction': {
    de: '{n} durch Korrektur',
    fr: '{n} par correction',
    es: '{n} por corrección',
    ja: '修正による追加 {n}',
  },
  '{n} removed': { de: '{n} entfernt', fr: '{n} supprimés', es: '{n} eliminados', ja: '削除 {n}' },
  '{n} corrected away': {
    de: '{n} durch Korrektur entfallen',
    fr: '{n} retirés par correction',
    es: '{n} retirados por corrección',
    ja: '修正による除外 {n}',
  },
  '{figure}: {move}.': {
    de: '{figure}: {move}.',
    fr: '{figure} : {move}.',
    es: '{figure}: {move}.',
    ja: '{figure}:{move}。',
  },
  '{figure}: {move} ({why}).': {
    de: '{figure}: {move} ({why}).',
    fr: '{figure} : {move} ({why}).',
    es: '{figure}: {move} ({why}).',
    ja: '{figure}:{move}({why})。',
  },
  '{moves}.': { de: '{moves}.', fr: '{moves}.', es: '{moves}.', ja: '{moves}。' },
  '{period}, as told in the last report → as known now: {moves}.': {
    de: '{period}, wie im letzten Bericht genannt → wie jetzt bekannt: {moves}.',
    fr: '{period}, selon le dernier rapport → selon les données actuelles : {moves}.',
    es: '{period}, según el último informe → según se sabe ahora: {moves}.',
    ja: '{period}(前回の報告 → 現在):{moves}。',
  },
  '{n## row was|# rows were} added: {domains}.': {
    de: '{n## Zeile kam|# Zeilen kamen} hinzu: {domains}.',
    fr: '{n## ligne ajoutée|# lignes ajoutées} : {domains}.',
    es: '{n## fila añadida|# filas añadidas}: {domains}.',
    ja: '追加された行 {n}件:{domains}。',
  },
  '{n## row was|# rows were} changed: {domains}.': {
    de: '{n## Zeile wurde|# Zeilen wurden} geändert: {domains}.',
    fr: '{n## ligne modifiée|# lignes modifiées} : {domains}.',
    es: '{n## fila modificada|# filas modificadas}: {domains}.',
    ja: '変更された行 {n}件:{domains}。',
  },
  '{n## row was|# rows were} removed: {domains}.': {
    de: '{n## Zeile wurde|# Zeilen wurden} entfernt: {domains}.',
    fr: '{n## ligne supprimée|# lignes supprimées} : {domains}.',
    es: '{n## fila eliminada|# filas eliminadas}: {domains}.',
    ja: '削除された行 {n}件:{domains}。',
  },
  '{n## added row is|# added rows are} late, of days before this report’s period: {domains}.': {
    de: '{n## hinzugekommene Zeile ist nachgetragen|# hinzugekommene Zeilen sind nachgetragen}, von Tagen vor dem Zeitraum dieses Berichts: {domains}.',
    fr: '{n## ligne ajoutée est tardive|# lignes ajoutées sont tardives}, de jours antérieurs à la période de ce rapport : {domains}.',
    es: '{n## fila añadida es tardía|# filas añadidas son tardías}, de días anteriores al período de este informe: {domains}.',
    ja: '追加行のうち{n}件は遅延入力(本報告書の対象期間より前の日付):{domains}。',
  },
  'Not in the last report, so that all their rows count as added: sites {sites}.': {
    de: 'Nicht im letzten Bericht, sodass alle ihre Zeilen als neu zählen: Zentren {sites}.',
    fr: 'Absents du dernier rapport, si bien que toutes leurs lignes comptent comme ajoutées : centres {sites}.',
    es: 'No estaban en el último informe, por lo que todas sus filas cuentan como añadidas: centros {sites}.',
    ja: '前回の報告書に含まれず、全行が追加として数えられる施設:{sites}。',
  },
  'Of the rows that changed, {listed} are listed one by one and {more} more are counted only: {domains}.': {
    de: 'Von den geänderten Zeilen sind {listed} einzeln aufgeführt und {more} weitere nur gezählt: {domains}.',
    fr: 'Parmi les lignes modifiées, {listed} sont listées une à une et {more} autres seulement comptées : {domains}.',
    es: 'De las filas que cambiaron, {listed} se enumeran una a una y otras {more} solo se cuentan: {domains}.',
    ja: '変更された行のうち{listed}件を個別に一覧、ほか{more}件は件数のみ:{domains}。',
  },
  'Nothing has changed since the last report.': {
    de: 'Seit dem letzten Bericht hat sich nichts geändert.',
    fr: 'Rien n’a changé depuis le dernier rapport.',
    es: 'Nada ha cambiado desde el último informe.',
    ja: '前回の報告書から変更はありません。',
  },
  'No row has changed since the last report.': {
    de: 'Seit dem letzten Bericht hat sich keine Zeile geändert.',
    fr: 'Aucune ligne n’a changé depuis le dernier rapport.',
    es: 'Ninguna fila ha cambiado desde el último informe.',
    ja: '前回の報告書から変更された行はありません。',
  },
  'No row changed since the last report.': {
    de: 'Seit dem letzten Bericht hat sich keine Zeile geändert.',
    fr: 'Aucune ligne n’a changé depuis le dernier rapport.',
    es: 'Ninguna fila ha cambiado desde el último informe.',
    ja: '前回の報告書から変更された行はありません。',
  },
  '{added#no row was|# row was|# rows were} added ({late} of them late), {changed} changed and {removed} removed since the last report.':
    {
      de: 'Seit dem letzten Bericht: {added#keine Zeile|# Zeile|# Zeilen} hinzugekommen (davon {late} nachgetragen), {changed} geändert und {removed} entfernt.',
      fr: 'Depuis le dernier rapport : {added#aucune ligne ajoutée|# ligne ajoutée|# lignes ajoutées} (dont {late} tardives), {changed} modifiées et {removed} supprimées.',
      es: 'Desde el último informe: {added#ninguna fila añadida|# fila añadida|# filas añadidas} ({late} de ellas tardías), {changed} modificadas y {removed} eliminadas.',
      ja: '前回の報告書から、追加 {added}行(うち遅延入力 {late}行)、変更 {changed}行、削除 {removed}行。',
    },
  '{n## more sentence stands|# more sentences stand} under Changes.': {
    de: '{n## weiterer Satz steht|# weitere Sätze stehen} unter Änderungen.',
    fr: '{n## autre phrase figure|# autres phrases figurent} sous Modifications.',
    es: '{n## frase más figura|# frases más figuran} en Cambios.',
    ja: 'ほか{n}件は「変更点」に記載。',
  },
  'Told late': { de: 'Nachgemeldet', fr: 'Signalé tardivement', es: 'Notificado tarde', ja: '遅延報告' },
  '{term} ({subject}, site unknown)': {
    de: '{term} ({subject}, Zentrum unbekannt)',
    fr: '{term} ({subject}, centre inconnu)',
    es: '{term} ({subject}, centro desconocido)',
    ja: '{term}({subject}、施設不明)',
  },
  '{n## fatal adverse event of days before this report’s period was|# fatal adverse events of days before this report’s period were} not counted in the last report: {names}.':
    {
      de: '{n## tödliches unerwünschtes Ereignis von Tagen vor dem Zeitraum dieses Berichts war|# tödliche unerwünschte Ereignisse von Tagen vor dem Zeitraum dieses Berichts waren} im letzten Bericht nicht gezählt: {names}.',
      fr: '{n## événement indésirable fatal antérieur à la période de ce rapport n’était pas compté|# événements indésirables fatals antérieurs à la période de ce rapport n’étaient pas comptés} dans le dernier rapport : {names}.',
      es: '{n## acontecimiento adverso mortal anterior al período de este informe no se contó|# acontecimientos adversos mortales anteriores al período de este informe no se contaron} en el último informe: {names}.',
      ja: '本報告書の対象期間より前の死亡に至った有害事象{n}件が、前回の報告書に計上されていません:{names}。',
    },
  '{n## serious adverse event of days before this report’s period was|# serious adverse events of days before this report’s period were} not counted in the last report: {names}.':
    {
      de: '{n## schwerwiegendes unerwünschtes Ereignis von Tagen vor dem Zeitraum dieses Berichts war|# schwerwiegende unerwünschte Ereignisse von Tagen vor dem Zeitraum dieses Berichts waren} im letzten Bericht nicht gezählt: {names}.',
      fr: '{n## événement indésirable grave antérieur à la période de ce rapport n’était pas compté|# événements indésirables graves antérieurs à la période de ce rapport n’étaient pas comptés} dans le dernier rapport : {names}.',
      es: '{n## acontecimiento adverso grave anterior al período de este informe no se contó|# acontecimientos adversos graves anteriores al período de este informe no se contaron} en el último informe: {names}.',
      ja: '本報告書の対象期間より前の重篤な有害事象{n}件が、前回の報告書に計上されていません:{names}。',
    },
  '{n## death of days before this report’s period was|# deaths of days before this report’s period were} not counted in the last report: {names}.':
    {
      de: '{n## Todesfall von Tagen vor dem Zeitraum dieses Berichts war|# Todesfälle von Tagen vor dem Zeitraum dieses Berichts waren} im letzten Bericht nicht gezählt: {names}.',
      fr: '{n## décès antérieur à la période de ce rapport n’était pas compté|# décès antérieurs à la période de ce rapport n’étaient pas comptés} dans le dernier rapport : {names}.',
      es: '{n## muerte anterior al período de este informe no se contó|# muertes anteriores al período de este informe no se contaron} en el último informe: {names}.',
      ja: '本報告書の対象期間より前の死亡{n}件が、前回の報告書に計上されていません:{names}。',
    },

  // Tables
  'Rows of the cut against the cut last delivered to this subscription. Late: of the added ones, those of a day before this report’s period.':
    {
      de: 'Zeilen des Datenschnitts gegenüber dem zuletzt an dieses Abonnement gelieferten. Nachgetragen: von den neuen jene eines Tages vor dem Zeitraum dieses Berichts.',
      fr: 'Lignes du gel par rapport au dernier gel livré à cet abonnement. Tardives : parmi les lignes ajoutées, celles d’un jour antérieur à la période de ce rapport.',
      es: 'Filas del corte frente al último entregado a esta suscripción. Tardías: de las añadidas, las de un día anterior al período de este informe.',
      ja: '本カットの行と、この購読に前回配信したカットとの比較。遅延:追加行のうち、本報告書の対象期間より前の日付のもの。',
    },
  'Arms are not compared, nor is exposure (EX).': {
    de: 'Behandlungsarme werden nicht verglichen, ebenso wenig die Exposition (EX).',
    fr: 'Les bras ne sont pas comparés, ni l’exposition (EX).',
    es: 'No se comparan los brazos ni la exposición (EX).',
    ja: '治療群および投与状況(EX)は比較しません。',
  },
  'Figures that moved': {
    de: 'Geänderte Kennzahlen',
    fr: 'Chiffres modifiés',
    es: 'Cifras que variaron',
    ja: '変動した数値',
  },
  'To date: as in the last report, and now. Of the last report’s days: as it told them, and as they are known now. Came and went: rows that a figure counts now and did not, and the other way.':
    {
      de: 'Bis heute: wie im letzten Bericht und jetzt. Von den Tagen des letzten Berichts: wie er sie nannte und wie sie jetzt bekannt sind. Gekommen und gegangen: Zeilen, die eine Kennzahl jetzt zählt und vorher nicht, und umgekehrt.',
      fr: 'À ce jour : selon le dernier rapport, et maintenant. Pour les jours du dernier rapport : tels qu’il les donnait, et tels que connus maintenant. Entrées et sorties : lignes qu’un chiffre compte maintenant et ne comptait pas, et inversement.',
      es: 'Hasta la fecha: según el último informe y ahora. De los días del último informe: como los contó y como se conocen ahora. Entradas y salidas: filas que una cifra cuenta ahora y antes no, y al revés.',
      ja: '累計:前回の報告書と現在。前回の報告対象日:当時の報告と現在の値。増・減:数値に新たに含まれた行、および含まれなくなった行。',
    },
  'No figure moved.': {
    de: 'Keine Kennzahl hat sich geändert.',
    fr: 'Aucun chiffre n’a changé.',
    es: 'Ninguna cifra ha variado.',
    ja: '変動した数値はありません。',
  },
  Path: { de: 'Pfad', fr: 'Chemin', es: 'Ruta', ja: 'パス' },
  Of: { de: 'Von', fr: 'De', es: 'De', ja: '対象' },
  Before: { de: 'Vorher', fr: 'Avant', es: 'Antes', ja: '前回' },
  Now: { de: 'Jetzt', fr: 'Maintenant', es: 'Ahora', ja: '今回' },
  Came: { de: 'Gekommen', fr: 'Entrées', es: 'Entradas', ja: '増' },
  Went: { de: 'Gegangen', fr: 'Sorties', es: 'Salidas', ja: '減' },
  Late: { de: 'Nachgetragen', fr: 'Tardives', es: 'Tardías', ja: '遅延' },
  'row§New': { de: 'Neu', fr: 'Nouvelle', es: 'Nueva', ja: '新規' },
  'Changed rows': { de: 'Geänderte Zeilen', fr: 'Lignes modifiées', es: 'Filas modificadas', ja: '変更行' },
  'Listing: changes row by row': {
    de: 'Liste: Änderungen Zeile für Zeile',
    fr: 'Liste : modifications ligne par ligne',
    es: 'Listado: cambios fila por fila',
    ja: '一覧:行ごとの変更',
  },
  'Removed and changed rows first, then late ones, then new ones. Late: new to the cut, of a day before this report’s period.':
    {
      de: 'Zuerst entfernte und geänderte Zeilen, dann nachgetragene, dann neue. Nachgetragen: neu im Datenschnitt, von einem Tag vor dem Zeitraum dieses Berichts.',
      fr: 'D’abord les lignes supprimées et modifiées, puis les tardives, puis les nouvelles. Tardive : nouvelle dans le gel, d’un jour antérieur à la période de ce rapport.',
      es: 'Primero las filas eliminadas y modificadas, luego las tardías y las nuevas. Tardía: nueva en el corte, de un día anterior al período de este informe.',
      ja: '削除・変更、遅延、新規の順。遅延:カットに新たに加わった、本報告書の対象期間より前の日付の行。',
    },
  'Variables that hold arms are left out, and so is exposure (EX).': {
    de: 'Variablen mit Behandlungsarmen sind ausgelassen, ebenso die Exposition (EX).',
    fr: 'Les variables contenant les bras sont omises, de même que l’exposition (EX).',
    es: 'Se omiten las variables con los brazos y la exposición (EX).',
    ja: '治療群の変数および投与状況(EX)は除きます。',
  },
  Change: { de: 'Änderung', fr: 'Modification', es: 'Cambio', ja: '変更種別' },
  Row: { de: 'Zeile', fr: 'Ligne', es: 'Fila', ja: '行' },

  // Figures that are compared
  'Fatal adverse events to date': {
    de: 'Tödliche unerwünschte Ereignisse bis heute',
    fr: 'Événements indésirables fatals à ce jour',
    es: 'Acontecimientos adversos mortales hasta la fecha',
    ja: '死亡に至った有害事象(累計)',
  },
  'Serious adverse events to date': {
    de: 'Schwerwiegende unerwünschte Ereignisse bis heute',
    fr: 'Événements indésirables graves à ce jour',
    es: 'Acontecimientos adversos graves hasta la fecha',
    ja: '重篤な有害事象(累計)',
  },
  'Subjects screened to date': {
    de: 'Gescreente Teilnehmer bis heute',
    fr: 'Sujets présélectionnés à ce jour',
    es: 'Sujetos cribados hasta la fecha',
    ja: 'スクリーニング例数(累計)',
  },
  'Subjects randomised to date': {
    de: 'Randomisierte Teilnehmer bis heute',
    fr: 'Sujets randomisés à ce jour',
    es: 'Sujetos aleatorizados hasta la fecha',
    ja: 'ランダム化例数(累計)',
  },
  'Subjects discontinued to date': {
    de: 'Vorzeitig ausgeschiedene Teilnehmer bis heute',
    fr: 'Sujets sortis prématurément à ce jour',
    es: 'Sujetos retirados hasta la fecha',
    ja: '中止例数(累計)',
  },
  'Subjects completed to date': {
    de: 'Teilnehmer mit Abschluss bis heute',
    fr: 'Sujets ayant terminé à ce jour',
    es: 'Sujetos que completaron hasta la fecha',
    ja: '完了例数(累計)',
  },
  'Adverse events to date': {
    de: 'Unerwünschte Ereignisse bis heute',
    fr: 'Événements indésirables à ce jour',
    es: 'Acontecimientos adversos hasta la fecha',
    ja: '有害事象(累計)',
  },
  'Subjects with ALT or AST ≥ 3 × ULN to date': {
    de: 'Teilnehmer mit ALT oder AST ≥ 3 × ULN bis heute',
    fr: 'Sujets avec ALAT ou ASAT ≥ 3 × LSN à ce jour',
    es: 'Sujetos con ALT o AST ≥ 3 × LSN hasta la fecha',
    ja: 'ALTまたはAST ≥ 3 × ULNの被験者(累計)',
  },
  'Subjects with bilirubin ≥ 2 × ULN to date': {
    de: 'Teilnehmer mit Bilirubin ≥ 2 × ULN bis heute',
    fr: 'Sujets avec bilirubine ≥ 2 × LSN à ce jour',
    es: 'Sujetos con bilirrubina ≥ 2 × LSN hasta la fecha',
    ja: 'ビリルビン ≥ 2 × ULNの被験者(累計)',
  },
  'Subjects discontinued': {
    de: 'Vorzeitig ausgeschiedene Teilnehmer',
    fr: 'Sujets sortis prématurément',
    es: 'Sujetos retirados',
    ja: '中止例数',
  },
  'Laboratory results': {
    de: 'Laborergebnisse',
    fr: 'Résultats de biologie',
    es: 'Resultados de laboratorio',
    ja: '臨床検査結果',
  },
  'Adverse events of the chosen severity': {
    de: 'Unerwünschte Ereignisse des gewählten Schweregrads',
    fr: 'Événements indésirables de l’intensité choisie',
    es: 'Acontecimientos adversos de la intensidad elegida',
    ja: '指定重症度の有害事象',
  },
  'Adverse events of the chosen severity to date': {
    de: 'Unerwünschte Ereignisse des gewählten Schweregrads bis heute',
    fr: 'Événements indésirables de l’intensité choisie à ce jour',
    es: 'Acontecimientos adversos de la intensidad elegida hasta la fecha',
    ja: '指定重症度の有害事象(累計)',
  },
  'Deaths to date': {
    de: 'Todesfälle bis heute',
    fr: 'Décès à ce jour',
    es: 'Muertes hasta la fecha',
    ja: '死亡(累計)',
  },
  'Visits to date': {
    de: 'Visiten bis heute',
    fr: 'Visites à ce jour',
    es: 'Visitas hasta la fecha',
    ja: '来院(累計)',
  },
  'Open data queries': {
    de: 'Offene Datenrückfragen',
    fr: 'Queries ouvertes',
    es: 'Consultas de datos abiertas',
    ja: '未解決クエリ',
  },
  'Overdue data queries': {
    de: 'Überfällige Datenrückfragen',
    fr: 'Queries en retard',
    es: 'Consultas de datos vencidas',
    ja: '期限超過クエリ',
  },
  'Queries opened': {
    de: 'Rückfragen gestellt',
    fr: 'Queries émises',
    es: 'Consultas abiertas',
    ja: '発行クエリ',
  },
  'Queries closed': {
    de: 'Rückfragen geschlossen',
    fr: 'Queries clôturées',
    es: 'Consultas cerradas',
    ja: '解決クエリ',
  },
  'Courses assigned to date': {
    de: 'Zugewiesene Kurse bis heute',
    fr: 'Cours attribués à ce jour',
    es: 'Cursos asignados hasta la fecha',
    ja: '割当研修(累計)',
  },
  'Courses completed to date': {
    de: 'Abgeschlossene Kurse bis heute',
    fr: 'Cours terminés à ce jour',
    es: 'Cursos completados hasta la fecha',
    ja: '修了研修(累計)',
  },
  'Courses not begun': {
    de: 'Nicht begonnene Kurse',
    fr: 'Cours non commencés',
    es: 'Cursos no iniciados',
    ja: '未開始の研修',
  },
  'Courses failed and not repeated': {
    de: 'Nicht bestandene, nicht wiederholte Kurse',
    fr: 'Cours échoués non repassés',
    es: 'Cursos suspendidos y no repetidos',
    ja: '不合格で未再受講の研修',
  },
  'Courses overdue': {
    de: 'Überfällige Kurse',
    fr: 'Cours en retard',
    es: 'Cursos vencidos',
    ja: '期限超過の研修',
  },
  'Courses completed': {
    de: 'Abgeschlossene Kurse',
    fr: 'Cours terminés',
    es: 'Cursos completados',
    ja: '修了した研修',
  },
  Learners: { de: 'Lernende', fr: 'Apprenants', es: 'Alumnos', ja: '受講者' },

  // Manifest of blinded readers
  '{rows#no row|# row|# rows} in {files#no file|# file|# files} and {documents#no document|# document|# documents} were read; the cut is named by its hash.':
    {
      de: 'Gelesen: {rows#keine Zeile|# Zeile|# Zeilen} in {files#keiner Datei|# Datei|# Dateien} und {documents#kein Dokument|# Dokument|# Dokumente}; der Datenschnitt ist durch seinen Hash benannt.',
      fr: 'Lus : {rows#aucune ligne|# ligne|# lignes} dans {files#aucun fichier|# fichier|# fichiers} et {documents#aucun document|# document|# documents} ; le gel est désigné par son empreinte.',
      es: 'Leídos: {rows#ninguna fila|# fila|# filas} en {files#ningún archivo|# archivo|# archivos} y {documents#ningún documento|# documento|# documentos}; el corte se identifica por su hash.',
      ja: '読込:{files}ファイルの{rows}行および文書{documents}件。カットはハッシュ値で特定されます。',
    },
  'Every file of the cut, with its rows. The hash of a file is for unblinded readers: who knows all of it but the arms could try them until it fits. The hash of the cut names them all.':
    {
      de: 'Jede Datei des Datenschnitts mit ihren Zeilen. Der Hash einer Datei ist für entblindete Leser: Wer alles außer den Behandlungsarmen kennt, könnte sie durchprobieren, bis er passt. Der Hash des Datenschnitts benennt sie alle.',
      fr: 'Chaque fichier du gel, avec ses lignes. L’empreinte d’un fichier est réservée aux lecteurs non soumis à l’aveugle : qui en connaît tout sauf les bras pourrait les essayer jusqu’à concordance. L’empreinte du gel les désigne tous.',
      es: 'Cada archivo del corte, con sus filas. El hash de un archivo es para lectores no enmascarados: quien lo conozca todo menos los brazos podría probarlos hasta que coincida. El hash del corte los identifica todos.',
      ja: 'カットの全ファイルとその行数。ファイルのハッシュ値は非盲検の読者のみに示します(治療群以外をすべて知る者が総当たりで特定できるため)。カットのハッシュ値がすべてを特定します。',
    },
} as const satisfies Texts;

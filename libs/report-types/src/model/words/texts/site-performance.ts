/** What the report site-performance says. */
import type { Texts } from '../message.ts';

export const SITE_PERFORMANCE = {
  'Sites at a glance': {
    de: 'Zentren auf einen Blick',
    fr: 'Vue d’ensemble des centres',
    es: 'Centros de un vistazo',
    ja: '施設の概況',
  },
  Silence: { de: 'Verstummte Zentren', fr: 'Silence', es: 'Falta de datos', ja: '報告の途絶' },
  'Data queries': { de: 'Datenrückfragen', fr: 'Queries', es: 'Consultas de datos', ja: 'データクエリ' },
  'Data entry lag': {
    de: 'Verzug der Dateneingabe',
    fr: 'Délai de saisie',
    es: 'Demora en la introducción de datos',
    ja: 'データ入力の遅れ',
  },
  'Nothing urgent: no silent site and no overdue query.': {
    de: 'Nichts Dringendes: kein stummes Zentrum und keine überfällige Rückfrage.',
    fr: 'Rien d’urgent : aucun centre silencieux ni query en retard.',
    es: 'Nada urgente: ningún centro sin datos y ninguna consulta vencida.',
    ja: '緊急事項なし:報告の途絶えた施設および期限超過のクエリはありません。',
  },
  'Overdue queries': {
    de: 'Überfällige Rückfragen',
    fr: 'Queries en retard',
    es: 'Consultas vencidas',
    ja: '期限超過クエリ',
  },
  'site {site} ({n})': {
    de: 'Zentrum {site} ({n})',
    fr: 'centre {site} ({n})',
    es: 'centro {site} ({n})',
    ja: '施設 {site}({n})',
  },
  'site {site} ({n## day|# days})': {
    de: 'Zentrum {site} ({n## Tag|# Tage})',
    fr: 'centre {site} ({n## jour|# jours})',
    es: 'centro {site} ({n## día|# días})',
    ja: '施設 {site}({n}日)',
  },
  '{n## query is|# queries are} open for more than {days## day|# days}: {names}.': {
    de: '{n## Rückfrage ist|# Rückfragen sind} seit mehr als {days## Tag|# Tagen} offen: {names}.',
    fr: '{n## query ouverte|# queries ouvertes} depuis plus de {days## jour|# jours} : {names}.',
    es: '{n## consulta abierta|# consultas abiertas} desde hace más de {days## día|# días}: {names}.',
    ja: '{days}日を超えて未解決のクエリ{n}件:{names}。',
  },
  'Slow data entry': {
    de: 'Langsame Dateneingabe',
    fr: 'Saisie lente',
    es: 'Introducción lenta',
    ja: '入力の遅れ',
  },
  'Half of the records that arrived took longer than {days## day|# days} from {names}.': {
    de: 'Die Hälfte der eingegangenen Datensätze brauchte länger als {days## Tag|# Tage}: {names}.',
    fr: 'La moitié des enregistrements reçus ont mis plus de {days## jour|# jours} : {names}.',
    es: 'La mitad de los registros recibidos tardó más de {days## día|# días}: {names}.',
    ja: '到着した記録の半数が{days}日を超えた施設:{names}。',
  },
  '{n} to date at {sites#no site|# site|# sites}': {
    de: '{n} bis heute an {sites#keinem Zentrum|# Zentrum|# Zentren}',
    fr: '{n} à ce jour dans {sites#aucun centre|# centre|# centres}',
    es: '{n} hasta la fecha en {sites#ningún centro|# centro|# centros}',
    ja: '累計 {n}({sites}施設)',
  },
  '{n} to date, {recent} in 28 days': {
    de: '{n} bis heute, {recent} in 28 Tagen',
    fr: '{n} à ce jour, {recent} en 28 jours',
    es: '{n} hasta la fecha, {recent} en 28 días',
    ja: '累計 {n}、28日間 {recent}',
  },
  '{n#no subject|# subject|# subjects} seen': {
    de: '{n#kein Teilnehmer|# Teilnehmer|# Teilnehmer} gesehen',
    fr: '{n#aucun sujet vu|# sujet vu|# sujets vus}',
    es: '{n#ningún sujeto visto|# sujeto visto|# sujetos vistos}',
    ja: '来院 {n}例',
  },
  '{n## day|# days} or more without a record': {
    de: '{n## Tag|# Tage} oder länger ohne Datensatz',
    fr: '{n## jour|# jours} ou plus sans donnée',
    es: '{n## día|# días} o más sin registro',
    ja: '{n}日以上記録なし',
  },
  'Open queries': {
    de: 'Offene Rückfragen',
    fr: 'Queries ouvertes',
    es: 'Consultas abiertas',
    ja: '未解決クエリ',
  },
  'none was imported': {
    de: 'keine importiert',
    fr: 'aucune importée',
    es: 'ninguna importada',
    ja: '取込なし',
  },
  '{opened} opened, {closed} closed': {
    de: '{opened} gestellt, {closed} geschlossen',
    fr: '{opened} émises, {closed} clôturées',
    es: '{opened} abiertas, {closed} cerradas',
    ja: '発行 {opened}、解決 {closed}',
  },
  'open for more than {n## day|# days}': {
    de: 'offen seit mehr als {n## Tag|# Tagen}',
    fr: 'ouvertes depuis plus de {n## jour|# jours}',
    es: 'abiertas desde hace más de {n## día|# días}',
    ja: '{n}日超の未解決',
  },
  'Data entry lag, days': {
    de: 'Eingabeverzug, Tage',
    fr: 'Délai de saisie, jours',
    es: 'Demora de entrada, días',
    ja: '入力の遅れ(日)',
  },
  'median of {n#no record|# record|# records}': {
    de: 'Median aus {n#keinem Datensatz|# Datensatz|# Datensätzen}',
    fr: 'médiane de {n#aucun enregistrement|# enregistrement|# enregistrements}',
    es: 'mediana de {n#ningún registro|# registro|# registros}',
    ja: '{n}件の中央値',
  },
  'Late records': {
    de: 'Verspätete Datensätze',
    fr: 'Enregistrements tardifs',
    es: 'Registros tardíos',
    ja: '遅延記録',
  },
  'more than {n## day|# days} after collection': {
    de: 'mehr als {n## Tag|# Tage} nach der Erhebung',
    fr: 'plus de {n## jour|# jours} après le recueil',
    es: 'más de {n## día|# días} tras la recogida',
    ja: '収集後{n}日超',
  },

  // Takeaways
  '{n## site|# sites} with {ongoing#no ongoing subject|# ongoing subject|# ongoing subjects}; {silent#no site is|# site is|# sites are} silent.':
    {
      de: '{n## Zentrum|# Zentren} mit {ongoing#keinem Teilnehmer|# Teilnehmer|# Teilnehmern} in der Studie; {silent#kein Zentrum ist|# Zentrum ist|# Zentren sind} verstummt.',
      fr: '{n## centre|# centres} avec {ongoing#aucun sujet|# sujet|# sujets} en cours ; {silent#aucun centre silencieux|# centre silencieux|# centres silencieux}.',
      es: '{n## centro|# centros} con {ongoing#ningún sujeto|# sujeto|# sujetos} en curso; {silent#ningún centro sin datos|# centro sin datos|# centros sin datos}.',
      ja: '{n}施設、継続中の被験者{ongoing}例。報告の途絶えた施設は{silent}。',
    },
  '{n#no subject was|# subject was|# subjects were} randomised {current}, {compared}; {toDate} to date.': {
    de: '{n#Kein Teilnehmer wurde|# Teilnehmer wurde|# Teilnehmer wurden} {current} randomisiert, {compared}; {toDate} bis heute.',
    fr: '{n#aucun sujet randomisé|# sujet randomisé|# sujets randomisés} {current}, {compared} ; {toDate} à ce jour.',
    es: '{n#ningún sujeto aleatorizado|# sujeto aleatorizado|# sujetos aleatorizados} {current}, {compared}; {toDate} hasta la fecha.',
    ja: '{current}のランダム化は{n}例({compared})、累計{toDate}例。',
  },
  'No site with ongoing subjects has been silent for {n## day|# days}.': {
    de: 'Kein Zentrum mit Teilnehmern in der Studie ist seit {n## Tag|# Tagen} stumm.',
    fr: 'Aucun centre avec des sujets en cours n’est silencieux depuis {n## jour|# jours}.',
    es: 'Ningún centro con sujetos en curso lleva {n## día|# días} sin enviar datos.',
    ja: '継続中の被験者がいて{n}日以上報告の途絶えた施設はありません。',
  },
  '{sites## site|# sites} with ongoing subjects sent nothing for {n## day|# days} or more.': {
    de: '{sites## Zentrum|# Zentren} mit Teilnehmern in der Studie {sites#hat|haben} seit {n## Tag|# Tagen} oder länger nichts gesendet.',
    fr: '{sites## centre avec des sujets en cours n’a|# centres avec des sujets en cours n’ont} rien transmis depuis {n## jour|# jours} ou plus.',
    es: '{sites## centro con sujetos en curso no ha enviado|# centros con sujetos en curso no han enviado} nada desde hace {n## día|# días} o más.',
    ja: '継続中の被験者がいる{sites}施設が{n}日以上何も送信していません。',
  },
  'No query was imported for these sites, so nothing can be said of queries.': {
    de: 'Für diese Zentren wurde keine Rückfrage importiert; über Rückfragen lässt sich nichts sagen.',
    fr: 'Aucune query n’a été importée pour ces centres ; rien ne peut en être dit.',
    es: 'No se importó ninguna consulta de estos centros, por lo que nada puede decirse de ellas.',
    ja: 'これらの施設のクエリは取り込まれておらず、何も言えません。',
  },
  '{n#no query is|# query is|# queries are} open, {compared}, and {late} overdue; {opened} opened and {closed} closed {current}.':
    {
      de: '{n#Keine Rückfrage ist|# Rückfrage ist|# Rückfragen sind} offen, {compared}, davon {late} überfällig; {opened} gestellt und {closed} geschlossen {current}.',
      fr: '{n#aucune query ouverte|# query ouverte|# queries ouvertes}, {compared}, dont {late} en retard ; {opened} émises et {closed} clôturées {current}.',
      es: '{n#ninguna consulta abierta|# consulta abierta|# consultas abiertas}, {compared}, y {late} vencidas; {opened} abiertas y {closed} cerradas {current}.',
      ja: '未解決クエリは{n}件({compared})、期限超過{late}件。{current}の発行{opened}件、解決{closed}件。',
    },
  'No record arrived {current}.': {
    de: '{current} ging kein Datensatz ein.',
    fr: 'Aucun enregistrement reçu {current}.',
    es: 'No llegó ningún registro {current}.',
    ja: '{current}に到着した記録はありません。',
  },
  'Not computed.': {
    de: 'Nicht berechnet.',
    fr: 'Non calculé.',
    es: 'No calculado.',
    ja: '算出していません。',
  },
  '{n## record|# records} arrived {current}, half of them within {days#the day|# day|# days} of collection; {late#none was|# was|# were} late.':
    {
      de: '{n## Datensatz ging|# Datensätze gingen} {current} ein, die Hälfte innerhalb von {days## Tag|# Tagen} nach der Erhebung; {late#keiner|#|#} verspätet.',
      fr: '{n## enregistrement reçu|# enregistrements reçus} {current}, la moitié dans les {days} jours suivant le recueil ; {late#aucun tardif|# tardif|# tardifs}.',
      es: '{n## registro llegó|# registros llegaron} {current}, la mitad en un plazo de {days## día|# días} tras la recogida; {late#ninguno tardío|# tardío|# tardíos}.',
      ja: '{current}に{n}件の記録が到着、半数は収集後{days}日以内。遅延{late}件。',
    },

  // How to read the report
  'From {first} to {last}, both included; to date: up to {last}. The day of a record is that of its collection variable, of a query that of its opening.':
    {
      de: 'Vom {first} bis zum {last}, beide eingeschlossen; bis heute: bis zum {last}. Der Tag eines Datensatzes ist der seiner Erhebungsvariable, der einer Rückfrage der ihrer Eröffnung.',
      fr: 'Du {first} au {last}, inclus ; à ce jour : jusqu’au {last}. Le jour d’un enregistrement est celui de sa variable de recueil, celui d’une query celui de son ouverture.',
      es: 'Del {first} al {last}, ambos incluidos; hasta la fecha: hasta el {last}. El día de un registro es el de su variable de recogida; el de una consulta, el de su apertura.',
      ja: '{first}から{last}まで(両日を含む)。累計は{last}まで。記録の日付は収集日の変数、クエリは発行日によります。',
    },
  'Screened, randomised': {
    de: 'Gescreent, randomisiert',
    fr: 'Présélectionnés, randomisés',
    es: 'Cribados, aleatorizados',
    ja: 'スクリーニング、ランダム化',
  },
  'Subjects in DM, and those with the protocol milestone RANDOMIZED in DS, by the site of DM.': {
    de: 'Teilnehmer in DM sowie jene mit dem Protokoll-Meilenstein RANDOMIZED in DS, nach dem Zentrum aus DM.',
    fr: 'Sujets présents dans DM, et ceux ayant l’étape du protocole RANDOMIZED dans DS, par centre de DM.',
    es: 'Sujetos en DM, y los que tienen el hito RANDOMIZED en DS, por el centro de DM.',
    ja: 'DMの被験者、およびDSにRANDOMIZEDのある被験者(DMの施設別)。',
  },
  'Rows of SV; subjects seen are counted once.': {
    de: 'Zeilen von SV; gesehene Teilnehmer werden einmal gezählt.',
    fr: 'Lignes de SV ; les sujets vus sont comptés une fois.',
    es: 'Filas de SV; los sujetos vistos se cuentan una vez.',
    ja: 'SVの行。来院被験者は1回ずつ計数。',
  },
  Silent: { de: 'Stumm', fr: 'Silencieux', es: 'Sin datos', ja: '途絶' },
  'A site with ongoing subjects and no SDTM record of any domain for {n## whole day|# whole days} or more before the end of the period.':
    {
      de: 'Ein Zentrum mit Teilnehmern in der Studie und ohne SDTM-Datensatz irgendeiner Domäne seit {n## ganzen Tag|# ganzen Tagen} oder länger vor dem Ende des Zeitraums.',
      fr: 'Un centre avec des sujets en cours et aucun enregistrement SDTM depuis {n## jour entier|# jours entiers} ou plus avant la fin de la période.',
      es: 'Un centro con sujetos en curso y ningún registro SDTM durante {n## día completo|# días completos} o más antes del final del período.',
      ja: '継続中の被験者がいながら、期間末までに{n}日以上いかなるSDTM記録もない施設。',
    },
  Queries: { de: 'Rückfragen', fr: 'Queries', es: 'Consultas', ja: 'クエリ' },
  'Rows of the dataset QUERIES. Open: not closed before the end of the period; overdue: open for more than {n## day|# days}. Without that dataset nothing is known of queries: a dash, never a zero.':
    {
      de: 'Zeilen des Datensatzes QUERIES. Offen: nicht vor dem Ende des Zeitraums geschlossen; überfällig: seit mehr als {n## Tag|# Tagen} offen. Ohne diesen Datensatz ist über Rückfragen nichts bekannt: ein Strich, nie eine Null.',
      fr: 'Lignes du jeu QUERIES. Ouverte : non clôturée avant la fin de la période ; en retard : ouverte depuis plus de {n## jour|# jours}. Sans ce jeu, on ne sait rien des queries : un tiret, jamais un zéro.',
      es: 'Filas del conjunto QUERIES. Abierta: no cerrada antes del final del período; vencida: abierta desde hace más de {n## día|# días}. Sin ese conjunto nada se sabe de las consultas: un guion, nunca un cero.',
      ja: 'データセットQUERIESの行。未解決:期間末までに解決していない。期限超過:{n}日を超えて未解決。データセットがなければ不明(ダッシュであり、ゼロではない)。',
    },
  'Days from the day of collection to the local day on which the record, as it stands, arrived; late: more than {n## day|# days}. A correction arrives later than its first version, which is not kept. Not computed where more than half of all records arrived in the period, as by a first import.':
    {
      de: 'Tage vom Tag der Erhebung bis zum Ortstag, an dem der Datensatz in seiner jetzigen Form einging; verspätet: mehr als {n## Tag|# Tage}. Eine Korrektur geht später ein als ihre erste Fassung, die nicht aufbewahrt wird. Nicht berechnet, wenn mehr als die Hälfte aller Datensätze im Zeitraum einging, wie bei einem ersten Import.',
      fr: 'Jours entre le recueil et le jour local d’arrivée de l’enregistrement dans son état actuel ; tardif : plus de {n## jour|# jours}. Une correction arrive plus tard que sa première version, qui n’est pas conservée. Non calculé si plus de la moitié des enregistrements sont arrivés dans la période, comme lors d’un premier import.',
      es: 'Días desde la recogida hasta el día local en que llegó el registro en su forma actual; tardío: más de {n## día|# días}. Una corrección llega después de su primera versión, que no se conserva. No se calcula si más de la mitad de los registros llegaron en el período, como en una primera importación.',
      ja: '収集日から、現在の記録が到着した現地日までの日数。遅延:{n}日超。修正は初版より遅く到着し、初版は保存されません。初回取込のように全記録の半数超が期間内に到着した場合は算出しません。',
    },
  'Median, 90th percentile': {
    de: 'Median, 90. Perzentil',
    fr: 'Médiane, 90e percentile',
    es: 'Mediana, percentil 90',
    ja: '中央値、90パーセンタイル',
  },
  'The smallest number of days that half, or nine in ten, of the records do not exceed.': {
    de: 'Die kleinste Zahl von Tagen, die die Hälfte bzw. neun von zehn Datensätzen nicht überschreiten.',
    fr: 'Le plus petit nombre de jours que la moitié, ou neuf sur dix, des enregistrements ne dépassent pas.',
    es: 'El menor número de días que la mitad, o nueve de cada diez, de los registros no superan.',
    ja: '記録の半数(または9割)が超えない最小の日数。',
  },

  // Charts
  Opened: { de: 'Gestellt', fr: 'Émises', es: 'Abiertas', ja: '発行' },
  'queries§Open': { de: 'Offen', fr: 'Ouvertes', es: 'Pendientes', ja: '未解決' },
  'Subjects randomised a week; the dark bar is this report’s week': {
    de: 'Randomisierte Teilnehmer je Woche; der dunkle Balken ist die Woche dieses Berichts',
    fr: 'Sujets randomisés par semaine ; la barre foncée correspond à la semaine de ce rapport',
    es: 'Sujetos aleatorizados por semana; la barra oscura es la semana de este informe',
    ja: '週別ランダム化例数。濃い棒は本報告書の週',
  },
  'Visits a week; the dark bar is this report’s week': {
    de: 'Visiten je Woche; der dunkle Balken ist die Woche dieses Berichts',
    fr: 'Visites par semaine ; la barre foncée correspond à la semaine de ce rapport',
    es: 'Visitas por semana; la barra oscura es la semana de este informe',
    ja: '週別来院数。濃い棒は本報告書の週',
  },
  'Queries open at the end of each week, and opened in it': {
    de: 'Offene Rückfragen am Ende jeder Woche und in ihr gestellte',
    fr: 'Queries ouvertes en fin de semaine, et émises dans la semaine',
    es: 'Consultas pendientes al final de cada semana y abiertas en ella',
    ja: '週末時点の未解決クエリおよび週内の発行',
  },
  'Visits a week': {
    de: 'Visiten je Woche',
    fr: 'Visites par semaine',
    es: 'Visitas por semana',
    ja: '週別来院数',
  },
  'Subjects randomised a week': {
    de: 'Randomisierte Teilnehmer je Woche',
    fr: 'Sujets randomisés par semaine',
    es: 'Sujetos aleatorizados por semana',
    ja: '週別ランダム化例数',
  },
  'Queries open, and opened a week': {
    de: 'Rückfragen offen und je Woche gestellt',
    fr: 'Queries ouvertes, et émises par semaine',
    es: 'Consultas pendientes y abiertas por semana',
    ja: '未解決クエリおよび週別発行',
  },

  // Tables
  Sites: { de: 'Zentren', fr: 'Centres', es: 'Centros', ja: '施設' },
  'Every site in one line': {
    de: 'Jedes Zentrum in einer Zeile',
    fr: 'Chaque centre en une ligne',
    es: 'Cada centro en una línea',
    ja: '施設一覧(1行1施設)',
  },
  'Subjects to date; visits, new queries and records {current}. Lag: median days from collection to arrival. A dash stands where there is no figure.':
    {
      de: 'Teilnehmer bis heute; Visiten, neue Rückfragen und Datensätze {current}. Verzug: Median der Tage von der Erhebung bis zum Eingang. Ein Strich steht, wo es keine Zahl gibt.',
      fr: 'Sujets à ce jour ; visites, nouvelles queries et enregistrements {current}. Délai : médiane des jours entre recueil et arrivée. Un tiret signale l’absence de chiffre.',
      es: 'Sujetos hasta la fecha; visitas, consultas nuevas y registros {current}. Demora: mediana de días de la recogida a la llegada. Un guion indica que no hay cifra.',
      ja: '被験者は累計。来院、新規クエリおよび記録は{current}。遅れ:収集から到着までの日数の中央値。数値のない箇所はダッシュ。',
    },
  'Visits {current}': {
    de: 'Visiten {current}',
    fr: 'Visites {current}',
    es: 'Visitas {current}',
    ja: '{current}来院',
  },
  'Days silent': { de: 'Tage stumm', fr: 'Jours de silence', es: 'Días sin datos', ja: '途絶日数' },
  Overdue: { de: 'Überfällig', fr: 'En retard', es: 'Vencidas', ja: '期限超過' },
  'Lag, days': { de: 'Verzug, Tage', fr: 'Délai, jours', es: 'Demora, días', ja: '遅れ(日)' },
  'Subjects to date, screened and randomised also {current}. Screen failures are of those screened, discontinued of those randomised. The events are adverse events to date a randomised subject.':
    {
      de: 'Teilnehmer bis heute, gescreent und randomisiert auch {current}. Screening-Failures beziehen sich auf die Gescreenten, vorzeitig Ausgeschiedene auf die Randomisierten. Die Ereignisse sind unerwünschte Ereignisse bis heute je randomisiertem Teilnehmer.',
      fr: 'Sujets à ce jour, présélectionnés et randomisés aussi {current}. Les échecs portent sur les présélectionnés, les sorties sur les randomisés. Les événements sont les événements indésirables à ce jour par sujet randomisé.',
      es: 'Sujetos hasta la fecha; cribados y aleatorizados también {current}. Los fallos son de los cribados, los retirados de los aleatorizados. Los acontecimientos son los adversos hasta la fecha por sujeto aleatorizado.',
      ja: '被験者は累計、スクリーニングとランダム化は{current}も表示。脱落はスクリーニング例、中止はランダム化例が分母。事象はランダム化1例あたりの累計有害事象件数。',
    },
  Failures: { de: 'Failures', fr: 'Échecs', es: 'Fallos', ja: '脱落' },
  'In 28 days': { de: 'In 28 Tagen', fr: 'En 28 jours', es: 'En 28 días', ja: '28日間' },
  'Events a subject': {
    de: 'Ereignisse je Teilnehmer',
    fr: 'Événements par sujet',
    es: 'Acontec. por sujeto',
    ja: '1例あたり件数',
  },
  'Visits by site': {
    de: 'Visiten je Zentrum',
    fr: 'Visites par centre',
    es: 'Visitas por centro',
    ja: '施設別来院',
  },
  'Visits (rows of SV) and the subjects who came; percentages of the subjects who are ongoing at the end of the period.':
    {
      de: 'Visiten (Zeilen von SV) und die Teilnehmer, die kamen; Prozentsätze der am Ende des Zeitraums in der Studie befindlichen Teilnehmer.',
      fr: 'Visites (lignes de SV) et sujets venus ; pourcentages des sujets en cours à la fin de la période.',
      es: 'Visitas (filas de SV) y sujetos que acudieron; porcentajes de los sujetos en curso al final del período.',
      ja: '来院(SVの行)および来院した被験者。割合の分母は期間末に継続中の被験者。',
    },
  'Subjects seen': { de: 'Gesehene Teilnehmer', fr: 'Sujets vus', es: 'Sujetos vistos', ja: '来院被験者' },
  'Sites with ongoing subjects and no SDTM record for {n## whole day|# whole days} or more before the end of the period.':
    {
      de: 'Zentren mit Teilnehmern in der Studie und ohne SDTM-Datensatz seit {n## ganzen Tag|# ganzen Tagen} oder länger vor dem Ende des Zeitraums.',
      fr: 'Centres avec des sujets en cours et aucun enregistrement SDTM depuis {n## jour entier|# jours entiers} ou plus avant la fin de la période.',
      es: 'Centros con sujetos en curso y ningún registro SDTM durante {n## día completo|# días completos} o más antes del final del período.',
      ja: '継続中の被験者がいながら、期間末までに{n}日以上SDTM記録のない施設。',
    },
  'Last activity': {
    de: 'Letzte Aktivität',
    fr: 'Dernière activité',
    es: 'Última actividad',
    ja: '最終活動',
  },
  'Last record of every site': {
    de: 'Letzter Datensatz jedes Zentrums',
    fr: 'Dernier enregistrement de chaque centre',
    es: 'Último registro de cada centro',
    ja: '各施設の最終記録',
  },
  'By the day of collection, of any domain; the longest silent first.': {
    de: 'Nach dem Tag der Erhebung, jeder Domäne; die am längsten stummen zuerst.',
    fr: 'Par jour de recueil, tous domaines ; les plus longtemps silencieux d’abord.',
    es: 'Por día de recogida, de cualquier dominio; primero los que llevan más tiempo sin datos.',
    ja: '収集日による(全ドメイン)。途絶期間の長い順。',
  },
  'Days since': { de: 'Tage seither', fr: 'Jours depuis', es: 'Días desde entonces', ja: '経過日数' },
  'Data entry lag by site': {
    de: 'Eingabeverzug je Zentrum',
    fr: 'Délai de saisie par centre',
    es: 'Demora por centro',
    ja: '施設別入力の遅れ',
  },
  'SDTM records that arrived {current}, in days from the day of collection to that of arrival; late: more than {n## day|# days}. A record that was corrected counts by its correction.':
    {
      de: 'SDTM-Datensätze, die {current} eingingen, in Tagen von der Erhebung bis zum Eingang; verspätet: mehr als {n## Tag|# Tage}. Ein korrigierter Datensatz zählt nach seiner Korrektur.',
      fr: 'Enregistrements SDTM reçus {current}, en jours entre recueil et arrivée ; tardif : plus de {n## jour|# jours}. Un enregistrement corrigé compte par sa correction.',
      es: 'Registros SDTM llegados {current}, en días de la recogida a la llegada; tardío: más de {n## día|# días}. Un registro corregido cuenta por su corrección.',
      ja: '{current}に到着したSDTM記録(収集から到着までの日数)。遅延:{n}日超。修正された記録は修正により計数。',
    },
  Records: { de: 'Datensätze', fr: 'Enregistrements', es: 'Registros', ja: '記録数' },
  'Median days': { de: 'Median Tage', fr: 'Médiane, jours', es: 'Mediana, días', ja: '中央値(日)' },
  'The period before': {
    de: 'Zeitraum davor',
    fr: 'Période précédente',
    es: 'Período anterior',
    ja: '前期間',
  },
  '90th percentile': {
    de: '90. Perzentil',
    fr: '90e percentile',
    es: 'Percentil 90',
    ja: '90パーセンタイル',
  },
  'records§Late': { de: 'Verspätet', fr: 'Tardifs', es: 'Tardíos', ja: '遅延' },
  'No query was imported for these sites: nothing is known of them.': {
    de: 'Für diese Zentren wurde keine Rückfrage importiert: Über sie ist nichts bekannt.',
    fr: 'Aucune query n’a été importée pour ces centres : on n’en sait rien.',
    es: 'No se importó ninguna consulta de estos centros: nada se sabe de ellas.',
    ja: 'これらの施設のクエリは取り込まれておらず、不明です。',
  },
  'Queries by site': {
    de: 'Rückfragen je Zentrum',
    fr: 'Queries par centre',
    es: 'Consultas por centro',
    ja: '施設別クエリ',
  },
  'Queries opened, answered and closed {current}; open at the end of the period; overdue: open for more than {n## day|# days}. The median is of all answers to date.':
    {
      de: 'Rückfragen, die {current} gestellt, beantwortet und geschlossen wurden; offen am Ende des Zeitraums; überfällig: seit mehr als {n## Tag|# Tagen} offen. Der Median ist der aller Antworten bis heute.',
      fr: 'Queries émises, répondues et clôturées {current} ; ouvertes à la fin de la période ; en retard : ouvertes depuis plus de {n## jour|# jours}. La médiane porte sur toutes les réponses à ce jour.',
      es: 'Consultas abiertas, respondidas y cerradas {current}; pendientes al final del período; vencidas: abiertas desde hace más de {n## día|# días}. La mediana es de todas las respuestas hasta la fecha.',
      ja: '{current}に発行・回答・解決されたクエリ。未解決は期間末時点。期限超過:{n}日超の未解決。中央値は累計の全回答。',
    },
  Answered: { de: 'Beantwortet', fr: 'Répondues', es: 'Respondidas', ja: '回答' },
  Closed: { de: 'Geschlossen', fr: 'Clôturées', es: 'Cerradas', ja: '解決' },
  'Oldest, days': {
    de: 'Älteste, Tage',
    fr: 'Plus ancienne, jours',
    es: 'Más antigua, días',
    ja: '最長(日)',
  },
  'Median days to answer': {
    de: 'Median Tage bis Antwort',
    fr: 'Délai médian de réponse, jours',
    es: 'Mediana de días hasta la respuesta',
    ja: '回答までの中央値(日)',
  },
  'Listing: open queries': {
    de: 'Liste: offene Rückfragen',
    fr: 'Liste : queries ouvertes',
    es: 'Listado: consultas pendientes',
    ja: '一覧:未解決クエリ',
  },
  'At the end of the period, the oldest first.': {
    de: 'Am Ende des Zeitraums, die ältesten zuerst.',
    fr: 'À la fin de la période, les plus anciennes d’abord.',
    es: 'Al final del período, primero las más antiguas.',
    ja: '期間末時点、古い順。',
  },
  'No query is open.': {
    de: 'Keine Rückfrage ist offen.',
    fr: 'Aucune query ouverte.',
    es: 'No hay consultas pendientes.',
    ja: '未解決のクエリはありません。',
  },
  Query: { de: 'Rückfrage', fr: 'Query', es: 'Consulta', ja: 'クエリ' },
  Variable: { de: 'Variable', fr: 'Variable', es: 'Variable', ja: '変数' },
  'Days open': { de: 'Tage offen', fr: 'Jours d’ouverture', es: 'Días abierta', ja: '未解決日数' },
  'What the charts show, each week alone; open queries at its end. The last week is the period itself.': {
    de: 'Was die Diagramme zeigen, jede Woche für sich; offene Rückfragen an ihrem Ende. Die letzte Woche ist der Zeitraum selbst.',
    fr: 'Ce que montrent les graphiques, semaine par semaine ; queries ouvertes à sa fin. La dernière semaine est la période elle-même.',
    es: 'Lo que muestran los gráficos, cada semana por separado; consultas pendientes a su final. La última semana es el propio período.',
    ja: '図の数値(週ごと)。未解決クエリは週末時点。最後の週が対象期間。',
  },
  '{n## data query|# data queries} overdue.': {
    de: '{n## Datenrückfrage|# Datenrückfragen} überfällig.',
    fr: '{n## query en retard|# queries en retard}.',
    es: '{n## consulta de datos vencida|# consultas de datos vencidas}.',
    ja: '期限超過のデータクエリ {n}件。',
  },
} as const satisfies Texts;

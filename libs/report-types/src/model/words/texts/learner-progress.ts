/** What the report learner-progress says. */
import type { Texts } from '../message.ts';

export const LEARNER_PROGRESS = {
  Departments: { de: 'Abteilungen', fr: 'Services', es: 'Departamentos', ja: '部署' },
  Courses: { de: 'Kurse', fr: 'Cours', es: 'Cursos', ja: '研修' },
  'Overdue and not begun': {
    de: 'Überfällig und nicht begonnen',
    fr: 'En retard et non commencés',
    es: 'Vencidos y no iniciados',
    ja: '期限超過および未開始',
  },
  Completions: { de: 'Abschlüsse', fr: 'Cours terminés', es: 'Finalizaciones', ja: '修了' },
  'filter§All': { de: 'Alle', fr: 'Tous', es: 'Todos', ja: 'すべて' },
  'There is no training record that this report could tell of.': {
    de: 'Es gibt keinen Schulungsnachweis, von dem dieser Bericht berichten könnte.',
    fr: 'Il n’y a aucun enregistrement de formation dont ce rapport puisse rendre compte.',
    es: 'No hay ningún registro de formación del que este informe pueda dar cuenta.',
    ja: '本報告書の対象となる研修記録はありません。',
  },
  'Nothing urgent: no course is overdue, and none was failed without being repeated.': {
    de: 'Nichts Dringendes: kein Kurs ist überfällig, und keiner wurde nicht bestanden, ohne wiederholt zu werden.',
    fr: 'Rien d’urgent : aucun cours en retard, et aucun échec non repassé.',
    es: 'Nada urgente: ningún curso vencido y ninguno suspendido sin repetir.',
    ja: '緊急事項なし:期限超過の研修、不合格で未再受講の研修はありません。',
  },
  '{name}, site {site}': {
    de: '{name}, Zentrum {site}',
    fr: '{name}, centre {site}',
    es: '{name}, centro {site}',
    ja: '{name}(施設 {site})',
  },
  'Overdue course': {
    de: 'Überfälliger Kurs',
    fr: 'Cours en retard',
    es: 'Curso vencido',
    ja: '期限超過の研修',
  },
  'Overdue courses': {
    de: 'Überfällige Kurse',
    fr: 'Cours en retard',
    es: 'Cursos vencidos',
    ja: '期限超過の研修',
  },
  '{n## course is|# courses are} overdue, the longest by {days## day|# days}: {names}.': {
    de: '{n## Kurs ist|# Kurse sind} überfällig, der längste seit {days## Tag|# Tagen}: {names}.',
    fr: '{n} cours en retard, le plus ancien de {days## jour|# jours} : {names}.',
    es: '{n## curso vencido|# cursos vencidos}, el más antiguo hace {days## día|# días}: {names}.',
    ja: '期限超過の研修{n}件、最長{days}日:{names}。',
  },
  Failed: { de: 'Nicht bestanden', fr: 'Échecs', es: 'Suspendidos', ja: '不合格' },
  '{n## course was|# courses were} failed and not repeated: {names}.': {
    de: '{n## Kurs wurde|# Kurse wurden} nicht bestanden und nicht wiederholt: {names}.',
    fr: '{n} cours échoués et non repassés : {names}.',
    es: '{n## curso suspendido y no repetido|# cursos suspendidos y no repetidos}: {names}.',
    ja: '不合格で未再受講の研修{n}件:{names}。',
  },
  Assigned: { de: 'Zugewiesen', fr: 'Attribués', es: 'Asignados', ja: '割当' },
  'Courses assigned and completed, cumulative': {
    de: 'Zugewiesene und abgeschlossene Kurse, kumulativ',
    fr: 'Cours attribués et terminés, cumul',
    es: 'Cursos asignados y completados, acumulado',
    ja: '割当および修了した研修(累積)',
  },
  'Courses completed a week; the dark bar is the week that ends with the range': {
    de: 'Abgeschlossene Kurse je Woche; der dunkle Balken ist die Woche, die mit dem Bereich endet',
    fr: 'Cours terminés par semaine ; la barre foncée est la semaine qui finit avec la plage',
    es: 'Cursos completados por semana; la barra oscura es la semana que termina con el intervalo',
    ja: '週別修了研修数。濃い棒は対象範囲の最終週',
  },
  'Courses completed a week': {
    de: 'Abgeschlossene Kurse je Woche',
    fr: 'Cours terminés par semaine',
    es: 'Cursos completados por semana',
    ja: '週別修了研修数',
  },
  'Courses, cumulative': {
    de: 'Kurse, kumulativ',
    fr: 'Cours, cumul',
    es: 'Cursos, acumulado',
    ja: '研修数(累積)',
  },

  // How to read the report
  'In range': { de: 'Im Bereich', fr: 'Dans la plage', es: 'En el intervalo', ja: '対象範囲' },
  'From {first} to {last}, both included.': {
    de: 'Vom {first} bis zum {last}, beide eingeschlossen.',
    fr: 'Du {first} au {last}, inclus.',
    es: 'Del {first} al {last}, ambos incluidos.',
    ja: '{first}から{last}まで(両日を含む)。',
  },
  'Courses assigned to a learner up to {last}, each learner and course once; those from which the learner was withdrawn are not counted.':
    {
      de: 'Bis zum {last} zugewiesene Kurse, je Lernenden und Kurs einmal; solche, von denen der Lernende abgemeldet wurde, zählen nicht.',
      fr: 'Cours attribués à un apprenant jusqu’au {last}, une fois par apprenant et cours ; ceux dont l’apprenant a été retiré ne comptent pas.',
      es: 'Cursos asignados a un alumno hasta el {last}, una vez por alumno y curso; no cuentan aquellos de los que se le retiró.',
      ja: '{last}までに割り当てられた研修(受講者・研修ごとに1回)。取り消されたものは含みません。',
    },
  'Reported as completed, on a day up to {last}. In range: on a day of the range.': {
    de: 'Als abgeschlossen gemeldet, an einem Tag bis zum {last}. Im Bereich: an einem Tag des Bereichs.',
    fr: 'Déclarés terminés, un jour jusqu’au {last}. Dans la plage : un jour de la plage.',
    es: 'Notificados como completados, un día hasta el {last}. En el intervalo: un día del intervalo.',
    ja: '{last}までに修了と報告されたもの。範囲内:対象範囲の日付のもの。',
  },
  'Average score': {
    de: 'Durchschnittliche Punktzahl',
    fr: 'Score moyen',
    es: 'Puntuación media',
    ja: '平均点',
  },
  'Mean of the scores, 0 to 100, of the courses completed in range that have one. A dash where none has.': {
    de: 'Mittel der Punktzahlen, 0 bis 100, der im Bereich abgeschlossenen Kurse, die eine haben. Ein Strich, wo keiner eine hat.',
    fr: 'Moyenne des scores, de 0 à 100, des cours terminés dans la plage qui en ont un. Un tiret si aucun n’en a.',
    es: 'Media de las puntuaciones, de 0 a 100, de los cursos completados en el intervalo que la tienen. Un guion si ninguno.',
    ja: '範囲内に修了し点数のある研修の平均(0〜100)。なければダッシュ。',
  },
  'Minutes spent': { de: 'Minuten', fr: 'Minutes passées', es: 'Minutos dedicados', ja: '所要分' },
  'The time of all these courses as last reported, whenever it was spent: learning systems do not tell on which days. Courses without a time add nothing.':
    {
      de: 'Die zuletzt gemeldete Zeit all dieser Kurse, wann immer sie verbracht wurde: Lernsysteme nennen die Tage nicht. Kurse ohne Zeit tragen nichts bei.',
      fr: 'Le temps de tous ces cours selon la dernière déclaration, quel qu’en soit le moment : les systèmes ne disent pas quels jours. Les cours sans temps n’ajoutent rien.',
      es: 'El tiempo de todos estos cursos según lo último notificado, cuando fuera: los sistemas no indican los días. Los cursos sin tiempo no suman.',
      ja: '最後に報告されたこれらの研修の時間(日付は不明)。時間のない研修は加算しません。',
    },
  'Not completed, and its due day is over. A course without a due day of its own is due {n## day|# days} after enrolment.':
    {
      de: 'Nicht abgeschlossen, und der Fälligkeitstag ist vorbei. Ein Kurs ohne eigenen Fälligkeitstag ist {n## Tag|# Tage} nach der Einschreibung fällig.',
      fr: 'Non terminé, et son échéance est passée. Un cours sans échéance propre est dû {n## jour|# jours} après l’inscription.',
      es: 'No completado y con el plazo vencido. Un curso sin plazo propio vence {n## día|# días} después de la inscripción.',
      ja: '未修了で期限を過ぎたもの。期限のない研修は登録の{n}日後が期限。',
    },
  'Not begun': { de: 'Nicht begonnen', fr: 'Non commencés', es: 'No iniciados', ja: '未開始' },
  'Reported as enrolled only. What was completed or failed after the range counts as in progress.': {
    de: 'Nur als eingeschrieben gemeldet. Was nach dem Bereich abgeschlossen oder nicht bestanden wurde, gilt als laufend.',
    fr: 'Déclarés inscrits seulement. Ce qui a été terminé ou échoué après la plage compte comme en cours.',
    es: 'Notificados solo como inscritos. Lo completado o suspendido después del intervalo cuenta como en curso.',
    ja: '登録のみ報告されたもの。範囲後に修了・不合格となったものは受講中とします。',
  },
  'Personal data': {
    de: 'Personenbezogene Daten',
    fr: 'Données personnelles',
    es: 'Datos personales',
    ja: '個人情報',
  },
  'This report names people. A reader of some sites sees the learners of these sites alone; learners of no site are in reports of all sites only.':
    {
      de: 'Dieser Bericht nennt Personen. Wer einige Zentren sieht, sieht nur deren Lernende; Lernende ohne Zentrum stehen nur in Berichten aller Zentren.',
      fr: 'Ce rapport nomme des personnes. Un lecteur de certains centres ne voit que leurs apprenants ; ceux sans centre ne figurent que dans les rapports de tous les centres.',
      es: 'Este informe nombra a personas. Quien ve algunos centros ve solo a sus alumnos; los que no tienen centro solo figuran en informes de todos los centros.',
      ja: '本報告書は個人名を含みます。一部施設の読者はその施設の受講者のみ閲覧できます。施設のない受講者は全施設の報告書のみに記載されます。',
    },

  // Takeaways
  'There is no training record.': {
    de: 'Es gibt keinen Schulungsnachweis.',
    fr: 'Il n’y a aucun enregistrement de formation.',
    es: 'No hay ningún registro de formación.',
    ja: '研修記録はありません。',
  },
  '{done} of {learners## learner|# learners} {done#have|has|have} completed all their courses; {completed} of {courses## course|# courses} ({share}) {completed#was|was|were} completed to date.':
    {
      de: '{done} von {learners## Lernenden|# Lernenden} {done#haben|hat|haben} alle Kurse abgeschlossen; {completed} von {courses## Kurs|# Kursen} ({share}) {completed#wurde|wurde|wurden} bis heute abgeschlossen.',
      fr: '{done} sur {learners## apprenant|# apprenants} {done#a|a|ont} terminé tous leurs cours ; {completed} cours sur {courses} ({share}) terminés à ce jour.',
      es: '{done} de {learners## alumno|# alumnos} {done#ha|ha|han} completado todos sus cursos; {completed} de {courses## curso|# cursos} ({share}) completados hasta la fecha.',
      ja: '受講者{learners}名のうち{done}名が全研修を修了。研修{courses}件のうち{completed}件({share})が修了済み。',
    },
  '{n} of {all## department|# departments} {n#have|has|have} an overdue course.': {
    de: '{n} von {all## Abteilung|# Abteilungen} {n#haben|hat|haben} einen überfälligen Kurs.',
    fr: '{n} sur {all## service|# services} {n#a|a|ont} un cours en retard.',
    es: '{n} de {all## departamento|# departamentos} {n#tiene|tiene|tienen} un curso vencido.',
    ja: '{all}部署のうち{n}部署に期限超過の研修があります。',
  },
  '{n## course is|# courses are} assigned; the least completed is {course} ({share}).': {
    de: '{n## Kurs ist|# Kurse sind} zugewiesen; am seltensten abgeschlossen ist {course} ({share}).',
    fr: '{n## cours attribué|# cours attribués} ; le moins terminé est {course} ({share}).',
    es: '{n## curso asignado|# cursos asignados}; el menos completado es {course} ({share}).',
    ja: '割当研修は{n}件。修了率が最も低いのは{course}({share})。',
  },
  '{n#no course is|# course is|# courses are} overdue and {notStarted#none was|# was|# were} not begun.': {
    de: '{n#Kein Kurs ist|# Kurs ist|# Kurse sind} überfällig, {notStarted} nicht begonnen.',
    fr: '{n#aucun cours|# cours|# cours} en retard et {notStarted} non commencés.',
    es: '{n#ningún curso vencido|# curso vencido|# cursos vencidos} y {notStarted} no iniciados.',
    ja: '期限超過の研修は{n}件、未開始は{notStarted}件。',
  },
  '{n#no course was|# course was|# courses were} completed {current}, {compared}.': {
    de: '{n#Kein Kurs wurde|# Kurs wurde|# Kurse wurden} {current} abgeschlossen, {compared}.',
    fr: '{n#aucun cours terminé|# cours terminé|# cours terminés} {current}, {compared}.',
    es: '{n#ningún curso completado|# curso completado|# cursos completados} {current}, {compared}.',
    ja: '{current}の修了は{n}件({compared})。',
  },
  '{n#no course was|# course was|# courses were} completed {current}, {compared}; their average score is {score}.':
    {
      de: '{n#Kein Kurs wurde|# Kurs wurde|# Kurse wurden} {current} abgeschlossen, {compared}; durchschnittliche Punktzahl {score}.',
      fr: '{n#aucun cours terminé|# cours terminé|# cours terminés} {current}, {compared} ; score moyen {score}.',
      es: '{n#ningún curso completado|# curso completado|# cursos completados} {current}, {compared}; puntuación media {score}.',
      ja: '{current}の修了は{n}件({compared})、平均点{score}。',
    },

  // Tiles
  'Courses assigned': {
    de: 'Zugewiesene Kurse',
    fr: 'Cours attribués',
    es: 'Cursos asignados',
    ja: '割当研修',
  },
  '{share} completed': {
    de: '{share} abgeschlossen',
    fr: '{share} terminés',
    es: '{share} completados',
    ja: '修了 {share}',
  },
  '{n#no learner|# learner|# learners}': {
    de: '{n#kein Lernender|# Lernender|# Lernende}',
    fr: '{n#aucun apprenant|# apprenant|# apprenants}',
    es: '{n#ningún alumno|# alumno|# alumnos}',
    ja: '受講者 {n}名',
  },
  'overdue ones included': {
    de: 'einschließlich überfälliger',
    fr: 'y compris en retard',
    es: 'incluidos los vencidos',
    ja: '期限超過を含む',
  },
  '{n#no department|# department|# departments}': {
    de: '{n#keine Abteilung|# Abteilung|# Abteilungen}',
    fr: '{n#aucun service|# service|# services}',
    es: '{n#ningún departamento|# departamento|# departamentos}',
    ja: '{n}部署',
  },
  'Learners done': {
    de: 'Lernende fertig',
    fr: 'Apprenants ayant fini',
    es: 'Alumnos al día',
    ja: '全修了の受講者',
  },
  'all their courses completed': {
    de: 'alle Kurse abgeschlossen',
    fr: 'tous leurs cours terminés',
    es: 'todos sus cursos completados',
    ja: '全研修を修了',
  },
  '{n#no scored course|# scored course|# scored courses} of the range': {
    de: '{n#kein bewerteter Kurs|# bewerteter Kurs|# bewertete Kurse} des Bereichs',
    fr: '{n#aucun cours noté|# cours noté|# cours notés} de la plage',
    es: '{n#ningún curso puntuado|# curso puntuado|# cursos puntuados} del intervalo',
    ja: '範囲内の採点済み研修 {n}件',
  },
  'all courses, as last reported': {
    de: 'alle Kurse, wie zuletzt gemeldet',
    fr: 'tous les cours, dernière déclaration',
    es: 'todos los cursos, según lo último',
    ja: '全研修、最新報告',
  },

  // Tables
  'Completed to date': {
    de: 'Abgeschlossen bis heute',
    fr: 'Terminés à ce jour',
    es: 'Completados hasta la fecha',
    ja: '修了(累計)',
  },
  'Completed in range': {
    de: 'Abgeschlossen im Bereich',
    fr: 'Terminés dans la plage',
    es: 'Completados en el intervalo',
    ja: '修了(範囲内)',
  },
  'courses§Overdue': { de: 'Überfällig', fr: 'En retard', es: 'Vencidos', ja: '期限超過' },
  'courses§Completed': { de: 'Abgeschlossen', fr: 'Terminés', es: 'Completados', ja: '修了' },
  'Range: {period}. Percentages of the courses assigned up to {last}; average score of the courses completed in the range.':
    {
      de: 'Bereich: {period}. Prozentsätze der bis zum {last} zugewiesenen Kurse; Punktzahl der im Bereich abgeschlossenen Kurse.',
      fr: 'Plage : {period}. Pourcentages des cours attribués jusqu’au {last} ; score moyen des cours terminés dans la plage.',
      es: 'Intervalo: {period}. Porcentajes de los cursos asignados hasta el {last}; puntuación media de los completados en el intervalo.',
      ja: '範囲:{period}。割合の分母は{last}までの割当研修。平均点は範囲内に修了した研修。',
    },
  'Learners of no department are in the last line.': {
    de: 'Lernende ohne Abteilung stehen in der letzten Zeile.',
    fr: 'Les apprenants sans service sont sur la dernière ligne.',
    es: 'Los alumnos sin departamento están en la última línea.',
    ja: '部署のない受講者は最終行。',
  },
  'Courses: how many learners were assigned to it.': {
    de: 'Kurse: wie vielen Lernenden er zugewiesen wurde.',
    fr: 'Cours : nombre d’apprenants auxquels il est attribué.',
    es: 'Cursos: a cuántos alumnos se asignó.',
    ja: '研修:割り当てられた受講者数。',
  },
  'Progress by learner': {
    de: 'Fortschritt je Lernenden',
    fr: 'Progression par apprenant',
    es: 'Progreso por alumno',
    ja: '受講者別進捗',
  },
  Learner: { de: 'Lernende', fr: 'Apprenant', es: 'Alumno', ja: '受講者' },
  'Learner id': { de: 'Kennung', fr: 'Identifiant', es: 'Identificador', ja: '受講者ID' },
  Department: { de: 'Abteilung', fr: 'Service', es: 'Departamento', ja: '部署' },
  'Progress by department': {
    de: 'Fortschritt je Abteilung',
    fr: 'Progression par service',
    es: 'Progreso por departamento',
    ja: '部署別進捗',
  },
  'Progress by course': {
    de: 'Fortschritt je Kurs',
    fr: 'Progression par cours',
    es: 'Progreso por curso',
    ja: '研修別進捗',
  },
  Course: { de: 'Kurs', fr: 'Cours', es: 'Curso', ja: '研修' },
  'Course id': { de: 'Kurskennung', fr: 'Identifiant du cours', es: 'Identificador del curso', ja: '研修ID' },
  Enrolled: { de: 'Eingeschrieben', fr: 'Inscrit', es: 'Inscrito', ja: '登録日' },
  Due: { de: 'Fällig', fr: 'Échéance', es: 'Plazo', ja: '期限' },
  State: { de: 'Stand', fr: 'État', es: 'Estado', ja: '状態' },
  'Due on or before {last} and not completed; the longest overdue first.': {
    de: 'Am oder vor dem {last} fällig und nicht abgeschlossen; die am längsten überfälligen zuerst.',
    fr: 'Dus au plus tard le {last} et non terminés ; les plus anciens d’abord.',
    es: 'Con plazo hasta el {last} y no completados; primero los más antiguos.',
    ja: '期限が{last}以前で未修了。超過の長い順。',
  },
  'No course is overdue.': {
    de: 'Kein Kurs ist überfällig.',
    fr: 'Aucun cours en retard.',
    es: 'No hay cursos vencidos.',
    ja: '期限超過の研修はありません。',
  },
  'Days overdue': { de: 'Tage überfällig', fr: 'Jours de retard', es: 'Días de retraso', ja: '超過日数' },
  'Not begun, not yet overdue': {
    de: 'Nicht begonnen, noch nicht überfällig',
    fr: 'Non commencés, pas encore en retard',
    es: 'No iniciados, aún no vencidos',
    ja: '未開始(期限内)',
  },
  'The first due first.': {
    de: 'Die zuerst fälligen zuerst.',
    fr: 'Les premières échéances d’abord.',
    es: 'Primero los de plazo más próximo.',
    ja: '期限の早い順。',
  },
  'Every course that is not overdue has been begun.': {
    de: 'Jeder nicht überfällige Kurs wurde begonnen.',
    fr: 'Tous les cours qui ne sont pas en retard ont été commencés.',
    es: 'Se han iniciado todos los cursos no vencidos.',
    ja: '期限内の研修はすべて開始されています。',
  },
  'Listing: courses completed in the range': {
    de: 'Liste: im Bereich abgeschlossene Kurse',
    fr: 'Liste : cours terminés dans la plage',
    es: 'Listado: cursos completados en el intervalo',
    ja: '一覧:範囲内に修了した研修',
  },
  'Range: {period}.': {
    de: 'Bereich: {period}.',
    fr: 'Plage : {period}.',
    es: 'Intervalo: {period}.',
    ja: '範囲:{period}。',
  },
  'No course was completed in the range.': {
    de: 'Kein Kurs wurde im Bereich abgeschlossen.',
    fr: 'Aucun cours terminé dans la plage.',
    es: 'Ningún curso completado en el intervalo.',
    ja: '範囲内に修了した研修はありません。',
  },
  Score: { de: 'Punktzahl', fr: 'Score', es: 'Puntuación', ja: '点数' },
  'What the charts show. The last week ends with the range.': {
    de: 'Was die Diagramme zeigen. Die letzte Woche endet mit dem Bereich.',
    fr: 'Ce que montrent les graphiques. La dernière semaine finit avec la plage.',
    es: 'Lo que muestran los gráficos. La última semana termina con el intervalo.',
    ja: '図の数値。最後の週は範囲とともに終わります。',
  },
  'Assigned to date': {
    de: 'Zugewiesen bis heute',
    fr: 'Attribués à ce jour',
    es: 'Asignados hasta la fecha',
    ja: '割当(累計)',
  },

  // The mail
  'Courses completed, {period}': {
    de: 'Abgeschlossene Kurse, {period}',
    fr: 'Cours terminés, {period}',
    es: 'Cursos completados, {period}',
    ja: '修了した研修、{period}',
  },
  'Learners who have completed all': {
    de: 'Lernende, die alles abgeschlossen haben',
    fr: 'Apprenants ayant tout terminé',
    es: 'Alumnos que lo han completado todo',
    ja: '全修了の受講者',
  },
  '{n## course|# courses} overdue.': {
    de: '{n## Kurs|# Kurse} überfällig.',
    fr: '{n} cours en retard.',
    es: '{n## curso vencido|# cursos vencidos}.',
    ja: '期限超過の研修 {n}件。',
  },
  '{n## course|# courses} failed and not repeated.': {
    de: '{n## Kurs|# Kurse} nicht bestanden und nicht wiederholt.',
    fr: '{n} cours échoués et non repassés.',
    es: '{n## curso suspendido y no repetido|# cursos suspendidos y no repetidos}.',
    ja: '不合格で未再受講の研修 {n}件。',
  },
} as const satisfies Texts;

/** The mails: of reports, of reports that did not change, and notices to who must do something. */
import type { Texts } from '../message.ts';

export const MAIL = {
  // Reports
  '{study} {report}, {period}': {
    de: '{study}: {report}, {period}',
    fr: '{study} : {report}, {period}',
    es: '{study}: {report}, {period}',
    ja: '{study} {report}({period})',
  },
  '(late)': { de: '(verspätet)', fr: '(en retard)', es: '(con retraso)', ja: '(遅延)' },
  '(partial)': { de: '(unvollständig)', fr: '(incomplet)', es: '(incompleto)', ja: '(一部欠落)' },
  'nothing changed': {
    de: 'nichts hat sich geändert',
    fr: 'rien n’a changé',
    es: 'sin cambios',
    ja: '変更なし',
  },
  'This report is late: it was due on {due}.': {
    de: 'Dieser Bericht kommt verspätet: Er war am {due} fällig.',
    fr: 'Ce rapport est en retard : il était prévu le {due}.',
    es: 'Este informe llega con retraso: estaba previsto para el {due}.',
    ja: '本報告書は遅延しています。予定日時:{due}。',
  },
  'This report is partial: it lacks something, which its first page names.': {
    de: 'Dieser Bericht ist unvollständig: Es fehlt etwas, das seine erste Seite nennt.',
    fr: 'Ce rapport est incomplet : il y manque quelque chose, que sa première page indique.',
    es: 'Este informe está incompleto: le falta algo, que indica su primera página.',
    ja: '本報告書は一部が欠けています。欠けている内容は1ページ目に示します。',
  },
  'Nothing needs attention': {
    de: 'Nichts erfordert Aufmerksamkeit',
    fr: 'Rien à signaler',
    es: 'Nada requiere atención',
    ja: '要確認事項なし',
  },
  'Nothing needs attention.': {
    de: 'Nichts erfordert Aufmerksamkeit.',
    fr: 'Rien à signaler.',
    es: 'Nada requiere atención.',
    ja: '要確認事項はありません。',
  },
  Attention: { de: 'Aufmerksamkeit', fr: 'À signaler', es: 'Atención', ja: '要確認' },
  'Headline figures': {
    de: 'Wichtigste Zahlen',
    fr: 'Chiffres clés',
    es: 'Cifras principales',
    ja: '主要な数値',
  },
  'Since the last report': {
    de: 'Seit dem letzten Bericht',
    fr: 'Depuis le dernier rapport',
    es: 'Desde el último informe',
    ja: '前回の報告書から',
  },
  'Open the report': {
    de: 'Bericht öffnen',
    fr: 'Ouvrir le rapport',
    es: 'Abrir el informe',
    ja: '報告書を開く',
  },
  'Open the report: {url}': {
    de: 'Bericht öffnen: {url}',
    fr: 'Ouvrir le rapport : {url}',
    es: 'Abrir el informe: {url}',
    ja: '報告書を開く:{url}',
  },
  'Files: {files}': {
    de: 'Dateien: {files}',
    fr: 'Fichiers : {files}',
    es: 'Archivos: {files}',
    ja: 'ファイル:{files}',
  },
  'The link is yours alone: it opens until {expiry}, after a check of your rights.': {
    de: 'Der Link gilt nur für Sie: Er öffnet bis {expiry}, nach einer Prüfung Ihrer Rechte.',
    fr: 'Ce lien vous est personnel : il s’ouvre jusqu’au {expiry}, après vérification de vos droits.',
    es: 'El enlace es solo suyo: se abre hasta el {expiry}, tras comprobar sus permisos.',
    ja: 'このリンクはご本人専用です。{expiry}まで、権限の確認後に開けます。',
  },
  '{instant} ({zone})': {
    de: '{instant} ({zone})',
    fr: '{instant} ({zone})',
    es: '{instant} ({zone})',
    ja: '{instant}({zone})',
  },
  'For {name}, because you receive the {study} {report}. It shows {scope}.': {
    de: 'Für {name}. Sie erhalten: {study}, {report}. Gezeigt wird: {scope}.',
    fr: 'Pour {name}, destinataire de : {study}, {report}. Contenu : {scope}.',
    es: 'Para {name}, destinatario de: {study}, {report}. Muestra: {scope}.',
    ja: '{name}様宛({study} {report}の受信者)。表示範囲:{scope}。',
  },
  you: { de: 'Sie', fr: 'vous', es: 'usted', ja: '受信者' },
  'all sites': { de: 'alle Zentren', fr: 'tous les centres', es: 'todos los centros', ja: '全施設' },
  'site {sites}': { de: 'Zentrum {sites}', fr: 'centre {sites}', es: 'centro {sites}', ja: '施設 {sites}' },
  'sites {sites}': {
    de: 'Zentren {sites}',
    fr: 'centres {sites}',
    es: 'centros {sites}',
    ja: '施設 {sites}',
  },
  '{sites}, {arms}': {
    de: '{sites}, {arms}',
    fr: '{sites}, {arms}',
    es: '{sites}, {arms}',
    ja: '{sites}、{arms}',
  },
  'treatment arms shown': {
    de: 'Behandlungsarme sichtbar',
    fr: 'bras de traitement visibles',
    es: 'brazos de tratamiento visibles',
    ja: '治療群を表示',
  },
  'Made from cut {cut}.': {
    de: 'Erstellt aus Datenschnitt {cut}.',
    fr: 'Établi à partir du gel {cut}.',
    es: 'Elaborado a partir del corte {cut}.',
    ja: 'データカット:{cut}。',
  },
  'Made from cut {cut} of {instant}.': {
    de: 'Erstellt aus Datenschnitt {cut} vom {instant}.',
    fr: 'Établi à partir du gel {cut} du {instant}.',
    es: 'Elaborado a partir del corte {cut} del {instant}.',
    ja: 'データカット:{cut}({instant})。',
  },
  'Compared by cut {cut}.': {
    de: 'Verglichen anhand von Datenschnitt {cut}.',
    fr: 'Comparé d’après le gel {cut}.',
    es: 'Comparado según el corte {cut}.',
    ja: '比較に用いたデータカット:{cut}。',
  },
  'If the button does not work:': {
    de: 'Falls die Schaltfläche nicht funktioniert:',
    fr: 'Si le bouton ne fonctionne pas :',
    es: 'Si el botón no funciona:',
    ja: 'ボタンが機能しない場合:',
  },
  'Unsubscribe from this report': {
    de: 'Diesen Bericht abbestellen',
    fr: 'Se désabonner de ce rapport',
    es: 'Cancelar la suscripción a este informe',
    ja: 'この報告書の配信を停止',
  },
  Unsubscribe: { de: 'Abbestellen', fr: 'Se désabonner', es: 'Cancelar la suscripción', ja: '配信停止' },
  'Unsubscribe: {url}': {
    de: 'Abbestellen: {url}',
    fr: 'Se désabonner : {url}',
    es: 'Cancelar la suscripción: {url}',
    ja: '配信停止:{url}',
  },
  'Nothing changed': {
    de: 'Nichts hat sich geändert',
    fr: 'Rien n’a changé',
    es: 'Sin cambios',
    ja: '変更はありません',
  },
  'Nothing that you may see has changed since the last report, so there is no new one.': {
    de: 'Nichts von dem, was Sie sehen dürfen, hat sich seit dem letzten Bericht geändert; es gibt daher keinen neuen.',
    fr: 'Rien de ce que vous pouvez voir n’a changé depuis le dernier rapport ; il n’y en a donc pas de nouveau.',
    es: 'Nada de lo que usted puede ver ha cambiado desde el último informe, por lo que no hay uno nuevo.',
    ja: '閲覧可能な範囲で前回の報告書からの変更はないため、新しい報告書はありません。',
  },
  'The next report comes as soon as something has changed.': {
    de: 'Der nächste Bericht kommt, sobald sich etwas geändert hat.',
    fr: 'Le prochain rapport viendra dès que quelque chose aura changé.',
    es: 'El próximo informe llegará en cuanto algo haya cambiado.',
    ja: '変更があり次第、次の報告書をお送りします。',
  },

  // Notices
  '{study}: the report due {due} failed': {
    de: '{study}: Der am {due} fällige Bericht ist gescheitert',
    fr: '{study} : le rapport prévu le {due} a échoué',
    es: '{study}: el informe previsto para el {due} ha fallado',
    ja: '{study}:{due}予定の報告書の作成に失敗しました',
  },
  'The report {type} of the study {study}, due {due}, could not be made or sent. None of its recipients has it.':
    {
      de: 'Der Bericht {type} der Studie {study}, fällig am {due}, konnte nicht erstellt oder versandt werden. Keiner seiner Empfänger hat ihn.',
      fr: 'Le rapport {type} de l’étude {study}, prévu le {due}, n’a pas pu être établi ou envoyé. Aucun de ses destinataires ne l’a.',
      es: 'El informe {type} del estudio {study}, previsto para el {due}, no se pudo elaborar o enviar. Ninguno de sus destinatarios lo tiene.',
      ja: '試験{study}の報告書{type}({due}予定)を作成または送信できませんでした。どの受信者にも届いていません。',
    },
  'What went wrong: {message} ({code})': {
    de: 'Was schiefging: {message} ({code})',
    fr: 'Ce qui s’est passé : {message} ({code})',
    es: 'Qué falló: {message} ({code})',
    ja: '原因:{message}({code})',
  },
  'Nothing is lost: once the cause is mended, it can be taken up where it stopped, on the same data. The next report comes as scheduled.':
    {
      de: 'Nichts ist verloren: Sobald die Ursache behoben ist, kann er auf denselben Daten dort fortgesetzt werden, wo er stehen blieb. Der nächste Bericht kommt wie geplant.',
      fr: 'Rien n’est perdu : une fois la cause réparée, il peut être repris où il s’est arrêté, sur les mêmes données. Le prochain rapport viendra comme prévu.',
      es: 'No se ha perdido nada: una vez resuelta la causa, puede retomarse donde se detuvo, con los mismos datos. El próximo informe llegará según lo previsto.',
      ja: '失われたものはありません。原因の解消後、同じデータで中断箇所から再開できます。次の報告書は予定どおりです。',
    },
  'See where it stands': {
    de: 'Stand ansehen',
    fr: 'Voir où il en est',
    es: 'Ver cómo está',
    ja: '状況を確認',
  },
  '{study}: the report due {due} is held back': {
    de: '{study}: Der am {due} fällige Bericht wird zurückgehalten',
    fr: '{study} : le rapport prévu le {due} est retenu',
    es: '{study}: el informe previsto para el {due} está retenido',
    ja: '{study}:{due}予定の報告書は保留されています',
  },
  'The report {type} of the study {study}, due {due}, was made, but the check before sending found something wrong with it. Those for whom it was made do not have it.':
    {
      de: 'Der Bericht {type} der Studie {study}, fällig am {due}, wurde erstellt, doch die Prüfung vor dem Versand fand einen Fehler. Diejenigen, für die er erstellt wurde, haben ihn nicht.',
      fr: 'Le rapport {type} de l’étude {study}, prévu le {due}, a été établi, mais le contrôle avant envoi y a trouvé une anomalie. Ses destinataires ne l’ont pas.',
      es: 'El informe {type} del estudio {study}, previsto para el {due}, se elaboró, pero la comprobación previa al envío encontró un error. Sus destinatarios no lo tienen.',
      ja: '試験{study}の報告書{type}({due}予定)は作成されましたが、送信前の確認で問題が見つかりました。対象の受信者には届いていません。',
    },
  'Not listed here: {n} more.': {
    de: 'Hier nicht aufgeführt: {n} weitere.',
    fr: 'Non listés ici : {n} de plus.',
    es: 'No listados aquí: {n} más.',
    ja: 'ほか{n}件は省略。',
  },
  'It waits for you: mend the cause and have it made anew on the same data, or look at it and release it as it is, saying why. The next report comes as scheduled.':
    {
      de: 'Er wartet auf Sie: Beheben Sie die Ursache und lassen Sie ihn auf denselben Daten neu erstellen, oder sehen Sie ihn an und geben Sie ihn mit Begründung frei. Der nächste Bericht kommt wie geplant.',
      fr: 'Il vous attend : réparez la cause et faites-le refaire sur les mêmes données, ou examinez-le et libérez-le tel quel en disant pourquoi. Le prochain rapport viendra comme prévu.',
      es: 'Espera su decisión: resuelva la causa y haga que se rehaga con los mismos datos, o revíselo y libérelo tal cual indicando el motivo. El próximo informe llegará según lo previsto.',
      ja: '対応をお待ちしています。原因を解消して同じデータで作り直すか、内容を確認のうえ理由を添えて承認してください。次の報告書は予定どおりです。',
    },
  '{study}: not everybody has the report due {due}': {
    de: '{study}: nicht alle haben den am {due} fälligen Bericht',
    fr: '{study} : tous n’ont pas le rapport prévu le {due}',
    es: '{study}: no todos tienen el informe previsto para el {due}',
    ja: '{study}:{due}予定の報告書が一部の受信者に届いていません',
  },
  'The report {type} of the study {study}, due {due}, was made. Of {all} mails {failed} were not delivered, and of {doubtful} nobody can tell yet.':
    {
      de: 'Der Bericht {type} der Studie {study}, fällig am {due}, wurde erstellt. Von {all} Mails wurden {failed} nicht zugestellt, bei {doubtful} lässt es sich noch nicht sagen.',
      fr: 'Le rapport {type} de l’étude {study}, prévu le {due}, a été établi. Sur {all} courriels, {failed} n’ont pas été remis et, pour {doubtful}, on ne peut encore le dire.',
      es: 'El informe {type} del estudio {study}, previsto para el {due}, se elaboró. De {all} correos, {failed} no se entregaron y de {doubtful} aún no se puede saber.',
      ja: '試験{study}の報告書{type}({due}予定)は作成されました。メール{all}通のうち{failed}通は届かず、{doubtful}通は未確定です。',
    },
  'Who is concerned: {who}': {
    de: 'Wen es betrifft: {who}',
    fr: 'Personnes concernées : {who}',
    es: 'Personas afectadas: {who}',
    ja: '対象者:{who}',
  },
  'What may pass by itself is tried again for three days. For anything else mend the cause, e.g. the address, and have the mail sent again to exactly those; where nobody can tell, look whether it came, and say so. Whoever has the report gets no second mail.':
    {
      de: 'Was von selbst vorübergehen kann, wird drei Tage lang erneut versucht. Beheben Sie sonst die Ursache, z. B. die Adresse, und lassen Sie die Mail genau diesen Personen erneut senden; wo es sich nicht sagen lässt, sehen Sie nach, ob sie ankam, und geben Sie es an. Wer den Bericht hat, erhält keine zweite Mail.',
      fr: 'Ce qui peut passer de soi-même est réessayé pendant trois jours. Sinon, réparez la cause, p. ex. l’adresse, et faites renvoyer le courriel à ces seules personnes ; si nul ne peut le dire, vérifiez s’il est arrivé et indiquez-le. Qui a le rapport ne reçoit pas de second courriel.',
      es: 'Lo que puede resolverse solo se reintenta durante tres días. En otro caso, resuelva la causa, p. ej. la dirección, y haga reenviar el correo solo a esas personas; si no se puede saber, compruebe si llegó e indíquelo. Quien tiene el informe no recibe un segundo correo.',
      ja: '一時的な原因によるものは3日間自動で再送を試みます。それ以外は、アドレスなどの原因を解消のうえ、対象者のみに再送してください。未確定のものは届いたかどうかを確認し、結果を登録してください。受信済みの方に二通目は送られません。',
    },
  '{study}: hidden from blinded readers of the report due {due}': {
    de: '{study}: im am {due} fälligen Bericht vor verblindeten Lesern verborgen',
    fr: '{study} : masqué aux lecteurs en aveugle du rapport prévu le {due}',
    es: '{study}: oculto a lectores con enmascaramiento del informe previsto para el {due}',
    ja: '{study}:{due}予定の報告書で盲検下の読者に非表示としたもの',
  },
  'In the report {type} of the study {study}, due {due}, a second check came upon what may tell blinded readers a treatment, and hid it from them. It holds no report back.':
    {
      de: 'Im Bericht {type} der Studie {study}, fällig am {due}, stieß eine zweite Prüfung auf etwas, das verblindeten Lesern eine Behandlung verraten kann, und verbarg es vor ihnen. Kein Bericht wird deshalb zurückgehalten.',
      fr: 'Dans le rapport {type} de l’étude {study}, prévu le {due}, un second contrôle a rencontré de quoi révéler un traitement aux lecteurs en aveugle, et le leur a masqué. Aucun rapport n’est retenu pour cela.',
      es: 'En el informe {type} del estudio {study}, previsto para el {due}, una segunda comprobación dio con algo que puede revelar un tratamiento a lectores con enmascaramiento, y se lo ocultó. Ningún informe se retiene por ello.',
      ja: '試験{study}の報告書{type}({due}予定)で、盲検下の読者に治療を知らせうるものが二次確認で見つかり、非表示としました。報告書の保留はありません。',
    },
  'What it was is not said here. Whoever is unblinded sees it in the document or the report itself, and can have it corrected. Operators: that the first check let it through is a fault of Rounds.':
    {
      de: 'Was es war, steht nicht hier. Wer entblindet ist, sieht es im Dokument oder im Bericht selbst und kann es berichtigen lassen. Für Betreiber: Dass die erste Prüfung es durchließ, ist ein Fehler von Rounds.',
      fr: 'Ce que c’était n’est pas dit ici. Qui n’est pas en aveugle le voit dans le document ou le rapport lui-même et peut le faire corriger. Pour les opérateurs : que le premier contrôle l’ait laissé passer est un défaut de Rounds.',
      es: 'Aquí no se dice qué era. Quien no tiene enmascaramiento lo ve en el propio documento o informe y puede hacerlo corregir. Para operadores: que la primera comprobación lo dejara pasar es un defecto de Rounds.',
      ja: '内容はここには記載しません。非盲検の方は文書または報告書自体で確認し、訂正を依頼できます。運用者の方へ:一次確認を通過したことはRoundsの不具合です。',
    },
  '{study}: a file of the report due {due} is gone': {
    de: '{study}: eine Datei des am {due} fälligen Berichts ist nicht mehr da',
    fr: '{study} : un fichier du rapport prévu le {due} n’existe plus',
    es: '{study}: un archivo del informe previsto para el {due} ya no existe',
    ja: '{study}:{due}予定の報告書のファイルが失われています',
  },
  'Somebody asked for the {format} of the report {type} of the study {study}, due {due}. The object store has the file no longer.':
    {
      de: 'Jemand wollte das {format} des Berichts {type} der Studie {study}, fällig am {due}, abrufen. Der Objektspeicher hat die Datei nicht mehr.',
      fr: 'Quelqu’un a demandé le {format} du rapport {type} de l’étude {study}, prévu le {due}. Le stockage d’objets n’a plus ce fichier.',
      es: 'Alguien pidió el {format} del informe {type} del estudio {study}, previsto para el {due}. El almacén de objetos ya no tiene el archivo.',
      ja: '試験{study}の報告書{type}({due}予定)の{format}が要求されましたが、オブジェクトストレージにファイルがありません。',
    },
  'Restore the file from a backup of the object store, or have the report made anew.': {
    de: 'Stellen Sie die Datei aus einer Sicherung des Objektspeichers wieder her, oder lassen Sie den Bericht neu erstellen.',
    fr: 'Restaurez le fichier depuis une sauvegarde du stockage d’objets, ou faites refaire le rapport.',
    es: 'Restaure el archivo desde una copia de seguridad del almacén de objetos o haga que se vuelva a elaborar el informe.',
    ja: 'オブジェクトストレージのバックアップから復元するか、報告書を再作成してください。',
  },
  '{study}: the webhook to {host} was given up': {
    de: '{study}: Der Webhook an {host} wurde aufgegeben',
    fr: '{study} : le webhook vers {host} a été abandonné',
    es: '{study}: se abandonó el webhook a {host}',
    ja: '{study}:{host}へのWebhookを断念しました',
  },
  'That the report {run} is done could not be told to {host}: {reason}': {
    de: 'Dass der Bericht {run} fertig ist, konnte {host} nicht mitgeteilt werden: {reason}',
    fr: 'La fin du rapport {run} n’a pas pu être signalée à {host} : {reason}',
    es: 'No se pudo comunicar a {host} que el informe {run} está listo: {reason}',
    ja: '報告書{run}の終了を{host}に通知できませんでした:{reason}',
  },
  'It is not tried again by itself. Once the receiver answers, ask for it to be sent again.': {
    de: 'Es wird nicht von selbst erneut versucht. Sobald der Empfänger antwortet, lassen Sie es erneut senden.',
    fr: 'Il n’y aura pas de nouvel essai automatique. Dès que le destinataire répond, demandez un nouvel envoi.',
    es: 'No se volverá a intentar automáticamente. Cuando el receptor responda, pida que se envíe de nuevo.',
    ja: '自動的な再試行は行いません。受信側が応答するようになったら、再送を依頼してください。',
  },
  'See the attempts': {
    de: 'Versuche ansehen',
    fr: 'Voir les essais',
    es: 'Ver los intentos',
    ja: '試行を確認',
  },
  '{study}: {who} gets no more mail': {
    de: '{study}: {who} erhält keine Mails mehr',
    fr: '{study} : {who} ne reçoit plus de courriels',
    es: '{study}: {who} ya no recibe correo',
    ja: '{study}:{who}へのメールを停止しました',
  },
  '{who} gets no more mail': {
    de: '{who} erhält keine Mails mehr',
    fr: '{who} ne reçoit plus de courriels',
    es: '{who} ya no recibe correo',
    ja: '{who}へのメールを停止しました',
  },
  'a recipient': { de: 'ein Empfänger', fr: 'un destinataire', es: 'un destinatario', ja: 'ある受信者' },
  'Mail to {who} came back for good: the address does not exist or takes no mail.': {
    de: 'Mails an {who} kamen endgültig zurück: Die Adresse existiert nicht oder nimmt keine Mails an.',
    fr: 'Les courriels à {who} reviennent définitivement : l’adresse n’existe pas ou n’accepte pas de courriel.',
    es: 'El correo a {who} se devolvió definitivamente: la dirección no existe o no admite correo.',
    ja: '{who}宛のメールは恒久的に返送されました。アドレスが存在しないか、受信できません。',
  },
  '{who} reported a mail as unwanted.': {
    de: '{who} hat eine Mail als unerwünscht gemeldet.',
    fr: '{who} a signalé un courriel comme indésirable.',
    es: '{who} marcó un correo como no deseado.',
    ja: '{who}がメールを迷惑メールとして報告しました。',
  },
  'No more mail goes to this address. Others receive their reports as before. Correct the address, or take the recipient off; if the address is right after all, an operator can lift this.':
    {
      de: 'An diese Adresse gehen keine Mails mehr. Andere erhalten ihre Berichte wie bisher. Berichtigen Sie die Adresse oder nehmen Sie den Empfänger heraus; ist die Adresse doch richtig, kann ein Operator dies aufheben.',
      fr: 'Plus aucun courriel ne part vers cette adresse. Les autres reçoivent leurs rapports comme avant. Corrigez l’adresse ou retirez le destinataire ; si l’adresse est bonne, un opérateur peut lever cette mesure.',
      es: 'Ya no se envía correo a esta dirección. Los demás reciben sus informes como antes. Corrija la dirección o retire al destinatario; si la dirección es correcta, un operador puede levantar esta medida.',
      ja: 'このアドレスへのメールは停止しました。他の受信者への配信は従来どおりです。アドレスを訂正するか受信者から外してください。アドレスが正しい場合は、オペレータが解除できます。',
    },
  'For operators: {command}': {
    de: 'Für Operatoren: {command}',
    fr: 'Pour les opérateurs : {command}',
    es: 'Para operadores: {command}',
    ja: 'オペレータ用:{command}',
  },
  'See the address': {
    de: 'Adresse ansehen',
    fr: 'Voir l’adresse',
    es: 'Ver la dirección',
    ja: 'アドレスを確認',
  },
  'See the subscription': {
    de: 'Abonnement ansehen',
    fr: 'Voir l’abonnement',
    es: 'Ver la suscripción',
    ja: '購読を確認',
  },
  '{study}: a subscription has lost its owner': {
    de: '{study}: Ein Abonnement hat keinen Besitzer mehr',
    fr: '{study} : un abonnement n’a plus de propriétaire',
    es: '{study}: una suscripción ha perdido a su propietario',
    ja: '{study}:購読の所有者がいなくなりました',
  },
  'The owner of a subscription to {type} of the study {study} may no longer see the study.': {
    de: 'Der Besitzer eines Abonnements von {type} der Studie {study} darf die Studie nicht mehr sehen.',
    fr: 'Le propriétaire d’un abonnement à {type} de l’étude {study} ne peut plus voir l’étude.',
    es: 'El propietario de una suscripción a {type} del estudio {study} ya no puede ver el estudio.',
    ja: '試験{study}の{type}の購読の所有者は、この試験を閲覧できなくなりました。',
  },
  'Its reports go on until {day}; then it is paused, unless it is handed over to someone else.': {
    de: 'Seine Berichte laufen bis {day} weiter; dann wird es angehalten, sofern es nicht jemand anderem übergeben wird.',
    fr: 'Ses rapports continuent jusqu’au {day} ; il est ensuite suspendu, sauf s’il est transmis à quelqu’un d’autre.',
    es: 'Sus informes continúan hasta el {day}; después se pausa, salvo que se traspase a otra persona.',
    ja: '報告書は{day}まで継続し、他の方に引き継がれない限り、その後停止します。',
  },
  '{study}: a subscription without an owner was paused': {
    de: '{study}: Ein Abonnement ohne Besitzer wurde angehalten',
    fr: '{study} : un abonnement sans propriétaire a été suspendu',
    es: '{study}: se pausó una suscripción sin propietario',
    ja: '{study}:所有者のいない購読を停止しました',
  },
  'The subscription to {type} of the study {study} was paused, because its owner may no longer see the study and nobody took it over.':
    {
      de: 'Das Abonnement von {type} der Studie {study} wurde angehalten, weil sein Besitzer die Studie nicht mehr sehen darf und niemand es übernommen hat.',
      fr: 'L’abonnement à {type} de l’étude {study} a été suspendu, car son propriétaire ne peut plus voir l’étude et personne ne l’a repris.',
      es: 'La suscripción a {type} del estudio {study} se pausó porque su propietario ya no puede ver el estudio y nadie la asumió.',
      ja: '試験{study}の{type}の購読は、所有者が試験を閲覧できなくなり引継ぎもないため、停止しました。',
    },
  'Hand it over to someone and resume it, or cancel it.': {
    de: 'Übergeben Sie es jemandem und setzen Sie es fort, oder kündigen Sie es.',
    fr: 'Transmettez-le à quelqu’un et reprenez-le, ou résiliez-le.',
    es: 'Traspásela a alguien y reanúdela, o cancélela.',
    ja: '他の方に引き継いで再開するか、解約してください。',
  },
  '{study}: a subscription that nobody receives was paused': {
    de: '{study}: Ein Abonnement, das niemand erhält, wurde angehalten',
    fr: '{study} : un abonnement que personne ne reçoit a été suspendu',
    es: '{study}: se pausó una suscripción que nadie recibe',
    ja: '{study}:受信者のいない購読を停止しました',
  },
  'Nobody receives the report {type} of the study {study} any more: each recipient has unsubscribed, may not see the study, or takes no mail. Your subscription was paused.':
    {
      de: 'Niemand erhält mehr den Bericht {type} der Studie {study}: Alle Empfänger haben sich abgemeldet, dürfen die Studie nicht sehen oder sind per Mail nicht erreichbar. Ihr Abonnement wurde angehalten.',
      fr: 'Plus personne ne reçoit le rapport {type} de l’étude {study} : chaque destinataire s’est désabonné, ne peut pas voir l’étude ou n’est pas joignable par courriel. Votre abonnement a été suspendu.',
      es: 'Ya nadie recibe el informe {type} del estudio {study}: cada destinatario se dio de baja, no puede ver el estudio o no recibe correo. Su suscripción se ha pausado.',
      ja: '試験{study}の報告書{type}を受信する方がいなくなりました(配信停止、閲覧権限なし、またはメール不達)。購読を停止しました。',
    },
  'Name other recipients and resume it, or invite those who unsubscribed: it goes on with the first who accepts.':
    {
      de: 'Nennen Sie andere Empfänger und setzen Sie es fort, oder laden Sie die Abgemeldeten ein: Es läuft weiter, sobald jemand annimmt.',
      fr: 'Indiquez d’autres destinataires et reprenez-le, ou invitez ceux qui se sont désabonnés : il reprend dès que l’un d’eux accepte.',
      es: 'Indique otros destinatarios y reanúdela, o invite a quienes se dieron de baja: continúa en cuanto alguien acepte.',
      ja: '別の受信者を指定して再開するか、配信停止した方を招待してください。どなたかが承諾した時点で再開します。',
    },
  '{study}: you are invited to receive a report again': {
    de: '{study}: Sie sind eingeladen, einen Bericht wieder zu erhalten',
    fr: '{study} : vous êtes invité à recevoir de nouveau un rapport',
    es: '{study}: se le invita a recibir de nuevo un informe',
    ja: '{study}:報告書の受信再開のご案内',
  },
  '{who} asks whether you want to receive the report {type} of the study {study} by mail again. You unsubscribed from it.':
    {
      de: '{who} fragt, ob Sie den Bericht {type} der Studie {study} wieder per Mail erhalten möchten. Sie hatten sich abgemeldet.',
      fr: '{who} demande si vous souhaitez recevoir de nouveau par courriel le rapport {type} de l’étude {study}. Vous vous en étiez désabonné.',
      es: '{who} pregunta si desea volver a recibir por correo el informe {type} del estudio {study}. Usted se había dado de baja.',
      ja: '{who}が、試験{study}の報告書{type}のメール受信を再開するかどうかを尋ねています。現在は配信停止中です。',
    },
  'Nothing is mailed to you unless you say so on the page behind this link.': {
    de: 'Ihnen wird nichts gemailt, solange Sie es nicht auf der Seite hinter diesem Link sagen.',
    fr: 'Rien ne vous est envoyé tant que vous ne le dites pas sur la page de ce lien.',
    es: 'No se le enviará nada mientras no lo indique en la página de este enlace.',
    ja: 'リンク先のページで承諾されない限り、メールは送信されません。',
  },
  'Accept, or leave it': {
    de: 'Annehmen oder nicht',
    fr: 'Accepter, ou non',
    es: 'Aceptar, o no',
    ja: '承諾するかどうかを選ぶ',
  },
  '{study}: the study was closed, and its reports end': {
    de: '{study}: Die Studie wurde geschlossen, ihre Berichte enden',
    fr: '{study} : l’étude est close, ses rapports prennent fin',
    es: '{study}: el estudio se cerró y sus informes terminan',
    ja: '{study}:試験が終了し、報告も終了します',
  },
  'The study {study} was closed. The subscription to {type} has ended with it; reports that were made are kept.':
    {
      de: 'Die Studie {study} wurde geschlossen. Das Abonnement von {type} ist mit ihr beendet; erstellte Berichte bleiben erhalten.',
      fr: 'L’étude {study} est close. L’abonnement à {type} a pris fin avec elle ; les rapports établis sont conservés.',
      es: 'El estudio {study} se cerró. La suscripción a {type} ha terminado con él; los informes elaborados se conservan.',
      ja: '試験{study}は終了しました。{type}の購読も終了しました。作成済みの報告書は保存されています。',
    },
  '{study}: a subscription has ended': {
    de: '{study}: Ein Abonnement ist beendet',
    fr: '{study} : un abonnement a pris fin',
    es: '{study}: una suscripción ha terminado',
    ja: '{study}:購読が終了しました',
  },
  'The subscription to {type} of the study {study} has ended: {reason}': {
    de: 'Das Abonnement von {type} der Studie {study} ist beendet: {reason}',
    fr: 'L’abonnement à {type} de l’étude {study} a pris fin : {reason}',
    es: 'La suscripción a {type} del estudio {study} ha terminado: {reason}',
    ja: '試験{study}の{type}の購読が終了しました:{reason}',
  },
  'If the report is still useful, subscribe again.': {
    de: 'Ist der Bericht noch nützlich, abonnieren Sie ihn erneut.',
    fr: 'Si le rapport est encore utile, abonnez-vous de nouveau.',
    es: 'Si el informe sigue siendo útil, suscríbase de nuevo.',
    ja: '引き続き必要な場合は、再度購読してください。',
  },
  '{study}: a fresh link to the report of {period}': {
    de: '{study}: ein neuer Link zum Bericht vom {period}',
    fr: '{study} : un nouveau lien vers le rapport du {period}',
    es: '{study}: un enlace nuevo al informe del {period}',
    ja: '{study}:{period}の報告書への新しいリンク',
  },
  'Here is the fresh link that was asked for: {type} of the study {study}, {period}.': {
    de: 'Hier ist der angeforderte neue Link: {type} der Studie {study}, {period}.',
    fr: 'Voici le nouveau lien demandé : {type} de l’étude {study}, {period}.',
    es: 'Aquí está el enlace nuevo solicitado: {type} del estudio {study}, {period}.',
    ja: 'ご依頼の新しいリンクです:試験{study}の{type}、{period}。',
  },
  'The link is yours alone and opens after a check of your rights. If you did not ask for it, somebody opened the old link of your mail: nothing was shown to them.':
    {
      de: 'Der Link gilt nur für Sie und öffnet nach einer Prüfung Ihrer Rechte. Falls Sie ihn nicht angefordert haben, hat jemand den alten Link Ihrer Mail geöffnet: Gezeigt wurde nichts.',
      fr: 'Ce lien vous est personnel et s’ouvre après vérification de vos droits. Si vous ne l’avez pas demandé, quelqu’un a ouvert l’ancien lien de votre courriel : rien ne lui a été montré.',
      es: 'El enlace es solo suyo y se abre tras comprobar sus permisos. Si usted no lo pidió, alguien abrió el enlace antiguo de su correo: no se le mostró nada.',
      ja: 'このリンクはご本人専用で、権限の確認後に開けます。お心当たりがない場合は、誰かがメールの古いリンクを開いたものですが、内容は表示されていません。',
    },
} as const satisfies Texts;

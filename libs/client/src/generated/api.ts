/** Generated from openapi.json by `npm run generate`: do not edit. */
export interface paths {
  '/api/v1/admin/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who changed what; for operators and auditors */
    get: operations['listAudit'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/admin/openings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who looked at which report and fetched which file; for operators and auditors */
    get: operations['listOpenings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/admin/overview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Queues, workers, open jobs, durations, subscriptions; for operators and auditors */
    get: operations['readOverview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/admin/failures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Failed, quarantined and partly delivered runs by their cause; for operators and auditors */
    get: operations['listFailures'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/admin/failures/redrive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Resume failed and quarantined runs and send mails that failed, together; a dry run unless told otherwise; for operators */
    post: operations['redriveFailures'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/admin/subscriptions/reassign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hand subscriptions over together, a dry run unless told otherwise; for operators */
    post: operations['reassignSubscriptions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/admin/mails-in-doubt': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Mails of which nobody can tell whether they were sent; for operators and auditors */
    get: operations['listMailsInDoubt'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/healthz': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Liveness: the process answers */
    get: operations['getHealth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/readyz': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Readiness: every server that it needs answers */
    get: operations['getReadiness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/config': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How to sign in, and what is offered here: needs no token */
    get: operations['getConfig'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Durations of requests, open jobs, the process: for Prometheus */
    get: operations['getMetrics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who you are here, and what you may see */
    get: operations['getMe'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Choose the language and the time zone of your reports and mails */
    patch: operations['changeMe'];
    trace?: never;
  };
  '/api/v1/me/reports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything that comes to you, whoever subscribed to it */
    get: operations['listMyReports'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/reports/{subscriptionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Unsubscribe from what comes to you, or take that back */
    put: operations['receiveReport'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/studies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The studies of which you are a member; for operators and auditors beside them the others that there are */
    get: operations['listStudies'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/studies/{studyId}/sites': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The sites of a study that have a subject, of those that you may see */
    get: operations['listSites'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/studies/{studyId}/documents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Texts and images of a study, of the sites that you may see */
    get: operations['listStudyDocuments'];
    put?: never;
    /** Add a text or image to a study; the next report shows it */
    post: operations['addStudyDocument'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/studies/{studyId}/documents/{documentId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One text or image of a study */
    get: operations['getDocument'];
    put?: never;
    post?: never;
    /** Remove it, for who manages the study: reports that show it stay as they are */
    delete: operations['removeDocument'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/studies/{studyId}/documents/{documentId}/content': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Its bytes as they were received, for whoever may see treatment arms */
    get: operations['getDocumentContent'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/studies/{studyId}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Close a study: its subscriptions make their last run and end (operators) */
    post: operations['closeStudy'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/studies/{studyId}/reopen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Open a study again; subscriptions that have ended stay so (operators) */
    post: operations['reopenStudy'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/studies/{studyId}/link-policy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Say how the mailed links of a study open (operators) */
    put: operations['setLinkPolicy'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/studies/{studyId}/members': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who may see the study, for operators, auditors and who manages it: those of their sites */
    get: operations['listMembers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/studies/{studyId}/members/{user}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Say what somebody may see of the study, by user id or e-mail address
     * @description Replaces what they held. An operator, or a member who manages the study: nobody gives more than they
     *     hold, changes who holds more, or changes their own. Unblinding somebody needs an `Audit-Reason`.
     */
    put: operations['setMember'];
    post?: never;
    /** Take the right on the study away; links that were mailed stop opening */
    delete: operations['removeMember'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** People by a part of address or name, for operators, auditors and who manages a study */
    get: operations['findUsers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/studies/{studyId}/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What came in for a study: each import, with its counts */
    get: operations['listImports'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/studies/{studyId}/imports/{importId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One import: its files, what is doubtful of them, and every row that was not taken */
    get: operations['showImport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/report-types': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The catalogue of report types */
    get: operations['listReportTypes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/templates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The newest version of each template that you may use; an operator or auditor: all */
    get: operations['listTemplates'];
    put?: never;
    /** Make a template, or the next version of one; for operators */
    post: operations['createTemplate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/templates/logos': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Upload a logo for `branding.logo`; for operators */
    post: operations['uploadLogo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/templates/{template}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One template: `name` is the newest version, `name@2` the second */
    get: operations['getTemplate'];
    put?: never;
    post?: never;
    /** Retire one version, or by the name all: readable, but not to be named any more */
    delete: operations['retireTemplate'];
    options?: never;
    head?: never;
    /** Change what is named: of a version that was used, as the next version; for operators */
    patch: operations['changeTemplate'];
    trace?: never;
  };
  '/api/v1/templates/{template}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every version of a template */
    get: operations['listTemplateVersions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/admin/flags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Rollout flags; for operators and auditors */
    get: operations['listFlags'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/admin/flags/{flag}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One rollout flag; for operators and auditors */
    get: operations['getFlag'];
    /** Decide who gets what a flag switches; for operators */
    put: operations['setFlag'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/admin/halt': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is halted, since when and why; for operators and auditors */
    get: operations['readHalts'];
    /** Halt everything or a study, or lift it: nothing is made or mailed meanwhile; for operators */
    put: operations['putHalt'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/subscriptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Your subscriptions; an operator or auditor: all */
    get: operations['listSubscriptions'];
    put?: never;
    /** Subscribe to a study’s report */
    post: operations['createSubscription'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/subscriptions/{subscriptionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One subscription */
    get: operations['getSubscription'];
    put?: never;
    post?: never;
    /** Cancel for good */
    delete: operations['cancelSubscription'];
    options?: never;
    head?: never;
    /** Change what is named, keep the rest */
    patch: operations['changeSubscription'];
    trace?: never;
  };
  '/api/v1/subscriptions/{subscriptionId}/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Pause: runs that are due meanwhile are skipped */
    post: operations['pauseSubscription'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/subscriptions/{subscriptionId}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Resume a paused one */
    post: operations['resumeSubscription'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/subscriptions/{subscriptionId}/invitations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask a recipient who unsubscribed whether they want to receive it again */
    post: operations['inviteRecipient'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/subscriptions/{subscriptionId}/run-now': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make and mail the report now, beside the schedule */
    post: operations['runSubscriptionNow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/subscriptions/{subscriptionId}/skip-next': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Leave out the next run; again: one more */
    post: operations['skipNextRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/subscriptions/{subscriptionId}/snooze': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Leave out what is due before a day, or end that */
    post: operations['snoozeSubscription'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/subscriptions/{subscriptionId}/move-run': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make one run at another time */
    post: operations['moveRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/subscriptions/{subscriptionId}/exceptions/{due}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take a skip or a move back */
    delete: operations['restoreRun'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/subscriptions/{subscriptionId}/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make the report for yourself alone, and see who would get what */
    post: operations['previewSubscription'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/studies/{studyId}/recipients/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What each of those people would see of the study’s reports, before anybody has subscribed them
     * @description Whoever may see the study may subscribe its members, and is told who would get something. What each would see
     *     is told as far as the caller's own rights cover it, to who manages the study, and never to the blinded. Of somebody who
     *     is no member, and of an address that nobody has, it says the same.
     */
    post: operations['previewRecipients'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/schedules/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The next runs of a schedule that nobody has subscribed to yet */
    post: operations['previewSchedule'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/generate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make a report once, to download */
    post: operations['generateReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Runs that you asked for or receive; an operator or auditor: all */
    get: operations['listJobs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/jobs/{jobId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One run as it is now */
    get: operations['getJob'];
    put?: never;
    post?: never;
    /** Cancel a run at whatever step it is */
    delete: operations['cancelJob'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/jobs/{jobId}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The same, live: server-sent events
     * @description Each event has an `id`; its `data` is JSON: `{jobId, status, step, progress, redrives, at, reason?,
     *     error?}`. `event: progress` tells each step as it begins, `event: end` how the job ended, after which the stream
     *     is closed. Who comes back with `Last-Event-ID` is told what they missed, and nothing twice.
     */
    get: operations['watchJob'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/jobs/{jobId}/redrive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Resume a failed run from the step that failed, make anew what was held back, or send the mails that failed */
    post: operations['redriveJob'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/jobs/{jobId}/deliveries/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send the mail again to all whose mail failed or came back, and to nobody else */
    post: operations['retryDeliveries'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/jobs/{jobId}/deliveries/{recipient}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send the mail again to one recipient, by user id or e-mail address, whose mail failed or came back */
    post: operations['retryDelivery'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/jobs/{jobId}/deliveries/{recipient}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say of a mail of which nobody else can tell that it was sent, or have it sent again */
    post: operations['decideDelivery'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/jobs/{jobId}/release': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send what the check before sending held back, as it is */
    post: operations['releaseJob'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/jobs/{jobId}/download': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A file of the run, after the rights were checked */
    get: operations['downloadJob'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/jobs/{jobId}/view': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The report as a page: figures, tables and sentences in your language */
    get: operations['viewReport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/jobs/{jobId}/content': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A file of the run itself, to be shown beside something else: as `download`, without a redirect */
    get: operations['getJobContent'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Whether a file is one that Rounds made and sent, unaltered, to whom and when
     * @description The file stays with you: only its hash is asked about. Operators and auditors are told of every file,
     *     others of those that they may see of the runs that they asked for or receive. Whatever else there is, is `unknown`,
     *     as what there is not.
     */
    post: operations['verifyFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reports/generate-async': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make the report of a template (`code`) for a study (`productId`)
     * @deprecated
     */
    post: operations['submitOlderReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reports/generate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The same, and the PDF itself if it is done within a minute
     * @deprecated
     */
    post: operations['makeOlderReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs/{jobId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One job, in the older fields
     * @deprecated
     */
    get: operations['getOlderJob'];
    put?: never;
    post?: never;
    /**
     * Cancel a job at whatever step it is
     * @deprecated
     */
    delete: operations['cancelOlderJob'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs/{jobId}/download': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The PDF of a job, after the rights were checked
     * @deprecated
     */
    get: operations['downloadOlderJob'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/r/{token}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The page of a mailed link: what it leads to, and a button for each format */
    get: operations['showLink'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/r/{token}/renew': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Mail a fresh link to the recipient of an old one: its page’s button */
    post: operations['renewLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/r/{token}/open': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Open a file: the page’s button */
    post: operations['openLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/jobs/{jobId}/links': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Withdraw the links that were mailed; for who asked for the run, or an operator */
    delete: operations['revokeJobLinks'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/u/{token}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The page of a mail’s unsubscribe link; looking changes nothing */
    get: operations['showUnsubscribe'];
    put?: never;
    /** Unsubscribe: RFC 8058 one-click, and the page’s button */
    post: operations['unsubscribe'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/n/{token}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The page of what a notice is about; looking changes nothing */
    get: operations['showNotice'];
    put?: never;
    /** Do what a button of the page says, as far as its reader may */
    post: operations['actOnNotice'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/secrets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Your signing secrets, without their values */
    get: operations['listWebhookSecrets'];
    put?: never;
    /** A new signing secret; its value is shown this once */
    post: operations['createWebhookSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/secrets/{id}/rotate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A successor; the old secret signs beside it for some hours */
    post: operations['rotateWebhookSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/secrets/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Sign with it no more, at once */
    delete: operations['deleteWebhookSecret'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make a signed test call now, once, and see how it goes */
    post: operations['testWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The calls of your callbacks, with every attempt; an operator or auditor: all */
    get: operations['listWebhookDeliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/deliveries/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One call */
    get: operations['getWebhookDelivery'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/deliveries/{id}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send it again: the same `webhook-id`, a new timestamp */
    post: operations['replayWebhookDelivery'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/hooks/resend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Events of the mail provider: delivered, delayed, bounced, complained */
    post: operations['takeResendEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/admin/suppressions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Addresses to which no more mail goes; for operators and auditors */
    get: operations['listSuppressions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/admin/suppressions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Let mail go to the address again; for operators */
    delete: operations['liftSuppression'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/codec/decode': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Decrypt payloads for an operator */
    post: operations['decodePayloads'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/codec/encode': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Encrypt payloads that an operator sends to a workflow */
    post: operations['encodePayloads'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/codec/{path}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    /** What a browser asks before it lets the Web UI ask */
    options: operations['preflight'];
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface webhooks {
  reportMade: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The run succeeded: to `onSuccess`, else `url`; also what a test call sends */
    post: operations['reportMade'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  reportFailed: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The run failed, was cancelled or held back: to `onFailure`, else `url` */
    post: operations['reportFailed'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  pdfComplete: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The run of a caller of the older PDF queue succeeded */
    post: operations['pdfComplete'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  pdfFailed: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The run of a caller of the older PDF queue did not succeed */
    post: operations['pdfFailed'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface components {
  schemas: {
    AuditEntry: {
      id: string;
      /** Format: date-time */
      at: string;
      /** @description User id; `host:<name>`: who ran a command on a server; `housekeeping`: nobody asked for it. */
      actorId: string;
      /** @description E-mail address; null where the actor is no user. */
      actor: string | null;
      /** @enum {string} */
      action:
        | 'subscription.create'
        | 'subscription.change'
        | 'subscription.pause'
        | 'subscription.resume'
        | 'subscription.cancel'
        | 'subscription.skip-next'
        | 'subscription.snooze'
        | 'subscription.move'
        | 'subscription.restore'
        | 'subscription.run-now'
        | 'subscription.preview'
        | 'subscription.reassign'
        | 'subscription.unsubscribe'
        | 'subscription.resubscribe'
        | 'subscription.invite'
        | 'subscription.replan'
        | 'subscription.end'
        | 'report.generate'
        | 'job.cancel'
        | 'job.redrive'
        | 'job.release'
        | 'job.hide'
        | 'delivery.retry'
        | 'delivery.decide'
        | 'template.create'
        | 'template.change'
        | 'template.retire'
        | 'flag.set'
        | 'webhook.create'
        | 'webhook.change'
        | 'webhook.delete'
        | 'webhook.replay'
        | 'webhook.test'
        | 'link.renew'
        | 'link.revoke'
        | 'link.refuse'
        | 'address.release'
        | 'document.upload'
        | 'document.open'
        | 'document.remove'
        | 'study.close'
        | 'study.reopen'
        | 'study.import'
        | 'study.refuse-import'
        | 'study.link-policy'
        | 'study.preview-recipients'
        | 'membership.grant'
        | 'membership.revoke'
        | 'role.grant'
        | 'user.create'
        | 'user.change'
        | 'user.bind'
        | 'user.sign-in'
        | 'user.refuse'
        | 'halt.set'
        | 'halt.lift'
        | 'payloads.decode'
        | 'access.refuse';
      target: {
        type: string;
        id: string;
      };
      studyId: string | null;
      requestId: string | null;
      /** @description Ids, names of fields and counts, never what a person wrote. */
      details: {
        [key: string]: string | number | boolean | string[];
      };
      /** @description By name of field. Never secrets, addresses, or what is known about subjects. */
      before: {
        [key: string]: unknown;
      } | null;
      /** @description By name of field. Never secrets, addresses, or what is known about subjects. */
      after: {
        [key: string]: unknown;
      } | null;
      /** @description Why, as who did it said. */
      reason: string | null;
    };
    Opening: {
      id: string;
      /** Format: date-time */
      at: string;
      /**
       * @description The page of a link was looked at, the report was read as a page, or a file was fetched.
       * @enum {string}
       */
      what: 'page' | 'view' | 'download';
      /**
       * @description Whoever held the link that was mailed to the user, or the user themselves, signed in.
       * @enum {string}
       */
      by: 'link' | 'person';
      userId: string;
      /** @description E-mail address; null where there is no such user any more. */
      user: string | null;
      jobId: string;
      studyId: string;
      /** @description Of a download. */
      format: ('pdf' | 'xlsx' | 'csv' | 'json') | null;
      /** @description Of the file that was fetched, or of the dataset that was read. */
      sha256: string | null;
      /** @description To decide about what the check before sending held back. */
      heldBack: boolean;
    };
    Overview: {
      /** Format: date-time */
      at: string;
      /** @description What stands, the installation first. */
      halts: components['schemas']['Halt'][];
      /** @description Null when Temporal does not answer. */
      queues:
        | {
            /** @enum {string} */
            name: 'workflows' | 'fetch' | 'aggregate' | 'render' | 'notify' | 'housekeeping' | 'webhooks';
            /** @description Processes that asked for work within the last minute. */
            workers: number;
            /** @description Tasks that wait; an estimate, 0 for a queue that was idle for minutes. */
            backlog: number;
            backlogByPriority: {
              high: number;
              normal: number;
              low: number;
            };
            /** @description Seconds for which the oldest task waits. */
            oldestS: number;
            /** @description Tasks a second, lately. */
            addedPerSecond: number;
            /** @description Tasks a second, lately. */
            takenPerSecond: number;
          }[]
        | null;
      openJobs: {
        limit: number;
        queued: number;
        processing: number;
        byPriority: {
          high: number;
          normal: number;
          low: number;
        };
      };
      /** @description Of the last 200 completed runs of each type that has any. */
      durations: {
        reportType: string;
        runs: number;
        /** @description Milliseconds. */
        median: number;
        /** @description Milliseconds. */
        p95: number;
        /** @description Milliseconds. */
        longest: number;
      }[];
      subscriptions: {
        active: number;
        paused: number;
        cancelled: number;
        ended: number;
      };
      dueNextHour: {
        count: number;
        /** @description 20 at most. */
        first: {
          subscriptionId: string;
          studyId: string;
          reportType: string;
          /** Format: date-time */
          at: string;
        }[];
      };
      /** @description What reconciliation could not settle, though no server was away; it is tried again. */
      setAside: {
        count: number;
        /** @description 20 at most, the longest first. */
        first: {
          /** @description `subscription/…`, `run/…`, or `end/…` of a run whose end is not told. */
          id: string;
          failures: number;
          /** @description A code. */
          fault: string;
          /** Format: date-time */
          since: string;
          /** Format: date-time */
          nextTryAt: string;
        }[];
      };
      /** @description Those that nobody redrove; see `/admin/failures`. */
      failedRuns: number;
      /** @description Made, but not everybody to whom they were mailed has them for certain; see `/admin/failures`. */
      partlyDeliveredRuns: number;
      /** @description Of which nobody can tell whether they were sent: they wait for a person. */
      mailsInDoubt: number;
      /** @description Held back by the check before sending; they wait for a person. */
      quarantinedRuns: number;
    };
    Halt: {
      /** @enum {string} */
      scope: 'installation' | 'study';
      /** @description Null: everything is halted. */
      studyId: string | null;
      reason: string;
      /** Format: date-time */
      since: string;
      /** @description E-mail address of who halted. */
      by: string;
    };
    FailureGroup: {
      /** @description Names the group, for `redrive`. */
      cause: string;
      /** @enum {string} */
      code:
        | 'INVALID_INPUT'
        | 'UNAUTHENTICATED'
        | 'TOKEN_EXPIRED'
        | 'FORBIDDEN'
        | 'NOT_FOUND'
        | 'STUDY_NOT_FOUND'
        | 'METHOD_NOT_ALLOWED'
        | 'CONFLICT'
        | 'IDEMPOTENCY_KEY_REUSED'
        | 'SUBSCRIPTION_EXISTS'
        | 'LINK_EXPIRED'
        | 'LINK_REVOKED'
        | 'ARTEFACT_GONE'
        | 'PRECONDITION_FAILED'
        | 'PAYLOAD_TOO_LARGE'
        | 'UNSUPPORTED_MEDIA_TYPE'
        | 'UNPROCESSABLE'
        | 'RATE_LIMITED'
        | 'NOT_A_DATASET'
        | 'DOCUMENT_MISSING'
        | 'CUT_CORRUPT'
        | 'RENDER_INCOMPLETE'
        | 'GLYPH_MISSING'
        | 'QUARANTINED'
        | 'HALTED'
        | 'MAIL_REJECTED'
        | 'CHANNEL_REJECTED'
        | 'MAIL_BOUNCED'
        | 'DELIVERY_UNKNOWN'
        | 'CONFIGURATION'
        | 'RUN_TIMED_OUT'
        | 'DEPENDENCY_DOWN'
        | 'INTERNAL';
      /** @enum {string} */
      step:
        | 'initializing'
        | 'fetching-data'
        | 'building-report'
        | 'generating-file'
        | 'storing-file'
        | 'complete';
      /** @description The server that did not answer. */
      dependency: string | null;
      /** @description Of the newest one, in English. */
      message: string;
      /** @description The same by code; empty where there is none. */
      why: components['schemas']['Cause'][];
      count: number;
      /** Format: date-time */
      first: string;
      /** Format: date-time */
      last: string;
      studies: {
        studyId: string;
        count: number;
      }[];
      /** @description Ids of the newest jobs, 5 at most. */
      examples: string[];
    };
    Cause: {
      /** @enum {string} */
      code:
        | 'as-told'
        | 'not-recorded'
        | 'no-recipients'
        | 'no-such-recipient'
        | 'not-a-member'
        | 'owner-not-a-member'
        | 'sees-less'
        | 'unsubscribed'
        | 'address-bounced'
        | 'address-complained'
        | 'takes-no-mail'
        | 'not-the-invited'
        | 'link-gone'
        | 'mail-came-back'
        | 'mail-not-answered'
        | 'mail-not-told'
        | 'mail-not-followed'
        | 'mail-cancelled'
        | 'mail-to-send-again'
        | 'mail-not-at-provider'
        | 'mail-vouched-for'
        | 'mail-without-reason'
        | 'provider-busy'
        | 'provider-refuses-us'
        | 'provider-refuses-it'
        | 'nobody-to-mail'
        | 'nobody-mailed'
        | 'mails-undelivered'
        | 'nothing-changed'
        | 'unchanged-for'
        | 'cancelled'
        | 'cancelled-in'
        | 'cancelled-before'
        | 'held-back'
        | 'nothing-to-send'
        | 'files-removed'
        | 'step-too-long'
        | 'step-silent'
        | 'step-out-of-time'
        | 'step-unexpected'
        | 'workflow-terminated'
        | 'workflow-timed-out'
        | 'workflow-failed'
        | 'workflow-gone'
        | 'workflow-cancelled'
        | 'server-silent'
        | 'subscription-cancelled'
        | 'subscription-gone'
        | 'owner-left'
        | 'study-closed'
        | 'last-day-passed'
        | 'receiver-answered'
        | 'call-not-tried';
      /** @description What the code is about; `text` of `as-told` is what a server or a library said. */
      values: {
        [key: string]: string | number;
      };
    };
    RedriveFailures: {
      /** @description All that failed by it, oldest first. */
      cause?: string;
      /** @description Instead: these jobs. */
      runIds?: string[];
      studyId?: string;
      /**
       * Format: date-time
       * @description Failed from then on, included.
       */
      from?: string;
      /**
       * Format: date-time
       * @description Failed before then.
       */
      to?: string;
      /** @description Only tell what would be done: say false to do it. Default: `true`. */
      dryRun?: boolean;
    } & (unknown | unknown);
    RedrivenFailures: {
      dryRun: boolean;
      /** @description In a dry run: how many would be. */
      redriven: number;
      /** @description Whether more than 500 failed by this cause: ask again. */
      more: boolean;
      items: {
        jobId: string;
        studyId: string | null;
        /** @description From which it goes on. */
        step:
          | (
              | 'initializing'
              | 'fetching-data'
              | 'building-report'
              | 'generating-file'
              | 'storing-file'
              | 'complete'
            )
          | null;
        redriven: boolean;
        /** @description Why not. */
        reason: string | null;
      }[];
    };
    ReassignSubscriptions: {
      /**
       * Format: idn-email
       * @description Whose subscriptions.
       */
      from: string;
      /**
       * Format: idn-email
       * @description Who is to own them: a member of each study.
       */
      to: string;
      /** @description Only those of this study. */
      studyId?: string;
      /** @description Only tell what would be done: say false to do it. Default: `true`. */
      dryRun?: boolean;
    };
    ReassignedSubscriptions: {
      dryRun: boolean;
      /** @description In a dry run: how many would be. */
      reassigned: number;
      /** @description Every subscription of theirs that is not over. */
      items: {
        subscriptionId: string;
        studyId: string;
        reassigned: boolean;
        /** @description Why not. */
        reason: string | null;
      }[];
    };
    MailInDoubt: {
      jobId: string;
      studyId: string;
      /** @description E-mail address, or the name of the channel. */
      recipient: string;
      /** @description User id, or the channel: `teams:chn_…`. */
      recipientId: string;
      /** @description In English. */
      reason: string | null;
      /** @description The same by code; empty where there is none. */
      why: components['schemas']['Cause'][];
      /** @description When it was first begun to be sent. */
      intendedAt: string | null;
      /**
       * Format: date-time
       * @description When the last thing was heard of it.
       */
      since: string;
    };
    Installation: {
      /** @description Of the running code. */
      version: string;
      /** @description How people sign in by a browser; null: they cannot. */
      signIn: {
        /**
         * Format: uri
         * @description The OpenID Connect provider, which describes itself by its discovery document.
         */
        authority: string;
        /** @description A public client there: code flow with PKCE. */
        clientId: string;
        /** @description To be asked for, with blanks between them. */
        scopes: string;
        /** @description What that document says of them; null: Rounds could not read it. */
        endpoints: {
          /** Format: uri */
          authorization: string;
          /** Format: uri */
          token: string;
          /** @description Null: one cannot sign out there. */
          endSession: string | null;
        } | null;
        /** @description Of the tokens; some providers want it named when they are asked. */
        audience: string;
      } | null;
      /** @description Those that people may choose. */
      languages: {
        /** @enum {string} */
        id: 'en' | 'de' | 'es' | 'fr' | 'ja' | 'pl';
        /** @description As it calls itself. */
        name: string;
        /** @description Nobody of the field has reviewed its words yet. */
        isDraft: boolean;
      }[];
      limits: {
        /** @description Of one document at most. */
        uploadBytes: number;
      };
    };
    Me: {
      id: string;
      email: string;
      name: string | null;
      /** @description Roles that hold everywhere. */
      roles: ('operator' | 'auditor')[];
      /**
       * @description Of the reports and mails that you get.
       * @enum {string}
       */
      language: 'en' | 'de' | 'es' | 'fr' | 'ja' | 'pl';
      /** @description Those that you may choose: of some, nobody has reviewed the words yet, and their reports say so. */
      languages: ('en' | 'de' | 'es' | 'fr' | 'ja' | 'pl')[];
      /** @description In which mails tell you times. Null: the zone of the subscription. */
      timeZone: string | null;
      studies: components['schemas']['Study'][];
      /** @description Grows with each change that you make here. */
      revision: number;
    };
    Study: {
      /** @description STUDYID. */
      id: string;
      /** @description For whoever is blinded: with its treatments hidden, or the STUDYID. */
      title: string;
      plannedSubjects: number | null;
      /** @description Null while nothing of the study was imported. */
      importedAt: string | null;
      /** @description Last local day on which reports of it are due. */
      closedAt: string | null;
      /**
       * @description How its mailed links open.
       * @enum {string}
       */
      linkPolicy: 'link' | 'sign-in';
      /** @description The sites that you may see. Empty: you look after the study without seeing its data. */
      sites: 'all' | string[];
      /** @description Whether you may see treatment arms. */
      unblinded: boolean;
      /** @description Whether you look after its members and documents. */
      manages: boolean;
    };
    ChangeMe: {
      /** @enum {string} */
      language?: 'en' | 'de' | 'es' | 'fr' | 'ja' | 'pl';
      /** @description Null: the zone of the subscription. */
      timeZone?: string | null;
    };
    MyReport: {
      subscriptionId: string;
      studyId: string;
      /** @description As you may see it. */
      studyTitle: string;
      reportType: string;
      /** @description E-mail of whose subscription it is. */
      owner: string;
      isOwn: boolean;
      /** @enum {string} */
      status: 'active' | 'paused';
      /** @description False: you have unsubscribed; `PUT /me/reports/…` takes it back. */
      receives: boolean;
      schedule:
        | {
            /** @enum {string} */
            every: 'day';
            at: string;
            timeZone: string;
          }
        | {
            /** @enum {string} */
            every: 'week';
            /**
             * @default monday
             * @enum {string}
             */
            on: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
            at: string;
            timeZone: string;
          }
        | {
            /** @enum {string} */
            every: 'month';
            /** @default 1 */
            on:
              | number
              | 'last'
              | {
                  nth: (1 | 2 | 3 | 4) | 'last';
                  /** @enum {string} */
                  weekday: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
                };
            at: string;
            timeZone: string;
          };
      /** @description The halt by operators for which it waits: nothing is made or mailed until it is lifted. */
      heldBy: {
        /** @enum {string} */
        scope: 'installation' | 'study';
        /** @description Null: everything is halted. */
        studyId: string | null;
        reason: string;
        /** Format: date-time */
        since: string;
      } | null;
      nextDue: string | null;
      lastReport: {
        jobId: string;
        /** @description Null: the run is no longer kept. */
        period: {
          /** Format: date */
          start: string;
          /** Format: date */
          end: string;
        } | null;
        /** @description Of the mail to you, as in the job’s `deliveries`. */
        status: string;
        /** @description Null where no mail was accepted. */
        sentAt: string | null;
        /** @description Looks and downloads by the link that was mailed to you, and downloads of yours. */
        openings: number;
        lastOpenedAt: string | null;
        /** @description What its mail tells, in sentences of your language, of what you may see now. Null where there is none, or none for you any more. */
        headline: components['schemas']['LastHeadline'] | null;
      } | null;
    };
    LastHeadline: {
      /** @description What needs attention; empty where nothing does. */
      attention: string[];
      /** @description What changed since the report before. */
      changes: string[];
    };
    ReceiveReport: {
      /** @description Whether its mails come to you. */
      receives: boolean;
    };
    Site: {
      /** @description SITEID. */
      id: string;
    };
    StudyDocument: {
      id: string;
      /** @enum {string} */
      kind: 'text' | 'image';
      mediaType: string;
      /** @description Null: of the study as a whole. */
      siteId: string | null;
      /** @description USUBJID. */
      subject: string | null;
      /** Format: date-time */
      receivedAt: string;
      /** @description Null for whoever is blinded: it may name a treatment. */
      title: string | null;
      /** @description Null for whoever is blinded: it may name a treatment. */
      caption: string | null;
      /** @description Null for whoever is blinded: it may name a treatment. */
      fileName: string | null;
      /** @description Null for whoever is blinded: it may name a treatment. */
      bytes: number | null;
      /** @description Null for whoever is blinded: it may name a treatment. */
      sha256: string | null;
    };
    CloseStudy: {
      /**
       * Format: date
       * @description Last local day on which reports are due. Default: today.
       */
      at?: string;
    };
    StudyClosing: {
      studyId: string;
      closedAt: string | null;
      /** @description How many subscriptions are told. */
      subscriptions: number;
    };
    SetLinkPolicy: {
      /**
       * @description Of the links that are mailed, also of those that were: whoever has one, or the recipient signed in.
       * @enum {string}
       */
      linkPolicy: 'link' | 'sign-in';
    };
    StudyLinkPolicy: {
      studyId: string;
      /** @enum {string} */
      linkPolicy: 'link' | 'sign-in';
    };
    Member: {
      userId: string;
      email: string;
      name: string | null;
      /** @description The sites that they may see. */
      sites: 'all' | string[];
      /** @description Whether they may see treatment arms. */
      unblinded: boolean;
      /** @description Whether they look after the study’s members and documents. */
      manages: boolean;
      /** Format: date-time */
      grantedAt: string;
      revision: number;
    };
    SetMember: {
      /** @description No default: who forgets it would give the whole study. */
      sites: 'all' | string[];
      /** @description Default: `false`. */
      unblinded?: boolean;
      /** @description Whether they look after the study’s members and documents. Default: `false`. */
      manages?: boolean;
    };
    User: {
      id: string;
      email: string;
      name: string | null;
    };
    Import: {
      id: string;
      studyId: string;
      /** @description Who imported it, as the import was told. */
      by: string;
      /**
       * @description Only a completed one changed the study; counts of a refused one are of what would have been.
       * @enum {string}
       */
      status: 'under-way' | 'completed' | 'refused' | 'broken-off';
      /** Format: date-time */
      startedAt: string;
      endedAt: string | null;
      /** @description What it would have done that nobody allowed. */
      refusedBecause: {
        field: string;
        rule: string;
      }[];
      /** @description Of all files. */
      rows: number;
      inserted: number;
      changed: number;
      unchanged: number;
      removed: number;
      /** @description Rows that were not taken. */
      refused: number;
      /** @description The same by domain; a file with rows of several domains counts whole in each. */
      domains: {
        domain: string;
        rows: number;
        inserted: number;
        changed: number;
        unchanged: number;
        removed: number;
        /** @description Rows that were not taken. */
        refused: number;
      }[];
      /** @description Null where it did not come so far. */
      documents: {
        inserted: number;
        changed: number;
        unchanged: number;
        refused: number;
      } | null;
    };
    ImportDetails: {
      id: string;
      studyId: string;
      /** @description Who imported it, as the import was told. */
      by: string;
      /**
       * @description Only a completed one changed the study; counts of a refused one are of what would have been.
       * @enum {string}
       */
      status: 'under-way' | 'completed' | 'refused' | 'broken-off';
      /** Format: date-time */
      startedAt: string;
      endedAt: string | null;
      /** @description What it would have done that nobody allowed. */
      refusedBecause: {
        field: string;
        rule: string;
      }[];
      /** @description Of all files. */
      rows: number;
      inserted: number;
      changed: number;
      unchanged: number;
      removed: number;
      /** @description Rows that were not taken. */
      refused: number;
      /** @description The same by domain; a file with rows of several domains counts whole in each. */
      domains: {
        domain: string;
        rows: number;
        inserted: number;
        changed: number;
        unchanged: number;
        removed: number;
        /** @description Rows that were not taken. */
        refused: number;
      }[];
      /** @description Null where it did not come so far. */
      documents: {
        inserted: number;
        changed: number;
        unchanged: number;
        refused: number;
      } | null;
      files: {
        /** @description Null for whoever is blinded: it may name a treatment. */
        file: string | null;
        /** @description Null for whoever is blinded: it may name a treatment. */
        sha256: string | null;
        domains: string[];
        rows: number;
        inserted: number;
        changed: number;
        unchanged: number;
        removed: number;
        /** @description Rows that were not taken. */
        refused: number;
        /** @description The import that read it, where this one found it as it was then and spared it. */
        readBy: string | null;
        /** @description Cells; null for whoever sees some sites alone. */
        leftOut:
          | {
              domain: string;
              variable: string;
              /** @enum {string} */
              code: 'not-a-number' | 'not-a-date' | 'not-text';
              cells: number;
              firstRow: number;
            }[]
          | null;
        warnings: {
          code: string;
          /** @description Null for whoever is blinded: it may name a treatment. */
          about: string | null;
          count: number | null;
        }[];
      }[];
      /** @description Null for whoever sees some sites alone. */
      refusedDocuments:
        | {
            /** @description Null for whoever is blinded: it may name a treatment. */
            file: string | null;
            code: string;
          }[]
        | null;
      /** @description Rows that were not taken, by file and row, a page; null for whoever sees some sites alone. */
      refusals: {
        items: {
          /** @description Null for whoever is blinded: it may name a treatment. */
          file: string | null;
          /** @description From 1 within the file. */
          row: number;
          domain: string | null;
          faults: {
            field: string;
            /** @description Null for whoever is blinded: it may name a treatment. */
            rule: string | null;
          }[];
        }[];
        /** @description Null on the last page. */
        nextCursor: string | null;
        /** @description Rows that the filters leave. Null on later pages. */
        found: number | null;
        /** @description What each filter may be set to, with the rows that it would leave beside the others. Null on later pages. */
        facets: {
          /** @description The most frequent first, 100 at most. */
          domain: {
            value: string;
            rows: number;
          }[];
          /** @description The most frequent first, 100 at most. */
          field: {
            value: string;
            rows: number;
          }[];
          /** @description Null for whoever is blinded: it may name a treatment. */
          rule:
            | {
                value: string;
                rows: number;
              }[]
            | null;
        } | null;
      } | null;
    };
    ReportType: {
      /** @enum {string} */
      id: 'study-weekly' | 'safety-weekly' | 'site-performance' | 'learner-progress';
      title: string;
      description: string;
      formats: ('pdf' | 'xlsx' | 'csv' | 'json')[];
      /** @description JSON Schema of `parameters`. */
      parameters: {
        [key: string]: unknown;
      };
      /** @description In their order; a template may name some of them in another. */
      sections: {
        id: string;
        title: string;
        /** @description Whether it stands at the end also where a template leaves it out. */
        always: boolean;
      }[];
      /** @description Parameters for reports on demand; in a subscription the schedule decides them. */
      onDemandOnly: string[];
    };
    CreateTemplate: {
      name: string;
      /** @enum {string} */
      reportType: 'study-weekly' | 'safety-weekly' | 'site-performance' | 'learner-progress';
      /** @description For people. Default: the name. */
      title?: string & (unknown & unknown);
      /** @description Studies for whose reports it may be used; `all`: for every study’s. Default: `"all"`. */
      studies?: 'all' | string[];
      /** @description Of the report type; a request’s own win over them. Default: `{}`. */
      parameters?: {
        [key: string]: unknown;
      };
      /** @description Where a request names none. */
      formats?: ('pdf' | 'xlsx' | 'csv' | 'json')[];
      /** @description Ids of the report type’s sections, in the order wanted. */
      sections?: string[];
      branding?: {
        /** @description As `POST /templates/logos` answered. */
        logo?: string;
        colours?: {
          primary: string;
          accent: string;
        };
        /** @description One line at the foot of every page. */
        footer?: string & (unknown & unknown);
      };
    };
    Template: {
      /** @description `name@version`: what `templateId` takes to stay with this version. */
      id: string;
      /** @description What `templateId` takes to follow the newest version. */
      name: string;
      version: number;
      title: string;
      /** @description Of those that you may see. */
      studies: 'all' | string[];
      reportType: string;
      parameters: {
        [key: string]: unknown;
      };
      formats: ('pdf' | 'xlsx' | 'csv' | 'json')[] | null;
      sections: string[] | null;
      branding: {
        logo: {
          sha256: string;
          /** @description Pixels. */
          width: number;
          /** @description Pixels. */
          height: number;
        } | null;
        colours: {
          primary: string;
          accent: string;
        } | null;
        footer: string | null;
      };
      /** @description Grows with each change of this version. */
      revision: number;
      /** @description A used version never changes: a change makes the next one. */
      used: boolean;
      /** @description No new wish may name it. */
      retired: boolean;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
    };
    Logo: {
      sha256: string;
      /** @description Pixels. */
      width: number;
      /** @description Pixels. */
      height: number;
    };
    ChangeTemplate: {
      title?: string & (unknown & unknown);
      /** @description Studies for whose reports it may be used; `all`: for every study’s. */
      studies?: 'all' | string[];
      /** @description Of the report type; a request’s own win over them. */
      parameters?: {
        [key: string]: unknown;
      };
      /** @description Null: no formats of its own. */
      formats?: ('pdf' | 'xlsx' | 'csv' | 'json')[] | null;
      /** @description Null: all of the report type. */
      sections?: string[] | null;
      branding?: {
        /** @description As `POST /templates/logos` answered. */
        logo?: string;
        colours?: {
          primary: string;
          accent: string;
        };
        /** @description One line at the foot of every page. */
        footer?: string & (unknown & unknown);
      };
    };
    Flag: {
      /** @enum {string} */
      name: 'pdf-queue-routes';
      description: string;
      enabled: boolean;
      percentage: number;
      /** @description E-mail addresses. */
      on: string[];
      /** @description E-mail addresses. */
      off: string[];
      /** @description 0 until an operator decided. */
      revision: number;
      updatedAt: string | null;
    };
    SetFlag: {
      /** @description False: off for everyone. Default: `true`. */
      enabled?: boolean;
      /** @description Share of the users; always the same ones. */
      percentage: number;
      /** @description E-mail addresses of users that get it whatever the percentage. */
      on?: string[];
      /** @description E-mail addresses of users that do not get it. */
      off?: string[];
    };
    Halts: {
      /** @description What stands, the installation first. */
      items: components['schemas']['Halt'][];
    };
    PutHalt: {
      /** @description `false` lifts it. */
      halted: boolean;
      /** @description Default: everything. */
      studyId?: string;
      /** @description Why. Everyone whose reports wait reads it, and it stands in the audit trail for good: name no patient. */
      reason: string;
    };
    CreateSubscription: {
      /** @description STUDYID. */
      studyId: string;
      /**
       * @description May be left out where a template says it.
       * @enum {string}
       */
      reportType?: 'study-weekly' | 'safety-weekly' | 'site-performance' | 'learner-progress';
      /** @description `name` follows the newest version, `name@2` stays with it. */
      templateId?: string;
      /** @description As the report type’s schema says, over those of the template. Default: `{}`. */
      parameters?: {
        [key: string]: unknown;
      };
      schedule:
        | {
            /** @enum {string} */
            every: 'day';
            at: string;
            timeZone: string;
          }
        | {
            /** @enum {string} */
            every: 'week';
            /**
             * @description Default: `"monday"`.
             * @enum {string}
             */
            on?: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
            at: string;
            timeZone: string;
          }
        | {
            /** @enum {string} */
            every: 'month';
            /** @description Default: `1`. */
            on?:
              | number
              | 'last'
              | {
                  nth: (1 | 2 | 3 | 4) | 'last';
                  /** @enum {string} */
                  weekday: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
                };
            at: string;
            timeZone: string;
          };
      /** @description Default: the template’s, else a PDF. */
      formats?: ('pdf' | 'xlsx' | 'csv' | 'json')[];
      /** @description E-mail addresses of members of the study. Default: you. */
      recipients?: string[];
      /**
       * @description `changed`: only when the data changed. Default: `"always"`.
       * @enum {string}
       */
      deliver?: 'always' | 'changed';
      /**
       * @description After a downtime: the latest missed run, all, or none. Default: `"latest"`.
       * @enum {string}
       */
      catchUp?: 'latest' | 'all' | 'skip';
      /**
       * Format: date
       * @description Last local day on which a run may be due.
       */
      until?: string;
      /** @description With `deliver: changed`: a short mail that says that nothing changed. Default: `false`. */
      unchangedNote?: boolean;
      /**
       * @description When the check before sending finds something wrong: hold it back until a person decides, or send it marked partial, with what it lacks on its first page. `strict`: hold it back, also for a document that the report itself names as doubtful. Default: `"quarantine"`.
       * @enum {string}
       */
      incomplete?: 'quarantine' | 'partial' | 'strict';
      holidays?: components['schemas']['Holidays'];
      callback?: components['schemas']['Callback'];
      /** @description Told that a report is there, beside the recipients, and nothing of what it says. */
      channels?: components['schemas']['NewChannel'][];
      /** @description A second one at the same moments, with the same report and options, is wanted. Default: `false`. */
      evenIfEqual?: boolean;
    } & (unknown | unknown);
    Holidays: {
      /** @description Local days, e.g. of your own office. */
      dates?: string[];
      /** @description ISO 3166-1 code: its public holidays. */
      country?: string;
      /** @description A part of the country, like BY, or BY-A within it. */
      region?: string;
      /**
       * @description What becomes of a run that is due on such a day.
       * @enum {string}
       */
      policy: 'skip' | 'next-working-day' | 'previous-working-day';
    } & (unknown | unknown);
    Callback: {
      /**
       * Format: uri
       * @description Told of every end of the run, except where another address is given for it.
       */
      url: string;
      /**
       * Format: uri
       * @description Instead of `url` when the report was made.
       */
      onSuccess?: string;
      /**
       * Format: uri
       * @description Instead of `url` when the run failed or was cancelled.
       */
      onFailure?: string;
      /** @description Signs these calls; default: your own signing secrets (`/api/v1/webhooks/secrets`). */
      secret?: string;
    };
    NewChannel: {
      /** @enum {string} */
      kind: 'teams';
      /**
       * Format: uri
       * @description Where messages are posted. A secret: it is shown in no answer.
       */
      url: string;
    };
    Subscription: {
      id: string;
      /** @enum {string} */
      status: 'active' | 'paused' | 'cancelled' | 'ended';
      /** @description In English. */
      endedReason: string | null;
      /** @description The same by code; empty where there is none. */
      endedWhy: components['schemas']['Cause'][];
      /** @description The halt by operators for which it waits: nothing is made or mailed until it is lifted. */
      heldBy: {
        /** @enum {string} */
        scope: 'installation' | 'study';
        /** @description Null: everything is halted. */
        studyId: string | null;
        reason: string;
        /** Format: date-time */
        since: string;
      } | null;
      /** @description Why Rounds itself paused it: nobody receives it any more, or its owner may no longer see the study. */
      pausedReason: ('nobody-receives' | 'owner-left') | null;
      /** @description Since when the owner has no right on the study. It is paused after some days. */
      ownerLostAt: string | null;
      /** @description Day on which the study closes, and with it this. */
      studyClosedAt: string | null;
      studyId: string;
      reportType: string;
      templateId: string | null;
      parameters: {
        [key: string]: unknown;
      };
      schedule:
        | {
            /** @enum {string} */
            every: 'day';
            at: string;
            timeZone: string;
          }
        | {
            /** @enum {string} */
            every: 'week';
            /**
             * @default monday
             * @enum {string}
             */
            on: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
            at: string;
            timeZone: string;
          }
        | {
            /** @enum {string} */
            every: 'month';
            /** @default 1 */
            on:
              | number
              | 'last'
              | {
                  nth: (1 | 2 | 3 | 4) | 'last';
                  /** @enum {string} */
                  weekday: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
                };
            at: string;
            timeZone: string;
          };
      formats: ('pdf' | 'xlsx' | 'csv' | 'json')[];
      /** @description E-mail address. */
      owner: string;
      /** @description E-mail addresses. */
      recipients: string[];
      /** @description Recipients who unsubscribed by their own link. */
      optedOut: string[];
      /** @description Told beside the recipients, without their addresses. */
      channels: components['schemas']['Channel'][];
      /**
       * @description `changed`: only when the data changed.
       * @enum {string}
       */
      deliver: 'always' | 'changed';
      /** @enum {string} */
      catchUp: 'latest' | 'all' | 'skip';
      until: string | null;
      /** @description With `deliver: changed`: a short mail that says that nothing changed. */
      unchangedNote: boolean;
      /**
       * @description When the check before sending finds something wrong: hold it back until a person decides, or send it marked partial, with what it lacks on its first page. `strict`: hold it back, also for a document that the report itself names as doubtful.
       * @enum {string}
       */
      incomplete: 'quarantine' | 'partial' | 'strict';
      holidays: components['schemas']['Holidays'] | null;
      /** @description Runs due before this day are left out. */
      snoozedUntil: string | null;
      /** @description Without its secret. */
      callback: {
        /**
         * Format: uri
         * @description Told of every end of the run, except where another address is given for it.
         */
        url: string;
        /**
         * Format: uri
         * @description Instead of `url` when the report was made.
         */
        onSuccess?: string;
        /**
         * Format: uri
         * @description Instead of `url` when the run failed or was cancelled.
         */
        onFailure?: string;
      } | null;
      /** @description The next 5 moments, with offset; none unless active, and none while halted. */
      nextRuns: string[];
      /** @description Runs that do not go as the schedule says. */
      exceptions: {
        /**
         * Format: date
         * @description Day on which the schedule has the run: it names the run and its period.
         */
        due: string;
        /**
         * Format: date-time
         * @description When the schedule has it.
         */
        scheduledFor: string;
        /** @enum {string} */
        change: 'skipped' | 'moved';
        /** @description When it is made instead; null when skipped. */
        at: string | null;
        /** @description The holiday that caused it; null where somebody asked for it. */
        holiday: string | null;
      }[];
      /** @description The next runs on the clock of `?timeZone=`. */
      nextRunsIn?: {
        timeZone: string;
        moments: string[];
      };
      workflowId: string;
      revision: number;
      /** @description Whether the workflow was told of the newest change. */
      applied: boolean;
      /** @description Says so when the workflow is still to be told. */
      note?: string;
      /** @description Taken as it is, though perhaps not what was meant. */
      warnings: {
        field: string;
        /** @enum {string} */
        code: 'ZONE_WITHOUT_SUMMER_TIME' | 'NO_RECIPIENTS';
        message: string;
      }[];
      runCount: number;
      lastRun: {
        jobId: string;
        /** @enum {string} */
        status:
          | 'queued'
          | 'processing'
          | 'completed'
          | 'partly-delivered'
          | 'failed'
          | 'cancelled'
          | 'suppressed'
          | 'unchanged'
          | 'quarantined';
        /** Format: date-time */
        at: string;
      } | null;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
    };
    Channel: {
      id: string;
      /** @enum {string} */
      kind: 'teams';
      /** @description All that is shown of the address. */
      host: string;
    };
    ChangeSubscription: {
      templateId?: string | null;
      /** @description As the report type’s schema says, over those of the template. */
      parameters?: {
        [key: string]: unknown;
      };
      schedule?:
        | {
            /** @enum {string} */
            every: 'day';
            at: string;
            timeZone: string;
          }
        | {
            /** @enum {string} */
            every: 'week';
            /**
             * @description Default: `"monday"`.
             * @enum {string}
             */
            on?: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
            at: string;
            timeZone: string;
          }
        | {
            /** @enum {string} */
            every: 'month';
            /** @description Default: `1`. */
            on?:
              | number
              | 'last'
              | {
                  nth: (1 | 2 | 3 | 4) | 'last';
                  /** @enum {string} */
                  weekday: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
                };
            at: string;
            timeZone: string;
          };
      formats?: ('pdf' | 'xlsx' | 'csv' | 'json')[];
      recipients?: string[];
      /**
       * @description `changed`: only when the data changed.
       * @enum {string}
       */
      deliver?: 'always' | 'changed';
      /** @enum {string} */
      catchUp?: 'latest' | 'all' | 'skip';
      /** @description Null removes the end. */
      until?: string | null;
      /** @description With `deliver: changed`: a short mail that says that nothing changed. */
      unchangedNote?: boolean;
      /**
       * @description When the check before sending finds something wrong: hold it back until a person decides, or send it marked partial, with what it lacks on its first page. `strict`: hold it back, also for a document that the report itself names as doubtful.
       * @enum {string}
       */
      incomplete?: 'quarantine' | 'partial' | 'strict';
      /** @description Null: none. */
      holidays?: components['schemas']['Holidays'] | null;
      /** @description Null: none. */
      callback?: components['schemas']['Callback'] | null;
      /** @description All that there shall be: new ones, and the ids of those that stay. */
      channels?: (components['schemas']['NewChannel'] | components['schemas']['KeptChannel'])[];
      /**
       * Format: idn-email
       * @description Hands it over to another member of the study.
       */
      owner?: string;
      /** @description A second one at the same moments, with the same report and options, is wanted. */
      evenIfEqual?: boolean;
    };
    KeptChannel: {
      /** @description As it is shown. */
      id: string;
    };
    InviteRecipient: {
      /**
       * Format: idn-email
       * @description Of a recipient who unsubscribed.
       */
      recipient: string;
    };
    Invitation: {
      /** @description False: they were asked today already. */
      mailed: boolean;
    };
    RunNow: {
      /** @description Asking again with the same id finds the same run. */
      requestId?: string;
    };
    StartedRun: {
      jobId: string;
      /** @description The same as `jobId`. */
      runId: string;
    };
    SkipNext: {
      /**
       * Format: date
       * @description Skips the run due that day instead of the next.
       */
      due?: string;
    };
    SkippedRun: {
      id: string;
      /** @enum {string} */
      status: 'active' | 'paused' | 'cancelled' | 'ended';
      /** @description In English. */
      endedReason: string | null;
      /** @description The same by code; empty where there is none. */
      endedWhy: components['schemas']['Cause'][];
      /** @description The halt by operators for which it waits: nothing is made or mailed until it is lifted. */
      heldBy: {
        /** @enum {string} */
        scope: 'installation' | 'study';
        /** @description Null: everything is halted. */
        studyId: string | null;
        reason: string;
        /** Format: date-time */
        since: string;
      } | null;
      /** @description Why Rounds itself paused it: nobody receives it any more, or its owner may no longer see the study. */
      pausedReason: ('nobody-receives' | 'owner-left') | null;
      /** @description Since when the owner has no right on the study. It is paused after some days. */
      ownerLostAt: string | null;
      /** @description Day on which the study closes, and with it this. */
      studyClosedAt: string | null;
      studyId: string;
      reportType: string;
      templateId: string | null;
      parameters: {
        [key: string]: unknown;
      };
      schedule:
        | {
            /** @enum {string} */
            every: 'day';
            at: string;
            timeZone: string;
          }
        | {
            /** @enum {string} */
            every: 'week';
            /**
             * @default monday
             * @enum {string}
             */
            on: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
            at: string;
            timeZone: string;
          }
        | {
            /** @enum {string} */
            every: 'month';
            /** @default 1 */
            on:
              | number
              | 'last'
              | {
                  nth: (1 | 2 | 3 | 4) | 'last';
                  /** @enum {string} */
                  weekday: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
                };
            at: string;
            timeZone: string;
          };
      formats: ('pdf' | 'xlsx' | 'csv' | 'json')[];
      /** @description E-mail address. */
      owner: string;
      /** @description E-mail addresses. */
      recipients: string[];
      /** @description Recipients who unsubscribed by their own link. */
      optedOut: string[];
      /** @description Told beside the recipients, without their addresses. */
      channels: components['schemas']['Channel'][];
      /**
       * @description `changed`: only when the data changed.
       * @enum {string}
       */
      deliver: 'always' | 'changed';
      /** @enum {string} */
      catchUp: 'latest' | 'all' | 'skip';
      until: string | null;
      /** @description With `deliver: changed`: a short mail that says that nothing changed. */
      unchangedNote: boolean;
      /**
       * @description When the check before sending finds something wrong: hold it back until a person decides, or send it marked partial, with what it lacks on its first page. `strict`: hold it back, also for a document that the report itself names as doubtful.
       * @enum {string}
       */
      incomplete: 'quarantine' | 'partial' | 'strict';
      holidays: components['schemas']['Holidays'] | null;
      /** @description Runs due before this day are left out. */
      snoozedUntil: string | null;
      /** @description Without its secret. */
      callback: {
        /**
         * Format: uri
         * @description Told of every end of the run, except where another address is given for it.
         */
        url: string;
        /**
         * Format: uri
         * @description Instead of `url` when the report was made.
         */
        onSuccess?: string;
        /**
         * Format: uri
         * @description Instead of `url` when the run failed or was cancelled.
         */
        onFailure?: string;
      } | null;
      /** @description The next 5 moments, with offset; none unless active, and none while halted. */
      nextRuns: string[];
      /** @description Runs that do not go as the schedule says. */
      exceptions: {
        /**
         * Format: date
         * @description Day on which the schedule has the run: it names the run and its period.
         */
        due: string;
        /**
         * Format: date-time
         * @description When the schedule has it.
         */
        scheduledFor: string;
        /** @enum {string} */
        change: 'skipped' | 'moved';
        /** @description When it is made instead; null when skipped. */
        at: string | null;
        /** @description The holiday that caused it; null where somebody asked for it. */
        holiday: string | null;
      }[];
      /** @description The next runs on the clock of `?timeZone=`. */
      nextRunsIn?: {
        timeZone: string;
        moments: string[];
      };
      workflowId: string;
      revision: number;
      /** @description Whether the workflow was told of the newest change. */
      applied: boolean;
      /** @description Says so when the workflow is still to be told. */
      note?: string;
      /** @description Taken as it is, though perhaps not what was meant. */
      warnings: {
        field: string;
        /** @enum {string} */
        code: 'ZONE_WITHOUT_SUMMER_TIME' | 'NO_RECIPIENTS';
        message: string;
      }[];
      runCount: number;
      lastRun: {
        jobId: string;
        /** @enum {string} */
        status:
          | 'queued'
          | 'processing'
          | 'completed'
          | 'partly-delivered'
          | 'failed'
          | 'cancelled'
          | 'suppressed'
          | 'unchanged'
          | 'quarantined';
        /** Format: date-time */
        at: string;
      } | null;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
      /**
       * Format: date
       * @description Due day of the run that is skipped.
       */
      skipped: string;
    };
    Snooze: {
      /** @description Runs due before this day are left out. Null ends the snooze. */
      until: string | null;
    };
    MoveRun: {
      /**
       * Format: date
       * @description Day on which the schedule has the run.
       */
      from: string;
      /** @description On the clock of the schedule’s zone. The run keeps its period. */
      to: string & (unknown & unknown);
    };
    Preview: {
      jobId: string;
      /** @enum {string} */
      status:
        | 'queued'
        | 'processing'
        | 'completed'
        | 'partly-delivered'
        | 'failed'
        | 'cancelled'
        | 'suppressed'
        | 'unchanged'
        | 'quarantined';
      /** @description Says so when the start has to wait. */
      note?: string;
      /** @description Who would get what, as rights are now. Nobody is mailed. */
      recipients: {
        /** @description E-mail address. */
        recipient: string;
        /** @description Whether they would get the report. */
        eligible: boolean;
        /** @description Why not; in English. */
        reason: string | null;
        /** @description The same by code; empty where there is none. */
        why: components['schemas']['Cause'][];
        /** @description What theirs would show: which sites, and whether treatment arms. Null for who gets nothing, and where the caller may not know. */
        scope: {
          sites: 'all' | string[];
          unblinded: boolean;
        } | null;
        formats: ('pdf' | 'xlsx' | 'csv' | 'json')[];
      }[];
    };
    PreviewRecipients: {
      /** @description E-mail addresses. */
      recipients: string[];
    };
    RecipientsPreview: {
      /** @description In the order asked, each once. */
      items: {
        /** @description E-mail address. */
        recipient: string;
        /** @description Whether they would get the report. */
        eligible: boolean;
        /** @description Why not; in English. */
        reason: string | null;
        /** @description The same by code; empty where there is none. */
        why: components['schemas']['Cause'][];
        /** @description What theirs would show: which sites, and whether treatment arms. Null for who gets nothing, and where the caller may not know. */
        scope: {
          sites: 'all' | string[];
          unblinded: boolean;
        } | null;
      }[];
    };
    PreviewSchedule: {
      schedule:
        | {
            /** @enum {string} */
            every: 'day';
            at: string;
            timeZone: string;
          }
        | {
            /** @enum {string} */
            every: 'week';
            /**
             * @description Default: `"monday"`.
             * @enum {string}
             */
            on?: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
            at: string;
            timeZone: string;
          }
        | {
            /** @enum {string} */
            every: 'month';
            /** @description Default: `1`. */
            on?:
              | number
              | 'last'
              | {
                  nth: (1 | 2 | 3 | 4) | 'last';
                  /** @enum {string} */
                  weekday: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
                };
            at: string;
            timeZone: string;
          };
      /**
       * Format: date
       * @description Last local day on which a run may be due.
       */
      until?: string;
      holidays?: components['schemas']['Holidays'];
      /** @description How many runs are shown. Default: `5`. */
      count?: number;
    };
    SchedulePreview: {
      runs: {
        /**
         * Format: date
         * @description Day on which the schedule has the run.
         */
        due: string;
        /**
         * Format: date-time
         * @description When it is made, on the schedule’s clock.
         */
        at: string;
        /** @description What it covers. */
        period: {
          /** Format: date */
          start: string;
          /** Format: date */
          end: string;
        };
      }[];
      /** @description Runs that holidays move or leave out, among those shown. */
      exceptions: {
        /**
         * Format: date
         * @description Day on which the schedule has the run: it names the run and its period.
         */
        due: string;
        /**
         * Format: date-time
         * @description When the schedule has it.
         */
        scheduledFor: string;
        /** @enum {string} */
        change: 'skipped' | 'moved';
        /** @description When it is made instead; null when skipped. */
        at: string | null;
        /** @description The holiday that caused it; null where somebody asked for it. */
        holiday: string | null;
      }[];
      warnings: {
        field: string;
        /** @enum {string} */
        code: 'ZONE_WITHOUT_SUMMER_TIME';
        message: string;
      }[];
    };
    GenerateReport: {
      /** @description STUDYID. */
      studyId: string;
      /**
       * @description May be left out where a template says it.
       * @enum {string}
       */
      reportType?: 'study-weekly' | 'safety-weekly' | 'site-performance' | 'learner-progress';
      /** @description `name` takes the newest version, `name@2` the second. */
      templateId?: string;
      /** @description As the report type’s schema says, over those of the template; `asOf` makes it as it would have been due that day. Default: `{}`. */
      parameters?: {
        [key: string]: unknown;
      };
      /** @description Default: the template’s, else a PDF. */
      formats?: ('pdf' | 'xlsx' | 'csv' | 'json')[];
      /**
       * @description Default: `"normal"`.
       * @enum {string}
       */
      priority?: 'high' | 'normal' | 'low';
      /**
       * Format: date-time
       * @description Begin then and not before: a year ahead at most. Its day is the default of `asOf`.
       */
      scheduledFor?: string;
      /**
       * @description When the check before sending finds something wrong: hold it back until a person decides, or send it marked partial, with what it lacks on its first page. `strict`: hold it back, also for a document that the report itself names as doubtful. Default: `"quarantine"`.
       * @enum {string}
       */
      incomplete?: 'quarantine' | 'partial' | 'strict';
      /** @description Who is told when it has ended. */
      callback?: components['schemas']['Callback'];
    } & (unknown | unknown);
    Job: {
      jobId: string;
      /** @enum {string} */
      status:
        | 'queued'
        | 'processing'
        | 'completed'
        | 'partly-delivered'
        | 'failed'
        | 'cancelled'
        | 'suppressed'
        | 'unchanged'
        | 'quarantined';
      /** @description Why a run was not sent, or is queued for longer; in English. */
      reason: string | null;
      /** @description The same by code; empty where there is none. */
      why: components['schemas']['Cause'][];
      /** @description The halt by operators for which it waits: nothing is made or mailed until it is lifted. */
      heldBy: {
        /** @enum {string} */
        scope: 'installation' | 'study';
        /** @description Null: everything is halted. */
        studyId: string | null;
        reason: string;
        /** Format: date-time */
        since: string;
      } | null;
      /** @enum {string} */
      step:
        | 'initializing'
        | 'fetching-data'
        | 'building-report'
        | 'generating-file'
        | 'storing-file'
        | 'complete';
      /** @description Percent. */
      progress: number;
      /** @description How often the step at work was begun. */
      attempts: number | null;
      /** @description While open: 1 is next. Null for one that is scheduled for later. */
      position: number | null;
      /** @description While open: from the durations of the last runs; null where none was measured. */
      estimatedCompletion: string | null;
      /** @enum {string} */
      trigger: 'schedule' | 'run-now' | 'on-demand';
      /** @description E-mail address of who asked for it, or whose subscription it is. */
      requestedBy: string;
      subscriptionId: string | null;
      studyId: string;
      reportType: string;
      /** @description `name@version` of the template it is made with. */
      template: string | null;
      parameters: {
        [key: string]: unknown;
      };
      formats: ('pdf' | 'xlsx' | 'csv' | 'json')[];
      /** @enum {string} */
      priority: 'high' | 'normal' | 'low';
      /** Format: date */
      due: string;
      timeZone: string;
      period: {
        /** Format: date */
        start: string;
        /** Format: date */
        end: string;
      };
      /** @description How often it was resumed after it had failed. */
      redrives: number;
      /** @description Why it failed or was held back before it was resumed, oldest first. */
      earlierErrors: {
        /** @enum {string} */
        code:
          | 'INVALID_INPUT'
          | 'UNAUTHENTICATED'
          | 'TOKEN_EXPIRED'
          | 'FORBIDDEN'
          | 'NOT_FOUND'
          | 'STUDY_NOT_FOUND'
          | 'METHOD_NOT_ALLOWED'
          | 'CONFLICT'
          | 'IDEMPOTENCY_KEY_REUSED'
          | 'SUBSCRIPTION_EXISTS'
          | 'LINK_EXPIRED'
          | 'LINK_REVOKED'
          | 'ARTEFACT_GONE'
          | 'PRECONDITION_FAILED'
          | 'PAYLOAD_TOO_LARGE'
          | 'UNSUPPORTED_MEDIA_TYPE'
          | 'UNPROCESSABLE'
          | 'RATE_LIMITED'
          | 'NOT_A_DATASET'
          | 'DOCUMENT_MISSING'
          | 'CUT_CORRUPT'
          | 'RENDER_INCOMPLETE'
          | 'GLYPH_MISSING'
          | 'QUARANTINED'
          | 'HALTED'
          | 'MAIL_REJECTED'
          | 'CHANNEL_REJECTED'
          | 'MAIL_BOUNCED'
          | 'DELIVERY_UNKNOWN'
          | 'CONFIGURATION'
          | 'RUN_TIMED_OUT'
          | 'DEPENDENCY_DOWN'
          | 'INTERNAL';
        /** @description In English. */
        message: string;
        /** @description The same by code; empty where there is none. */
        why: components['schemas']['Cause'][];
        /** @enum {string} */
        step:
          | 'initializing'
          | 'fetching-data'
          | 'building-report'
          | 'generating-file'
          | 'storing-file'
          | 'complete';
        /** Format: date-time */
        failedAt: string;
        /** @description Who sent what was held back, and why; for who asked for the job, operators and auditors. */
        released: {
          /** Format: date-time */
          at: string;
          /** @description E-mail address. */
          by: string;
          reason: string;
        } | null;
      }[];
      /** @description The subscription whose owner looks at it by this job. */
      previewOf: string | null;
      /** @description Its moment, where it was made long after it. */
      late: {
        dueAt: string;
      } | null;
      /** Format: date-time */
      createdAt: string;
      /** @description It begins then; until then it is no open job. */
      scheduledFor: string | null;
      startedAt: string | null;
      finishedAt: string | null;
      /** @description Why it failed, was held back, or why mails of it were not delivered. */
      error: {
        /** @enum {string} */
        code:
          | 'INVALID_INPUT'
          | 'UNAUTHENTICATED'
          | 'TOKEN_EXPIRED'
          | 'FORBIDDEN'
          | 'NOT_FOUND'
          | 'STUDY_NOT_FOUND'
          | 'METHOD_NOT_ALLOWED'
          | 'CONFLICT'
          | 'IDEMPOTENCY_KEY_REUSED'
          | 'SUBSCRIPTION_EXISTS'
          | 'LINK_EXPIRED'
          | 'LINK_REVOKED'
          | 'ARTEFACT_GONE'
          | 'PRECONDITION_FAILED'
          | 'PAYLOAD_TOO_LARGE'
          | 'UNSUPPORTED_MEDIA_TYPE'
          | 'UNPROCESSABLE'
          | 'RATE_LIMITED'
          | 'NOT_A_DATASET'
          | 'DOCUMENT_MISSING'
          | 'CUT_CORRUPT'
          | 'RENDER_INCOMPLETE'
          | 'GLYPH_MISSING'
          | 'QUARANTINED'
          | 'HALTED'
          | 'MAIL_REJECTED'
          | 'CHANNEL_REJECTED'
          | 'MAIL_BOUNCED'
          | 'DELIVERY_UNKNOWN'
          | 'CONFIGURATION'
          | 'RUN_TIMED_OUT'
          | 'DEPENDENCY_DOWN'
          | 'INTERNAL';
        /** @description In English. */
        message: string;
        /** @description The same by code; empty where there is none. */
        why: components['schemas']['Cause'][];
        /** @enum {string} */
        step:
          | 'initializing'
          | 'fetching-data'
          | 'building-report'
          | 'generating-file'
          | 'storing-file'
          | 'complete';
      } | null;
      cut: {
        /** @description SHA-256, hex. */
        sha256: string;
        /** @description Of the whole study, whatever the report shows: null where the caller may not see all sites. */
        rows: number | null;
        /** @description Of the whole study, whatever the report shows: null where the caller may not see all sites. */
        documents: number | null;
      } | null;
      /** @description Those that the caller may see. */
      outputs: {
        /** @enum {string} */
        format: 'pdf' | 'xlsx' | 'csv' | 'json';
        /** @description What the file shows: which sites, and whether treatment arms. */
        scope: {
          sites: 'all' | string[];
          unblinded: boolean;
        };
        /**
         * @description In which it is.
         * @enum {string}
         */
        language: 'en' | 'de' | 'es' | 'fr' | 'ja' | 'pl';
        bytes: number;
        /** @description SHA-256, hex. */
        sha256: string;
        /** @description Path of the download for the caller. */
        download: string;
        /** @description The object store was found to have it no longer. */
        gone: boolean;
        /** @description Of one that is marked partial: what it says that it lacks. Null: it is whole. */
        lacking:
          | {
              /** @enum {string} */
              check:
                | 'rows'
                | 'documents'
                | 'images'
                | 'figures'
                | 'pages'
                | 'glyphs'
                | 'size'
                | 'files'
                | 'blinding';
              where: string;
              /** @enum {string} */
              code:
                | 'bytes-gone'
                | 'bytes-changed'
                | 'rows-not-as-counted'
                | 'rows-in-no-table'
                | 'figures-in-no-table'
                | 'in-no-section'
                | 'not-made'
                | 'not-in-store'
                | 'not-the-dataset'
                | 'not-in-zip'
                | 'not-as-stored'
                | 'unreadable'
                | 'too-large'
                | 'too-many-pages'
                | 'files-unexpected'
                | 'page-blank'
                | 'pages-misnumbered'
                | 'pages-without-cut'
                | 'pages-without-head'
                | 'text-in-margins'
                | 'text-over-edge'
                | 'text-on-text'
                | 'glyphs-missing'
                | 'characters-replaced'
                | 'table-not-found'
                | 'section-not-found'
                | 'picture-not-found'
                | 'text-not-found'
                | 'text-in-doubt'
                | 'parts-not-found'
                | 'rows-not-found'
                | 'rows-differ'
                | 'rows-instead-of'
                | 'sentences-not-found'
                | 'headline-figures-not-found'
                | 'figures-not-its-own'
                | 'notes-not-found'
                | 'foreign-text'
                | 'lines-differ'
                | 'lines-not-found'
                | 'tells-treatment'
                | 'left-out-for-blinded'
                | 'hidden-from-blinded'
                | 'as-told';
              /** @description What the code is about. */
              values: {
                [key: string]: string | number;
              };
              /** @description Both, in English. */
              message: string;
            }[]
          | null;
      }[];
      /** @description Of a quarantined job, for who may release it and for auditors: what is not sent, and why. */
      held: components['schemas']['HeldReport'][];
      /**
       * @description When the check before sending finds something wrong: hold it back until a person decides, or send it marked partial, with what it lacks on its first page. `strict`: hold it back, also for a document that the report itself names as doubtful.
       * @enum {string}
       */
      incomplete: 'quarantine' | 'partial' | 'strict';
      /** @description A recipient sees their own, who asked for the run sees all. */
      deliveries: {
        /** @description E-mail address, or the name of the channel: `Microsoft Teams`. */
        recipient: string;
        /** @description User id, or the channel: `teams:chn_…`. */
        recipientId: string;
        /** @enum {string} */
        channel: 'email' | 'teams';
        /**
         * @description What the provider last told, else what is known of the send: accepted is not yet delivered.
         * @enum {string}
         */
        status:
          | 'intended'
          | 'accepted'
          | 'failed'
          | 'suppressed'
          | 'unknown'
          | 'delayed'
          | 'delivered'
          | 'bounced'
          | 'complained';
        /** @description In English. */
        reason: string | null;
        /** @description The same by code; empty where there is none. */
        why: components['schemas']['Cause'][];
        /** @description Why it failed. */
        code:
          | (
              | 'INVALID_INPUT'
              | 'UNAUTHENTICATED'
              | 'TOKEN_EXPIRED'
              | 'FORBIDDEN'
              | 'NOT_FOUND'
              | 'STUDY_NOT_FOUND'
              | 'METHOD_NOT_ALLOWED'
              | 'CONFLICT'
              | 'IDEMPOTENCY_KEY_REUSED'
              | 'SUBSCRIPTION_EXISTS'
              | 'LINK_EXPIRED'
              | 'LINK_REVOKED'
              | 'ARTEFACT_GONE'
              | 'PRECONDITION_FAILED'
              | 'PAYLOAD_TOO_LARGE'
              | 'UNSUPPORTED_MEDIA_TYPE'
              | 'UNPROCESSABLE'
              | 'RATE_LIMITED'
              | 'NOT_A_DATASET'
              | 'DOCUMENT_MISSING'
              | 'CUT_CORRUPT'
              | 'RENDER_INCOMPLETE'
              | 'GLYPH_MISSING'
              | 'QUARANTINED'
              | 'HALTED'
              | 'MAIL_REJECTED'
              | 'CHANNEL_REJECTED'
              | 'MAIL_BOUNCED'
              | 'DELIVERY_UNKNOWN'
              | 'CONFIGURATION'
              | 'RUN_TIMED_OUT'
              | 'DEPENDENCY_DOWN'
              | 'INTERNAL'
            )
          | null;
        /** @description How many were begun for this recipient: more than one where it was sent again. */
        mails: number;
        acceptedAt: string | null;
        /** @description What the recipient has had of the report; null: nothing. */
        opened: {
          /** @description At the page of the link, or at the report as a page. */
          looks: number;
          downloads: number;
          /** Format: date-time */
          firstAt: string;
          /** Format: date-time */
          lastAt: string;
        } | null;
        /** @description Of the provider, oldest first. */
        events: {
          /** @enum {string} */
          status: 'delayed' | 'delivered' | 'failed' | 'bounced' | 'complained';
          /** Format: date-time */
          at: string;
        }[];
      }[];
      /** @description By person, the first first; seen as deliveries are. */
      openings: {
        /** @description At the page of the link, or at the report as a page. */
        looks: number;
        downloads: number;
        /** Format: date-time */
        firstAt: string;
        /** Format: date-time */
        lastAt: string;
        userId: string;
        /** @description E-mail address: who was signed in, or to whom the link was mailed. */
        person: string;
      }[];
    };
    HeldReport: {
      /** @description What the file shows: which sites, and whether treatment arms. */
      scope: {
        sites: 'all' | string[];
        unblinded: boolean;
      };
      /** @description What the check before sending found. */
      findings: {
        /** @enum {string} */
        check:
          | 'rows'
          | 'documents'
          | 'images'
          | 'figures'
          | 'pages'
          | 'glyphs'
          | 'size'
          | 'files'
          | 'blinding';
        where: string;
        /** @enum {string} */
        code:
          | 'bytes-gone'
          | 'bytes-changed'
          | 'rows-not-as-counted'
          | 'rows-in-no-table'
          | 'figures-in-no-table'
          | 'in-no-section'
          | 'not-made'
          | 'not-in-store'
          | 'not-the-dataset'
          | 'not-in-zip'
          | 'not-as-stored'
          | 'unreadable'
          | 'too-large'
          | 'too-many-pages'
          | 'files-unexpected'
          | 'page-blank'
          | 'pages-misnumbered'
          | 'pages-without-cut'
          | 'pages-without-head'
          | 'text-in-margins'
          | 'text-over-edge'
          | 'text-on-text'
          | 'glyphs-missing'
          | 'characters-replaced'
          | 'table-not-found'
          | 'section-not-found'
          | 'picture-not-found'
          | 'text-not-found'
          | 'text-in-doubt'
          | 'parts-not-found'
          | 'rows-not-found'
          | 'rows-differ'
          | 'rows-instead-of'
          | 'sentences-not-found'
          | 'headline-figures-not-found'
          | 'figures-not-its-own'
          | 'notes-not-found'
          | 'foreign-text'
          | 'lines-differ'
          | 'lines-not-found'
          | 'tells-treatment'
          | 'left-out-for-blinded'
          | 'hidden-from-blinded'
          | 'as-told';
        /** @description What the code is about. */
        values: {
          [key: string]: string | number;
        };
        /** @description Both, in English. */
        message: string;
      }[];
      /** @description To be looked at before they are released. */
      files: {
        /** @enum {string} */
        format: 'pdf' | 'xlsx' | 'csv' | 'json';
        /** @description What the file shows: which sites, and whether treatment arms. */
        scope: {
          sites: 'all' | string[];
          unblinded: boolean;
        };
        /**
         * @description In which it is.
         * @enum {string}
         */
        language: 'en' | 'de' | 'es' | 'fr' | 'ja' | 'pl';
        bytes: number;
        /** @description SHA-256, hex. */
        sha256: string;
        /** @description Path of the download for the caller. */
        download: string;
        /** @description The object store was found to have it no longer. */
        gone: boolean;
      }[];
    };
    AcceptedJob: {
      jobId: string;
      /** @enum {string} */
      status:
        | 'queued'
        | 'processing'
        | 'completed'
        | 'partly-delivered'
        | 'failed'
        | 'cancelled'
        | 'suppressed'
        | 'unchanged'
        | 'quarantined';
      /** @description While open: 1 is next. Null for one that is scheduled for later. */
      position: number | null;
      /** @description While open: from the durations of the last runs; null where none was measured. */
      estimatedCompletion: string | null;
      /** @description It begins then; until then it is no open job. */
      scheduledFor?: string | null;
      /** @description Says so when the start has to wait. */
      note?: string;
    };
    DecideDelivery: {
      /**
       * @description `sent`: the recipient has it. `send-again`: another mail goes out, perhaps a second one.
       * @enum {string}
       */
      decision: 'sent' | 'send-again';
    };
    ReleaseJob: {
      /** @description Why it may be sent as it is. It stands in the audit trail for good: name no patient. */
      reason: string;
    };
    ReportView: {
      jobId: string;
      /** @description What it shows: which sites, and whether treatment arms. */
      scope: {
        sites: 'all' | string[];
        unblinded: boolean;
      };
      /** @description Of the dataset that its files were drawn from, hex. */
      sha256: string;
      report: components['schemas']['Report'];
    };
    Report: {
      /** @enum {string} */
      language: 'en' | 'de' | 'es' | 'fr' | 'ja' | 'pl';
      head: {
        report: string;
        period: string;
        studyId: string;
        studyTitle: string;
        facts: {
          label: string;
          value: string;
        }[];
        /** @description In words. */
        scope: string;
        /** @description SHA-256, hex: printed on every page of its files. */
        cut: string;
        cutAt: string;
        template: string;
        codeVersion: string;
      };
      /** @description Of one that is marked partial. */
      lacking: {
        title: string;
        lines: string[];
      } | null;
      attention: {
        items: {
          lead: string;
          sentence: string;
          /** @description Id of the section that explains it. */
          section?: string;
          urgent: boolean;
        }[];
        /** @description Said when nothing is urgent. */
        calm: string;
      };
      tiles: {
        label: string;
        value: string;
        previous: string;
        difference: string;
        /** @description What the figure is part of. */
        context: string;
        /** @description Id of the section that explains it. */
        section?: string;
        urgent: boolean;
        /** @description By week, oldest first. */
        trend: (number | null)[];
      }[];
      /** @description Head of the column of the figures. */
      tilesNow: string;
      /** @description Head of the column of those beside them. */
      tilesBefore: string;
      changes: {
        title: string;
        lines: string[];
        /** @description Id of the section that explains it. */
        section?: string;
      };
      trends: {
        caption: string;
        /** @description One, or two side by side. */
        charts: (
          | {
              /** @enum {string} */
              kind: 'bars';
              /** @description First day of each week, oldest first. */
              weeks: string[];
              unit: string;
              /** @description One a week. */
              values: number[];
              /** @description The part of each bar that is set off at its foot. */
              parts?: number[];
            }
          | {
              /** @enum {string} */
              kind: 'lines';
              /** @description First day of each week, oldest first. */
              weeks: string[];
              unit: string;
              lines: {
                label: string;
                /**
                 * @description `first` is what the chart is about.
                 * @enum {string}
                 */
                rank: 'first' | 'second';
                /** @description One a week; null where there is none. */
                values: (number | null)[];
              }[];
              fromZero: boolean;
              /** @description To compare with. */
              level?: {
                label: string;
                value: number;
              };
            }
        )[];
      }[];
      sections: {
        id: string;
        title: string;
        /** @description What it says, in one sentence. */
        takeaway: string;
        chart: {
          caption: string;
          /** @description One, or two side by side. */
          charts: (
            | {
                /** @enum {string} */
                kind: 'bars';
                /** @description First day of each week, oldest first. */
                weeks: string[];
                unit: string;
                /** @description One a week. */
                values: number[];
                /** @description The part of each bar that is set off at its foot. */
                parts?: number[];
              }
            | {
                /** @enum {string} */
                kind: 'lines';
                /** @description First day of each week, oldest first. */
                weeks: string[];
                unit: string;
                lines: {
                  label: string;
                  /**
                   * @description `first` is what the chart is about.
                   * @enum {string}
                   */
                  rank: 'first' | 'second';
                  /** @description One a week; null where there is none. */
                  values: (number | null)[];
                }[];
                fromZero: boolean;
                /** @description To compare with. */
                level?: {
                  label: string;
                  value: number;
                };
              }
          )[];
        } | null;
        blocks: (
          | {
              /** @enum {string} */
              kind: 'bullets';
              lines: string[];
            }
          | {
              /** @enum {string} */
              kind: 'definitions';
              id: string;
              title: string;
              entries: {
                term: string;
                meaning: string;
              }[];
            }
          | {
              /** @enum {string} */
              kind: 'texts';
              texts: {
                documentId: string;
                title: string;
                siteId: string | null;
                subject: string | null;
                /** Format: date */
                receivedOn: string;
                /** @description Why it cannot be shown. */
                notShown: string | null;
                /** @description `text/markdown` is to be typeset; anything else is plain text. */
                mediaType: string;
                /** @description Of what its readers may see. */
                text: string;
                /** @description It is only the opening. */
                truncated: boolean;
              }[];
            }
          | {
              /** @enum {string} */
              kind: 'images';
              /** @description Told by their titles: the pictures themselves are in the PDF. */
              images: {
                documentId: string;
                title: string;
                siteId: string | null;
                subject: string | null;
                /** Format: date */
                receivedOn: string;
                /** @description Why it cannot be shown. */
                notShown: string | null;
                caption: string | null;
              }[];
            }
        )[];
        tables: {
          name: string;
          title: string;
          note?: string;
          /** @description Said in place of a table without rows. */
          empty: string;
          columns: {
            key: string;
            label: string;
            /** @enum {string} */
            type: 'text' | 'number' | 'percent' | 'date' | 'yesNo';
            /** @description Belongs in smaller type below the value of the column of this key. */
            below?: string;
            /** @description Belongs in brackets behind it, as in `n (%)`. */
            after?: string;
          }[];
          /** @description To be sorted by; the first of `rowCount`. */
          rows: (string | number | boolean | null)[][];
          /** @description The same as the page shows them. */
          texts: string[][];
          /** @description All of its rows: the files hold them. */
          rowCount: number;
        }[];
      }[];
      /** @description How to read it. */
      definitions: {
        term: string;
        meaning: string;
      }[];
      /** @description What it is about. */
      about: {
        term: string;
        meaning: string;
      }[];
    };
    Verification: {
      /**
       * @description genuine: made and sent by Rounds, not a byte changed. unsent: made by Rounds, and sent to nobody. altered: it claims to be of a data cut or a run that you may see, and is none of the files of it that you may see. unknown: nothing can be said of it, whether because there is no such file or because it is not yours to know.
       * @enum {string}
       */
      verdict: 'genuine' | 'unsent' | 'altered' | 'unknown';
      /** @description Several where runs have equal files, the newest first; of an altered file the runs of the cut that it claims. */
      matches: {
        run: {
          jobId: string;
          /** @enum {string} */
          status:
            | 'queued'
            | 'processing'
            | 'completed'
            | 'partly-delivered'
            | 'failed'
            | 'cancelled'
            | 'suppressed'
            | 'unchanged'
            | 'quarantined';
          studyId: string;
          reportType: string;
          period: {
            /** Format: date */
            start: string;
            /** Format: date */
            end: string;
          };
          timeZone: string;
          /** @description `name@version`, null without one. */
          template: string | null;
          /** @description SHA-256 of its data cut, hex. */
          cut: string | null;
          finishedAt: string | null;
        };
        /** @description Null for an altered file. */
        file: {
          /** @enum {string} */
          format: 'pdf' | 'xlsx' | 'csv' | 'json';
          scope: {
            sites: 'all' | string[];
            unblinded: boolean;
          };
          /** @enum {string} */
          language: 'en' | 'de' | 'es' | 'fr' | 'ja' | 'pl';
          bytes: number;
          /** Format: date-time */
          madeAt: string;
          /** @description False once the retention policy has removed it, or another took its place. */
          kept: boolean;
          /** @description The gate holds it back: nobody was sent it. */
          heldBack: boolean;
          /** @description When the run made another file in its place. */
          supersededAt: string | null;
        } | null;
        /** @description Operators, auditors and who asked for it see all, others themselves. */
        people: {
          email: string;
          /** @description Null for who was mailed nothing and fetched it. */
          mail: {
            /**
             * @description What the provider last told, else what is known of the send.
             * @enum {string}
             */
            status:
              | 'intended'
              | 'accepted'
              | 'failed'
              | 'suppressed'
              | 'unknown'
              | 'delayed'
              | 'delivered'
              | 'bounced'
              | 'complained';
            acceptedAt: string | null;
          } | null;
          link: {
            /** Format: date-time */
            expiresAt: string;
            /** @description When it was withdrawn. */
            revokedAt: string | null;
            /** @description Whether it still leads to the report. */
            open: boolean;
          } | null;
          /** @description Looks at the page of the link, and downloads of this file; oldest first. */
          openings: {
            /** @enum {string} */
            what: 'page' | 'view' | 'download';
            /**
             * @description `link`: whoever had the mailed link. `person`: this person, signed in.
             * @enum {string}
             */
            by: 'link' | 'person';
            /** Format: date-time */
            at: string;
          }[];
        }[];
      }[];
    };
    OlderSubmission: {
      /** @description Name of a template. */
      code: string;
      /** @description STUDYID of the study. */
      productId: string;
      /** @description high, normal, low; or a whole number, of which the smaller goes first; empty: normal. Default: `"normal"`. */
      priority?: string | number | null;
      /** @description An address, or a `Callback`; empty: none. Failures go to `/pdf-failed` for `/pdf-complete`. */
      callback?: ('' | null) | (string | components['schemas']['Callback']);
    };
    OlderSubmitted: {
      job_id: string;
      /** @enum {string} */
      status:
        | 'queued'
        | 'processing'
        | 'completed'
        | 'partly-delivered'
        | 'failed'
        | 'cancelled'
        | 'suppressed'
        | 'unchanged'
        | 'quarantined';
      /** @description Null where nothing was measured yet. */
      estimated_completion: string | null;
      /** @description 1 is next. */
      position_in_queue: number | null;
    };
    OlderJob: {
      job_id: string;
      /** @enum {string} */
      status:
        | 'queued'
        | 'processing'
        | 'completed'
        | 'partly-delivered'
        | 'failed'
        | 'cancelled'
        | 'suppressed'
        | 'unchanged'
        | 'quarantined';
      /** @enum {string} */
      step:
        | 'initializing'
        | 'fetching-data'
        | 'building-report'
        | 'generating-file'
        | 'storing-file'
        | 'complete';
      /** @description Percent. */
      progress: number;
      /** @description `name@version` of the template. */
      code: string | null;
      product_id: string;
      /** @enum {string} */
      priority: 'high' | 'normal' | 'low';
      position_in_queue: number | null;
      estimated_completion: string | null;
      /** Format: date-time */
      created_at: string;
      started_at: string | null;
      completed_at: string | null;
      failed_at: string | null;
      error: string | null;
      retry_count: number;
      /** @description Path; null until the report is made. */
      download_url: string | null;
      /** @description The permanent link, as an absolute address. */
      google_drive_link: string | null;
    };
    WebhookSecret: {
      id: string;
      /** Format: date-time */
      createdAt: string;
      /** @description Set once it was rotated: until then it signs beside its successor. */
      signsUntil: string | null;
    };
    NewWebhookSecret: {
      id: string;
      /** Format: date-time */
      createdAt: string;
      /** @description Set once it was rotated: until then it signs beside its successor. */
      signsUntil: string | null;
      /** @description `whsec_…`: shown now and never again, so not where the same Idempotency-Key asks once more. */
      secret?: string;
    };
    WebhookTestBody: {
      /**
       * Format: uri
       * @description Told of every end of the run, except where another address is given for it.
       */
      url: string;
      /** @description Signs these calls; default: your own signing secrets (`/api/v1/webhooks/secrets`). */
      secret?: string;
    };
    WebhookTest: {
      /** @description The `webhook-id` that the receiver saw. */
      id: string;
      /** @description Whether the receiver answered with 2xx. */
      taken: boolean;
      /** @description Null when no answer came. */
      statusCode: number | null;
      /** @description Milliseconds. */
      duration: number;
      error: string | null;
      /** @description How many secrets signed it; 0: it bore no signature. */
      signatures: number;
    };
    WebhookDelivery: {
      /** @description The `webhook-id` that the receiver sees. */
      id: string;
      jobId: string;
      studyId: string;
      url: string;
      /** @enum {string} */
      state: 'pending' | 'delivered' | 'gone' | 'given-up';
      payload: components['schemas']['WebhookPayload'];
      replays: number;
      /** @description Oldest first. */
      attempts: {
        /** @description 0: of the first sending. */
        replay: number;
        /** Format: date-time */
        at: string;
        /** @description Null when no answer came. */
        statusCode: number | null;
        /** @description Milliseconds. */
        duration: number;
        error: string | null;
      }[];
      /** Format: date-time */
      createdAt: string;
      deliveredAt: string | null;
    };
    WebhookPayload: {
      jobId: string;
      /** @enum {string} */
      status:
        | 'queued'
        | 'processing'
        | 'completed'
        | 'partly-delivered'
        | 'failed'
        | 'cancelled'
        | 'suppressed'
        | 'unchanged'
        | 'quarantined';
      /** @description Of the result; it asks for a token and checks rights. */
      link?: string;
      error?: {
        code: string;
        message: string;
      };
      /** Format: date-time */
      completedAt?: string;
      /** Format: date-time */
      failedAt?: string;
      /** @description Redrives of the run before this end. */
      retryCount: number;
      /**
       * @description Of a test call: there is no such job.
       * @enum {boolean}
       */
      test?: true;
    };
    Suppression: {
      id: string;
      userId: string;
      /** @description Null when the user has another address now. */
      email: string | null;
      /** @enum {string} */
      why: 'bounced' | 'complained';
      /** Format: date-time */
      createdAt: string;
    };
    /** @description Payloads of Temporal as protobuf JSON: every value in base64. */
    Payloads: {
      payloads: ({
        metadata?: {
          [key: string]: string;
        };
        /** Format: base64 */
        data?: string;
      } & {
        [key: string]: unknown;
      })[];
    } & {
      [key: string]: unknown;
    };
    Problem: {
      /** @description A URN that names the kind of problem. */
      type: string;
      title: string;
      status: number;
      /** @description What is wrong and what to do, for people. */
      detail: string;
      /**
       * @description Stable, for programs.
       * @enum {string}
       */
      code:
        | 'INVALID_INPUT'
        | 'UNAUTHENTICATED'
        | 'TOKEN_EXPIRED'
        | 'FORBIDDEN'
        | 'NOT_FOUND'
        | 'STUDY_NOT_FOUND'
        | 'METHOD_NOT_ALLOWED'
        | 'CONFLICT'
        | 'IDEMPOTENCY_KEY_REUSED'
        | 'SUBSCRIPTION_EXISTS'
        | 'LINK_EXPIRED'
        | 'LINK_REVOKED'
        | 'ARTEFACT_GONE'
        | 'PRECONDITION_FAILED'
        | 'PAYLOAD_TOO_LARGE'
        | 'UNSUPPORTED_MEDIA_TYPE'
        | 'UNPROCESSABLE'
        | 'RATE_LIMITED'
        | 'NOT_A_DATASET'
        | 'DOCUMENT_MISSING'
        | 'CUT_CORRUPT'
        | 'RENDER_INCOMPLETE'
        | 'GLYPH_MISSING'
        | 'QUARANTINED'
        | 'HALTED'
        | 'MAIL_REJECTED'
        | 'CHANNEL_REJECTED'
        | 'MAIL_BOUNCED'
        | 'DELIVERY_UNKNOWN'
        | 'CONFIGURATION'
        | 'RUN_TIMED_OUT'
        | 'DEPENDENCY_DOWN'
        | 'INTERNAL';
      /** @description One entry for each invalid field. */
      errors: {
        /** @description A path like `schedule.timeZone`. */
        field: string;
        /**
         * @description The rule that it breaks; stable, for programs.
         *
         *     - `required`: is required
         *     - `empty`: must not be empty
         *     - `unknown-field`: is not a known field
         *     - `wrong-type`: must be of type {type}
         *     - `wrong-format`: must be of the format {format}
         *     - `not-whole`: must be a whole number
         *     - `other-value`: must be {value}
         *     - `unknown-option`: must be one of {known}
         *     - `too-long`: must have {max} characters at most
         *     - `too-short`: must have {min} characters at least
         *     - `too-large`: must be {max} at most
         *     - `too-small`: must be {min} at least
         *     - `too-many`: must name {max} at most
         *     - `too-few`: must name {min} at least
         *     - `named-twice`: must name each once
         *     - `not-one-line`: must be one line, without control characters
         *     - `no-change`: must change something
         *     - `either-or`: must be given, or {other} instead
         *     - `required-with`: is required where {other} is given
         *     - `no-alternative`: must have one of its forms
         *     - `as-told`: {text}
         *     - `not-a-date`: must be a date like 2026-11-23
         *     - `no-such-day`: must be a day of the calendar
         *     - `not-a-local-moment`: must be a local date and time like 2026-11-23T08:00
         *     - `not-an-instant`: must be an instant like 2026-11-23T08:00:00Z
         *     - `not-a-clock-time`: must be a local time like 08:00
         *     - `not-a-time-zone`: must be an IANA time zone like Europe/Berlin
         *     - `in-the-past`: must not be in the past: today is {today} in {timeZone}
         *     - `not-after-today`: must be after today, which is {today} in {timeZone}
         *     - `day-to-come`: must not be after today, {today} in {timeZone}
         *     - `beyond-a-year`: must be within a year
         *     - `not-within-a-year`: must be in the future, a year ahead at most
         *     - `after-other`: must not be after {other}
         *     - `after-the-period`: must be before {end}, where the period of the run ends
         *     - `before-first-run`: must not be before the first run, which is due {first}
         *     - `unknown-country`: must be a country whose holidays are known, like DE
         *     - `not-a-region`: must be a region of the country, like BY
         *     - `unknown-region`: must be a region of the country: {known}
         *     - `no-region-known`: must be left out: of the country no region is known
         *     - `no-run-besides-holidays`: must leave a run: these leave out every one
         *     - `daily-on-holidays`: must be skip for a daily schedule: each working day has a run of its own
         *     - `not-due`: must be a day on which a run is due, like {next}
         *     - `nothing-due`: must be a day on which a run is due, and none is left
         *     - `not-to-come`: must be a run to come
         *     - `run-was-made`: must be a run to come: this one was made
         *     - `run-was-due`: must be a run to come: this one was due {due}
         *     - `after-the-last-day`: must not be after the last day
         *     - `snoozed-for-long`: must be within a year: pause it instead
         *     - `snoozed-for-good`: must leave a run before the end: cancel the subscription instead
         *     - `equal-subscription`: must be true for a second one that is equal to {id}
         *     - `unknown-channel`: must be the id of a channel of this subscription
         *     - `not-a-request-id`: must be 1 to 64 letters, digits, hyphens or underscores
         *     - `not-an-email`: must be an e-mail address, as name@example.org
         *     - `email-too-long`: must be an e-mail address of {max} bytes at most
         *     - `email-disguised`: must not hold signs that only look like letters or digits
         *     - `email-signs`: must have letters, digits and single dots before the @, without spaces, commas or quotes
         *     - `email-name-too-long`: must have {max} bytes at most before the @
         *     - `email-domain`: must have a domain behind the @, as example.org
         *     - `not-a-member`: must be the e-mail address of a member of this study
         *     - `not-invitable`: must be the e-mail address of a recipient who may see the study
         *     - `not-a-recipient`: must be a recipient of this job
         *     - `not-a-user`: must be the address of a user
         *     - `same-person`: must be someone else
         *     - `on-and-off`: must not name a user that `on` names
         *     - `language-not-offered`: must be one of {known}: of {language} nobody has reviewed the words, and this installation does not offer drafts (ROUNDS_DRAFT_LANGUAGES)
         *     - `not-while-blinded`: must be left out by whoever may not see treatment arms
         *     - `not-your-study`: must be a study of which you are a member
         *     - `no-such-study`: must be a study
         *     - `not-your-site`: must be one of your sites
         *     - `unknown-site`: must be a site of the study
         *     - `unknown-subject`: must be a subject of the study
         *     - `other-site`: must be the subject's site, {site}
         *     - `no-file`: must be given, as a part of that name
         *     - `not-a-file-name`: must have a name of 1 to 200 printable characters
         *     - `neither-text-nor-image`: must be a text (.txt, .md) or an image
         *     - `not-text`: must be text: these bytes are something else
         *     - `not-an-image`: must be an image: these bytes are something else
         *     - `unknown-report-type`: must be one of the report types: {known}
         *     - `other-report-type`: must be the template’s, {reportType}, or left out
         *     - `not-a-department`: must be the name of a department, or several
         *     - `not-a-course`: must be the id of a course, or several
         *     - `not-made`: must be one that was made
         *     - `not-a-template-name`: must be 1 to 64 letters, digits, `.`, `_` or `-`, the first no sign
         *     - `not-a-template`: must be the name of a template, or name@version for one of its versions
         *     - `no-such-template`: must be a template for this study
         *     - `template-retired`: must not be retired
         *     - `template-name-taken`: must be new, or of the same report type
         *     - `not-a-colour`: must be a colour like #1f4e79
         *     - `colour-too-pale`: must have a contrast of {min} at least with white paper, not {found}
         *     - `colour-too-dark`: must have a contrast of {min} at least with the black of bars ({black}), not {found}
         *     - `colours-alike`: must be told from the second line of charts ({lines}) in grey print and by colour-blind eyes: a darker one is
         *     - `not-a-logo`: must be a PNG, JPEG or SVG
         *     - `logo-cannot-be-drawn`: must be a PNG, JPEG or SVG of 16 megapixels at most that can be drawn
         *     - `logo-not-uploaded`: must be uploaded first: POST /api/v1/templates/logos
         *     - `not-a-sha256`: must be a SHA-256, 64 lower-case hexadecimal digits
         *     - `not-a-cursor`: must be the nextCursor of an earlier page
         *     - `nested-too-deep`: must be nested {max} levels deep at most
         *     - `etag-outdated`: must be the ETag of the newest answer
         *     - `not-an-idempotency-key`: must be 1 to 255 visible ASCII characters
         *     - `idempotency-key-used`: must be new for a new body
         *     - `not-a-reason`: must say why: 3 to 2,000 ASCII characters, percent-encoded UTF-8 where it has others
         *     - `reason-too-short`: must say why, in {min} characters at least
         *     - `reason-required`: must say why: {action} needs a reason here
         *     - `unblinding-unexplained`: must say why: whoever is unblinded once cannot be blinded again
         *     - `not-a-bearer-token`: must be `Bearer <token>`
         *     - `token-expired`: must be a token that has not expired
         *     - `token-not-signed`: must be a token that the issuer signed
         *     - `token-claim-missing`: must have the claim {claim}
         *     - `token-claim-wrong`: must have the expected claim {claim}
         *     - `token-subject-missing`: must have a sub claim of 1 to {max} characters
         *     - `token-email-wrong`: must have an e-mail address in its claim {claim} ({fault})
         *     - `token-email-unverified`: must have a {claim} claim that is true: the issuer does not vouch for the address
         *     - `not-of-the-app`: must be an address of ROUNDS_PUBLIC_URL or of one of ROUNDS_CORS_ORIGINS
         *     - `not-a-path`: must be a path of this origin
         *     - `not-a-priority`: must be high, normal or low, or a number from 0, of which the smaller goes first
         *     - `not-a-web-address`: must be an address like https://example.org/hooks
         *     - `address-with-password`: must hold no user name or password: it is shown in the delivery log
         *     - `address-not-https`: must begin with https://
         *     - `address-private`: must not lead to a private address
         *     - `not-a-signing-secret`: must be `whsec_` and the base64 of 24 to 64 random bytes
         *     - `no-answer`: does not answer
         * @enum {string}
         */
        code:
          | 'required'
          | 'empty'
          | 'unknown-field'
          | 'wrong-type'
          | 'wrong-format'
          | 'not-whole'
          | 'other-value'
          | 'unknown-option'
          | 'too-long'
          | 'too-short'
          | 'too-large'
          | 'too-small'
          | 'too-many'
          | 'too-few'
          | 'named-twice'
          | 'not-one-line'
          | 'no-change'
          | 'either-or'
          | 'required-with'
          | 'no-alternative'
          | 'as-told'
          | 'not-a-date'
          | 'no-such-day'
          | 'not-a-local-moment'
          | 'not-an-instant'
          | 'not-a-clock-time'
          | 'not-a-time-zone'
          | 'in-the-past'
          | 'not-after-today'
          | 'day-to-come'
          | 'beyond-a-year'
          | 'not-within-a-year'
          | 'after-other'
          | 'after-the-period'
          | 'before-first-run'
          | 'unknown-country'
          | 'not-a-region'
          | 'unknown-region'
          | 'no-region-known'
          | 'no-run-besides-holidays'
          | 'daily-on-holidays'
          | 'not-due'
          | 'nothing-due'
          | 'not-to-come'
          | 'run-was-made'
          | 'run-was-due'
          | 'after-the-last-day'
          | 'snoozed-for-long'
          | 'snoozed-for-good'
          | 'equal-subscription'
          | 'unknown-channel'
          | 'not-a-request-id'
          | 'not-an-email'
          | 'email-too-long'
          | 'email-disguised'
          | 'email-signs'
          | 'email-name-too-long'
          | 'email-domain'
          | 'not-a-member'
          | 'not-invitable'
          | 'not-a-recipient'
          | 'not-a-user'
          | 'same-person'
          | 'on-and-off'
          | 'language-not-offered'
          | 'not-while-blinded'
          | 'not-your-study'
          | 'no-such-study'
          | 'not-your-site'
          | 'unknown-site'
          | 'unknown-subject'
          | 'other-site'
          | 'no-file'
          | 'not-a-file-name'
          | 'neither-text-nor-image'
          | 'not-text'
          | 'not-an-image'
          | 'unknown-report-type'
          | 'other-report-type'
          | 'not-a-department'
          | 'not-a-course'
          | 'not-made'
          | 'not-a-template-name'
          | 'not-a-template'
          | 'no-such-template'
          | 'template-retired'
          | 'template-name-taken'
          | 'not-a-colour'
          | 'colour-too-pale'
          | 'colour-too-dark'
          | 'colours-alike'
          | 'not-a-logo'
          | 'logo-cannot-be-drawn'
          | 'logo-not-uploaded'
          | 'not-a-sha256'
          | 'not-a-cursor'
          | 'nested-too-deep'
          | 'etag-outdated'
          | 'not-an-idempotency-key'
          | 'idempotency-key-used'
          | 'not-a-reason'
          | 'reason-too-short'
          | 'reason-required'
          | 'unblinding-unexplained'
          | 'not-a-bearer-token'
          | 'token-expired'
          | 'token-not-signed'
          | 'token-claim-missing'
          | 'token-claim-wrong'
          | 'token-subject-missing'
          | 'token-email-wrong'
          | 'token-email-unverified'
          | 'not-of-the-app'
          | 'not-a-path'
          | 'not-a-priority'
          | 'not-a-web-address'
          | 'address-with-password'
          | 'address-not-https'
          | 'address-private'
          | 'not-a-signing-secret'
          | 'no-answer';
        /** @description What the rule is about, by the names in its words; absent where these name none. */
        values?: {
          [key: string]: string | number | string[];
        };
        /** @description The same in English, for people. */
        rule: string;
      }[];
      /** @description Names this request in the logs. */
      requestId: string;
    };
    ReportMade: {
      jobId: string;
      /** @enum {string} */
      status: 'completed' | 'unchanged';
      /** @description Of the result; it asks for a token and checks rights. */
      link?: string;
      /** Format: date-time */
      completedAt: string;
      /** @description Redrives of the run before this end. */
      retryCount: number;
      /**
       * @description Of a test call: there is no such job.
       * @constant
       */
      test?: true;
    };
    ReportFailed: {
      jobId: string;
      /** @enum {string} */
      status: 'partly-delivered' | 'failed' | 'cancelled' | 'suppressed' | 'quarantined';
      error: {
        code: string;
        message: string;
      };
      /** Format: date-time */
      failedAt: string;
      /** @description Redrives of the run before this end. */
      retryCount: number;
    };
    PdfComplete: {
      job_id: string;
      /** @enum {string} */
      status: 'completed' | 'unchanged';
      /** @description Of the result; it asks for a token and checks rights. */
      link?: string;
      /** @description Of the result; it asks for a token and checks rights. */
      google_drive_link?: string;
      /** Format: date-time */
      completed_at: string;
      /** @description Redrives of the run before this end. */
      retry_count: number;
    };
    PdfFailed: {
      job_id: string;
      /** @enum {string} */
      status: 'partly-delivered' | 'failed' | 'cancelled' | 'suppressed' | 'quarantined';
      error: string;
      /** Format: date-time */
      failed_at: string;
      /** @description Redrives of the run before this end. */
      retry_count: number;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listAudit: {
    parameters: {
      query?: {
        /** @description Items a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        /** @description User id or e-mail address. */
        actor?: string;
        action?:
          | 'subscription.create'
          | 'subscription.change'
          | 'subscription.pause'
          | 'subscription.resume'
          | 'subscription.cancel'
          | 'subscription.skip-next'
          | 'subscription.snooze'
          | 'subscription.move'
          | 'subscription.restore'
          | 'subscription.run-now'
          | 'subscription.preview'
          | 'subscription.reassign'
          | 'subscription.unsubscribe'
          | 'subscription.resubscribe'
          | 'subscription.invite'
          | 'subscription.replan'
          | 'subscription.end'
          | 'report.generate'
          | 'job.cancel'
          | 'job.redrive'
          | 'job.release'
          | 'job.hide'
          | 'delivery.retry'
          | 'delivery.decide'
          | 'template.create'
          | 'template.change'
          | 'template.retire'
          | 'flag.set'
          | 'webhook.create'
          | 'webhook.change'
          | 'webhook.delete'
          | 'webhook.replay'
          | 'webhook.test'
          | 'link.renew'
          | 'link.revoke'
          | 'link.refuse'
          | 'address.release'
          | 'document.upload'
          | 'document.open'
          | 'document.remove'
          | 'study.close'
          | 'study.reopen'
          | 'study.import'
          | 'study.refuse-import'
          | 'study.link-policy'
          | 'study.preview-recipients'
          | 'membership.grant'
          | 'membership.revoke'
          | 'role.grant'
          | 'user.create'
          | 'user.change'
          | 'user.bind'
          | 'user.sign-in'
          | 'user.refuse'
          | 'halt.set'
          | 'halt.lift'
          | 'payloads.decode'
          | 'access.refuse';
        /** @description Id of what was changed. */
        target?: string;
        studyId?: string;
        /** @description First moment, included. */
        from?: string;
        /** @description Last moment, not included. */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page, newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['AuditEntry'][];
            /** @description Null on the last page. */
            nextCursor: string | null;
          };
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listOpenings: {
    parameters: {
      query?: {
        /** @description Items a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        /** @description User id or e-mail address. */
        user?: string;
        jobId?: string;
        studyId?: string;
        what?: 'page' | 'view' | 'download';
        /** @description First moment, included. */
        from?: string;
        /** @description Last moment, not included. */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page, newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Opening'][];
            /** @description Null on the last page. */
            nextCursor: string | null;
          };
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readOverview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Overview'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listFailures: {
    parameters: {
      query?: {
        studyId?: string;
        /** @description Failed from then on, included. */
        from?: string;
        /** @description Failed before then. */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The most frequent first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['FailureGroup'][];
          };
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  redriveFailures: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RedriveFailures'];
      };
    };
    responses: {
      /** @description What became, or would become, of each. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RedrivenFailures'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  reassignSubscriptions: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReassignSubscriptions'];
      };
    };
    responses: {
      /** @description What became, or would become, of each. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReassignedSubscriptions'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listMailsInDoubt: {
    parameters: {
      query?: {
        /** @description Items a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page, newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['MailInDoubt'][];
            /** @description Null on the last page. */
            nextCursor: string | null;
          };
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getHealth: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It does. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            status: 'ok';
          };
        };
      };
    };
  };
  getReadiness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All do. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            status: 'ready';
            dependencies: string[];
          };
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getConfig: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The same for everybody. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Installation'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getMetrics: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Prometheus’ text format. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getMe: {
    parameters: {
      query?: never;
      header?: {
        /** @description An ETag: 304 where nothing has changed since. */
        'If-None-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description You. */
      200: {
        headers: {
          /** @description Strong; names this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Me'];
        };
      };
      /** @description You hold it already. */
      304: {
        headers: {
          /** @description Strong; names this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  changeMe: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of the newest answer: another one is refused with 412. */
        'If-Match'?: string;
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeMe'];
      };
    };
    responses: {
      /** @description Chosen; the next run heeds it. */
      200: {
        headers: {
          /** @description Strong; names this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Me'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PRECONDITION_FAILED` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listMyReports: {
    parameters: {
      query?: {
        /** @description Items a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page, the newest subscriptions first; those that are over are left out. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['MyReport'][];
            /** @description Null on the last page. */
            nextCursor: string | null;
          };
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  receiveReport: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
      };
      path: {
        subscriptionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReceiveReport'];
      };
    };
    responses: {
      /** @description So it is from now on. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyReport'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listStudies: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All of them. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Study'][];
          };
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listSites: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        studyId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All of them, by their numbers. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Site'][];
          };
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `STUDY_NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listStudyDocuments: {
    parameters: {
      query?: {
        /** @description Items a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        kind?: 'text' | 'image';
        siteId?: string;
        /** @description USUBJID. */
        subject?: string;
        /** @description Received then or later. */
        since?: string;
      };
      header?: never;
      path: {
        studyId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page, newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['StudyDocument'][];
            /** @description Null on the last page. */
            nextCursor: string | null;
          };
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `STUDY_NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  addStudyDocument: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path: {
        studyId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /**
           * Format: binary
           * @description A text (.txt, .md) or an image, by its bytes.
           */
          file: string;
          /** @description SITEID. Default: the subject’s, or the study as a whole. */
          siteId?: string & (unknown & unknown);
          /** @description USUBJID. */
          subject?: string & (unknown & unknown);
          /** @description Default: from the file’s name. */
          title?: string & (unknown & unknown);
          caption?: string & (unknown & unknown);
        };
      };
    };
    responses: {
      /** @description Stored, its bytes first. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StudyDocument'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `STUDY_NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNPROCESSABLE` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getDocument: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        studyId: string;
        documentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As the list has it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StudyDocument'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND`, `STUDY_NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  removeDocument: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
      };
      path: {
        studyId: string;
        documentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The next report does not show it. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND`, `STUDY_NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getDocumentContent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        studyId: string;
        documentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The bytes; in the audit trail once an hour. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
          'text/markdown': string;
          'image/jpeg': string;
          'image/png': string;
          'image/gif': string;
          'image/webp': string;
          'image/avif': string;
          'image/heic': string;
          'image/heif': string;
          'image/tiff': string;
          'image/svg+xml': string;
          'image/bmp': string;
          'image/vnd.microsoft.icon': string;
          'image/jp2': string;
          'image/jxl': string;
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND`, `STUDY_NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ARTEFACT_GONE` */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  closeStudy: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path: {
        studyId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CloseStudy'];
      };
    };
    responses: {
      /** @description Closed; subscriptions follow within a minute. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StudyClosing'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `STUDY_NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  reopenStudy: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path: {
        studyId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Open. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StudyClosing'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `STUDY_NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  setLinkPolicy: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
      };
      path: {
        studyId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetLinkPolicy'];
      };
    };
    responses: {
      /** @description From now on, for every link of the study. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StudyLinkPolicy'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `STUDY_NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listMembers: {
    parameters: {
      query?: {
        /** @description Items a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
      };
      header?: never;
      path: {
        studyId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page, the newest rights first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Member'][];
            /** @description Null on the last page. */
            nextCursor: string | null;
          };
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `STUDY_NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  setMember: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of the newest answer: another one is refused with 412. */
        'If-Match'?: string;
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
      };
      path: {
        studyId: string;
        user: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetMember'];
      };
    };
    responses: {
      /** @description From now on. */
      200: {
        headers: {
          /** @description Strong; names this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Member'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND`, `STUDY_NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PRECONDITION_FAILED` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNPROCESSABLE` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  removeMember: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of the newest answer: another one is refused with 412. */
        'If-Match'?: string;
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
      };
      path: {
        studyId: string;
        user: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description From now on. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND`, `STUDY_NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PRECONDITION_FAILED` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  findUsers: {
    parameters: {
      query: {
        /** @description Of address or name. */
        query: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Those who are known here. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description 20 at most, by address. */
            items: components['schemas']['User'][];
          };
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listImports: {
    parameters: {
      query?: {
        /** @description Items a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        /** @description Only those that had a file of it. */
        domain?: string;
      };
      header?: never;
      path: {
        studyId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page, newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Import'][];
            /** @description Null on the last page. */
            nextCursor: string | null;
          };
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `STUDY_NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  showImport: {
    parameters: {
      query?: {
        /** @description Refused rows a page. */
        limit?: number;
        /** @description refusals.nextCursor of the page before, with the same filters. */
        cursor?: string;
        /** @description Refused rows of it alone; `-`: those of which no domain could be told. */
        domain?: string;
        /** @description Refused rows with a fault of this variable alone. */
        field?: string;
        /** @description Refused rows with a fault against this rule alone, of the same variable; not for the blinded. */
        rule?: string;
      };
      header?: never;
      path: {
        studyId: string;
        importId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The import, with one page of its refused rows, those alone that the filters leave. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportDetails'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `STUDY_NOT_FOUND`, `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listReportTypes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Every report type. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['ReportType'][];
          };
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listTemplates: {
    parameters: {
      query?: {
        /** @description Items a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        /** @description Those usable for this study. */
        studyId?: string;
        reportType?: 'study-weekly' | 'safety-weekly' | 'site-performance' | 'learner-progress';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page, newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Template'][];
            /** @description Null on the last page. */
            nextCursor: string | null;
          };
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createTemplate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateTemplate'];
      };
    };
    responses: {
      /** @description Made. */
      201: {
        headers: {
          /** @description Strong; names this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Template'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNPROCESSABLE` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  uploadLogo: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    /** @description The picture, 512 kB at most. */
    requestBody: {
      content: {
        'image/png': string;
        'image/jpeg': string;
        'image/svg+xml': string;
      };
    };
    responses: {
      /** @description Kept, as a PNG of at most 1200 × 400 pixels. The same picture twice is one. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Logo'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `IDEMPOTENCY_KEY_REUSED`, `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getTemplate: {
    parameters: {
      query?: never;
      header?: {
        /** @description An ETag: 304 where nothing has changed since. */
        'If-None-Match'?: string;
      };
      path: {
        template: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The template. */
      200: {
        headers: {
          /** @description Strong; names this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Template'];
        };
      };
      /** @description You hold it already. */
      304: {
        headers: {
          /** @description Strong; names this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  retireTemplate: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of the newest answer: another one is refused with 412. */
        'If-Match'?: string;
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
      };
      path: {
        template: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Retired. */
      200: {
        headers: {
          /** @description Strong; names this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Template'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PRECONDITION_FAILED` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  changeTemplate: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of the newest answer: another one is refused with 412. */
        'If-Match'?: string;
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
      };
      path: {
        template: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeTemplate'];
      };
    };
    responses: {
      /** @description Changed. */
      200: {
        headers: {
          /** @description Strong; names this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Template'];
        };
      };
      /** @description It was used: this is the next version. */
      201: {
        headers: {
          /** @description Strong; names this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Template'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PRECONDITION_FAILED` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNPROCESSABLE` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listTemplateVersions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        template: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Template'][];
          };
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listFlags: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Every flag. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Flag'][];
          };
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getFlag: {
    parameters: {
      query?: never;
      header?: {
        /** @description An ETag: 304 where nothing has changed since. */
        'If-None-Match'?: string;
      };
      path: {
        flag: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The flag. */
      200: {
        headers: {
          /** @description Strong; names this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Flag'];
        };
      };
      /** @description You hold it already. */
      304: {
        headers: {
          /** @description Strong; names this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  setFlag: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of the newest answer: another one is refused with 412. */
        'If-Match'?: string;
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
      };
      path: {
        flag: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetFlag'];
      };
    };
    responses: {
      /** @description Decided; every process follows within seconds. */
      200: {
        headers: {
          /** @description Strong; names this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Flag'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PRECONDITION_FAILED` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNPROCESSABLE` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readHalts: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What stands; nothing, usually. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Halts'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putHalt: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PutHalt'];
      };
    };
    responses: {
      /** @description What stands now. Doing it again is no harm. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Halts'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `STUDY_NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listSubscriptions: {
    parameters: {
      query?: {
        /** @description Items a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        /** @description Shows the next runs on this zone’s clock as well. */
        timeZone?: string;
        status?: 'active' | 'paused' | 'cancelled' | 'ended';
        studyId?: string;
        reportType?: string;
        /** @description E-mail address; for operators and auditors, who see those of others. */
        owner?: string;
        /** @description E-mail address of a recipient. */
        recipient?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page, newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Subscription'][];
            /** @description Null on the last page. */
            nextCursor: string | null;
          };
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createSubscription: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateSubscription'];
      };
    };
    responses: {
      /** @description Subscribed. */
      201: {
        headers: {
          /** @description Strong; names this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Subscription'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `STUDY_NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `IDEMPOTENCY_KEY_REUSED`, `SUBSCRIPTION_EXISTS`, `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNPROCESSABLE` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSubscription: {
    parameters: {
      query?: {
        /** @description Shows the next runs on this zone’s clock as well. */
        timeZone?: string;
      };
      header?: {
        /** @description An ETag: 304 where nothing has changed since. */
        'If-None-Match'?: string;
      };
      path: {
        subscriptionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The subscription. */
      200: {
        headers: {
          /** @description Strong; names this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Subscription'];
        };
      };
      /** @description You hold it already. */
      304: {
        headers: {
          /** @description Strong; names this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cancelSubscription: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of the newest answer: another one is refused with 412. */
        'If-Match'?: string;
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
      };
      path: {
        subscriptionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Cancelled. */
      200: {
        headers: {
          /** @description Strong; names this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Subscription'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PRECONDITION_FAILED` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  changeSubscription: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of the newest answer: another one is refused with 412. */
        'If-Match'?: string;
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
      };
      path: {
        subscriptionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeSubscription'];
      };
    };
    responses: {
      /** @description Changed. */
      200: {
        headers: {
          /** @description Strong; names this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Subscription'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `SUBSCRIPTION_EXISTS`, `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PRECONDITION_FAILED` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNPROCESSABLE` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  pauseSubscription: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of the newest answer: another one is refused with 412. */
        'If-Match'?: string;
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path: {
        subscriptionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Paused. */
      200: {
        headers: {
          /** @description Strong; names this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Subscription'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PRECONDITION_FAILED` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  resumeSubscription: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of the newest answer: another one is refused with 412. */
        'If-Match'?: string;
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path: {
        subscriptionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Active. */
      200: {
        headers: {
          /** @description Strong; names this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Subscription'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PRECONDITION_FAILED` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  inviteRecipient: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of the newest answer: another one is refused with 412. */
        'If-Match'?: string;
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path: {
        subscriptionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['InviteRecipient'];
      };
    };
    responses: {
      /** @description They are asked by mail, once a day at most; only they can say so. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Invitation'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PRECONDITION_FAILED` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNPROCESSABLE` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  runSubscriptionNow: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of the newest answer: another one is refused with 412. */
        'If-Match'?: string;
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path: {
        subscriptionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RunNow'];
      };
    };
    responses: {
      /** @description Asked for; watch the job. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StartedRun'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `HALTED`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PRECONDITION_FAILED` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  skipNextRun: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of the newest answer: another one is refused with 412. */
        'If-Match'?: string;
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path: {
        subscriptionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SkipNext'];
      };
    };
    responses: {
      /** @description Skipped; `skipped` says which. */
      200: {
        headers: {
          /** @description Strong; names this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SkippedRun'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PRECONDITION_FAILED` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  snoozeSubscription: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of the newest answer: another one is refused with 412. */
        'If-Match'?: string;
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path: {
        subscriptionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Snooze'];
      };
    };
    responses: {
      /** @description Snoozed, or awake. */
      200: {
        headers: {
          /** @description Strong; names this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Subscription'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PRECONDITION_FAILED` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  moveRun: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of the newest answer: another one is refused with 412. */
        'If-Match'?: string;
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path: {
        subscriptionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MoveRun'];
      };
    };
    responses: {
      /** @description Moved. */
      200: {
        headers: {
          /** @description Strong; names this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Subscription'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PRECONDITION_FAILED` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  restoreRun: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of the newest answer: another one is refused with 412. */
        'If-Match'?: string;
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
      };
      path: {
        subscriptionId: string;
        due: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The run goes as the schedule says. */
      200: {
        headers: {
          /** @description Strong; names this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Subscription'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PRECONDITION_FAILED` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  previewSubscription: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of the newest answer: another one is refused with 412. */
        'If-Match'?: string;
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path: {
        subscriptionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Being made for you to download; nobody is mailed. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Preview'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `HALTED`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PRECONDITION_FAILED` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNPROCESSABLE` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  previewRecipients: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path: {
        studyId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PreviewRecipients'];
      };
    };
    responses: {
      /** @description As rights are now; nothing is kept, and nobody is mailed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecipientsPreview'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `STUDY_NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  previewSchedule: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PreviewSchedule'];
      };
    };
    responses: {
      /** @description As a subscription would have them; nothing is kept. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SchedulePreview'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  generateReport: {
    parameters: {
      query?: never;
      header?: {
        /** @description `wait=N`: answer 200 with the finished job if it is done within N seconds, 60 at most. */
        Prefer?: string;
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GenerateReport'];
      };
    };
    responses: {
      /** @description Done within the time that the caller would wait. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description Accepted: nothing of it can be lost. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AcceptedJob'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `STUDY_NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `IDEMPOTENCY_KEY_REUSED`, `CONFLICT`, `HALTED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listJobs: {
    parameters: {
      query?: {
        /** @description Items a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        subscriptionId?: string;
        studyId?: string;
        reportType?: string;
        status?:
          | 'queued'
          | 'processing'
          | 'completed'
          | 'partly-delivered'
          | 'failed'
          | 'cancelled'
          | 'suppressed'
          | 'unchanged'
          | 'quarantined';
        /** @description Asked for from then on. */
        since?: string;
        /** @description Asked for before then. */
        until?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page, newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Job'][];
            /** @description Null on the last page. */
            nextCursor: string | null;
          };
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The run. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cancelJob: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
      };
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It was asked to stop; read it again to see that it has. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  watchJob: {
    parameters: {
      query?: never;
      header?: {
        'Last-Event-ID'?: string;
      };
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Until the job has ended. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': unknown;
        };
      };
      /** @description The end was sent before: nothing more comes. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  redriveJob: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is queued again, on its own cut; what it had made and what passed is not made again. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `HALTED`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  retryDeliveries: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description They are being sent; read it again to see what becomes of them. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  retryDelivery: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path: {
        jobId: string;
        recipient: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is being sent; read it again to see what becomes of it. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  decideDelivery: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path: {
        jobId: string;
        recipient: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DecideDelivery'];
      };
    };
    responses: {
      /** @description It counts as sent, or is being sent. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  releaseJob: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReleaseJob'];
      };
    };
    responses: {
      /** @description It is queued again, to be sent; who has their report gets no second one. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `HALTED`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  downloadJob: {
    parameters: {
      query?: {
        format?: 'pdf' | 'xlsx' | 'csv' | 'json';
        /** @description `true`: also a file that was held back, for who decides about it. */
        quarantined?: 'true' | 'false';
        /** @description As in `outputs`: `all-blinded`, `701+702-unblinded`. Default: the one made for the caller. */
        scope?: string;
        /** @description As in `outputs`. Default: your own, else English, else the one that was made. */
        language?: 'en' | 'de' | 'es' | 'fr' | 'ja' | 'pl';
      };
      header?: never;
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description To the file, by an address that is good for a minute. */
      302: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND`, `STUDY_NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `QUARANTINED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ARTEFACT_GONE` */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  viewReport: {
    parameters: {
      query?: {
        /** @description `true`: also a file that was held back, for who decides about it. */
        quarantined?: 'true' | 'false';
        /** @description As in `outputs`: `all-blinded`, `701+702-unblinded`. Default: the one made for the caller. */
        scope?: string;
        /** @description In which it is told. Default: your own. */
        language?: 'en' | 'de' | 'es' | 'fr' | 'ja' | 'pl';
      };
      header?: never;
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As you may see it; recorded as an opening. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReportView'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND`, `STUDY_NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `QUARANTINED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ARTEFACT_GONE` */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getJobContent: {
    parameters: {
      query?: {
        format?: 'pdf' | 'xlsx' | 'csv' | 'json';
        /** @description `true`: also a file that was held back, for who decides about it. */
        quarantined?: 'true' | 'false';
        /** @description As in `outputs`: `all-blinded`, `701+702-unblinded`. Default: the one made for the caller. */
        scope?: string;
        /** @description As in `outputs`. Default: your own, else English, else the one that was made. */
        language?: 'en' | 'de' | 'es' | 'fr' | 'ja' | 'pl';
      };
      header?: never;
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The bytes; recorded as a download. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'application/zip': string;
          'application/json': unknown;
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND`, `STUDY_NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `QUARANTINED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ARTEFACT_GONE` */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  verifyFile: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Of the bytes of the file. */
          sha256: string;
          /** @description The run that a file of an earlier edition claims to be of: `rounds:runId` of its XMP metadata. */
          runId?: string;
          /** @description The data cut that the file itself claims to be of: `rounds:cut` of its XMP metadata. */
          cut?: string;
        };
      };
    };
    responses: {
      /** @description What can be said of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Verification'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  submitOlderReport: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OlderSubmission'];
      };
    };
    responses: {
      /** @description Accepted: nothing of it can be lost. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OlderSubmitted'];
        };
      };
      /** @description You are outside of the rollout: the older queue is there. */
      307: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `STUDY_NOT_FOUND`, `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `HALTED`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  makeOlderReport: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OlderSubmission'];
      };
    };
    responses: {
      /** @description The PDF. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
        };
      };
      /** @description It takes longer, or could not be made: the job says which. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OlderSubmitted'];
        };
      };
      /** @description You are outside of the rollout: the older queue is there. */
      307: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `STUDY_NOT_FOUND`, `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `HALTED`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getOlderJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OlderJob'];
        };
      };
      /** @description You are outside of the rollout: the older queue is there. */
      307: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cancelOlderJob: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
      };
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It was asked to stop; read it again to see that it has. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OlderJob'];
        };
      };
      /** @description You are outside of the rollout: the older queue is there. */
      307: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  downloadOlderJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description To the file, by an address that is good for a minute. */
      302: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description You are outside of the rollout: the older queue is there. */
      307: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND`, `STUDY_NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `QUARANTINED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  showLink: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description The recipient lost the right. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description No such link. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description Expired or withdrawn. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description A server is away. */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
    };
  };
  renewLink: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description On its way, if the recipient may still have it; one an hour at most. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description A server is away. */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
    };
  };
  openLink: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': {
          /** @enum {string} */
          format: 'pdf' | 'xlsx' | 'csv' | 'json';
        };
      };
    };
    responses: {
      /** @description To the file, by an address that is good for a minute. */
      303: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The report was not made in this format. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description The recipient lost the right. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description No such link. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description Expired or withdrawn, or the file is gone. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description A server is away. */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
    };
  };
  revokeJobLinks: {
    parameters: {
      query?: {
        /** @description Only the links mailed to this address. */
        recipient?: string;
      };
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
      };
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description They open no more, at once. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Links that opened until now. */
            revoked: number;
          };
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  showUnsubscribe: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description No such link. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description A server is away. */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
    };
  };
  unsubscribe: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        token: string;
      };
      cookie?: never;
    };
    /** @description Taken whatever it holds: anything but the wish to receive the mails unsubscribes. */
    requestBody?: {
      content: {
        'application/x-www-form-urlencoded': {
          /** @enum {string} */
          'List-Unsubscribe'?: 'One-Click';
          /** @enum {string} */
          wish?: 'stop' | 'receive';
        };
        'multipart/form-data': {
          /** @enum {string} */
          'List-Unsubscribe'?: 'One-Click';
          /** @enum {string} */
          wish?: 'stop' | 'receive';
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description No such link. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description A server is away. */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
    };
  };
  showNotice: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description No such link, or nothing that its reader may see any more. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description Expired. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description A server is away. */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
    };
  };
  actOnNotice: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': {
          /** @enum {string} */
          action: 'pause' | 'resume' | 'take-up' | 'send-again' | 'call-again' | 'mail-again';
        };
      };
    };
    responses: {
      /** @description Done, or there is nothing of it to do any more: the page as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description No such link, or nothing that its reader may see any more. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description Not at the moment. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description Expired. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description A server is away. */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
    };
  };
  listWebhookSecrets: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Those that sign now, newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['WebhookSecret'][];
            /** @description Null on the last page. */
            nextCursor: string | null;
          };
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createWebhookSecret: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The secret. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewWebhookSecret'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  rotateWebhookSecret: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The new secret. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewWebhookSecret'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteWebhookSecret: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  testWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WebhookTestBody'];
      };
    };
    responses: {
      /** @description The call was made, or tried: `taken` says whether it arrived. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookTest'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listWebhookDeliveries: {
    parameters: {
      query?: {
        /** @description Items a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
        jobId?: string;
        state?: 'pending' | 'delivered' | 'gone' | 'given-up';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page, newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['WebhookDelivery'][];
            /** @description Null on the last page. */
            nextCursor: string | null;
          };
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getWebhookDelivery: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The call. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookDelivery'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  replayWebhookDelivery: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
        /** @description The same key and body get the same thing, as it is now, until the key was not used for 30 days; another body gets 409. */
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is being sent; read it again to see the attempt. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookDelivery'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CONFLICT`, `IDEMPOTENCY_KEY_REUSED` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  takeResendEvent: {
    parameters: {
      query?: never;
      header: {
        'svix-signature': string;
        'svix-timestamp': string;
        'svix-id': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Taken, or none of ours. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listSuppressions: {
    parameters: {
      query?: {
        /** @description Items a page. */
        limit?: number;
        /** @description nextCursor of the page before. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page, newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Suppression'][];
            /** @description Null on the last page. */
            nextCursor: string | null;
          };
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  liftSuppression: {
    parameters: {
      query?: never;
      header?: {
        /** @description Why, kept in the audit trail for good; names no patient. Percent-encoded UTF-8 where it is more than ASCII. The installation may ask for it. */
        'Audit-Reason'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NOT_FOUND` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  decodePayloads: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Payloads'];
      };
    };
    responses: {
      /** @description Decrypted. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Payloads'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNPROCESSABLE` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  encodePayloads: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Payloads'];
      };
    };
    responses: {
      /** @description Encrypted. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Payloads'];
        };
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNAUTHENTICATED`, `TOKEN_EXPIRED` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FORBIDDEN` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PAYLOAD_TOO_LARGE` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UNSUPPORTED_MEDIA_TYPE` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `INTERNAL` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DEPENDENCY_DOWN` */
      503: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  preflight: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        path: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The headers say who may. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `INVALID_INPUT` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `RATE_LIMITED` */
      429: {
        headers: {
          /** @description Seconds after which to come again. */
          'Retry-After'?: number;
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  reportMade: {
    parameters: {
      query?: never;
      header: {
        /** @description Names the call: the same at every attempt, so that it can be taken once. */
        'webhook-id': string;
        /** @description Seconds since 1970, of this attempt. */
        'webhook-timestamp': string;
        /** @description Standard Webhooks: `v1,` and the base64 of the HMAC-SHA256 of `<id>.<timestamp>.<body>`, one for each secret that signs now, separated by spaces. Absent for a caller without secrets. */
        'webhook-signature'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReportMade'];
      };
    };
    responses: {
      /** @description Gone: it is not sent again. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Taken. Answer within 30 seconds. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Everything else is tried again for a day; a redirect is not followed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  reportFailed: {
    parameters: {
      query?: never;
      header: {
        /** @description Names the call: the same at every attempt, so that it can be taken once. */
        'webhook-id': string;
        /** @description Seconds since 1970, of this attempt. */
        'webhook-timestamp': string;
        /** @description Standard Webhooks: `v1,` and the base64 of the HMAC-SHA256 of `<id>.<timestamp>.<body>`, one for each secret that signs now, separated by spaces. Absent for a caller without secrets. */
        'webhook-signature'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReportFailed'];
      };
    };
    responses: {
      /** @description Gone: it is not sent again. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Taken. Answer within 30 seconds. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Everything else is tried again for a day; a redirect is not followed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  pdfComplete: {
    parameters: {
      query?: never;
      header: {
        /** @description Names the call: the same at every attempt, so that it can be taken once. */
        'webhook-id': string;
        /** @description Seconds since 1970, of this attempt. */
        'webhook-timestamp': string;
        /** @description Standard Webhooks: `v1,` and the base64 of the HMAC-SHA256 of `<id>.<timestamp>.<body>`, one for each secret that signs now, separated by spaces. Absent for a caller without secrets. */
        'webhook-signature'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PdfComplete'];
      };
    };
    responses: {
      /** @description Gone: it is not sent again. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Taken. Answer within 30 seconds. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Everything else is tried again for a day; a redirect is not followed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  pdfFailed: {
    parameters: {
      query?: never;
      header: {
        /** @description Names the call: the same at every attempt, so that it can be taken once. */
        'webhook-id': string;
        /** @description Seconds since 1970, of this attempt. */
        'webhook-timestamp': string;
        /** @description Standard Webhooks: `v1,` and the base64 of the HMAC-SHA256 of `<id>.<timestamp>.<body>`, one for each secret that signs now, separated by spaces. Absent for a caller without secrets. */
        'webhook-signature'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PdfFailed'];
      };
    };
    responses: {
      /** @description Gone: it is not sent again. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Taken. Answer within 30 seconds. */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Everything else is tried again for a day; a redirect is not followed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}

// Made from docs/openapi.json by `npm run generate:api`. Do not edit.
import type { Json } from "./json";
export interface paths {
    "/api/annotations/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an annotation */
        get: operations["api_annotations_read"];
        /** Replace an annotation */
        put: operations["api_annotations_update"];
        post?: never;
        /** Delete an annotation */
        delete: operations["api_annotations_delete"];
        options?: never;
        head?: never;
        /** Change an annotation */
        patch: operations["api_annotations_partial_update"];
        trace?: never;
    };
    "/api/annotations/{id}/convert-to-draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn an annotation into a draft */
        post: operations["api_annotations_convert-to-draft_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/export/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say whether an exported file may be served
         * @description For reverse proxies. The header `X-Original-URI` names the file as `/export/{project}-…` or `/export/project-{project}-…`; another name answers 422, a project of others 404.
         */
        get: operations["api_auth_export_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/current-user/hotkeys/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get own key assignments */
        get: operations["api_current-user_hotkeys_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Replace own key assignments */
        patch: operations["api_current-user_hotkeys_partial_update"];
        trace?: never;
    };
    "/api/current-user/product-tour": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an introduction got */
        get: operations["api_current-user_product-tour_read"];
        /** Set how far an introduction got */
        put: operations["api_current-user_product-tour_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Note how far an introduction got */
        patch: operations["api_current-user_product-tour_partial_update"];
        trace?: never;
    };
    "/api/current-user/reset-token/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace the access token */
        post: operations["api_current-user_reset-token_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/current-user/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the access token */
        get: operations["api_current-user_token_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/current-user/whoami": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["api_current-user_whoami_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dm/actions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List actions */
        get: operations["api_dm_actions_list"];
        put?: never;
        /**
         * Run an action on tasks
         * @description On the tasks that the body's filters and selection pick; `next_task` takes the next task for labeling. With the header `Prefer: respond-async` an action on many tasks is done as a job, on the tasks that are selected now: the answer is 202 and `{"job": id}`, with the job's address in `Location`.
         */
        post: operations["api_dm_actions_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dm/actions/{id}/form/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the form of an action */
        get: operations["api_dm_actions_form_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dm/columns/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the columns of a project's tasks */
        get: operations["api_dm_columns_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dm/project/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the state of a project */
        get: operations["api_dm_project_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dm/views/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tabs */
        get: operations["api_dm_views_list"];
        put?: never;
        /** Create a tab */
        post: operations["api_dm_views_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dm/views/order/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put tabs in order */
        post: operations["api_dm_views_order_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dm/views/reset/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete all tabs of a project */
        delete: operations["api_dm_views_reset_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dm/views/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a tab */
        get: operations["api_dm_views_read"];
        /** Replace a tab */
        put: operations["api_dm_views_update"];
        post?: never;
        /** Delete a tab */
        delete: operations["api_dm_views_delete"];
        options?: never;
        head?: never;
        /** Change a tab */
        patch: operations["api_dm_views_partial_update"];
        trace?: never;
    };
    "/api/drafts/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a draft */
        get: operations["api_drafts_read"];
        /** Replace a draft */
        put: operations["api_drafts_update"];
        post?: never;
        /** Delete a draft */
        delete: operations["api_drafts_delete"];
        options?: never;
        head?: never;
        /** Change a draft */
        patch: operations["api_drafts_partial_update"];
        trace?: never;
    };
    "/api/fsm/entities/{entity}/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the states of an object
         * @description Of a `project`, `task` or `annotation`. The list is empty: nothing has a state.
         */
        get: operations["api_fsm_entities_history_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fsm/entities/{entity}/{id}/transition/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an object from one state to another
         * @description Of a `project`, `task` or `annotation`. There are no transitions, so each is refused as unknown.
         */
        post: operations["api_fsm_entities_transition_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/import/file-upload/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an upload */
        get: operations["api_import_file-upload_read"];
        /** Replace the file */
        put: operations["api_import_file-upload_update"];
        post?: never;
        /** Remove an upload */
        delete: operations["api_import_file-upload_delete"];
        options?: never;
        head?: never;
        /** Replace the file */
        patch: operations["api_import_file-upload_partial_update"];
        trace?: never;
    };
    "/api/invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the invitation link */
        get: operations["api_invite_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invite/reset-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace the invitation link */
        post: operations["api_invite_reset-token_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jwt/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which tokens are accepted */
        get: operations["api_jwt_settings_read"];
        put?: never;
        /** Set which tokens are accepted */
        post: operations["api_jwt_settings_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/label_links/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List uses of labels */
        get: operations["api_label_links_list"];
        put?: never;
        /** Use a label in a project */
        post: operations["api_label_links_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/label_links/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a use of a label */
        get: operations["api_label_links_read"];
        /** Replace a use of a label */
        put: operations["api_label_links_update"];
        post?: never;
        /** Stop using a label in a project */
        delete: operations["api_label_links_delete"];
        options?: never;
        head?: never;
        /** Change a use of a label */
        patch: operations["api_label_links_partial_update"];
        trace?: never;
    };
    "/api/labels/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List labels */
        get: operations["api_labels_list"];
        put?: never;
        /** Add labels to a project */
        post: operations["api_labels_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/labels/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rename a label in annotations */
        post: operations["api_labels_bulk_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/labels/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a label */
        get: operations["api_labels_read"];
        /** Replace a label */
        put: operations["api_labels_update"];
        post?: never;
        /** Delete a label */
        delete: operations["api_labels_delete"];
        options?: never;
        head?: never;
        /** Change a label */
        patch: operations["api_labels_partial_update"];
        trace?: never;
    };
    "/api/ml/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a project's back ends */
        get: operations["api_ml_list"];
        put?: never;
        /** Connect a back end */
        post: operations["api_ml_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ml/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a back end */
        get: operations["api_ml_read"];
        /** Replace a back end's settings */
        put: operations["api_ml_update"];
        post?: never;
        /** Disconnect a back end */
        delete: operations["api_ml_delete"];
        options?: never;
        head?: never;
        /** Change a back end */
        patch: operations["api_ml_partial_update"];
        trace?: never;
    };
    "/api/ml/{id}/interactive-annotating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Predict while an annotator draws */
        post: operations["api_ml_interactive-annotating_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ml/{id}/predict/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Predict a task without storing it */
        post: operations["api_ml_predict_test_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ml/{id}/train": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Order training */
        post: operations["api_ml_train"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ml/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the versions of a back end's model */
        get: operations["api_ml_versions_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List own organizations */
        get: operations["api_organizations_list"];
        put?: never;
        /** Create an organization */
        post: operations["api_organizations_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an organization */
        get: operations["api_organizations_read"];
        /** Replace an organization's settings */
        put: operations["api_organizations_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an organization */
        patch: operations["api_organizations_partial_update"];
        trace?: never;
    };
    "/api/organizations/{id}/memberships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List members */
        get: operations["api_organizations_memberships_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{id}/memberships/{userId}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a member */
        get: operations["api_organizations_memberships_read"];
        put?: never;
        post?: never;
        /** Remove a member */
        delete: operations["api_organizations_memberships_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/predictions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List predictions */
        get: operations["api_predictions_list"];
        put?: never;
        /** Create a prediction */
        post: operations["api_predictions_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/predictions/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a prediction */
        get: operations["api_predictions_read"];
        /** Replace a prediction */
        put: operations["api_predictions_update"];
        post?: never;
        /** Delete a prediction */
        delete: operations["api_predictions_delete"];
        options?: never;
        head?: never;
        /** Change a prediction */
        patch: operations["api_predictions_partial_update"];
        trace?: never;
    };
    "/api/projects/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List projects */
        get: operations["api_projects_list"];
        put?: never;
        /** Create a project */
        post: operations["api_projects_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/counts/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List projects' counters */
        get: operations["api_projects_counts_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/validate/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate a labeling config */
        post: operations["api_projects_validate_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a project */
        get: operations["api_projects_read"];
        /** Replace a project's settings */
        put: operations["api_projects_update"];
        post?: never;
        /** Delete a project */
        delete: operations["api_projects_delete"];
        options?: never;
        head?: never;
        /** Change a project */
        patch: operations["api_projects_partial_update"];
        trace?: never;
    };
    "/api/projects/{id}/annotators/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who annotated in a project */
        get: operations["api_projects_annotators_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export a project */
        get: operations["api_projects_export_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/export/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List files of earlier exports */
        get: operations["api_projects_export_files_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/export/formats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List export formats */
        get: operations["api_projects_export_formats_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/export/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count what an export would hold, and what it would leave out */
        get: operations["api_projects_export_receipt_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/exports/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List export snapshots
         * @description The newest 100, the newest first.
         */
        get: operations["api_projects_exports_list"];
        put?: never;
        /**
         * Create an export snapshot
         * @description Answers when the snapshot is complete, or after some seconds with the state it is in; poll the snapshot for the rest.
         */
        post: operations["api_projects_exports_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/exports/{exportPk}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an export snapshot */
        get: operations["api_projects_exports_read"];
        put?: never;
        post?: never;
        /** Delete an export snapshot and its files */
        delete: operations["api_projects_exports_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/exports/{exportPk}/convert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Convert an export snapshot
         * @description Answers when the conversion has ended, or after some seconds while it goes on; its state is among the snapshot's `converted_formats`.
         */
        post: operations["api_projects_exports_convert_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/exports/{exportPk}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download an export snapshot
         * @description The snapshot itself and what it was converted to are files, which can be read in parts. In another format it is converted while it is sent.
         */
        get: operations["api_projects_exports_download_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/file-uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the caller's uploads */
        get: operations["api_projects_file-uploads_list"];
        put?: never;
        post?: never;
        /** Remove uploads */
        delete: operations["api_projects_file-uploads_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import tasks
         * @description Tasks as JSON, files as multipart, or the address of a file as the form field `url`. All of it is imported, or nothing. With the header `Prefer: respond-async` the answer comes as soon as the data is on the server's disk, 202 and `{"import": id}` with the import's address in `Location`: it is then done as a job that also outlives a restart of the server.
         */
        post: operations["api_projects_import_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/import/predictions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import predictions for existing tasks */
        post: operations["api_projects_import_predictions_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/imports/{importPk}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at an import that is done as a job
         * @description It stays for a week after its end. It is cancelled as a job.
         */
        get: operations["api_projects_imports_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/jobs/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs
         * @description Imports and actions that go on in the background, the newest first. Those that have ended stay for a week.
         */
        get: operations["api_projects_jobs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/jobs/{jobId}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a job */
        get: operations["api_projects_jobs_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/jobs/{jobId}/cancel/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a job
         * @description An import that is stopped leaves nothing; of an action stays what it has done. One that has ended stays as it is.
         */
        post: operations["api_projects_jobs_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/label-stream-history/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the tasks met in the label stream */
        get: operations["api_projects_label-stream-history_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/model-versions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the model versions of a project's predictions */
        get: operations["api_projects_model-versions_list"];
        put?: never;
        post?: never;
        /** Delete the predictions of a model version */
        delete: operations["api_projects_model-versions_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/next/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the next task to label */
        get: operations["api_projects_next_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/reimport": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make tasks of uploaded files
         * @description With the header `Prefer: respond-async` it is done as a job, as with an import, and the answer is 202 and `{"reimport": id}`.
         */
        post: operations["api_projects_reimport_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/reimports/{reimportPk}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at a reimport that is done as a job
         * @description It stays for a week after its end. It is cancelled as a job.
         */
        get: operations["api_projects_reimports_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/sample-task/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a project */
        get: operations["api_projects_sample-task_read"];
        put?: never;
        /** Make a sample task for a labeling config */
        post: operations["api_projects_sample-task_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/summary/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what a project's tasks and annotations contain */
        get: operations["api_projects_summary_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/summary/reset/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Count a project's summary anew */
        post: operations["api_projects_summary_reset_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/tasks/bulk/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import tasks, older address
         * @description Tasks as JSON, files as multipart, or the address of a file as the form field `url`. All of it is imported, or nothing. With the header `Prefer: respond-async` the answer comes as soon as the data is on the server's disk, 202 and `{"import": id}` with the import's address in `Location`: it is then done as a job that also outlives a restart of the server.
         */
        post: operations["api_projects_tasks_bulk_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/validate/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a project's labeling config */
        get: operations["api_projects_validate_read"];
        put?: never;
        /** Validate a labeling config for a project */
        post: operations["api_projects_validate_label_config"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/tasks/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a project's tasks */
        get: operations["api_projects_tasks_list"];
        put?: never;
        /** Create a task in a project */
        post: operations["api_projects_tasks_create"];
        /** Delete all tasks of a project */
        delete: operations["api_projects_tasks_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/trash/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a project's deleted tasks
         * @description The last deleted first. They stay for 30 days.
         */
        get: operations["api_projects_trash_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/trash/restore/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore deleted tasks
         * @description With their annotations and predictions; drafts are gone. Without `tasks`: all that were deleted within the last day.
         */
        post: operations["api_projects_trash_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session-policy/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long sessions last */
        get: operations["api_session-policy_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Set how long sessions last */
        patch: operations["api_session-policy_partial_update"];
        trace?: never;
    };
    "/api/storages/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a project's import storages */
        get: operations["api_storages_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/azure/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List import storage (Microsoft Azure)s */
        get: operations["api_storages_azure_list"];
        put?: never;
        /** Connect an import storage (Microsoft Azure) */
        post: operations["api_storages_azure_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/azure/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** List objects of an import storage (Microsoft Azure) that need not be connected yet */
        post: operations["api_storages_azure_files_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/azure/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the form for an import storage (Microsoft Azure) */
        get: operations["api_storages_azure_form_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/azure/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check the settings of an import storage (Microsoft Azure) */
        post: operations["api_storages_azure_validate_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/azure/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an import storage (Microsoft Azure) */
        get: operations["api_storages_azure_read"];
        /** Replace an import storage (Microsoft Azure) */
        put: operations["api_storages_azure_update"];
        post?: never;
        /** Disconnect an import storage (Microsoft Azure) */
        delete: operations["api_storages_azure_delete"];
        options?: never;
        head?: never;
        /** Change an import storage (Microsoft Azure) */
        patch: operations["api_storages_azure_partial_update"];
        trace?: never;
    };
    "/api/storages/azure/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Synchronize an import storage (Microsoft Azure)
         * @description Answers when the synchronization has ended, or after some seconds with the state it is in; poll the storage for the rest.
         */
        post: operations["api_storages_azure_sync_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a project's export storages */
        get: operations["api_storages_export_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/export/azure/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List export storage (Microsoft Azure)s */
        get: operations["api_storages_export_azure_list"];
        put?: never;
        /** Connect an export storage (Microsoft Azure) */
        post: operations["api_storages_export_azure_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/export/azure/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the form for an export storage (Microsoft Azure) */
        get: operations["api_storages_export_azure_form_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/export/azure/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check the settings of an export storage (Microsoft Azure) */
        post: operations["api_storages_export_azure_validate_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/export/azure/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an export storage (Microsoft Azure) */
        get: operations["api_storages_export_azure_read"];
        /** Replace an export storage (Microsoft Azure) */
        put: operations["api_storages_export_azure_update"];
        post?: never;
        /** Disconnect an export storage (Microsoft Azure) */
        delete: operations["api_storages_export_azure_delete"];
        options?: never;
        head?: never;
        /** Change an export storage (Microsoft Azure) */
        patch: operations["api_storages_export_azure_partial_update"];
        trace?: never;
    };
    "/api/storages/export/azure/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Synchronize an export storage (Microsoft Azure)
         * @description Answers when the synchronization has ended, or after some seconds with the state it is in; poll the storage for the rest.
         */
        post: operations["api_storages_export_azure_sync_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/export/gcs/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List export storage (Google Cloud Storage)s */
        get: operations["api_storages_export_gcs_list"];
        put?: never;
        /** Connect an export storage (Google Cloud Storage) */
        post: operations["api_storages_export_gcs_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/export/gcs/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the form for an export storage (Google Cloud Storage) */
        get: operations["api_storages_export_gcs_form_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/export/gcs/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check the settings of an export storage (Google Cloud Storage) */
        post: operations["api_storages_export_gcs_validate_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/export/gcs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an export storage (Google Cloud Storage) */
        get: operations["api_storages_export_gcs_read"];
        /** Replace an export storage (Google Cloud Storage) */
        put: operations["api_storages_export_gcs_update"];
        post?: never;
        /** Disconnect an export storage (Google Cloud Storage) */
        delete: operations["api_storages_export_gcs_delete"];
        options?: never;
        head?: never;
        /** Change an export storage (Google Cloud Storage) */
        patch: operations["api_storages_export_gcs_partial_update"];
        trace?: never;
    };
    "/api/storages/export/gcs/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Synchronize an export storage (Google Cloud Storage)
         * @description Answers when the synchronization has ended, or after some seconds with the state it is in; poll the storage for the rest.
         */
        post: operations["api_storages_export_gcs_sync_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/export/localfiles/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List export storage (Local files)s */
        get: operations["api_storages_export_localfiles_list"];
        put?: never;
        /** Connect an export storage (Local files) */
        post: operations["api_storages_export_localfiles_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/export/localfiles/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the form for an export storage (Local files) */
        get: operations["api_storages_export_localfiles_form_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/export/localfiles/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check the settings of an export storage (Local files) */
        post: operations["api_storages_export_localfiles_validate_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/export/localfiles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an export storage (Local files) */
        get: operations["api_storages_export_localfiles_read"];
        /** Replace an export storage (Local files) */
        put: operations["api_storages_export_localfiles_update"];
        post?: never;
        /** Disconnect an export storage (Local files) */
        delete: operations["api_storages_export_localfiles_delete"];
        options?: never;
        head?: never;
        /** Change an export storage (Local files) */
        patch: operations["api_storages_export_localfiles_partial_update"];
        trace?: never;
    };
    "/api/storages/export/localfiles/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Synchronize an export storage (Local files)
         * @description Answers when the synchronization has ended, or after some seconds with the state it is in; poll the storage for the rest.
         */
        post: operations["api_storages_export_localfiles_sync_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/export/redis/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List export storage (Redis)s */
        get: operations["api_storages_export_redis_list"];
        put?: never;
        /** Connect an export storage (Redis) */
        post: operations["api_storages_export_redis_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/export/redis/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the form for an export storage (Redis) */
        get: operations["api_storages_export_redis_form_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/export/redis/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check the settings of an export storage (Redis) */
        post: operations["api_storages_export_redis_validate_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/export/redis/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an export storage (Redis) */
        get: operations["api_storages_export_redis_read"];
        /** Replace an export storage (Redis) */
        put: operations["api_storages_export_redis_update"];
        post?: never;
        /** Disconnect an export storage (Redis) */
        delete: operations["api_storages_export_redis_delete"];
        options?: never;
        head?: never;
        /** Change an export storage (Redis) */
        patch: operations["api_storages_export_redis_partial_update"];
        trace?: never;
    };
    "/api/storages/export/redis/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Synchronize an export storage (Redis)
         * @description Answers when the synchronization has ended, or after some seconds with the state it is in; poll the storage for the rest.
         */
        post: operations["api_storages_export_redis_sync_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/export/s3/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List export storage (AWS S3)s */
        get: operations["api_storages_export_s3_list"];
        put?: never;
        /** Connect an export storage (AWS S3) */
        post: operations["api_storages_export_s3_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/export/s3/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the form for an export storage (AWS S3) */
        get: operations["api_storages_export_s3_form_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/export/s3/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check the settings of an export storage (AWS S3) */
        post: operations["api_storages_export_s3_validate_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/export/s3/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an export storage (AWS S3) */
        get: operations["api_storages_export_s3_read"];
        /** Replace an export storage (AWS S3) */
        put: operations["api_storages_export_s3_update"];
        post?: never;
        /** Disconnect an export storage (AWS S3) */
        delete: operations["api_storages_export_s3_delete"];
        options?: never;
        head?: never;
        /** Change an export storage (AWS S3) */
        patch: operations["api_storages_export_s3_partial_update"];
        trace?: never;
    };
    "/api/storages/export/s3/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Synchronize an export storage (AWS S3)
         * @description Answers when the synchronization has ended, or after some seconds with the state it is in; poll the storage for the rest.
         */
        post: operations["api_storages_export_s3_sync_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/export/types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the kinds of export storage */
        get: operations["api_storages_export_types_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/gcs/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List import storage (Google Cloud Storage)s */
        get: operations["api_storages_gcs_list"];
        put?: never;
        /** Connect an import storage (Google Cloud Storage) */
        post: operations["api_storages_gcs_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/gcs/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** List objects of an import storage (Google Cloud Storage) that need not be connected yet */
        post: operations["api_storages_gcs_files_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/gcs/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the form for an import storage (Google Cloud Storage) */
        get: operations["api_storages_gcs_form_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/gcs/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check the settings of an import storage (Google Cloud Storage) */
        post: operations["api_storages_gcs_validate_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/gcs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an import storage (Google Cloud Storage) */
        get: operations["api_storages_gcs_read"];
        /** Replace an import storage (Google Cloud Storage) */
        put: operations["api_storages_gcs_update"];
        post?: never;
        /** Disconnect an import storage (Google Cloud Storage) */
        delete: operations["api_storages_gcs_delete"];
        options?: never;
        head?: never;
        /** Change an import storage (Google Cloud Storage) */
        patch: operations["api_storages_gcs_partial_update"];
        trace?: never;
    };
    "/api/storages/gcs/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Synchronize an import storage (Google Cloud Storage)
         * @description Answers when the synchronization has ended, or after some seconds with the state it is in; poll the storage for the rest.
         */
        post: operations["api_storages_gcs_sync_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/localfiles/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List import storage (Local files)s */
        get: operations["api_storages_localfiles_list"];
        put?: never;
        /** Connect an import storage (Local files) */
        post: operations["api_storages_localfiles_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/localfiles/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** List objects of an import storage (Local files) that need not be connected yet */
        post: operations["api_storages_localfiles_files_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/localfiles/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the form for an import storage (Local files) */
        get: operations["api_storages_localfiles_form_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/localfiles/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check the settings of an import storage (Local files) */
        post: operations["api_storages_localfiles_validate_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/localfiles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an import storage (Local files) */
        get: operations["api_storages_localfiles_read"];
        /** Replace an import storage (Local files) */
        put: operations["api_storages_localfiles_update"];
        post?: never;
        /** Disconnect an import storage (Local files) */
        delete: operations["api_storages_localfiles_delete"];
        options?: never;
        head?: never;
        /** Change an import storage (Local files) */
        patch: operations["api_storages_localfiles_partial_update"];
        trace?: never;
    };
    "/api/storages/localfiles/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Synchronize an import storage (Local files)
         * @description Answers when the synchronization has ended, or after some seconds with the state it is in; poll the storage for the rest.
         */
        post: operations["api_storages_localfiles_sync_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/redis/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List import storage (Redis)s */
        get: operations["api_storages_redis_list"];
        put?: never;
        /** Connect an import storage (Redis) */
        post: operations["api_storages_redis_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/redis/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** List objects of an import storage (Redis) that need not be connected yet */
        post: operations["api_storages_redis_files_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/redis/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the form for an import storage (Redis) */
        get: operations["api_storages_redis_form_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/redis/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check the settings of an import storage (Redis) */
        post: operations["api_storages_redis_validate_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/redis/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an import storage (Redis) */
        get: operations["api_storages_redis_read"];
        /** Replace an import storage (Redis) */
        put: operations["api_storages_redis_update"];
        post?: never;
        /** Disconnect an import storage (Redis) */
        delete: operations["api_storages_redis_delete"];
        options?: never;
        head?: never;
        /** Change an import storage (Redis) */
        patch: operations["api_storages_redis_partial_update"];
        trace?: never;
    };
    "/api/storages/redis/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Synchronize an import storage (Redis)
         * @description Answers when the synchronization has ended, or after some seconds with the state it is in; poll the storage for the rest.
         */
        post: operations["api_storages_redis_sync_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/s3/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List import storage (AWS S3)s */
        get: operations["api_storages_s3_list"];
        put?: never;
        /** Connect an import storage (AWS S3) */
        post: operations["api_storages_s3_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/s3/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** List objects of an import storage (AWS S3) that need not be connected yet */
        post: operations["api_storages_s3_files_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/s3/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the form for an import storage (AWS S3) */
        get: operations["api_storages_s3_form_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/s3/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check the settings of an import storage (AWS S3) */
        post: operations["api_storages_s3_validate_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/s3/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an import storage (AWS S3) */
        get: operations["api_storages_s3_read"];
        /** Replace an import storage (AWS S3) */
        put: operations["api_storages_s3_update"];
        post?: never;
        /** Disconnect an import storage (AWS S3) */
        delete: operations["api_storages_s3_delete"];
        options?: never;
        head?: never;
        /** Change an import storage (AWS S3) */
        patch: operations["api_storages_s3_partial_update"];
        trace?: never;
    };
    "/api/storages/s3/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Synchronize an import storage (AWS S3)
         * @description Answers when the synchronization has ended, or after some seconds with the state it is in; poll the storage for the rest.
         */
        post: operations["api_storages_s3_sync_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storages/types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the kinds of import storage */
        get: operations["api_storages_types_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tasks by view or query */
        get: operations["api_tasks_list"];
        put?: never;
        /** Create a task */
        post: operations["api_tasks_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a task */
        get: operations["api_tasks_read"];
        /** Replace a task */
        put: operations["api_tasks_update"];
        post?: never;
        /** Delete a task */
        delete: operations["api_tasks_delete"];
        options?: never;
        head?: never;
        /** Change a task */
        patch: operations["api_tasks_partial_update"];
        trace?: never;
    };
    "/api/tasks/{taskId}/annotations/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a task's annotations */
        get: operations["api_tasks_annotations_list"];
        put?: never;
        /** Create an annotation */
        post: operations["api_tasks_annotations_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{taskId}/annotations/{annotationId}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the drafts of an annotation's task */
        get: operations["api_tasks_annotations_drafts_list"];
        put?: never;
        /** Create a draft of an annotation */
        post: operations["api_tasks_annotations_drafts_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{taskId}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a task's drafts */
        get: operations["api_tasks_drafts_list"];
        put?: never;
        /** Create a draft */
        post: operations["api_tasks_drafts_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/templates/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List labeling templates */
        get: operations["api_templates_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/token/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List personal access tokens */
        get: operations["api_token_list"];
        put?: never;
        /** Create a personal access token */
        post: operations["api_token_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/token/blacklist/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke a personal access token */
        post: operations["api_token_blacklist_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/token/refresh/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exchange a personal access token for an access token */
        post: operations["api_token_refresh_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/token/rotate/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace a personal access token */
        post: operations["api_token_rotate_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List users */
        get: operations["api_users_list"];
        put?: never;
        /** Create a user */
        post: operations["api_users_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a user */
        get: operations["api_users_read"];
        put?: never;
        post?: never;
        /** Delete a user */
        delete: operations["api_users_delete"];
        options?: never;
        head?: never;
        /** Change a user */
        patch: operations["api_users_partial_update"];
        trace?: never;
    };
    "/api/users/{id}/avatar/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the own picture */
        post: operations["api_users_avatar_create"];
        /** Remove the own picture */
        delete: operations["api_users_avatar_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/version/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Version of the server */
        get: operations["api_version_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List webhooks */
        get: operations["api_webhooks_list"];
        put?: never;
        /** Create a webhook */
        post: operations["api_webhooks_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/info/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what webhooks can be told */
        get: operations["api_webhooks_info_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a webhook */
        get: operations["api_webhooks_read"];
        /** Replace a webhook */
        put: operations["api_webhooks_update"];
        post?: never;
        /** Delete a webhook */
        delete: operations["api_webhooks_delete"];
        options?: never;
        head?: never;
        /** Change a webhook */
        patch: operations["api_webhooks_partial_update"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The answer to a proxy that may serve a file. */
        AccessGranted: {
            /** @description Always `auth ok`. */
            detail: string;
        };
        /** @description An access token for the `Bearer` header, good for five minutes. */
        AccessResponse: {
            access: string;
        };
        /** @description What an action did. Some actions say nothing. */
        ActionAnswer: {
            /**
             * Format: int64
             * @description How many things were changed.
             */
            processed_items?: number;
            /** @description What happened, for people. */
            detail?: string;
            /** @description Whether pages should load anew. */
            reload?: boolean;
        };
        /** @description What to ask before it runs. */
        ActionDialog: {
            title?: string;
            text: string;
            /** @description `confirm`. */
            type: string;
            /** @description There, and null: the action has a form to fetch. */
            form?: null;
        };
        /** @description What the action did; of `next_task` the task. */
        ActionOutcome: components["schemas"]["ActionAnswer"] | components["schemas"]["NextTaskResponse"];
        /** @description Names of the permissions it takes. */
        ActionPermission: string | string[];
        /** @description An action that is done as a job. */
        ActionQueued: {
            /**
             * Format: int64
             * @description The job's id.
             */
            job: number;
        };
        /** @description Which tasks, in which order, and the fields of the action's form. */
        ActionRequest: {
            filters?: components["schemas"]["Filters"];
            ordering?: string[];
            selectedItems?: components["schemas"]["SelectedItems"];
            columnsDisplayType?: {
                [key: string]: string;
            };
            /** @description Columns left out in the table, and in the list beside the editor. */
            hiddenColumns?: {
                explore?: string[];
                labeling?: string[];
            };
            /** @description For `predictions_to_annotations`: only predictions of this version, or of these. */
            model_version?: string | string[];
            /** @description For `delete_tasks_annotations`: only this user's. */
            annotator?: string | number;
            /** @description For `cache_labels` and `rename_labels`: name of the control tag; `ALL` for all of them. */
            control_tag?: string;
            /** @description For `cache_labels`: a control tag that is not in the config. */
            custom_control_tag?: string;
            /** @description For `cache_labels`: `Yes` or `No`. */
            with_counters?: string;
            /** @description For `cache_labels`: `annotations` or `predictions`. */
            source?: string;
            /** @description For `add_data_field`: the field. */
            value_name?: string;
            /** @description For `add_data_field`: `String`, `Number` or `Expression`. */
            value_type?: string;
            /** @description For `add_data_field`: the value. */
            value?: string;
            /**
             * Format: int64
             * @description For `propagate_annotations`: the annotation to copy.
             */
            source_annotation_id?: number;
            /** @description For `rename_labels`. */
            old_label_name?: string;
            /** @description For `rename_labels`. */
            new_label_name?: string;
            /**
             * Format: int64
             * @description For `duplicate_tasks`: the project the copies go to.
             */
            target_project?: number;
            /** @description For `duplicate_tasks`: `Yes` copies annotations and predictions too. */
            with_annotations?: string;
            /** @description Words that the tasks' data must have. */
            search?: string;
        } & {
            [key: string]: components["schemas"]["AnyJson"];
        };
        /** @description An action that can be run on tasks. */
        ActionResponse: {
            id: string;
            title: string;
            /** Format: int32 */
            order: number;
            permission: components["schemas"]["ActionPermission"];
            dialog: components["schemas"]["ActionDialog"];
            experimental?: boolean;
            reload?: boolean;
        };
        /** @description Which annotations: those of any kind that is switched on; all of them when none is. */
        AnnotationFilterOptions: {
            /** @description Neither skips nor ground truth; on when it is absent. */
            usual?: boolean;
            /** @description Ground truth. */
            ground_truth?: boolean;
            /** @description Skips. */
            skipped?: boolean;
        };
        /** @description What may be set on an annotation. */
        AnnotationRequest: {
            /** @description Array of regions, or the same as text. Absent on creation: null. */
            result?: components["schemas"]["SentResult"];
            /**
             * Format: int64
             * @description Author; the caller when absent.
             */
            completed_by?: null | number;
            /** @description UUID that makes a repeated submission recognisable. */
            unique_id?: null | string;
            /** @description A skip. */
            was_cancelled?: boolean;
            /** @description The truth; the task's other annotations lose the flag. */
            ground_truth?: boolean;
            /** @description Made in bulk. */
            bulk_created?: null | boolean;
            /**
             * Format: double
             * @description Seconds spent.
             */
            lead_time?: null | number;
            /**
             * Format: date-time
             * @description When its draft was begun.
             */
            draft_created_at?: null | string;
            /**
             * Format: int64
             * @description Id where it came from.
             */
            import_id?: null | number;
            /**
             * @description What was done last.
             * @enum {null|string}
             */
            last_action?: "prediction" | "propagated_annotation" | "imported" | "submitted" | "updated" | "skipped" | "accepted" | "rejected" | "fixed_and_accepted" | "deleted_review" | null;
            /**
             * Format: int64
             * @description Prediction it was copied from.
             */
            parent_prediction?: null | number;
            /**
             * Format: int64
             * @description Annotation it was copied from.
             */
            parent_annotation?: null | number;
            /**
             * Format: int64
             * @description Author of the last version.
             */
            last_created_by?: null | number;
            /**
             * Format: int64
             * @description The caller's draft that this submits; it is deleted.
             */
            draft_id?: null | number;
        };
        /** @description An annotation as the API shows it. `completed_by` is a user id, or the user in short where that is asked for. */
        AnnotationResponse: {
            /** Format: int64 */
            id: number;
            result: null | components["schemas"]["Result"];
            created_username: string;
            created_ago: string;
            completed_by: components["schemas"]["AuthorId"];
            was_cancelled: boolean;
            ground_truth: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            draft_created_at: null | string;
            /** Format: double */
            lead_time: null | number;
            /** Format: int64 */
            import_id: null | number;
            last_action: null | string;
            bulk_created: boolean;
            /** Format: int64 */
            task: number;
            /** Format: int64 */
            project: number;
            /** Format: int64 */
            updated_by: null | number;
            /** Format: int64 */
            parent_prediction: null | number;
            /** Format: int64 */
            parent_annotation: null | number;
            /** Format: int64 */
            last_created_by: null | number;
        };
        /** @description Any JSON value. */
        AnyJson: Json;
        /** @description A user in short. */
        Author: {
            /** Format: int64 */
            id: number;
            first_name: string;
            last_name: string;
            /** @description Address of the picture. */
            avatar: null | string;
            email: string;
            initials: string;
        };
        /** @description Id of a user; where the answer is about one task the user in short. */
        AuthorId: number | components["schemas"]["Author"] | null;
        /** @description The picture was stored. */
        AvatarSaved: {
            detail: string;
        };
        /** @description An Azure container to write annotations to. */
        AzureExportRequest: {
            /** @description Deleting an annotation deletes its object. */
            can_delete_objects?: null | boolean;
            /** @description Container. */
            container?: null | string;
            /** @description Beginning of the names. */
            prefix?: null | string;
            /** @description Never answered. */
            account_name?: null | string;
            /** @description Never answered. */
            account_key?: null | string;
            /**
             * Format: int64
             * @description The project.
             */
            project: number;
            /** @description Name. */
            title?: null | string;
            /** @description Free text. */
            description?: null | string;
            /** @description May be synchronized. */
            synchronizable?: boolean;
            /** @description Regular expression for the keys to import, matched from their beginning. */
            regex_filter?: null | string;
            /** @description True: each object is a task. False: objects hold tasks as JSON. */
            use_blob_urls?: boolean;
            /**
             * Format: int64
             * @description For `validate` and `files`: a storage whose credentials stand for those left blank.
             */
            id?: null | number;
            /**
             * Format: int32
             * @description For `files`: most objects to list.
             */
            limit?: number;
        };
        /** @description An Azure container that annotations are written to. The account is not shown. */
        AzureExportStorage: {
            can_delete_objects: null | boolean;
            container: null | string;
            prefix: null | string;
            /** Format: int64 */
            id: number;
            /** @description The kind. */
            type: string;
            synchronizable: boolean;
            title: null | string;
            description: null | string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_sync: null | string;
            /**
             * Format: int64
             * @description Tasks made or annotations written by the last synchronization, so far.
             */
            last_sync_count: null | number;
            /** @description Always null: jobs have no id of their own. */
            last_sync_job: null | string;
            /** @description `initialized`, `queued`, `in_progress`, `failed`, `completed` or `completed_with_errors`. */
            status: string;
            /** @description Why the last failure happened. */
            traceback: null | string;
            meta: components["schemas"]["SyncMeta"];
            regex_filter: null | string;
            use_blob_urls: boolean;
            /** Format: int64 */
            project: number;
        };
        /** @description An Azure container to import from. */
        AzureImportRequest: {
            /** @description Browsers read objects from the container, through signed addresses. */
            presign?: boolean;
            /**
             * Format: int32
             * @description Minutes a signed address is good for; at most 10080, a week.
             */
            presign_ttl?: number;
            /** @description Objects in folders below too. */
            recursive_scan?: null | boolean;
            /** @description Container. */
            container?: null | string;
            /** @description Beginning of the names. */
            prefix?: null | string;
            /** @description Never answered. */
            account_name?: null | string;
            /** @description Never answered. */
            account_key?: null | string;
            /**
             * Format: int64
             * @description The project.
             */
            project: number;
            /** @description Name. */
            title?: null | string;
            /** @description Free text. */
            description?: null | string;
            /** @description May be synchronized. */
            synchronizable?: boolean;
            /** @description Regular expression for the keys to import, matched from their beginning. */
            regex_filter?: null | string;
            /** @description True: each object is a task. False: objects hold tasks as JSON. */
            use_blob_urls?: boolean;
            /**
             * Format: int64
             * @description For `validate` and `files`: a storage whose credentials stand for those left blank.
             */
            id?: null | number;
            /**
             * Format: int32
             * @description For `files`: most objects to list.
             */
            limit?: number;
        };
        /** @description An Azure container to import from. The account is not shown. */
        AzureImportStorage: {
            presign: boolean;
            /** Format: int32 */
            presign_ttl: number;
            recursive_scan: null | boolean;
            container: null | string;
            prefix: null | string;
            /** Format: int64 */
            id: number;
            /** @description The kind. */
            type: string;
            synchronizable: boolean;
            title: null | string;
            description: null | string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_sync: null | string;
            /**
             * Format: int64
             * @description Tasks made or annotations written by the last synchronization, so far.
             */
            last_sync_count: null | number;
            /** @description Always null: jobs have no id of their own. */
            last_sync_job: null | string;
            /** @description `initialized`, `queued`, `in_progress`, `failed`, `completed` or `completed_with_errors`. */
            status: string;
            /** @description Why the last failure happened. */
            traceback: null | string;
            meta: components["schemas"]["SyncMeta"];
            regex_filter: null | string;
            use_blob_urls: boolean;
            /** Format: int64 */
            project: number;
        };
        /** @description A column. */
        Column: {
            /** @description Key of the value in a task, or in its data. */
            id: string;
            title: string;
            /** @description `String`, `Number`, `Boolean`, `Datetime`, `List`, `Image` and so on. */
            type: string;
            /** @description `tasks`. */
            target: string;
            /** @description `data` for fields of the data. */
            parent?: string;
            /** @description Ids of the fields below; only on the root of the data. */
            children?: string[];
            help?: string;
            /** @description What a list holds: ids of users, or model versions. */
            schema?: {
                items?: (number | string)[];
                /** @description Several can be picked. */
                multiple?: boolean;
            };
            /** @description Whether it shows in the table, and in the list beside the editor. */
            visibility_defaults?: {
                explore: boolean;
                labeling: boolean;
            };
            /** @description A field of the data. */
            project_defined: boolean;
        };
        /** @description The columns of a project's tasks. */
        ColumnList: {
            columns: components["schemas"]["Column"][];
        };
        /** @description Whether a new config changes what existing results mean: true or null. */
        ConfigChange: {
            config_essential_data_has_changed: null | boolean;
        };
        /** @description An object tag. */
        ControlInput: {
            /** @description Tag name. */
            type: string;
            /** @description The attribute of that name. */
            valueType: null | string;
            /** @description The field of the task it shows. */
            value?: string;
            /** @description The field whose list it shows. */
            valueList?: string;
        };
        /** @description How much a control counts in agreement. */
        ControlWeight: {
            /**
             * Format: double
             * @description Of the control.
             */
            overall: number;
            /** @description Tag name. */
            type: string;
            /** @description Of each label. */
            labels: {
                [key: string]: number;
            };
        };
        /** @description Weights in agreement by name of the control tag. */
        ControlWeights: {
            [key: string]: components["schemas"]["ControlWeight"];
        };
        /** @description A conversion that was ordered. */
        ConversionOrdered: {
            /** @description Name of the format. */
            export_type: string;
            /**
             * Format: int64
             * @description Id of the conversion.
             */
            converted_format: number;
        };
        /** @description A conversion of a snapshot. */
        ConversionResponse: {
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description As that of a snapshot. */
            status: string;
            /** @description Name of the format. */
            export_type: string;
            /** @description Why it failed, or null. */
            traceback: null | string;
        };
        /** @description A conversion of a snapshot. */
        ConvertRequest: {
            /** @description Name of the format. */
            export_type: string;
            /** @description Take along the files that tasks are about. */
            download_resources?: null | boolean;
        };
        /** @description A label as the answer to its creation shows it. */
        CreatedLabel: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            created_by: null | number;
            /** Format: int64 */
            organization: number;
            /** Format: int64 */
            project: number;
            from_name: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            value: components["schemas"]["LabelValue"];
            title: string;
            description: null | string;
            approved: boolean;
            /** Format: int64 */
            approved_by: null | number;
            projects: number[];
        };
        /** @description A project with live counters and what the caller may do. */
        DataManagerProject: components["schemas"]["ProjectResponse"] & {
            can_delete_tasks: boolean;
            can_manage_annotations: boolean;
            can_manage_tasks: boolean;
            source_syncing: boolean;
            target_syncing: boolean;
            /** Format: int64 */
            task_count: number;
            /** Format: int64 */
            annotation_count: number;
        };
        /** @description A task as the data manager and the task's own address show it. */
        DataManagerTask: {
            /** Format: int64 */
            id: number;
            predictions: components["schemas"]["PredictionResponse"][];
            annotations: components["schemas"]["AnnotationResponse"][];
            drafts: components["schemas"]["DraftResponse"][];
            annotators: number[];
            /** Format: int64 */
            inner_id: null | number;
            /** Format: int32 */
            cancelled_annotations: number;
            /** Format: int32 */
            total_annotations: number;
            /** Format: int32 */
            total_predictions: number;
            /** Format: date-time */
            completed_at: null | string;
            annotations_results: string;
            predictions_results: string;
            /** Format: double */
            predictions_score: null | number;
            file_upload: null | string;
            storage_filename: null | string;
            annotations_ids: string;
            predictions_model_versions: string;
            /** Format: double */
            avg_lead_time: null | number;
            draft_exists: boolean;
            updated_by: components["schemas"]["UpdatedBy"][];
            data: components["schemas"]["TaskData"];
            meta: components["schemas"]["AnyJson"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            is_labeled: boolean;
            allow_skip: null | boolean;
            /** Format: int32 */
            overlap: number;
            /** Format: int32 */
            comment_count: number;
            /** Format: int32 */
            unresolved_comment_count: number;
            /** Format: date-time */
            last_comment_updated_at: null | string;
            /** Format: int64 */
            project: number;
            comment_authors: number[];
        };
        /** @description Something in a dataset that cannot be read. */
        DatasetFault: {
            /** @description The file it is in. */
            file: string;
            /**
             * Format: int64
             * @description Its line, from 1; null where that says nothing.
             */
            line: null | number;
            /** @description Why, for people. */
            reason: string;
        };
        /** @description How many predictions are gone. */
        DeletedPredictions: {
            /** Format: int64 */
            deleted_predictions: number;
        };
        /** @description What may be set on a draft. */
        DraftRequest: {
            /** @description Any JSON, usually an array of regions. */
            result: components["schemas"]["SentResult"];
            /**
             * Format: double
             * @description Seconds spent.
             */
            lead_time?: null | number;
            /** @description Put the task off to the end of the queue. */
            was_postponed?: boolean;
            /**
             * Format: int64
             * @description The annotation being changed; null: none.
             */
            annotation?: null | number;
            /**
             * Format: int64
             * @description Id where it came from.
             */
            import_id?: null | number;
        };
        /** @description A draft as the API shows it; `user` is an e-mail address. */
        DraftResponse: {
            /** Format: int64 */
            id: number;
            user: string;
            created_username: string;
            created_ago: string;
            result: components["schemas"]["Result"];
            /** Format: double */
            lead_time: null | number;
            was_postponed: boolean;
            /** Format: int64 */
            import_id: null | number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: int64 */
            task: number;
            /** Format: int64 */
            annotation: null | number;
        };
        /** @description The body of every error below `/api`. Only documents the shape; ErrorEnvelope writes it. */
        ErrorBody: {
            /** @description A UUID, also in the server's log. */
            id: string;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status_code: number;
            /** @description The API version. */
            version: string;
            /** @description What happened. */
            detail: string;
            /** @description Always null: traces stay in the server's log. */
            exc_info: null | string;
            /** @description Messages by field, when the request's content was refused. */
            validation_errors?: components["schemas"]["ValidationErrors"];
        };
        /** @description Files of earlier exports. */
        ExportFiles: {
            export_files: components["schemas"]["TaskData"][];
        };
        /** @description An export format. `disabled` is there, and true, when it does not fit the project's labeling config. */
        ExportFormatResponse: {
            title: string;
            description: string;
            link?: string;
            tags?: string[];
            name: string;
            disabled?: boolean;
        };
        /** @description The account of an export: what was read, what the file holds, and why the rest is left out. */
        ExportReceipt: {
            /** @description Read and written. */
            tasks: number[];
            /** @description Read and written. */
            annotations: number[];
            /** @description Read and written. */
            regions: number[];
            /** @description Regions left out, by reason. */
            left_out: {
                [key: string]: number;
            };
            /**
             * Format: int64
             * @description Files that could not be read; absent if there are none.
             */
            files_missing?: number;
        };
        /** @description Model versions and back ends. */
        ExtendedVersions: {
            /** @description Versions that the project has predictions of. */
            static: {
                model_version: string;
                /** Format: int64 */
                count: number;
                /** Format: date-time */
                latest: string;
            }[];
            /** @description Connected back ends, with `include_live_models=true`. */
            live: null | components["schemas"]["MlBackendResponse"][];
        };
        /** @description Files, under any field names. */
        FileForm: {
            [key: string]: string;
        };
        /** @description One condition. */
        FilterItem: {
            /** @description The column, `filter:tasks:data.text`. */
            filter: string;
            /** @description `contains`, `equal`, `less`, `in`, `empty` and so on. */
            operator: string;
            /** @description `String`, `Number`, `Boolean`, `Datetime`, `List`. */
            type: string;
            value: components["schemas"]["AnyJson"];
            /** @description A condition that must hold too. */
            child_filter?: components["schemas"]["FilterItem"];
        };
        /** @description Which tasks. */
        Filters: {
            /**
             * @description Whether all conditions must hold or one.
             * @enum {string}
             */
            conjunction: "and" | "or";
            items: components["schemas"]["FilterItem"][];
        };
        /** @description A form, row by row. */
        Form: components["schemas"]["FormRow"][];
        /** @description A field of a form. */
        FormField: {
            /** @description `text`, `select`, `number`, `toggle`, `password`, `message` and so on. */
            type: string;
            /** @description Key in the request. */
            name: string;
            label?: string;
            description?: string;
            placeholder?: string;
            /** @description What it holds at first. */
            value?: components["schemas"]["AnyJson"];
            options?: (string | {
                value: string | boolean | number;
                label: string;
            })[];
            required?: boolean;
            searchable?: boolean;
        } & {
            [key: string]: components["schemas"]["AnyJson"];
        };
        /** @description A row of a form. */
        FormRow: {
            /**
             * Format: int32
             * @description Fields side by side.
             */
            columnCount: number;
            fields: components["schemas"]["FormField"][];
        };
        /** @description What the files of an import hold as a dataset. */
        FoundDataset: {
            /** @description Its format. */
            format: string;
            /**
             * Format: int64
             * @description Tasks it makes.
             */
            task_count: number;
            /**
             * Format: int64
             * @description Annotations, or predictions, of these.
             */
            annotation_count: number;
            /**
             * Format: int64
             * @description Elements of their results.
             */
            region_count: number;
            /**
             * Format: int64
             * @description Files of it that become uploads.
             */
            file_count: number;
            /** @description Labels that annotations carry, the first thousand. */
            labels: string[];
            /**
             * Format: int32
             * @description How many there are.
             */
            label_count: number;
            /** @description The labeling config that it implies. */
            label_config: string;
            /** @description What the project's labeling config lacks for it, one text for each control. */
            missing_labels: string[];
            /** @description The project's labeling config becomes LabelConfig. */
            sets_config: boolean;
            /** @description What cannot be read, the first thousand. */
            problems: components["schemas"]["DatasetFault"][];
            /**
             * Format: int64
             * @description How much that is.
             */
            problem_count: number;
        };
        /** @description Number of files by extension; an empty list when there were no files. */
        FoundFormats: {
            [key: string]: number;
        } | components["schemas"]["AnyJson"][];
        /** @description A bucket of Google Cloud Storage to write annotations to. */
        GcsExportRequest: {
            /** @description Deleting an annotation deletes its object. */
            can_delete_objects?: null | boolean;
            /** @description Bucket. */
            bucket?: null | string;
            /** @description Beginning of the keys. */
            prefix?: null | string;
            /** @description Key of a service account, JSON. Never answered. */
            google_application_credentials?: null | string;
            /** @description Project; kept, and of no effect. */
            google_project_id?: null | string;
            /**
             * Format: int64
             * @description The project.
             */
            project: number;
            /** @description Name. */
            title?: null | string;
            /** @description Free text. */
            description?: null | string;
            /** @description May be synchronized. */
            synchronizable?: boolean;
            /** @description Regular expression for the keys to import, matched from their beginning. */
            regex_filter?: null | string;
            /** @description True: each object is a task. False: objects hold tasks as JSON. */
            use_blob_urls?: boolean;
            /**
             * Format: int64
             * @description For `validate` and `files`: a storage whose credentials stand for those left blank.
             */
            id?: null | number;
            /**
             * Format: int32
             * @description For `files`: most objects to list.
             */
            limit?: number;
        };
        /** @description A bucket of Google Cloud Storage that annotations are written to. The credentials are not shown. */
        GcsExportStorage: {
            can_delete_objects: null | boolean;
            bucket: null | string;
            prefix: null | string;
            google_project_id: null | string;
            /** Format: int64 */
            id: number;
            /** @description The kind. */
            type: string;
            synchronizable: boolean;
            title: null | string;
            description: null | string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_sync: null | string;
            /**
             * Format: int64
             * @description Tasks made or annotations written by the last synchronization, so far.
             */
            last_sync_count: null | number;
            /** @description Always null: jobs have no id of their own. */
            last_sync_job: null | string;
            /** @description `initialized`, `queued`, `in_progress`, `failed`, `completed` or `completed_with_errors`. */
            status: string;
            /** @description Why the last failure happened. */
            traceback: null | string;
            meta: components["schemas"]["SyncMeta"];
            regex_filter: null | string;
            use_blob_urls: boolean;
            /** Format: int64 */
            project: number;
        };
        /** @description A bucket of Google Cloud Storage to import from. */
        GcsImportRequest: {
            /** @description Browsers read objects from the bucket, through signed addresses. */
            presign?: boolean;
            /**
             * Format: int32
             * @description Minutes a signed address is good for; at most 10080, a week.
             */
            presign_ttl?: number;
            /** @description Objects in folders below too. */
            recursive_scan?: null | boolean;
            /** @description Bucket. */
            bucket?: null | string;
            /** @description Beginning of the keys. */
            prefix?: null | string;
            /** @description Key of a service account, JSON. Never answered. */
            google_application_credentials?: null | string;
            /** @description Project; kept, and of no effect. */
            google_project_id?: null | string;
            /**
             * Format: int64
             * @description The project.
             */
            project: number;
            /** @description Name. */
            title?: null | string;
            /** @description Free text. */
            description?: null | string;
            /** @description May be synchronized. */
            synchronizable?: boolean;
            /** @description Regular expression for the keys to import, matched from their beginning. */
            regex_filter?: null | string;
            /** @description True: each object is a task. False: objects hold tasks as JSON. */
            use_blob_urls?: boolean;
            /**
             * Format: int64
             * @description For `validate` and `files`: a storage whose credentials stand for those left blank.
             */
            id?: null | number;
            /**
             * Format: int32
             * @description For `files`: most objects to list.
             */
            limit?: number;
        };
        /** @description A bucket of Google Cloud Storage to import from. The credentials are not shown. */
        GcsImportStorage: {
            presign: boolean;
            /** Format: int32 */
            presign_ttl: number;
            recursive_scan: null | boolean;
            bucket: null | string;
            prefix: null | string;
            google_project_id: null | string;
            /** Format: int64 */
            id: number;
            /** @description The kind. */
            type: string;
            synchronizable: boolean;
            title: null | string;
            description: null | string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_sync: null | string;
            /**
             * Format: int64
             * @description Tasks made or annotations written by the last synchronization, so far.
             */
            last_sync_count: null | number;
            /** @description Always null: jobs have no id of their own. */
            last_sync_job: null | string;
            /** @description `initialized`, `queued`, `in_progress`, `failed`, `completed` or `completed_with_errors`. */
            status: string;
            /** @description Why the last failure happened. */
            traceback: null | string;
            meta: components["schemas"]["SyncMeta"];
            regex_filter: null | string;
            use_blob_urls: boolean;
            /** Format: int64 */
            project: number;
        };
        /** @description Request headers by name, ten at most. */
        Headers: {
            [key: string]: string;
        };
        /** @description The keys of an action. */
        Hotkey: {
            /** @description The keys, `ctrl+enter`. */
            key: string;
            /** @description false: the action has no key. */
            active?: boolean;
        } & {
            [key: string]: components["schemas"]["AnyJson"];
        };
        /** @description Changed keys by `section:action`, at most 200. */
        Hotkeys: {
            [key: string]: components["schemas"]["Hotkey"];
        };
        /** @description New key assignments, which replace the old ones as a whole. */
        HotkeysRequest: {
            /** @description `{"section:action": {"key": "ctrl+enter", "active": true}}`, at most 200. */
            custom_hotkeys: components["schemas"]["Hotkeys"];
        };
        /** @description Key assignments. */
        HotkeysResponse: {
            custom_hotkeys: components["schemas"]["Hotkeys"];
        };
        /** @description Where the file is. */
        ImportAddress: {
            /**
             * Format: uri
             * @description Address of a file to fetch.
             */
            url: string;
        };
        /** @description An import that is done as a job. What only the end tells is empty until then. */
        ImportProgress: {
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /**
             * Format: int64
             * @description The project.
             */
            project: number;
            preannotated_from_fields: components["schemas"]["AnyJson"];
            /** @description Tasks are made. */
            commit_to_project: boolean;
            /** @description The new tasks' ids are told. */
            return_task_ids: boolean;
            /** @description `created`, `in_progress`, `completed` or `failed`; one that was cancelled has failed. */
            status: string;
            /** @description The address it is fetched from. */
            url: null | string;
            /** @description Why it failed. */
            error: null | string;
            validation_errors: components["schemas"]["AnyJson"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            finished_at: null | string;
            /**
             * Format: int64
             * @description Bytes read so far.
             */
            bytes_read: number;
            /**
             * Format: int64
             * @description Bytes to read; null: not known yet.
             */
            bytes_total: null | number;
            /**
             * Format: int64
             * @description Tasks read so far. None of them is visible before the end.
             */
            task_count: number;
            /**
             * Format: int64
             * @description Annotations among them.
             */
            annotation_count: number;
            /**
             * Format: int64
             * @description Predictions among them.
             */
            prediction_count: number;
            /**
             * Format: double
             * @description Seconds since it was begun, or that it took.
             */
            duration: number;
            /** @description The uploads that are read. */
            file_upload_ids: number[];
            /** @description A file could be meant as a list of tasks or as one task. */
            could_be_tasks_list: boolean;
            found_formats: components["schemas"]["FoundFormats"];
            /** @description Data keys that the first tasks of all files share. */
            data_columns: string[];
            tasks: components["schemas"]["AnyJson"];
            /** @description Ids of the tasks in input order, where they were asked for. */
            task_ids: number[];
        };
        /** @description An import that is done as a job. */
        ImportQueued: {
            /**
             * Format: int64
             * @description Its id.
             */
            import: number;
        };
        /** @description What an import did. */
        ImportResponse: {
            /**
             * Format: int32
             * @description Tasks, made or counted.
             */
            task_count: number;
            /**
             * Format: int32
             * @description Annotations among them; null when nothing was made.
             */
            annotation_count: null | number;
            /**
             * Format: int32
             * @description Predictions among them; null when nothing was made.
             */
            prediction_count: null | number;
            /**
             * Format: double
             * @description Seconds.
             */
            duration: number;
            /** @description The uploads that were read. */
            file_upload_ids: number[];
            /** @description A file could be meant as a list of tasks or as one task. */
            could_be_tasks_list: boolean;
            /** @description Number of files by extension; an empty list when there were no files. */
            found_formats: components["schemas"]["FoundFormats"];
            /** @description Data keys that the first tasks of all files share. */
            data_columns: string[];
            /** @description Ids of the tasks in input order, where they were asked for. */
            task_ids?: number[];
            dataset?: null | components["schemas"]["FoundDataset"];
        };
        /** @description Predictions for tasks of the project. */
        ImportedPredictions: ({
            /**
             * Format: int64
             * @description Id of the task.
             */
            task: number;
            result: components["schemas"]["PredictedResult"];
            /** Format: double */
            score?: null | number;
            model_version?: null | string;
        } & {
            [key: string]: components["schemas"]["AnyJson"];
        })[];
        /** @description A task; an object without `data` is the data itself. */
        ImportedTask: {
            data?: components["schemas"]["TaskData"];
            /** @description Finished work, as exports have it. */
            annotations?: components["schemas"]["TaskData"][];
            /** @description Guesses of a model, as exports have them. */
            predictions?: components["schemas"]["TaskData"][];
            meta?: components["schemas"]["AnyJson"];
        } & {
            [key: string]: components["schemas"]["AnyJson"];
        };
        /** @description Tasks, or one. */
        ImportedTasks: components["schemas"]["ImportedTask"][] | components["schemas"]["ImportedTask"];
        /** @description The invitation link. */
        InviteResponse: {
            token: string;
            invite_url: string;
        };
        /** @description A job as the API shows it. */
        JobResponse: {
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /**
             * Format: int64
             * @description The project.
             */
            project: number;
            /** @description `import`, `reimport` or `action`. */
            kind: string;
            /** @description What people see it as. */
            title: string;
            /** @description `created`, `in_progress`, `completed`, `failed` or `cancelled`. */
            status: string;
            /**
             * Format: int64
             * @description Who asked for it.
             */
            created_by: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            started_at: null | string;
            /** Format: date-time */
            finished_at: null | string;
            /**
             * Format: int64
             * @description How much is done: bytes of an import, tasks of an action.
             */
            done: number;
            /**
             * Format: int64
             * @description How much there is to do; null: not known yet.
             */
            total: null | number;
            /**
             * Format: int64
             * @description Tasks read or worked on so far.
             */
            task_count: number;
            /** @description Why it failed. */
            error: null | string;
            validation_errors: components["schemas"]["AnyJson"];
            result: components["schemas"]["AnyJson"];
        };
        /** @description A labeling config. */
        LabelConfigRequest: {
            /** @description XML. */
            label_config?: null | string;
        };
        /** @description A labeling config. */
        LabelConfigText: {
            /** @description XML. */
            label_config: null | string;
        };
        /** @description A label to add to a control tag of a project. */
        LabelCreateRequest: {
            /**
             * Format: int64
             * @description The project; the same in all items of a request.
             */
            project: number;
            /** @description Name of the control tag. */
            from_name: string;
            /** @description What regions carry, for a taxonomy the path as a list of texts. */
            value: components["schemas"]["LabelValue"];
            /** @description Unique in the organization; a label with this title is used again. */
            title: string;
            /** @description Free text. */
            description?: null | string;
            /** @description Whether somebody approved it. */
            approved?: boolean;
        };
        /** @description A label within its link. */
        LabelInLink: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            created_by: null | number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            value: components["schemas"]["LabelValue"];
            title: string;
            description: null | string;
            approved: boolean;
            /** Format: int64 */
            approved_by: null | number;
            /** Format: int64 */
            organization: number;
        };
        /** @description A use of a label by a control tag. */
        LabelLinkRequest: {
            /**
             * Format: int64
             * @description The project.
             */
            project: number;
            /**
             * Format: int64
             * @description The label.
             */
            label: number;
            /** @description Name of the control tag. */
            from_name: string;
        };
        /** @description A use of a label by a control tag. */
        LabelLinkResponse: {
            /**
             * Format: int64
             * @description Its id.
             */
            id: number;
            /**
             * Format: int64
             * @description Regions of the project that carry it.
             */
            annotations_count: number;
            /** @description Name of the control tag. */
            from_name: string;
            /**
             * Format: int64
             * @description The project.
             */
            project: number;
            /** @description Id of the label; the object with `expand=label`. */
            label: components["schemas"]["LabelOrId"];
        };
        /** @description A page of a list. */
        LabelLinkResponsePage: {
            /**
             * Format: int64
             * @description Items on all pages.
             */
            count: number;
            /** @description Address of the next page, or null. */
            next: null | string;
            /** @description Address of the page before, or null. */
            previous: null | string;
            /** @description The items. */
            results: components["schemas"]["LabelLinkResponse"][];
        };
        /** @description Id of the label; with `expand=label` the label. */
        LabelOrId: number | components["schemas"]["LabelInLink"];
        /** @description The list that regions carry. */
        LabelPath: string[];
        /** @description Another name for a label in all annotations. */
        LabelRenameRequest: {
            /**
             * Format: int64
             * @description Only in this project.
             */
            project?: null | number;
            /** @description The list regions carry. */
            old_label: components["schemas"]["LabelPath"];
            /** @description The list they carry from now on. */
            new_label: components["schemas"]["LabelPath"];
        };
        /** @description What renaming did. */
        LabelRenameResponse: {
            /**
             * Format: int64
             * @description Regions that carry the new label now.
             */
            annotations_updated: number;
        };
        /** @description What may be changed of a label. */
        LabelRequest: {
            /** @description What regions carry. */
            value: components["schemas"]["LabelValue"];
            /** @description Unique in the organization. */
            title: string;
            /** @description Free text. */
            description?: null | string;
            /** @description Whether somebody approved it. */
            approved?: boolean;
        };
        /** @description A label with the projects that use it. */
        LabelResponse: {
            /**
             * Format: int64
             * @description Its id.
             */
            id: number;
            /** @description Ids of the links; objects with `expand=links`. */
            links: components["schemas"]["LinksOrIds"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            value: components["schemas"]["LabelValue"];
            /** @description Unique in the organization. */
            title: string;
            /** @description Free text. */
            description: null | string;
            /** @description Whether somebody approved it. */
            approved: boolean;
            /**
             * Format: int64
             * @description Who made it.
             */
            created_by: null | number;
            /**
             * Format: int64
             * @description Who approved it.
             */
            approved_by: null | number;
            /**
             * Format: int64
             * @description Owner.
             */
            organization: number;
            /** @description Ids of the projects that use it. */
            projects: number[];
        };
        /** @description A page of a list. */
        LabelResponsePage: {
            /**
             * Format: int64
             * @description Items on all pages.
             */
            count: number;
            /** @description Address of the next page, or null. */
            next: null | string;
            /** @description Address of the page before, or null. */
            previous: null | string;
            /** @description The items. */
            results: components["schemas"]["LabelResponse"][];
        };
        /** @description What regions carry: a text, or the path in a taxonomy. */
        LabelValue: string | string[] | components["schemas"]["AnyJson"];
        /** @description A ready-made labeling configuration, as `GET /api/templates/` shows it. */
        LabelingTemplate: {
            /** @description The group it is shown in. */
            group: string;
            /** @description Its name. */
            title: string;
            /**
             * Format: int32
             * @description Place within the group; templates without one come last.
             */
            order?: number;
            /** @description Always `community`: none is reserved. */
            type: string;
            /** @description Path of its picture on this server. */
            image: string;
            /** @description What it is for, as HTML. */
            details: string;
            /** @description The configuration. */
            config: string;
        };
        /** @description A link within its label. */
        LinkInLabel: {
            /** Format: int64 */
            id: number;
            from_name: string;
            /** Format: int64 */
            project: number;
            /** Format: int64 */
            label: number;
        };
        /** @description Ids of the links; with `expand=links` the links. */
        LinksOrIds: (number | components["schemas"]["LinkInLabel"])[];
        /** @description A task of a list. Derived fields are there while their column is shown, all of them subject to `include`. */
        ListedTask: {
            /** Format: int64 */
            id: number;
            /** @description Only with `fields=all`. */
            predictions?: components["schemas"]["PredictionResponse"][];
            /** @description Only with `fields=all`. */
            annotations?: components["schemas"]["AnnotationResponse"][];
            drafts?: components["schemas"]["DraftResponse"][];
            annotators?: number[];
            /** Format: int64 */
            inner_id?: null | number;
            /** Format: int32 */
            cancelled_annotations?: number;
            /** Format: int32 */
            total_annotations?: number;
            /** Format: int32 */
            total_predictions?: number;
            /** Format: date-time */
            completed_at?: null | string;
            annotations_results?: string;
            predictions_results?: string;
            /** Format: double */
            predictions_score?: null | number;
            file_upload?: null | string;
            storage_filename?: null | string;
            annotations_ids?: string;
            predictions_model_versions?: string;
            /** Format: double */
            avg_lead_time?: null | number;
            draft_exists?: boolean;
            updated_by?: components["schemas"]["UpdatedBy"][];
            data: components["schemas"]["TaskData"];
            meta?: components["schemas"]["AnyJson"];
            /** Format: date-time */
            created_at?: string;
            /** Format: date-time */
            updated_at?: string;
            is_labeled: boolean;
            allow_skip?: null | boolean;
            /** Format: int32 */
            overlap?: number;
            /** Format: int32 */
            comment_count?: number;
            /** Format: int32 */
            unresolved_comment_count?: number;
            /** Format: date-time */
            last_comment_updated_at?: null | string;
            /** Format: int64 */
            project?: number;
            comment_authors?: number[];
        };
        /** @description The tasks of the page. */
        ListedTasks: components["schemas"]["ListedTask"][];
        /** @description A local folder to write annotations to. */
        LocalFilesExportRequest: {
            /** @description Deleting an annotation deletes its file. */
            can_delete_objects?: null | boolean;
            /** @description Absolute path of a folder below the document root. */
            path?: null | string;
            /**
             * Format: int64
             * @description The project.
             */
            project: number;
            /** @description Name. */
            title?: null | string;
            /** @description Free text. */
            description?: null | string;
            /** @description May be synchronized. */
            synchronizable?: boolean;
            /** @description Regular expression for the keys to import, matched from their beginning. */
            regex_filter?: null | string;
            /** @description True: each object is a task. False: objects hold tasks as JSON. */
            use_blob_urls?: boolean;
            /**
             * Format: int64
             * @description For `validate` and `files`: a storage whose credentials stand for those left blank.
             */
            id?: null | number;
            /**
             * Format: int32
             * @description For `files`: most objects to list.
             */
            limit?: number;
        };
        /** @description A local folder that annotations are written to. */
        LocalFilesExportStorage: {
            path: null | string;
            can_delete_objects: null | boolean;
            /** Format: int64 */
            id: number;
            /** @description The kind. */
            type: string;
            synchronizable: boolean;
            title: null | string;
            description: null | string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_sync: null | string;
            /**
             * Format: int64
             * @description Tasks made or annotations written by the last synchronization, so far.
             */
            last_sync_count: null | number;
            /** @description Always null: jobs have no id of their own. */
            last_sync_job: null | string;
            /** @description `initialized`, `queued`, `in_progress`, `failed`, `completed` or `completed_with_errors`. */
            status: string;
            /** @description Why the last failure happened. */
            traceback: null | string;
            meta: components["schemas"]["SyncMeta"];
            regex_filter: null | string;
            use_blob_urls: boolean;
            /** Format: int64 */
            project: number;
        };
        /** @description Local files to import. */
        LocalFilesImportRequest: {
            /** @description Files in folders below too. */
            recursive_scan?: null | boolean;
            /** @description Absolute path of a folder below the document root. */
            path?: null | string;
            /**
             * Format: int64
             * @description The project.
             */
            project: number;
            /** @description Name. */
            title?: null | string;
            /** @description Free text. */
            description?: null | string;
            /** @description May be synchronized. */
            synchronizable?: boolean;
            /** @description Regular expression for the keys to import, matched from their beginning. */
            regex_filter?: null | string;
            /** @description True: each object is a task. False: objects hold tasks as JSON. */
            use_blob_urls?: boolean;
            /**
             * Format: int64
             * @description For `validate` and `files`: a storage whose credentials stand for those left blank.
             */
            id?: null | number;
            /**
             * Format: int32
             * @description For `files`: most objects to list.
             */
            limit?: number;
        };
        /** @description Local files to import. */
        LocalFilesImportStorage: {
            path: null | string;
            recursive_scan: null | boolean;
            /** Format: int64 */
            id: number;
            /** @description The kind. */
            type: string;
            synchronizable: boolean;
            title: null | string;
            description: null | string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_sync: null | string;
            /**
             * Format: int64
             * @description Tasks made or annotations written by the last synchronization, so far.
             */
            last_sync_count: null | number;
            /** @description Always null: jobs have no id of their own. */
            last_sync_job: null | string;
            /** @description `initialized`, `queued`, `in_progress`, `failed`, `completed` or `completed_with_errors`. */
            status: string;
            /** @description Why the last failure happened. */
            traceback: null | string;
            meta: components["schemas"]["SyncMeta"];
            regex_filter: null | string;
            use_blob_urls: boolean;
            /** Format: int64 */
            project: number;
        };
        /** @description A member with what they have done. */
        MemberDetail: {
            /** Format: int64 */
            user: number;
            /** Format: int64 */
            organization: number;
            /** Format: int64 */
            contributed_projects_count: number;
            /** Format: int64 */
            annotations_count: number;
            /** Format: date-time */
            created_at: string;
        };
        /** @description A member in a list. */
        MemberResponse: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            organization: number;
            user: components["schemas"]["MemberUser"];
        };
        /** @description A page of a list. */
        MemberResponsePage: {
            /**
             * Format: int64
             * @description Items on all pages.
             */
            count: number;
            /** @description Address of the next page, or null. */
            next: null | string;
            /** @description Address of the page before, or null. */
            previous: null | string;
            /** @description The items. */
            results: components["schemas"]["MemberResponse"][];
        };
        /** @description A member's user with the projects of theirs, null unless asked for. */
        MemberUser: {
            created_projects: null | components["schemas"]["ProjectTitle"][];
            contributed_to_projects: null | components["schemas"]["ProjectTitle"][];
            /** Format: int64 */
            id: number;
            first_name: string;
            last_name: string;
            username: string;
            email: string;
            /** Format: date-time */
            last_activity: string;
            custom_hotkeys: null | components["schemas"]["Hotkeys"];
            avatar: null | string;
            initials: string;
            phone: string;
            /** Format: int64 */
            active_organization: null | number;
            active_organization_meta: components["schemas"]["OrganizationMeta"];
            allow_newsletters: null | boolean;
            /** Format: date-time */
            date_joined: string;
        };
        /** @description What may be set on a machine-learning back end. */
        MlBackendRequest: {
            /** @description Ask it while an annotator draws. */
            is_interactive?: boolean;
            /** @description Where it is: an http or https address. */
            url: string;
            /** @description Name. */
            title?: string;
            /**
             * @description How it wants to know who asks.
             * @enum {string}
             */
            auth_method?: "NONE" | "BASIC_AUTH";
            /** @description User name. */
            basic_auth_user?: null | string;
            /** @description Password; it is never answered. Blank: the stored one stays. */
            basic_auth_pass?: null | string;
            /** @description Free text. */
            description?: null | string;
            /** @description Any JSON, given to the model. */
            extra_params?: components["schemas"]["AnyJson"];
            /** @description Version of the model. */
            model_version?: null | string;
            /**
             * Format: double
             * @description Seconds; stored for clients.
             */
            timeout?: number;
            /** @description The version follows what the back end says. */
            auto_update?: boolean;
            /**
             * Format: int64
             * @description The project.
             */
            project: number;
        };
        /** @description A machine-learning back end as the API shows it. */
        MlBackendResponse: {
            /** Format: int64 */
            id: number;
            state: string;
            readable_state: string;
            is_interactive: boolean;
            url: string;
            error_message: null | string;
            title: string;
            auth_method: string;
            basic_auth_user: string;
            basic_auth_pass_is_set: boolean;
            description: null | string;
            extra_params: components["schemas"]["AnyJson"];
            model_version: null | string;
            /** Format: double */
            timeout: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            auto_update: boolean;
            /** Format: int64 */
            project: number;
        };
        /** @description A task to be predicted while an annotator works on it. */
        MlInteractiveRequest: {
            /**
             * Format: int64
             * @description The task.
             */
            task: number;
            /** @description What the annotator has drawn; given to the model. */
            context?: components["schemas"]["AnyJson"];
        };
        /** @description Names a model version. */
        ModelVersionRequest: {
            /** @description Version of the model. */
            model_version: string;
        };
        /** @description The versions of a back end's model. */
        ModelVersions: {
            versions: null | (null | string)[];
            /** @description A hint, where the back end cannot list its versions. */
            message?: string;
        };
        /** @description The next task to label. `unique_lock_id` is to be sent back as the annotation's `unique_id`. */
        NextTaskResponse: {
            /** Format: int64 */
            id: number;
            predictions: components["schemas"]["PredictionResponse"][];
            annotations: components["schemas"]["AnnotationResponse"][];
            drafts: components["schemas"]["DraftResponse"][];
            updated_by: components["schemas"]["UpdatedBy"][];
            unique_lock_id: null | string;
            data: components["schemas"]["TaskData"];
            meta: components["schemas"]["AnyJson"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            is_labeled: boolean;
            allow_skip: null | boolean;
            /** Format: int32 */
            overlap: number;
            /** Format: int64 */
            inner_id: null | number;
            /** Format: int32 */
            total_annotations: number;
            /** Format: int32 */
            cancelled_annotations: number;
            /** Format: int32 */
            total_predictions: number;
            /** Format: int32 */
            comment_count: number;
            /** Format: int32 */
            unresolved_comment_count: number;
            /** Format: date-time */
            last_comment_updated_at: null | string;
            /** Format: int64 */
            project: number;
            /** Format: int64 */
            file_upload: null | number;
            comment_authors: number[];
            queue: string;
        };
        /** @description How objects of one kind are written. */
        ObjectDetail: {
            /** @description Their ids only; otherwise in full. */
            only_id?: boolean;
        };
        /** @description An organization in a list. */
        OrganizationItem: {
            /** Format: int64 */
            id: number;
            title: string;
            contact_info: null | string;
            /** Format: date-time */
            created_at: string;
        };
        /** @description The active organization in short. */
        OrganizationMeta: {
            /** @description Its title, or empty. */
            title: string;
            /** @description E-mail of its owner, or empty. */
            email: string;
        };
        /** @description What may be set on an organization. */
        OrganizationRequest: {
            /** @description Its name. */
            title: string;
            /**
             * Format: email
             * @description An e-mail address.
             */
            contact_info?: null | string;
        };
        /** @description An organization. */
        OrganizationResponse: {
            /**
             * Format: int64
             * @description Its id.
             */
            id: number;
            /** @description Its name. */
            title: string;
            /** @description The secret of the invitation link. */
            token: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** @description E-mail or null. */
            contact_info: null | string;
            /**
             * Format: int64
             * @description Id of the owner, or null.
             */
            created_by: null | number;
            /** @description Ids of all members, also former ones. */
            users: number[];
        };
        /** @description A control tag as it was understood. */
        ParsedControl: {
            /** @description Tag name. */
            type: string;
            /** @description Names of the object tags it is about. */
            to_name: string[];
            /** @description Those object tags. */
            inputs: components["schemas"]["ControlInput"][];
            /** @description The values one can choose from. */
            labels: string[];
            /** @description Attributes of their tags by value. */
            labels_attrs: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            /** @description Patterns of dynamic names, by attribute. */
            regex?: {
                [key: string]: string;
            };
            /** @description Values come from the task. */
            dynamic_labels?: boolean;
            /** @description What must be chosen for it to show. */
            conditionals?: {
                /**
                 * @description `tag`, `label` or `choice`.
                 * @enum {string}
                 */
                type: "tag" | "label" | "choice";
                /** @description Which one. */
                name: string;
            };
        };
        /** @description The control tags of the labeling config by name. */
        ParsedLabelConfig: {
            [key: string]: components["schemas"]["ParsedControl"];
        };
        /** @description An Azure container to write annotations to. */
        PatchedAzureExportRequest: {
            /** @description Deleting an annotation deletes its object. */
            can_delete_objects?: null | boolean;
            /** @description Container. */
            container?: null | string;
            /** @description Beginning of the names. */
            prefix?: null | string;
            /** @description Never answered. */
            account_name?: null | string;
            /** @description Never answered. */
            account_key?: null | string;
            /**
             * Format: int64
             * @description The project.
             */
            project?: number;
            /** @description Name. */
            title?: null | string;
            /** @description Free text. */
            description?: null | string;
            /** @description May be synchronized. */
            synchronizable?: boolean;
            /** @description Regular expression for the keys to import, matched from their beginning. */
            regex_filter?: null | string;
            /** @description True: each object is a task. False: objects hold tasks as JSON. */
            use_blob_urls?: boolean;
            /**
             * Format: int64
             * @description For `validate` and `files`: a storage whose credentials stand for those left blank.
             */
            id?: null | number;
            /**
             * Format: int32
             * @description For `files`: most objects to list.
             */
            limit?: number;
        };
        /** @description An Azure container to import from. */
        PatchedAzureImportRequest: {
            /** @description Browsers read objects from the container, through signed addresses. */
            presign?: boolean;
            /**
             * Format: int32
             * @description Minutes a signed address is good for; at most 10080, a week.
             */
            presign_ttl?: number;
            /** @description Objects in folders below too. */
            recursive_scan?: null | boolean;
            /** @description Container. */
            container?: null | string;
            /** @description Beginning of the names. */
            prefix?: null | string;
            /** @description Never answered. */
            account_name?: null | string;
            /** @description Never answered. */
            account_key?: null | string;
            /**
             * Format: int64
             * @description The project.
             */
            project?: number;
            /** @description Name. */
            title?: null | string;
            /** @description Free text. */
            description?: null | string;
            /** @description May be synchronized. */
            synchronizable?: boolean;
            /** @description Regular expression for the keys to import, matched from their beginning. */
            regex_filter?: null | string;
            /** @description True: each object is a task. False: objects hold tasks as JSON. */
            use_blob_urls?: boolean;
            /**
             * Format: int64
             * @description For `validate` and `files`: a storage whose credentials stand for those left blank.
             */
            id?: null | number;
            /**
             * Format: int32
             * @description For `files`: most objects to list.
             */
            limit?: number;
        };
        /** @description What may be set on a draft. */
        PatchedDraftRequest: {
            /** @description Any JSON, usually an array of regions. */
            result?: components["schemas"]["SentResult"];
            /**
             * Format: double
             * @description Seconds spent.
             */
            lead_time?: null | number;
            /** @description Put the task off to the end of the queue. */
            was_postponed?: boolean;
            /**
             * Format: int64
             * @description The annotation being changed; null: none.
             */
            annotation?: null | number;
            /**
             * Format: int64
             * @description Id where it came from.
             */
            import_id?: null | number;
        };
        /** @description A bucket of Google Cloud Storage to write annotations to. */
        PatchedGcsExportRequest: {
            /** @description Deleting an annotation deletes its object. */
            can_delete_objects?: null | boolean;
            /** @description Bucket. */
            bucket?: null | string;
            /** @description Beginning of the keys. */
            prefix?: null | string;
            /** @description Key of a service account, JSON. Never answered. */
            google_application_credentials?: null | string;
            /** @description Project; kept, and of no effect. */
            google_project_id?: null | string;
            /**
             * Format: int64
             * @description The project.
             */
            project?: number;
            /** @description Name. */
            title?: null | string;
            /** @description Free text. */
            description?: null | string;
            /** @description May be synchronized. */
            synchronizable?: boolean;
            /** @description Regular expression for the keys to import, matched from their beginning. */
            regex_filter?: null | string;
            /** @description True: each object is a task. False: objects hold tasks as JSON. */
            use_blob_urls?: boolean;
            /**
             * Format: int64
             * @description For `validate` and `files`: a storage whose credentials stand for those left blank.
             */
            id?: null | number;
            /**
             * Format: int32
             * @description For `files`: most objects to list.
             */
            limit?: number;
        };
        /** @description A bucket of Google Cloud Storage to import from. */
        PatchedGcsImportRequest: {
            /** @description Browsers read objects from the bucket, through signed addresses. */
            presign?: boolean;
            /**
             * Format: int32
             * @description Minutes a signed address is good for; at most 10080, a week.
             */
            presign_ttl?: number;
            /** @description Objects in folders below too. */
            recursive_scan?: null | boolean;
            /** @description Bucket. */
            bucket?: null | string;
            /** @description Beginning of the keys. */
            prefix?: null | string;
            /** @description Key of a service account, JSON. Never answered. */
            google_application_credentials?: null | string;
            /** @description Project; kept, and of no effect. */
            google_project_id?: null | string;
            /**
             * Format: int64
             * @description The project.
             */
            project?: number;
            /** @description Name. */
            title?: null | string;
            /** @description Free text. */
            description?: null | string;
            /** @description May be synchronized. */
            synchronizable?: boolean;
            /** @description Regular expression for the keys to import, matched from their beginning. */
            regex_filter?: null | string;
            /** @description True: each object is a task. False: objects hold tasks as JSON. */
            use_blob_urls?: boolean;
            /**
             * Format: int64
             * @description For `validate` and `files`: a storage whose credentials stand for those left blank.
             */
            id?: null | number;
            /**
             * Format: int32
             * @description For `files`: most objects to list.
             */
            limit?: number;
        };
        /** @description A use of a label by a control tag. */
        PatchedLabelLinkRequest: {
            /**
             * Format: int64
             * @description The project.
             */
            project?: number;
            /**
             * Format: int64
             * @description The label.
             */
            label?: number;
            /** @description Name of the control tag. */
            from_name?: string;
        };
        /** @description What may be changed of a label. */
        PatchedLabelRequest: {
            /** @description What regions carry. */
            value?: components["schemas"]["LabelValue"];
            /** @description Unique in the organization. */
            title?: string;
            /** @description Free text. */
            description?: null | string;
            /** @description Whether somebody approved it. */
            approved?: boolean;
        };
        /** @description A local folder to write annotations to. */
        PatchedLocalFilesExportRequest: {
            /** @description Deleting an annotation deletes its file. */
            can_delete_objects?: null | boolean;
            /** @description Absolute path of a folder below the document root. */
            path?: null | string;
            /**
             * Format: int64
             * @description The project.
             */
            project?: number;
            /** @description Name. */
            title?: null | string;
            /** @description Free text. */
            description?: null | string;
            /** @description May be synchronized. */
            synchronizable?: boolean;
            /** @description Regular expression for the keys to import, matched from their beginning. */
            regex_filter?: null | string;
            /** @description True: each object is a task. False: objects hold tasks as JSON. */
            use_blob_urls?: boolean;
            /**
             * Format: int64
             * @description For `validate` and `files`: a storage whose credentials stand for those left blank.
             */
            id?: null | number;
            /**
             * Format: int32
             * @description For `files`: most objects to list.
             */
            limit?: number;
        };
        /** @description Local files to import. */
        PatchedLocalFilesImportRequest: {
            /** @description Files in folders below too. */
            recursive_scan?: null | boolean;
            /** @description Absolute path of a folder below the document root. */
            path?: null | string;
            /**
             * Format: int64
             * @description The project.
             */
            project?: number;
            /** @description Name. */
            title?: null | string;
            /** @description Free text. */
            description?: null | string;
            /** @description May be synchronized. */
            synchronizable?: boolean;
            /** @description Regular expression for the keys to import, matched from their beginning. */
            regex_filter?: null | string;
            /** @description True: each object is a task. False: objects hold tasks as JSON. */
            use_blob_urls?: boolean;
            /**
             * Format: int64
             * @description For `validate` and `files`: a storage whose credentials stand for those left blank.
             */
            id?: null | number;
            /**
             * Format: int32
             * @description For `files`: most objects to list.
             */
            limit?: number;
        };
        /** @description What may be set on a machine-learning back end. */
        PatchedMlBackendRequest: {
            /** @description Ask it while an annotator draws. */
            is_interactive?: boolean;
            /** @description Where it is: an http or https address. */
            url?: string;
            /** @description Name. */
            title?: string;
            /**
             * @description How it wants to know who asks.
             * @enum {string}
             */
            auth_method?: "NONE" | "BASIC_AUTH";
            /** @description User name. */
            basic_auth_user?: null | string;
            /** @description Password; it is never answered. Blank: the stored one stays. */
            basic_auth_pass?: null | string;
            /** @description Free text. */
            description?: null | string;
            /** @description Any JSON, given to the model. */
            extra_params?: components["schemas"]["AnyJson"];
            /** @description Version of the model. */
            model_version?: null | string;
            /**
             * Format: double
             * @description Seconds; stored for clients.
             */
            timeout?: number;
            /** @description The version follows what the back end says. */
            auto_update?: boolean;
            /**
             * Format: int64
             * @description The project.
             */
            project?: number;
        };
        /** @description What may be set on an organization. */
        PatchedOrganizationRequest: {
            /** @description Its name. */
            title?: string;
            /**
             * Format: email
             * @description An e-mail address.
             */
            contact_info?: null | string;
        };
        /** @description What may be set on a prediction. */
        PatchedPredictionRequest: {
            /** @description Array of regions; a single value of the first fitting control is accepted where predictions are not validated. */
            result?: components["schemas"]["PredictedResult"];
            /** @description Version of the model. */
            model_version?: null | string;
            /**
             * Format: double
             * @description Confidence, 0 to 1 where predictions are validated.
             */
            score?: null | number;
            /**
             * Format: int32
             * @description Cluster for uncertainty sampling.
             */
            cluster?: null | number;
            /** @description Any JSON. */
            neighbors?: components["schemas"]["AnyJson"];
            /**
             * Format: double
             * @description Likelihood of a mistake.
             */
            mislabeling?: number;
            /**
             * Format: int64
             * @description The task.
             */
            task?: number;
            /**
             * Format: int64
             * @description Read from the task.
             */
            project?: null | number;
        };
        /** @description A Redis database to write annotations to. */
        PatchedRedisExportRequest: {
            /** @description Deleting an annotation deletes its key. */
            can_delete_objects?: null | boolean;
            /** @description Beginning of the keys to import; may hold the wildcards of Redis. Keys that are written do not begin with it. */
            path?: null | string;
            /** @description Server; absent: localhost. */
            host?: null | string;
            /** @description Port; absent: 6379. */
            port?: null | string;
            /** @description Never answered. */
            password?: null | string;
            /**
             * Format: int32
             * @description Number of the database; absent: 1 for import, 2 for export.
             */
            db?: number;
            /**
             * Format: int64
             * @description The project.
             */
            project?: number;
            /** @description Name. */
            title?: null | string;
            /** @description Free text. */
            description?: null | string;
            /** @description May be synchronized. */
            synchronizable?: boolean;
            /** @description Regular expression for the keys to import, matched from their beginning. */
            regex_filter?: null | string;
            /** @description True: each object is a task. False: objects hold tasks as JSON. */
            use_blob_urls?: boolean;
            /**
             * Format: int64
             * @description For `validate` and `files`: a storage whose credentials stand for those left blank.
             */
            id?: null | number;
            /**
             * Format: int32
             * @description For `files`: most objects to list.
             */
            limit?: number;
        };
        /** @description Keys of a Redis database to import. */
        PatchedRedisImportRequest: {
            /** @description Beginning of the keys to import; may hold the wildcards of Redis. Keys that are written do not begin with it. */
            path?: null | string;
            /** @description Server; absent: localhost. */
            host?: null | string;
            /** @description Port; absent: 6379. */
            port?: null | string;
            /** @description Never answered. */
            password?: null | string;
            /**
             * Format: int32
             * @description Number of the database; absent: 1 for import, 2 for export.
             */
            db?: number;
            /**
             * Format: int64
             * @description The project.
             */
            project?: number;
            /** @description Name. */
            title?: null | string;
            /** @description Free text. */
            description?: null | string;
            /** @description May be synchronized. */
            synchronizable?: boolean;
            /** @description Regular expression for the keys to import, matched from their beginning. */
            regex_filter?: null | string;
            /** @description True: each object is a task. False: objects hold tasks as JSON. */
            use_blob_urls?: boolean;
            /**
             * Format: int64
             * @description For `validate` and `files`: a storage whose credentials stand for those left blank.
             */
            id?: null | number;
            /**
             * Format: int32
             * @description For `files`: most objects to list.
             */
            limit?: number;
        };
        /** @description An S3 bucket to write annotations to. */
        PatchedS3ExportRequest: {
            /** @description Deleting an annotation deletes its object. */
            can_delete_objects?: null | boolean;
            /** @description Bucket. */
            bucket?: null | string;
            /** @description Beginning of the keys. */
            prefix?: null | string;
            /** @description Region; absent: us-east-1. */
            region_name?: null | string;
            /**
             * Format: uri
             * @description Address of a service other than Amazon's.
             */
            s3_endpoint?: null | string;
            /** @description Id of a key of the Key Management Service. */
            aws_sse_kms_key_id?: null | string;
            /** @description Never answered. */
            aws_access_key_id?: null | string;
            /** @description Never answered. */
            aws_secret_access_key?: null | string;
            /** @description Never answered. */
            aws_session_token?: null | string;
            /**
             * Format: int64
             * @description The project.
             */
            project?: number;
            /** @description Name. */
            title?: null | string;
            /** @description Free text. */
            description?: null | string;
            /** @description May be synchronized. */
            synchronizable?: boolean;
            /** @description Regular expression for the keys to import, matched from their beginning. */
            regex_filter?: null | string;
            /** @description True: each object is a task. False: objects hold tasks as JSON. */
            use_blob_urls?: boolean;
            /**
             * Format: int64
             * @description For `validate` and `files`: a storage whose credentials stand for those left blank.
             */
            id?: null | number;
            /**
             * Format: int32
             * @description For `files`: most objects to list.
             */
            limit?: number;
        };
        /** @description An S3 bucket to import from. */
        PatchedS3ImportRequest: {
            /** @description Browsers read objects from the bucket, through signed addresses. */
            presign?: boolean;
            /**
             * Format: int32
             * @description Minutes a signed address is good for; 10080, a week, is the most that S3 allows.
             */
            presign_ttl?: number;
            /** @description Objects in folders below too. */
            recursive_scan?: boolean;
            /** @description Bucket. */
            bucket?: null | string;
            /** @description Beginning of the keys. */
            prefix?: null | string;
            /** @description Region; absent: us-east-1. */
            region_name?: null | string;
            /**
             * Format: uri
             * @description Address of a service other than Amazon's.
             */
            s3_endpoint?: null | string;
            /** @description Id of a key of the Key Management Service. */
            aws_sse_kms_key_id?: null | string;
            /** @description Never answered. */
            aws_access_key_id?: null | string;
            /** @description Never answered. */
            aws_secret_access_key?: null | string;
            /** @description Never answered. */
            aws_session_token?: null | string;
            /**
             * Format: int64
             * @description The project.
             */
            project?: number;
            /** @description Name. */
            title?: null | string;
            /** @description Free text. */
            description?: null | string;
            /** @description May be synchronized. */
            synchronizable?: boolean;
            /** @description Regular expression for the keys to import, matched from their beginning. */
            regex_filter?: null | string;
            /** @description True: each object is a task. False: objects hold tasks as JSON. */
            use_blob_urls?: boolean;
            /**
             * Format: int64
             * @description For `validate` and `files`: a storage whose credentials stand for those left blank.
             */
            id?: null | number;
            /**
             * Format: int32
             * @description For `files`: most objects to list.
             */
            limit?: number;
        };
        /** @description What may be set on a task. */
        PatchedTaskRequest: {
            /** @description The fields that the labeling interface shows. */
            data?: components["schemas"]["TaskData"];
            /** @description Anything to keep with the task. */
            meta?: components["schemas"]["AnyJson"];
            /**
             * Format: int64
             * @description The project.
             */
            project?: null | number;
            /**
             * Format: int32
             * @description Annotations wanted.
             */
            overlap?: number;
            /** @description May be skipped. */
            allow_skip?: null | boolean;
            /** @description Enough annotations; computed again when an annotation changes. */
            is_labeled?: boolean;
            /**
             * Format: int64
             * @description Number within the project.
             */
            inner_id?: null | number;
        };
        /** @description What may be set on a user. */
        PatchedUserRequest: {
            /** @description Given name. */
            first_name?: string;
            /** @description Family name. */
            last_name?: string;
            /** @description Shown name. */
            username?: string;
            /**
             * Format: email
             * @description Only on creation.
             */
            email?: string;
            /** @description Phone number. */
            phone?: string;
            /**
             * Format: int64
             * @description An organization the user belongs to.
             */
            active_organization?: null | number;
            /** @description Whether news are welcome. */
            allow_newsletters?: null | boolean;
            /**
             * Format: date-time
             * @description When the user joined.
             */
            date_joined?: string;
            /** @description Key assignments, `{"section:action": {"key": "ctrl+enter", "active": true}}`. */
            custom_hotkeys?: null | components["schemas"]["Hotkeys"];
        };
        /** @description What may be set on a tab. */
        PatchedViewRequest: {
            /**
             * Format: int64
             * @description The project.
             */
            project?: number;
            /** @description Title, columns, filters, ordering and so on. */
            data?: components["schemas"]["ViewData"];
            /**
             * Format: int32
             * @description Position among the tabs.
             */
            order?: number;
            /** @description Selected tasks. */
            selected_items?: null | components["schemas"]["SelectedItems"];
        };
        /** @description What may be set on a webhook. */
        PatchedWebhookRequest: {
            /** @description Where to: an http, https or ftp address. */
            url?: string;
            /** @description Send the objects, not only the action's name. */
            send_payload?: boolean;
            /** @description Every action, whatever `actions` lists. */
            send_for_all_actions?: boolean;
            /** @description Request headers: an object of texts, ten at most. */
            headers?: components["schemas"]["Headers"];
            /** @description Switched on. */
            is_active?: boolean;
            /** @description Names of actions. A change without them clears the list. */
            actions?: components["schemas"]["WebhookActions"];
            /**
             * Format: int64
             * @description The project. It cannot be changed.
             */
            project?: null | number;
        };
        /** @description Regions; where predictions are not validated also a single value of the first fitting control. */
        PredictedResult: components["schemas"]["Result"] | components["schemas"]["AnyJson"];
        /** @description A prediction, or why there is none. */
        PredictionAnswer: {
            /** @description What the model predicts: `result`, `score`, `model_version`. */
            data?: components["schemas"]["TaskData"];
            /** @description Why there is no prediction. */
            errors?: string[];
        };
        /** @description What may be set on a prediction. */
        PredictionRequest: {
            /** @description Array of regions; a single value of the first fitting control is accepted where predictions are not validated. */
            result: components["schemas"]["PredictedResult"];
            /** @description Version of the model. */
            model_version?: null | string;
            /**
             * Format: double
             * @description Confidence, 0 to 1 where predictions are validated.
             */
            score?: null | number;
            /**
             * Format: int32
             * @description Cluster for uncertainty sampling.
             */
            cluster?: null | number;
            /** @description Any JSON. */
            neighbors?: components["schemas"]["AnyJson"];
            /**
             * Format: double
             * @description Likelihood of a mistake.
             */
            mislabeling?: number;
            /**
             * Format: int64
             * @description The task.
             */
            task: number;
            /**
             * Format: int64
             * @description Read from the task.
             */
            project?: null | number;
        };
        /** @description A prediction as the API shows it. */
        PredictionResponse: {
            /** Format: int64 */
            id: number;
            result: components["schemas"]["Result"];
            model_version: null | string;
            created_ago: string;
            /** Format: double */
            score: null | number;
            /** Format: int32 */
            cluster: null | number;
            neighbors: components["schemas"]["AnyJson"];
            /** Format: double */
            mislabeling: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: int64 */
            model: null | number;
            /** Format: int64 */
            model_run: null | number;
            /** Format: int64 */
            task: number;
            /** Format: int64 */
            project: number;
        };
        /** @description A prediction that was not stored. */
        PredictionTest: {
            /**
             * Format: int32
             * @description HTTP status of the back end's answer.
             */
            status: number;
            error_message: null | string;
            /** @description Address that was asked. */
            url: string;
            task: components["schemas"]["TaskData"];
            /** @description What the back end was sent. */
            request: components["schemas"]["TaskData"];
            /** @description What it predicted. */
            response: components["schemas"]["TaskData"][];
        };
        /** @description Number of predictions by model version; with `extended=true` lists. */
        PredictionVersions: {
            [key: string]: number;
        } | components["schemas"]["ExtendedVersions"];
        /** @description How many predictions were stored. */
        PredictionsCreated: {
            /**
             * Format: int32
             * @description Number.
             */
            created: number;
        };
        /** @description How far an introduction got. */
        ProductTourRequest: {
            /**
             * @description Not begun, gone through, or left out.
             * @enum {string}
             */
            state?: "ready" | "completed" | "skipped";
            /** @description `{"index": 1, "action": "next", "type": "step:after", "status": "running", "additional_data": {}}`, all optional. */
            interaction_data?: components["schemas"]["TourInteraction"];
        };
        /** @description How far an introduction got. */
        ProductTourResponse: {
            /**
             * Format: int64
             * @description Its id.
             */
            id: number;
            /** @description Its pages: none, as Goldset has no introductions of its own. */
            steps: unknown[];
            /** @description Whether it waits for another. */
            awaiting: boolean;
            /** @description Which one. */
            name: string;
            /** @description `ready`, `completed` or `skipped`. */
            state: string;
            interaction_data: components["schemas"]["TourInteraction"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description The user.
             */
            user: number;
        };
        /** @description A project. */
        ProjectChoice: {
            /**
             * Format: int64
             * @description Its id.
             */
            project: number;
        };
        /** @description A project's counters. */
        ProjectCountsResponse: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            task_number: number;
            /** Format: int64 */
            finished_task_number: number;
            /** Format: int64 */
            total_predictions_number: number;
            /** Format: int64 */
            total_annotations_number: number;
            /** Format: int64 */
            num_tasks_with_annotations: number;
            /** Format: int64 */
            useful_annotation_number: number;
            /** Format: int64 */
            ground_truth_number: number;
            /** Format: int64 */
            skipped_annotations_number: number;
        };
        /** @description A page of a list. */
        ProjectCountsResponsePage: {
            /**
             * Format: int64
             * @description Items on all pages.
             */
            count: number;
            /** @description Address of the next page, or null. */
            next: null | string;
            /** @description Address of the page before, or null. */
            previous: null | string;
            /** @description The items. */
            results: components["schemas"]["ProjectCountsResponse"][];
        };
        /** @description What may be set on a project. */
        ProjectRequest: {
            /** @description 3 to 50 characters, or blank. */
            title?: null | string;
            /** @description Free text. */
            description?: null | string;
            /** @description XML of the labeling interface. */
            label_config?: null | string;
            /** @description HTML shown to annotators; what is not on the list of harmless elements is removed. */
            expert_instruction?: string;
            /** @description Show the instruction before labeling. */
            show_instruction?: boolean;
            /** @description Offer skipping. */
            show_skip_button?: boolean;
            /** @description Allow submitting without regions. */
            enable_empty_annotation?: boolean;
            /** @description Show earlier versions of annotations. */
            show_annotation_history?: boolean;
            /**
             * Format: int64
             * @description The owner organization: only the caller's own.
             */
            organization?: null | number;
            /** @description `#RRGGBB`. */
            color?: string;
            /**
             * Format: int32
             * @description Annotations wanted per task.
             */
            maximum_annotations?: number;
            /** @description Open to annotators. */
            is_published?: boolean;
            /** @description Which predictions are shown. */
            model_version?: null | string;
            /** @description Made by the wizard and not yet saved. */
            is_draft?: boolean;
            /** @description Read-only. */
            created_by?: components["schemas"]["UserInBody"];
            /**
             * Format: int32
             * @description Train after this many annotations; 0: never.
             */
            min_annotations_to_start_training?: number;
            /** @description The same as a switch. */
            start_training_on_annotation_update?: boolean;
            /** @description Offer predictions to annotators. */
            show_collab_predictions?: boolean;
            /**
             * @description Order in which tasks are handed out.
             * @enum {null|string}
             */
            sampling?: "Sequential sampling" | "Uniform sampling" | "Uncertainty sampling" | null;
            /** @description Tasks with a ground-truth annotation first. */
            show_ground_truth_first?: boolean;
            /** @description Tasks with an overlap above 1 first. */
            show_overlap_first?: boolean;
            /**
             * Format: int32
             * @description Percentage of tasks that get the overlap.
             */
            overlap_cohort_percentage?: number;
            /** @description User name for fetching protected task data. */
            task_data_login?: null | string;
            /** @description Password for fetching protected task data. */
            task_data_password?: null | string;
            /** @description Weights in agreement. */
            control_weights?: null | components["schemas"]["ControlWeights"];
            /** @description Kept for clients that still send it. */
            evaluate_predictions_automatically?: boolean;
            /**
             * @description Whose skipped tasks come back to whom.
             * @enum {null|string}
             */
            skip_queue?: "REQUEUE_FOR_ME" | "REQUEUE_FOR_OTHERS" | "IGNORE_SKIPPED" | null;
            /** @description Reveal pre-annotations step by step. */
            reveal_preannotations_interactively?: boolean;
            /**
             * Format: date-time
             * @description Pin to the top of the list.
             */
            pinned_at?: null | string;
        };
        /** @description A project as the API shows it. Counters are null in the answer to its creation. */
        ProjectResponse: {
            /** Format: int64 */
            id: number;
            title: null | string;
            description: null | string;
            label_config: null | string;
            expert_instruction: null | string;
            show_instruction: boolean;
            show_skip_button: boolean;
            enable_empty_annotation: boolean;
            show_annotation_history: boolean;
            /** Format: int64 */
            organization: number;
            color: string;
            /** Format: int32 */
            maximum_annotations: number;
            is_published: boolean;
            model_version: null | string;
            is_draft: boolean;
            created_by: null | components["schemas"]["UserSimple"];
            /** Format: date-time */
            created_at: string;
            /** Format: int32 */
            min_annotations_to_start_training: number;
            start_training_on_annotation_update: boolean;
            show_collab_predictions: boolean;
            /** Format: int64 */
            num_tasks_with_annotations: null | number;
            /** Format: int64 */
            task_number: null | number;
            /** Format: int64 */
            useful_annotation_number: null | number;
            /** Format: int64 */
            ground_truth_number: null | number;
            /** Format: int64 */
            skipped_annotations_number: null | number;
            /** Format: int64 */
            total_annotations_number: null | number;
            /** Format: int64 */
            total_predictions_number: null | number;
            sampling: null | components["schemas"]["Sampling"];
            show_ground_truth_first: boolean;
            show_overlap_first: boolean;
            /** Format: int32 */
            overlap_cohort_percentage: number;
            task_data_login: null | string;
            task_data_password: null | string;
            control_weights: null | components["schemas"]["ControlWeights"];
            parsed_label_config: null | components["schemas"]["ParsedLabelConfig"];
            evaluate_predictions_automatically: boolean;
            config_has_control_tags: boolean;
            skip_queue: null | components["schemas"]["SkipQueue"];
            reveal_preannotations_interactively: boolean;
            /** Format: date-time */
            pinned_at: null | string;
            /** Format: int64 */
            finished_task_number: null | number;
            /** Format: int64 */
            queue_total: number;
            /** Format: int64 */
            queue_done: number;
            config_suitable_for_bulk_annotation: boolean;
            state: null | string;
        };
        /** @description A page of a list. */
        ProjectResponsePage: {
            /**
             * Format: int64
             * @description Items on all pages.
             */
            count: number;
            /** @description Address of the next page, or null. */
            next: null | string;
            /** @description Address of the page before, or null. */
            previous: null | string;
            /** @description The items. */
            results: components["schemas"]["ProjectResponse"][];
        };
        /** @description A project in short. */
        ProjectTitle: {
            /** Format: int64 */
            id: number;
            title: null | string;
        };
        /** @description A Redis database to write annotations to. */
        RedisExportRequest: {
            /** @description Deleting an annotation deletes its key. */
            can_delete_objects?: null | boolean;
            /** @description Beginning of the keys to import; may hold the wildcards of Redis. Keys that are written do not begin with it. */
            path?: null | string;
            /** @description Server; absent: localhost. */
            host?: null | string;
            /** @description Port; absent: 6379. */
            port?: null | string;
            /** @description Never answered. */
            password?: null | string;
            /**
             * Format: int32
             * @description Number of the database; absent: 1 for import, 2 for export.
             */
            db?: number;
            /**
             * Format: int64
             * @description The project.
             */
            project: number;
            /** @description Name. */
            title?: null | string;
            /** @description Free text. */
            description?: null | string;
            /** @description May be synchronized. */
            synchronizable?: boolean;
            /** @description Regular expression for the keys to import, matched from their beginning. */
            regex_filter?: null | string;
            /** @description True: each object is a task. False: objects hold tasks as JSON. */
            use_blob_urls?: boolean;
            /**
             * Format: int64
             * @description For `validate` and `files`: a storage whose credentials stand for those left blank.
             */
            id?: null | number;
            /**
             * Format: int32
             * @description For `files`: most objects to list.
             */
            limit?: number;
        };
        /** @description A Redis database that annotations are written to. The password is not shown. */
        RedisExportStorage: {
            can_delete_objects: null | boolean;
            path: null | string;
            host: null | string;
            port: null | string;
            /** Format: int32 */
            db: number;
            /** Format: int64 */
            id: number;
            /** @description The kind. */
            type: string;
            synchronizable: boolean;
            title: null | string;
            description: null | string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_sync: null | string;
            /**
             * Format: int64
             * @description Tasks made or annotations written by the last synchronization, so far.
             */
            last_sync_count: null | number;
            /** @description Always null: jobs have no id of their own. */
            last_sync_job: null | string;
            /** @description `initialized`, `queued`, `in_progress`, `failed`, `completed` or `completed_with_errors`. */
            status: string;
            /** @description Why the last failure happened. */
            traceback: null | string;
            meta: components["schemas"]["SyncMeta"];
            regex_filter: null | string;
            use_blob_urls: boolean;
            /** Format: int64 */
            project: number;
        };
        /** @description Keys of a Redis database to import. */
        RedisImportRequest: {
            /** @description Beginning of the keys to import; may hold the wildcards of Redis. Keys that are written do not begin with it. */
            path?: null | string;
            /** @description Server; absent: localhost. */
            host?: null | string;
            /** @description Port; absent: 6379. */
            port?: null | string;
            /** @description Never answered. */
            password?: null | string;
            /**
             * Format: int32
             * @description Number of the database; absent: 1 for import, 2 for export.
             */
            db?: number;
            /**
             * Format: int64
             * @description The project.
             */
            project: number;
            /** @description Name. */
            title?: null | string;
            /** @description Free text. */
            description?: null | string;
            /** @description May be synchronized. */
            synchronizable?: boolean;
            /** @description Regular expression for the keys to import, matched from their beginning. */
            regex_filter?: null | string;
            /** @description True: each object is a task. False: objects hold tasks as JSON. */
            use_blob_urls?: boolean;
            /**
             * Format: int64
             * @description For `validate` and `files`: a storage whose credentials stand for those left blank.
             */
            id?: null | number;
            /**
             * Format: int32
             * @description For `files`: most objects to list.
             */
            limit?: number;
        };
        /** @description A Redis database to import from. The password is not shown. */
        RedisImportStorage: {
            path: null | string;
            host: null | string;
            port: null | string;
            /** Format: int32 */
            db: number;
            /** Format: int64 */
            id: number;
            /** @description The kind. */
            type: string;
            synchronizable: boolean;
            title: null | string;
            description: null | string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_sync: null | string;
            /**
             * Format: int64
             * @description Tasks made or annotations written by the last synchronization, so far.
             */
            last_sync_count: null | number;
            /** @description Always null: jobs have no id of their own. */
            last_sync_job: null | string;
            /** @description `initialized`, `queued`, `in_progress`, `failed`, `completed` or `completed_with_errors`. */
            status: string;
            /** @description Why the last failure happened. */
            traceback: null | string;
            meta: components["schemas"]["SyncMeta"];
            regex_filter: null | string;
            use_blob_urls: boolean;
            /** Format: int64 */
            project: number;
        };
        /** @description A personal access token. */
        RefreshRequest: {
            /** @description The token. */
            refresh: string;
        };
        /** @description The personal access token that replaces the old one. */
        RefreshResponse: {
            refresh: string;
        };
        /** @description One item of a result: a region, an answer about the whole task, or a relation. Types add fields of their own. */
        Region: {
            /** @description Unique within the result; relations have none. */
            id?: string;
            /** @description What the value holds: `rectanglelabels`, `choices`, `textarea`, `relation` and so on. */
            type: string;
            /** @description Name of the control tag. */
            from_name?: string;
            /** @description Name of the object tag. */
            to_name?: string;
            /** @description The answer, in the form of its type. */
            value?: components["schemas"]["TaskData"];
            /** @description `manual`, `prediction` or `prediction-changed`. */
            origin?: string;
        } & {
            [key: string]: components["schemas"]["AnyJson"];
        };
        /** @description A reimport that is done as a job, as ImportProgress. */
        ReimportProgress: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            project: number;
            status: string;
            error: null | string;
            validation_errors: components["schemas"]["AnyJson"];
            /** Format: int64 */
            bytes_read: number;
            /** Format: int64 */
            bytes_total: null | number;
            /** Format: int64 */
            task_count: number;
            /** Format: int64 */
            annotation_count: number;
            /** Format: int64 */
            prediction_count: number;
            /** Format: double */
            duration: number;
            file_upload_ids: number[];
            files_as_tasks_list: boolean;
            found_formats: components["schemas"]["FoundFormats"];
            data_columns: string[];
        };
        /** @description A reimport that is done as a job. */
        ReimportQueued: {
            /**
             * Format: int64
             * @description Its id.
             */
            reimport: number;
        };
        /** @description Which uploads to make tasks of. */
        ReimportRequest: {
            /** @description Ids of file uploads of the project. */
            file_upload_ids?: null | number[];
            /** @description Rows of tables and lines of texts are tasks; otherwise the file is one. True when absent. */
            files_as_tasks_list?: boolean;
        };
        /** @description What making tasks of earlier uploads did. */
        ReimportResponse: {
            /**
             * Format: int32
             * @description Tasks made.
             */
            task_count: number;
            /**
             * Format: int32
             * @description Annotations among them.
             */
            annotation_count: number;
            /**
             * Format: int32
             * @description Predictions among them.
             */
            prediction_count: number;
            /**
             * Format: double
             * @description Seconds.
             */
            duration: number;
            /** @description The uploads named. */
            file_upload_ids: number[];
            /** @description Number of files by extension. */
            found_formats: {
                [key: string]: number;
            };
            /** @description Data keys that the first tasks of all files share. */
            data_columns: string[];
        };
        /** @description Which tasks to restore. */
        RestoreRequest: {
            /** @description Their ids; without them all that were deleted within the last day. */
            tasks?: null | number[];
        };
        /** @description What was restored. */
        RestoreResponse: {
            /**
             * Format: int32
             * @description How many tasks.
             */
            restored: number;
        };
        /** @description What an annotator or a model says about a task. */
        Result: components["schemas"]["Region"][];
        /** @description An S3 bucket to write annotations to. */
        S3ExportRequest: {
            /** @description Deleting an annotation deletes its object. */
            can_delete_objects?: null | boolean;
            /** @description Bucket. */
            bucket?: null | string;
            /** @description Beginning of the keys. */
            prefix?: null | string;
            /** @description Region; absent: us-east-1. */
            region_name?: null | string;
            /**
             * Format: uri
             * @description Address of a service other than Amazon's.
             */
            s3_endpoint?: null | string;
            /** @description Id of a key of the Key Management Service. */
            aws_sse_kms_key_id?: null | string;
            /** @description Never answered. */
            aws_access_key_id?: null | string;
            /** @description Never answered. */
            aws_secret_access_key?: null | string;
            /** @description Never answered. */
            aws_session_token?: null | string;
            /**
             * Format: int64
             * @description The project.
             */
            project: number;
            /** @description Name. */
            title?: null | string;
            /** @description Free text. */
            description?: null | string;
            /** @description May be synchronized. */
            synchronizable?: boolean;
            /** @description Regular expression for the keys to import, matched from their beginning. */
            regex_filter?: null | string;
            /** @description True: each object is a task. False: objects hold tasks as JSON. */
            use_blob_urls?: boolean;
            /**
             * Format: int64
             * @description For `validate` and `files`: a storage whose credentials stand for those left blank.
             */
            id?: null | number;
            /**
             * Format: int32
             * @description For `files`: most objects to list.
             */
            limit?: number;
        };
        /** @description An S3 bucket that annotations are written to. Of the credentials nothing is shown. */
        S3ExportStorage: {
            can_delete_objects: null | boolean;
            bucket: null | string;
            prefix: null | string;
            region_name: null | string;
            s3_endpoint: null | string;
            aws_sse_kms_key_id: null | string;
            /** @description Always null. */
            aws_session_token: null | string;
            /** Format: int64 */
            id: number;
            /** @description The kind. */
            type: string;
            synchronizable: boolean;
            title: null | string;
            description: null | string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_sync: null | string;
            /**
             * Format: int64
             * @description Tasks made or annotations written by the last synchronization, so far.
             */
            last_sync_count: null | number;
            /** @description Always null: jobs have no id of their own. */
            last_sync_job: null | string;
            /** @description `initialized`, `queued`, `in_progress`, `failed`, `completed` or `completed_with_errors`. */
            status: string;
            /** @description Why the last failure happened. */
            traceback: null | string;
            meta: components["schemas"]["SyncMeta"];
            regex_filter: null | string;
            use_blob_urls: boolean;
            /** Format: int64 */
            project: number;
        };
        /** @description An S3 bucket to import from. */
        S3ImportRequest: {
            /** @description Browsers read objects from the bucket, through signed addresses. */
            presign?: boolean;
            /**
             * Format: int32
             * @description Minutes a signed address is good for; 10080, a week, is the most that S3 allows.
             */
            presign_ttl?: number;
            /** @description Objects in folders below too. */
            recursive_scan?: boolean;
            /** @description Bucket. */
            bucket?: null | string;
            /** @description Beginning of the keys. */
            prefix?: null | string;
            /** @description Region; absent: us-east-1. */
            region_name?: null | string;
            /**
             * Format: uri
             * @description Address of a service other than Amazon's.
             */
            s3_endpoint?: null | string;
            /** @description Id of a key of the Key Management Service. */
            aws_sse_kms_key_id?: null | string;
            /** @description Never answered. */
            aws_access_key_id?: null | string;
            /** @description Never answered. */
            aws_secret_access_key?: null | string;
            /** @description Never answered. */
            aws_session_token?: null | string;
            /**
             * Format: int64
             * @description The project.
             */
            project: number;
            /** @description Name. */
            title?: null | string;
            /** @description Free text. */
            description?: null | string;
            /** @description May be synchronized. */
            synchronizable?: boolean;
            /** @description Regular expression for the keys to import, matched from their beginning. */
            regex_filter?: null | string;
            /** @description True: each object is a task. False: objects hold tasks as JSON. */
            use_blob_urls?: boolean;
            /**
             * Format: int64
             * @description For `validate` and `files`: a storage whose credentials stand for those left blank.
             */
            id?: null | number;
            /**
             * Format: int32
             * @description For `files`: most objects to list.
             */
            limit?: number;
        };
        /** @description An S3 bucket to import from. Of the credentials nothing is shown. */
        S3ImportStorage: {
            presign: boolean;
            /** Format: int32 */
            presign_ttl: number;
            recursive_scan: boolean;
            bucket: null | string;
            prefix: null | string;
            region_name: null | string;
            s3_endpoint: null | string;
            aws_sse_kms_key_id: null | string;
            /** @description Always null. */
            aws_session_token: null | string;
            /** Format: int64 */
            id: number;
            /** @description The kind. */
            type: string;
            synchronizable: boolean;
            title: null | string;
            description: null | string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_sync: null | string;
            /**
             * Format: int64
             * @description Tasks made or annotations written by the last synchronization, so far.
             */
            last_sync_count: null | number;
            /** @description Always null: jobs have no id of their own. */
            last_sync_job: null | string;
            /** @description `initialized`, `queued`, `in_progress`, `failed`, `completed` or `completed_with_errors`. */
            status: string;
            /** @description Why the last failure happened. */
            traceback: null | string;
            meta: components["schemas"]["SyncMeta"];
            regex_filter: null | string;
            use_blob_urls: boolean;
            /** Format: int64 */
            project: number;
        };
        /** @description The data of a sample task; or data, annotations and predictions. */
        SampleTask: components["schemas"]["TaskData"] | components["schemas"]["ImportedTask"];
        /** @description A labeling config to make a sample task for. */
        SampleTaskRequest: {
            /** @description XML. */
            label_config?: null | string;
            /** @description Also a sample annotation and prediction. */
            include_annotation_and_prediction?: boolean;
        };
        /** @description A sample task: its data, or with annotations and predictions. */
        SampleTaskResponse: {
            sample_task: components["schemas"]["SampleTask"];
        };
        /**
         * @description The order in which tasks are labeled.
         * @enum {string}
         */
        Sampling: "Sequential sampling" | "Uniform sampling" | "Uncertainty sampling";
        /** @description Tasks picked by hand. */
        SelectedItems: {
            /** @description All but the excluded ones, else the included ones. */
            all: boolean;
            included?: number[];
            excluded?: number[];
        };
        /** @description Regions, or the same as JSON in a text. */
        SentResult: components["schemas"]["Result"] | string | null;
        /** @description What is written in full; ids are written otherwise. */
        SerializationOptions: {
            drafts?: components["schemas"]["ObjectDetail"];
            predictions?: components["schemas"]["ObjectDetail"];
            annotations__completed_by?: components["schemas"]["ObjectDetail"];
            /** @description Fill the frames of video regions in between the key frames. */
            interpolate_key_frames?: boolean;
            /** @description Kept for clients; there is no history to include. */
            include_annotation_history?: boolean;
        };
        /** @description The versions of the server and its parts. */
        ServerVersion: {
            /** @description Version of the API. */
            release: string;
            /** @description `Community`. */
            edition: string;
            /** @description The server. */
            backend: {
                /** @description Version of Goldset. */
                version?: string;
                message?: string;
                commit?: string;
                date?: string;
                branch?: string;
            } & {
                [key: string]: components["schemas"]["AnyJson"];
            };
        } & {
            [key: string]: components["schemas"]["AnyJson"];
        };
        /** @description How long sessions last, in minutes. */
        SessionPolicy: {
            /** Format: int32 */
            max_session_age: number;
            /** Format: int32 */
            max_time_between_activity: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /** @description How long sessions last. */
        SessionPolicyRequest: {
            /**
             * Format: int32
             * @description Minutes until one must sign in again.
             */
            max_session_age?: number;
            /**
             * Format: int32
             * @description Minutes without a request.
             */
            max_time_between_activity?: number;
        };
        /**
         * @description What becomes of skipped tasks.
         * @enum {string}
         */
        SkipQueue: "REQUEUE_FOR_ME" | "REQUEUE_FOR_OTHERS" | "IGNORE_SKIPPED";
        /** @description How much a snapshot holds. */
        SnapshotCounters: {
            /**
             * Format: int64
             * @description Tasks written, so far while it is in progress; absent before.
             */
            task_number?: number;
        };
        /** @description A new snapshot. What was asked for is not repeated. */
        SnapshotCreated: {
            task_filter_options: null | components["schemas"]["TaskFilterOptions"];
            annotation_filter_options: null | components["schemas"]["AnnotationFilterOptions"];
            serialization_options: null | components["schemas"]["SerializationOptions"];
            title: string;
            /** Format: int64 */
            id: number;
            created_by: null | components["schemas"]["UserSimple"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            finished_at: null | string;
            status: string;
            md5: string;
            counters: components["schemas"]["SnapshotCounters"];
            converted_formats: components["schemas"]["ConversionResponse"][];
        };
        /** @description What may be set on a new snapshot. */
        SnapshotRequest: {
            /** @description Name; made of the project's title and the time when it is absent. */
            title?: null | string;
            /** @description Which tasks. */
            task_filter_options?: null | components["schemas"]["TaskFilterOptions"];
            /** @description Which of their annotations. */
            annotation_filter_options?: null | components["schemas"]["AnnotationFilterOptions"];
            /** @description What is written in full. */
            serialization_options?: null | components["schemas"]["SerializationOptions"];
        };
        /** @description A snapshot as the API shows it. */
        SnapshotResponse: {
            title: string;
            /** Format: int64 */
            id: number;
            created_by: null | components["schemas"]["UserSimple"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            finished_at: null | string;
            status: string;
            md5: string;
            counters: components["schemas"]["SnapshotCounters"];
            converted_formats: components["schemas"]["ConversionResponse"][];
        };
        /** @description A state an object passed into. */
        StateRecord: {
            /** @description Key; later ones are greater. */
            id: string;
            /** @description The state. */
            state: string;
            /** @description The one before. */
            previous_state: null | string;
            /** @description By which transition. */
            transition_name: null | string;
            /** Format: date-time */
            created_at: string;
        };
        /** @description A page of a list. */
        StateRecordPage: {
            /**
             * Format: int64
             * @description Items on all pages.
             */
            count: number;
            /** @description Address of the next page, or null. */
            next: null | string;
            /** @description Address of the page before, or null. */
            previous: null | string;
            /** @description The items. */
            results: components["schemas"]["StateRecord"][];
        };
        /** @description An object of a storage. */
        StorageFile: {
            /** @description Key, or absolute path. */
            key: null | string;
            /** Format: date-time */
            last_modified: null | string;
            /**
             * Format: int64
             * @description Bytes; null where the storage does not tell.
             */
            size: null | number;
        };
        /** @description Objects of an import storage. */
        StorageFiles: {
            /** @description In the storage's order. A last one without key says that there are more; one whose key says so, that time ran out. */
            files: components["schemas"]["StorageFile"][];
        };
        /** @description What every storage shows. */
        StorageResponse: {
            /** Format: int64 */
            id: number;
            /** @description The kind. */
            type: string;
            synchronizable: boolean;
            title: null | string;
            description: null | string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_sync: null | string;
            /**
             * Format: int64
             * @description Tasks made or annotations written by the last synchronization, so far.
             */
            last_sync_count: null | number;
            /** @description Always null: jobs have no id of their own. */
            last_sync_job: null | string;
            /** @description `initialized`, `queued`, `in_progress`, `failed`, `completed` or `completed_with_errors`. */
            status: string;
            /** @description Why the last failure happened. */
            traceback: null | string;
            meta: components["schemas"]["SyncMeta"];
            regex_filter: null | string;
            use_blob_urls: boolean;
            /** Format: int64 */
            project: number;
        };
        /** @description A kind of storage. */
        StorageType: {
            name: string;
            title: string;
        };
        /** @description What a project's tasks and annotations contain. */
        SummaryResponse: {
            /** Format: int64 */
            project: number;
            /** Format: date-time */
            created_at: string;
            all_data_columns: {
                [key: string]: number;
            };
            common_data_columns: string[];
            created_annotations: {
                [key: string]: number;
            };
            created_labels: {
                [key: string]: {
                    [key: string]: number;
                };
            };
            created_labels_drafts: {
                [key: string]: {
                    [key: string]: number;
                };
            };
        };
        /** @description Times and numbers of the last synchronization. */
        SyncMeta: {
            [key: string]: components["schemas"]["AnyJson"];
        };
        /** @description Values by field name. */
        TaskData: {
            [key: string]: components["schemas"]["AnyJson"];
        };
        /** @description Which tasks: all conditions that are given hold. */
        TaskFilterOptions: {
            /**
             * Format: int64
             * @description Tab of the data manager whose filters and selection hold.
             */
            view?: null | number;
            /**
             * @description Tasks with a skip.
             * @enum {null|string}
             */
            skipped?: "only" | "exclude" | null;
            /**
             * @description Tasks with as many annotations as they want.
             * @enum {null|string}
             */
            finished?: "only" | "exclude" | null;
            /**
             * @description Tasks with an annotation that is no skip.
             * @enum {null|string}
             */
            annotated?: "only" | "exclude" | null;
            /** @description Only tasks of which an annotation is written. */
            only_with_annotations?: boolean;
        };
        /** @description A page of tasks with the totals of the whole filtered set. */
        TaskPage: {
            /** Format: int64 */
            total_annotations: number;
            /** Format: int64 */
            total_predictions: number;
            /** Format: int64 */
            total: number;
            tasks: components["schemas"]["ListedTasks"];
        };
        /** @description What may be set on a task. */
        TaskRequest: {
            /** @description The fields that the labeling interface shows. */
            data: components["schemas"]["TaskData"];
            /** @description Anything to keep with the task. */
            meta?: components["schemas"]["AnyJson"];
            /**
             * Format: int64
             * @description The project.
             */
            project?: null | number;
            /**
             * Format: int32
             * @description Annotations wanted.
             */
            overlap?: number;
            /** @description May be skipped. */
            allow_skip?: null | boolean;
            /** @description Enough annotations; computed again when an annotation changes. */
            is_labeled?: boolean;
            /**
             * Format: int64
             * @description Number within the project.
             */
            inner_id?: null | number;
        };
        /** @description A task as the API shows it. */
        TaskResponse: {
            /** Format: int64 */
            id: number;
            data: components["schemas"]["TaskData"];
            meta: components["schemas"]["AnyJson"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            is_labeled: boolean;
            allow_skip: null | boolean;
            /** Format: int32 */
            overlap: number;
            /** Format: int64 */
            inner_id: null | number;
            /** Format: int32 */
            total_annotations: number;
            /** Format: int32 */
            cancelled_annotations: number;
            /** Format: int32 */
            total_predictions: number;
            /** Format: int32 */
            comment_count: number;
            /** Format: int32 */
            unresolved_comment_count: number;
            /** Format: date-time */
            last_comment_updated_at: null | string;
            /** Format: int64 */
            project: number;
            /** Format: int64 */
            updated_by: null | number;
            /** Format: int64 */
            file_upload: null | number;
            comment_authors: number[];
        };
        /** @description A task with its annotations and predictions. */
        TaskWithResults: {
            /** Format: int64 */
            id: number;
            data: components["schemas"]["TaskData"];
            meta: components["schemas"]["AnyJson"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            is_labeled: boolean;
            allow_skip: null | boolean;
            /** Format: int32 */
            overlap: number;
            /** Format: int64 */
            inner_id: null | number;
            /** Format: int32 */
            total_annotations: number;
            /** Format: int32 */
            cancelled_annotations: number;
            /** Format: int32 */
            total_predictions: number;
            /** Format: int32 */
            comment_count: number;
            /** Format: int32 */
            unresolved_comment_count: number;
            /** Format: date-time */
            last_comment_updated_at: null | string;
            /** Format: int64 */
            project: number;
            /** Format: int64 */
            updated_by: null | number;
            /** Format: int64 */
            file_upload: null | number;
            comment_authors: number[];
            annotations: components["schemas"]["AnnotationResponse"][];
            predictions: components["schemas"]["PredictionResponse"][];
        };
        /** @description All templates and the order of their groups. */
        TemplateCatalog: {
            templates: components["schemas"]["LabelingTemplate"][];
            groups: string[];
        };
        /** @description The access token of the account. */
        TokenResponse: {
            token: string;
        };
        /** @description Which tokens the organization accepts. */
        TokenSettings: {
            api_tokens_enabled: boolean;
            legacy_api_tokens_enabled: boolean;
        };
        /** @description Which tokens to accept. */
        TokenSettingsRequest: {
            /** @description Personal access tokens. */
            api_tokens_enabled?: boolean;
            /** @description Account tokens in the `Token` header. */
            legacy_api_tokens_enabled?: boolean;
        };
        /** @description What the user did with it. */
        TourInteraction: {
            /** Format: int64 */
            index?: null | number;
            action?: null | string;
            type?: null | string;
            status?: null | string;
            additional_data?: null | {
                [key: string]: components["schemas"]["AnyJson"];
            };
        } & {
            [key: string]: components["schemas"]["AnyJson"];
        };
        /** @description A transition to make. */
        TransitionRequest: {
            /** @description Its name. */
            transition_name: string;
            /** @description What the transition takes. */
            transition_data?: components["schemas"]["AnyJson"];
        };
        /** @description What a transition came to. */
        TransitionResponse: {
            /** @description It was made. */
            success: boolean;
            /** @description The state now. */
            new_state: null | string;
            state_record: null | components["schemas"]["StateRecord"];
        };
        /** @description A deleted task. */
        TrashedTask: {
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /**
             * Format: int64
             * @description Number within the project.
             */
            inner_id: null | number;
            /** Format: date-time */
            deleted_at: string;
            /**
             * Format: int32
             * @description Its annotations that are not skipped.
             */
            total_annotations: number;
            /**
             * Format: int32
             * @description Its skipped annotations.
             */
            cancelled_annotations: number;
            /**
             * Format: int32
             * @description Its predictions.
             */
            total_predictions: number;
            data: components["schemas"]["AnyJson"];
        };
        /** @description A page of a list. */
        TrashedTaskPage: {
            /**
             * Format: int64
             * @description Items on all pages.
             */
            count: number;
            /** @description Address of the next page, or null. */
            next: null | string;
            /** @description Address of the page before, or null. */
            previous: null | string;
            /** @description The items. */
            results: components["schemas"]["TrashedTask"][];
        };
        /** @description Who changed a task last. */
        UpdatedBy: {
            /** Format: int64 */
            user_id: number;
        };
        /** @description An uploaded file as the API shows it. */
        UploadResponse: {
            /**
             * Format: int64
             * @description Id.
             */
            id: number;
            /** @description Path below the media folder; `/data/` before it makes the address. */
            file: string;
            /**
             * Format: int64
             * @description Bytes.
             */
            size: number;
        };
        /** @description Which uploads to remove. */
        UploadSelection: {
            /** @description Ids; absent: all of the project. */
            file_upload_ids: null | number[];
        };
        /** @description How many uploads were removed. */
        UploadsDeleted: {
            /**
             * Format: int32
             * @description Number.
             */
            deleted: number;
        };
        /** @description Read-only. */
        UserInBody: number | components["schemas"]["TaskData"] | null;
        /** @description What may be set on a user. */
        UserRequest: {
            /** @description Given name. */
            first_name?: string;
            /** @description Family name. */
            last_name?: string;
            /** @description Shown name. */
            username: string;
            /**
             * Format: email
             * @description Only on creation.
             */
            email?: string;
            /** @description Phone number. */
            phone?: string;
            /**
             * Format: int64
             * @description An organization the user belongs to.
             */
            active_organization?: null | number;
            /** @description Whether news are welcome. */
            allow_newsletters?: null | boolean;
            /**
             * Format: date-time
             * @description When the user joined.
             */
            date_joined?: string;
            /** @description Key assignments, `{"section:action": {"key": "ctrl+enter", "active": true}}`. */
            custom_hotkeys?: null | components["schemas"]["Hotkeys"];
        };
        /** @description A user as the API shows it. */
        UserResponse: {
            /** Format: int64 */
            id: number;
            first_name: string;
            last_name: string;
            username: string;
            email: string;
            /** Format: date-time */
            last_activity: string;
            custom_hotkeys: null | components["schemas"]["Hotkeys"];
            avatar: null | string;
            initials: string;
            phone: string;
            /** Format: int64 */
            active_organization: null | number;
            active_organization_meta: components["schemas"]["OrganizationMeta"];
            allow_newsletters: null | boolean;
            /** Format: date-time */
            date_joined: string;
        };
        /** @description A user in short. */
        UserSimple: {
            /** Format: int64 */
            id: number;
            first_name: string;
            last_name: string;
            username: string;
            email: string;
            avatar: null | string;
        };
        /** @description Messages by field; fields of lists and objects are nested. */
        ValidationErrors: {
            [key: string]: components["schemas"]["AnyJson"];
        };
        /** @description What a tab remembers. What clients add is kept. */
        ViewData: {
            /** @description Name of the tab. */
            title?: string;
            /**
             * @description How tasks are shown.
             * @enum {string}
             */
            type?: "list" | "grid";
            /** @description `tasks`. */
            target?: string;
            filters?: components["schemas"]["Filters"];
            /** @description The column to order by, `-tasks:id` for the reverse. */
            ordering?: string[];
            /** @description Columns left out in the table, and in the list beside the editor. */
            hiddenColumns?: {
                explore?: string[];
                labeling?: string[];
            };
            /** @description Pixels by column. */
            columnsWidth?: {
                [key: string]: number;
            };
            /** @description How fields of the data are read, by column. */
            columnsDisplayType?: {
                [key: string]: string;
            };
            selectedItems?: components["schemas"]["SelectedItems"];
            /** @description Columns from left to right; those not named follow. */
            columnsOrder?: string[];
            /** @description Words that the tasks' data must have. */
            search?: string;
            /** @description Only who made the tab sees it. */
            private?: boolean;
        } & {
            [key: string]: components["schemas"]["AnyJson"];
        };
        /** @description An order of tabs. */
        ViewOrderRequest: {
            /**
             * Format: int64
             * @description The project.
             */
            project: number;
            /** @description Ids of its tabs. */
            ids: number[];
        };
        /** @description What may be set on a tab. */
        ViewRequest: {
            /**
             * Format: int64
             * @description The project.
             */
            project: number;
            /** @description Title, columns, filters, ordering and so on. */
            data?: components["schemas"]["ViewData"];
            /**
             * Format: int32
             * @description Position among the tabs.
             */
            order?: number;
            /** @description Selected tasks. */
            selected_items?: null | components["schemas"]["SelectedItems"];
        };
        /** @description A tab as the API shows it. */
        ViewResponse: {
            /** Format: int64 */
            id: number;
            data: components["schemas"]["ViewData"];
            /** Format: int32 */
            order: number;
            /** Format: int64 */
            user: null | number;
            /** Format: int64 */
            project: number;
        };
        /** @description A task met in the stream, with the annotation submitted for it. */
        VisitResponse: {
            /**
             * Format: int64
             * @description The task.
             */
            taskId: number;
            /**
             * Format: int64
             * @description The caller's annotation, or null.
             */
            annotationId: null | number;
        };
        /** @description An action that webhooks can be told. */
        WebhookActionInfo: {
            /** @description For people. */
            name: string;
            /** @description When it happens. */
            description: string;
            /** @description Where the payload has its object. */
            key: string;
            /** @description Told to webhooks without project alone. */
            "organization-only": boolean;
        };
        /** @description Names of actions. */
        WebhookActions: string[];
        /** @description Actions by id. */
        WebhookCatalogue: {
            [key: string]: components["schemas"]["WebhookActionInfo"];
        };
        /** @description What may be set on a webhook. */
        WebhookRequest: {
            /** @description Where to: an http, https or ftp address. */
            url: string;
            /** @description Send the objects, not only the action's name. */
            send_payload?: boolean;
            /** @description Every action, whatever `actions` lists. */
            send_for_all_actions?: boolean;
            /** @description Request headers: an object of texts, ten at most. */
            headers?: components["schemas"]["Headers"];
            /** @description Switched on. */
            is_active?: boolean;
            /** @description Names of actions. A change without them clears the list. */
            actions?: components["schemas"]["WebhookActions"];
            /**
             * Format: int64
             * @description The project. It cannot be changed.
             */
            project?: null | number;
        };
        /** @description A webhook as the API shows it. */
        WebhookResponse: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            organization: number;
            /** Format: int64 */
            project: null | number;
            url: string;
            send_payload: boolean;
            send_for_all_actions: boolean;
            headers: components["schemas"]["Headers"];
            is_active: boolean;
            actions: components["schemas"]["WebhookActions"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /** @description The signed-in user with the names of all permissions. */
        WhoAmIResponse: {
            permissions: string[];
            /** Format: int64 */
            id: number;
            first_name: string;
            last_name: string;
            username: string;
            email: string;
            /** Format: date-time */
            last_activity: string;
            custom_hotkeys: null | components["schemas"]["Hotkeys"];
            avatar: null | string;
            initials: string;
            phone: string;
            /** Format: int64 */
            active_organization: null | number;
            active_organization_meta: components["schemas"]["OrganizationMeta"];
            allow_newsletters: null | boolean;
            /** Format: date-time */
            date_joined: string;
        };
    };
    responses: {
        /** @description The token that was sent is not valid */
        WrongToken: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Nobody is signed in */
        NotSignedIn: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The caller may not do this */
        NotAllowed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The request was refused */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The caller's role is below Administrator */
        BelowAdministrator: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The caller's role is below Manager */
        BelowManager: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description There is no such object in the caller's organization */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The caller's role is below Annotator */
        BelowAnnotator: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The object is not in the state of `If-Match` */
        ChangedMeanwhile: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    api_annotations_read: {
        parameters: {
            query?: {
                /** @description `completed_by`: the author in short instead of the id */
                expand?: string[];
                /** @description Only these fields of each object */
                include?: string[];
                /** @description All fields but these */
                omit?: string[];
            };
            header?: never;
            path: {
                /** @description Id of the annotation */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnotationResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_annotations_update: {
        parameters: {
            query?: {
                /** @description `completed_by`: the author in short instead of the id */
                expand?: string[];
                /** @description Only these fields of each object */
                include?: string[];
                /** @description All fields but these */
                omit?: string[];
            };
            header?: {
                /** @description The `updated_at` that the change is based on, in quotes: refused when the object was changed meanwhile */
                "If-Match"?: string;
            };
            path: {
                /** @description Id of the annotation */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnotationRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["AnnotationRequest"];
                "multipart/form-data": components["schemas"]["AnnotationRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnotationResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAnnotator"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["ChangedMeanwhile"];
        };
    };
    api_annotations_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the annotation */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAnnotator"];
            404: components["responses"]["NotFound"];
        };
    };
    api_annotations_partial_update: {
        parameters: {
            query?: {
                /** @description `completed_by`: the author in short instead of the id */
                expand?: string[];
                /** @description Only these fields of each object */
                include?: string[];
                /** @description All fields but these */
                omit?: string[];
            };
            header?: {
                /** @description The `updated_at` that the change is based on, in quotes: refused when the object was changed meanwhile */
                "If-Match"?: string;
            };
            path: {
                /** @description Id of the annotation */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnotationRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["AnnotationRequest"];
                "multipart/form-data": components["schemas"]["AnnotationRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnotationResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAnnotator"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["ChangedMeanwhile"];
        };
    };
    "api_annotations_convert-to-draft_create": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the annotation */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftResponse"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAnnotator"];
            404: components["responses"]["NotFound"];
        };
    };
    api_auth_export_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessGranted"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    "api_current-user_hotkeys_list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HotkeysResponse"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    "api_current-user_hotkeys_partial_update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HotkeysRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["HotkeysRequest"];
                "multipart/form-data": components["schemas"]["HotkeysRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HotkeysResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    "api_current-user_product-tour_read": {
        parameters: {
            query: {
                /** @description Which introduction */
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductTourResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    "api_current-user_product-tour_update": {
        parameters: {
            query: {
                /** @description Which introduction */
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductTourRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["ProductTourRequest"];
                "multipart/form-data": components["schemas"]["ProductTourRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductTourResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    "api_current-user_product-tour_partial_update": {
        parameters: {
            query: {
                /** @description Which introduction */
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductTourRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["ProductTourRequest"];
                "multipart/form-data": components["schemas"]["ProductTourRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductTourResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    "api_current-user_reset-token_create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenResponse"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    "api_current-user_token_read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenResponse"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    "api_current-user_whoami_read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhoAmIResponse"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    api_dm_actions_list: {
        parameters: {
            query: {
                /** @description The project */
                project: number;
                /** @description Also those that menus do not show unless asked to */
                experimental?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResponse"][];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    api_dm_actions_create: {
        parameters: {
            query: {
                /** @description The action */
                id: string;
                /** @description The project, where no view is given */
                project?: number;
                /** @description The view whose filters hold */
                view?: number;
                /** @description For `next_task`: ids of tasks to pass over */
                except?: number[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionOutcome"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionQueued"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    api_dm_actions_form_read: {
        parameters: {
            query: {
                /** @description The project */
                project: number;
            };
            header?: never;
            path: {
                /** @description Id of the action */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_dm_columns_list: {
        parameters: {
            query: {
                /** @description The project */
                project: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ColumnList"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    api_dm_project_list: {
        parameters: {
            query: {
                /** @description The project */
                project: number;
                /** @description Why the client asks; nothing depends on it */
                interaction?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataManagerProject"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    api_dm_views_list: {
        parameters: {
            query?: {
                /** @description Only those of this project */
                project?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewResponse"][];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    api_dm_views_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["ViewRequest"];
                "multipart/form-data": components["schemas"]["ViewRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    api_dm_views_order_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewOrderRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["ViewOrderRequest"];
                "multipart/form-data": components["schemas"]["ViewOrderRequest"];
            };
        };
        responses: {
            /** @description Done; the answer has no body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    api_dm_views_reset_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectChoice"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    api_dm_views_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the tab */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewResponse"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_dm_views_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the tab */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["ViewRequest"];
                "multipart/form-data": components["schemas"]["ViewRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_dm_views_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the tab */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_dm_views_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the tab */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchedViewRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedViewRequest"];
                "multipart/form-data": components["schemas"]["PatchedViewRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_drafts_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the draft */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftResponse"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAnnotator"];
            404: components["responses"]["NotFound"];
        };
    };
    api_drafts_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `updated_at` that the change is based on, in quotes: refused when the object was changed meanwhile */
                "If-Match"?: string;
            };
            path: {
                /** @description Id of the draft */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["DraftRequest"];
                "multipart/form-data": components["schemas"]["DraftRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAnnotator"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["ChangedMeanwhile"];
        };
    };
    api_drafts_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the draft */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAnnotator"];
            404: components["responses"]["NotFound"];
        };
    };
    api_drafts_partial_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `updated_at` that the change is based on, in quotes: refused when the object was changed meanwhile */
                "If-Match"?: string;
            };
            path: {
                /** @description Id of the draft */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchedDraftRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedDraftRequest"];
                "multipart/form-data": components["schemas"]["PatchedDraftRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAnnotator"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["ChangedMeanwhile"];
        };
    };
    api_fsm_entities_history_list: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1 */
                page?: number;
                /** @description Items per page */
                page_size?: number;
                /** @description `id` or `-id` */
                ordering?: string;
            };
            header?: never;
            path: {
                /** @description Id of the entitie */
                entity: string;
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StateRecordPage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_fsm_entities_transition_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the entitie */
                entity: string;
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransitionRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["TransitionRequest"];
                "multipart/form-data": components["schemas"]["TransitionRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransitionResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    "api_import_file-upload_read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the upload */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadResponse"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    "api_import_file-upload_update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the upload */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["FileForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    "api_import_file-upload_delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the upload */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    "api_import_file-upload_partial_update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the upload */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["FileForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_invite_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InviteResponse"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAdministrator"];
        };
    };
    "api_invite_reset-token_create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InviteResponse"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAdministrator"];
        };
    };
    api_jwt_settings_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenSettings"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    api_jwt_settings_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenSettingsRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["TokenSettingsRequest"];
                "multipart/form-data": components["schemas"]["TokenSettingsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenSettings"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAdministrator"];
        };
    };
    api_label_links_list: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1 */
                page?: number;
                /** @description Items per page */
                page_size?: number;
                /** @description Only those of this project */
                project?: number;
                /** @description label: the label as an object */
                expand?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelLinkResponsePage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    api_label_links_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelLinkRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["LabelLinkRequest"];
                "multipart/form-data": components["schemas"]["LabelLinkRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelLinkResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_label_links_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the label link */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelLinkResponse"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_label_links_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the label link */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelLinkRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["LabelLinkRequest"];
                "multipart/form-data": components["schemas"]["LabelLinkRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelLinkResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_label_links_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the label link */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_label_links_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the label link */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchedLabelLinkRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedLabelLinkRequest"];
                "multipart/form-data": components["schemas"]["PatchedLabelLinkRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelLinkResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_labels_list: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1 */
                page?: number;
                /** @description Items per page */
                page_size?: number;
                /** @description links: the links as objects */
                expand?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelResponsePage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    api_labels_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelCreateRequest"][];
                "application/x-www-form-urlencoded": components["schemas"]["LabelCreateRequest"][];
                "multipart/form-data": components["schemas"]["LabelCreateRequest"][];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedLabel"][];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    api_labels_bulk_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelRenameRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["LabelRenameRequest"];
                "multipart/form-data": components["schemas"]["LabelRenameRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelRenameResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_labels_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the label */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelResponse"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_labels_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the label */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["LabelRequest"];
                "multipart/form-data": components["schemas"]["LabelRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_labels_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the label */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_labels_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the label */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchedLabelRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedLabelRequest"];
                "multipart/form-data": components["schemas"]["PatchedLabelRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_ml_list: {
        parameters: {
            query: {
                /** @description The project */
                project: number;
                /** @description Only those that are asked while annotators draw, or only the others */
                is_interactive?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MlBackendResponse"][];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAnnotator"];
        };
    };
    api_ml_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MlBackendRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["MlBackendRequest"];
                "multipart/form-data": components["schemas"]["MlBackendRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MlBackendResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAdministrator"];
        };
    };
    api_ml_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the back end */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MlBackendResponse"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAnnotator"];
            404: components["responses"]["NotFound"];
        };
    };
    api_ml_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the back end */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MlBackendRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["MlBackendRequest"];
                "multipart/form-data": components["schemas"]["MlBackendRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MlBackendResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAdministrator"];
            404: components["responses"]["NotFound"];
        };
    };
    api_ml_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the back end */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAdministrator"];
            404: components["responses"]["NotFound"];
        };
    };
    api_ml_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the back end */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchedMlBackendRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedMlBackendRequest"];
                "multipart/form-data": components["schemas"]["PatchedMlBackendRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MlBackendResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAdministrator"];
            404: components["responses"]["NotFound"];
        };
    };
    "api_ml_interactive-annotating_create": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the back end */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MlInteractiveRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["MlInteractiveRequest"];
                "multipart/form-data": components["schemas"]["MlInteractiveRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PredictionAnswer"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAnnotator"];
            404: components["responses"]["NotFound"];
        };
    };
    api_ml_predict_test_create: {
        parameters: {
            query: {
                /** @description Anything: a task chosen by chance */
                random: string;
            };
            header?: never;
            path: {
                /** @description Id of the back end */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PredictionTest"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_ml_train: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the back end */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_ml_versions_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the back end */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelVersions"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAnnotator"];
            404: components["responses"]["NotFound"];
        };
    };
    api_organizations_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationItem"][];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    api_organizations_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["OrganizationRequest"];
                "multipart/form-data": components["schemas"]["OrganizationRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationItem"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAdministrator"];
        };
    };
    api_organizations_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the organization */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationResponse"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_organizations_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the organization */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["OrganizationRequest"];
                "multipart/form-data": components["schemas"]["OrganizationRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAdministrator"];
            404: components["responses"]["NotFound"];
        };
    };
    api_organizations_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the organization */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchedOrganizationRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedOrganizationRequest"];
                "multipart/form-data": components["schemas"]["PatchedOrganizationRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAdministrator"];
            404: components["responses"]["NotFound"];
        };
    };
    api_organizations_memberships_list: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1 */
                page?: number;
                /** @description Items per page */
                page_size?: number;
                /** @description With the projects that members made and worked in */
                contributed_to_projects?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the organization */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberResponsePage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_organizations_memberships_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the organization */
                id: number;
                /** @description Id of the user */
                userId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberDetail"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_organizations_memberships_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the organization */
                id: number;
                /** @description Id of the user */
                userId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAdministrator"];
            404: components["responses"]["NotFound"];
        };
    };
    api_predictions_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PredictionResponse"][];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    api_predictions_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PredictionRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PredictionRequest"];
                "multipart/form-data": components["schemas"]["PredictionRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PredictionResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_predictions_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the prediction */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PredictionResponse"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_predictions_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the prediction */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PredictionRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PredictionRequest"];
                "multipart/form-data": components["schemas"]["PredictionRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PredictionResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_predictions_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the prediction */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_predictions_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the prediction */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchedPredictionRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedPredictionRequest"];
                "multipart/form-data": components["schemas"]["PatchedPredictionRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PredictionResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_list: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1 */
                page?: number;
                /** @description Items per page */
                page_size?: number;
                /** @description Only these fields of each object */
                include?: string[];
                /** @description All fields but these */
                omit?: string[];
                /** @description Only the projects with these ids */
                ids?: number[];
                /** @description Only projects whose title contains this text */
                title?: string;
                /** @description `pinned_only` or `exclude_pinned`; all without it */
                filter?: string;
                /** @description Field to order by, with `-` before it for the reverse */
                ordering?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectResponsePage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    api_projects_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["ProjectRequest"];
                "multipart/form-data": components["schemas"]["ProjectRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_projects_counts_list: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1 */
                page?: number;
                /** @description Items per page */
                page_size?: number;
                /** @description Only these fields of each object */
                include?: string[];
                /** @description All fields but these */
                omit?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectCountsResponsePage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    api_projects_validate_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelConfigRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["LabelConfigRequest"];
                "multipart/form-data": components["schemas"]["LabelConfigRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["WrongToken"];
        };
    };
    api_projects_read: {
        parameters: {
            query?: {
                /** @description Only these fields of each object */
                include?: string[];
                /** @description All fields but these */
                omit?: string[];
            };
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["ProjectRequest"];
                "multipart/form-data": components["schemas"]["ProjectRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["ProjectRequest"];
                "multipart/form-data": components["schemas"]["ProjectRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_annotators_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserSimple"][];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_export_read: {
        parameters: {
            query?: {
                /** @description Name of the format, as the list of formats has it; JSON without it */
                exportType?: string;
                /** @description Also tasks that nobody has annotated; without it they are left out */
                download_all_tasks?: boolean;
                /** @description Only the tasks with these ids */
                ids?: number[];
                /** @description Fill the frames of video regions in between the key frames */
                interpolate_key_frames?: boolean;
                /** @description Whether VOC and ASR_MANIFEST take the files along; they do without it */
                download_resources?: boolean;
                /** @description How COCO and YOLO number labels: name, or config for the order of the labeling config; name without it */
                class_order?: string;
                /** @description Put an account of what was left out into archives, as report.json */
                report?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_export_files_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportFiles"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_export_formats_read: {
        parameters: {
            query?: {
                /** @description Also the formats beyond those of the original */
                more?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportFormatResponse"][];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_export_receipt_read: {
        parameters: {
            query?: {
                /** @description Name of the format, as the list of formats has it; JSON without it */
                exportType?: string;
                /** @description Also tasks that nobody has annotated; without it they are left out */
                download_all_tasks?: boolean;
                /** @description Only the tasks with these ids */
                ids?: number[];
                /** @description Fill the frames of video regions in between the key frames */
                interpolate_key_frames?: boolean;
                /** @description Whether VOC and ASR_MANIFEST take the files along; they do without it */
                download_resources?: boolean;
                /** @description How COCO and YOLO number labels: name, or config for the order of the labeling config; name without it */
                class_order?: string;
            };
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportReceipt"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_exports_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotResponse"][];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_exports_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SnapshotRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["SnapshotRequest"];
                "multipart/form-data": components["schemas"]["SnapshotRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotCreated"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_exports_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
                /** @description Id of the export */
                exportPk: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotResponse"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_exports_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
                /** @description Id of the export */
                exportPk: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_exports_convert_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
                /** @description Id of the export */
                exportPk: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConvertRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["ConvertRequest"];
                "multipart/form-data": components["schemas"]["ConvertRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversionOrdered"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_exports_download_read: {
        parameters: {
            query?: {
                /** @description Name of the format, as the list of formats has it; JSON without it */
                exportType?: string;
            };
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
                /** @description Id of the export */
                exportPk: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Partial Content */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    "api_projects_file-uploads_list": {
        parameters: {
            query?: {
                /** @description All of them */
                all?: boolean;
                /** @description Only those with these ids */
                ids?: number[];
            };
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadResponse"][];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    "api_projects_file-uploads_delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UploadSelection"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadsDeleted"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_import_create: {
        parameters: {
            query?: {
                /** @description false: files are uploaded and not yet made into tasks */
                commit_to_project?: boolean;
                /** @description Answer the ids of the new tasks */
                return_task_ids?: boolean;
                /** @description Fields of the tasks whose values become predictions */
                preannotated_from_fields?: string[];
                /** @description The files are a dataset: COCO, VOC, YOLO, YOLO_OBB, CONLL2003, JSONL, PARQUET, or auto to recognise it */
                format?: string;
                /** @description What a dataset's annotations become: annotations (without it) or predictions */
                as?: string;
                /** @description Version of these predictions */
                model_version?: string;
                /** @description Address that a dataset's images are below; without it those in the archive are uploaded */
                image_root_url?: string;
                /** @description Ending of images that YOLO labels are about and that are not in the archive, as .jpg */
                image_ending?: string;
                /** @description Read a dataset as Label Studio's converter does */
                converter_compatible?: boolean;
                /** @description false: a project without controls does not get the labeling config that the dataset needs */
                set_config?: boolean;
                /** @description Labels and controls that the labeling config lacks are added to it; without it they are a 400 */
                extend_config?: boolean;
                /** @description Leave out what of a dataset cannot be read; without it that is a 400 */
                skip_unreadable?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportedTasks"];
                "multipart/form-data": components["schemas"]["FileForm"];
                "application/x-www-form-urlencoded": components["schemas"]["ImportAddress"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportResponse"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportQueued"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_import_predictions_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportedPredictions"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PredictionsCreated"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_imports_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
                /** @description Id of the import */
                importPk: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportProgress"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_jobs_list: {
        parameters: {
            query?: {
                /** @description Only those that have not ended */
                active?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"][];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_jobs_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
                /** @description Id of the job */
                jobId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_jobs_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
                /** @description Id of the job */
                jobId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    "api_projects_label-stream-history_list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitResponse"][];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    "api_projects_model-versions_list": {
        parameters: {
            query?: {
                /** @description Lists with times instead of numbers */
                extended?: boolean;
                /** @description With `extended`: also the connected back ends */
                include_live_models?: boolean;
                /** @description At most this many versions; all without it */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PredictionVersions"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    "api_projects_model-versions_delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelVersionRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["ModelVersionRequest"];
                "multipart/form-data": components["schemas"]["ModelVersionRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedPredictions"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_next_read: {
        parameters: {
            query?: {
                /** @description Ids of tasks to pass over */
                except?: number[];
            };
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextTaskResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAnnotator"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_reimport_create: {
        parameters: {
            query?: {
                /** @description The files are a dataset: COCO, VOC, YOLO, YOLO_OBB, CONLL2003, JSONL, PARQUET, or auto to recognise it */
                format?: string;
                /** @description What a dataset's annotations become: annotations (without it) or predictions */
                as?: string;
                /** @description Version of these predictions */
                model_version?: string;
                /** @description Address that a dataset's images are below; without it those in the archive are uploaded */
                image_root_url?: string;
                /** @description Ending of images that YOLO labels are about and that are not in the archive, as .jpg */
                image_ending?: string;
                /** @description Read a dataset as Label Studio's converter does */
                converter_compatible?: boolean;
                /** @description false: a project without controls does not get the labeling config that the dataset needs */
                set_config?: boolean;
                /** @description Labels and controls that the labeling config lacks are added to it; without it they are a 400 */
                extend_config?: boolean;
                /** @description Leave out what of a dataset cannot be read; without it that is a 400 */
                skip_unreadable?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReimportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["ReimportRequest"];
                "multipart/form-data": components["schemas"]["ReimportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReimportResponse"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReimportResponse"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReimportQueued"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_reimports_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
                /** @description Id of the reimport */
                reimportPk: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReimportProgress"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    "api_projects_sample-task_read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectResponse"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    "api_projects_sample-task_create": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SampleTaskRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["SampleTaskRequest"];
                "multipart/form-data": components["schemas"]["SampleTaskRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleTaskResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_summary_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummaryResponse"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_summary_reset_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_tasks_bulk_create: {
        parameters: {
            query?: {
                /** @description false: files are uploaded and not yet made into tasks */
                commit_to_project?: boolean;
                /** @description Answer the ids of the new tasks */
                return_task_ids?: boolean;
                /** @description Fields of the tasks whose values become predictions */
                preannotated_from_fields?: string[];
                /** @description The files are a dataset: COCO, VOC, YOLO, YOLO_OBB, CONLL2003, JSONL, PARQUET, or auto to recognise it */
                format?: string;
                /** @description What a dataset's annotations become: annotations (without it) or predictions */
                as?: string;
                /** @description Version of these predictions */
                model_version?: string;
                /** @description Address that a dataset's images are below; without it those in the archive are uploaded */
                image_root_url?: string;
                /** @description Ending of images that YOLO labels are about and that are not in the archive, as .jpg */
                image_ending?: string;
                /** @description Read a dataset as Label Studio's converter does */
                converter_compatible?: boolean;
                /** @description false: a project without controls does not get the labeling config that the dataset needs */
                set_config?: boolean;
                /** @description Labels and controls that the labeling config lacks are added to it; without it they are a 400 */
                extend_config?: boolean;
                /** @description Leave out what of a dataset cannot be read; without it that is a 400 */
                skip_unreadable?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportedTasks"];
                "multipart/form-data": components["schemas"]["FileForm"];
                "application/x-www-form-urlencoded": components["schemas"]["ImportAddress"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportResponse"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportQueued"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_validate_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelConfigText"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_validate_label_config: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelConfigRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["LabelConfigRequest"];
                "multipart/form-data": components["schemas"]["LabelConfigRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfigChange"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_tasks_list: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1 */
                page?: number;
                /** @description Items per page */
                page_size?: number;
            };
            header?: never;
            path: {
                /** @description Id of the project */
                projectId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskWithResults"][];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_tasks_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                projectId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["TaskRequest"];
                "multipart/form-data": components["schemas"]["TaskRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_tasks_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                projectId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_trash_list: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1 */
                page?: number;
                /** @description Items per page */
                page_size?: number;
            };
            header?: never;
            path: {
                /** @description Id of the project */
                projectId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrashedTaskPage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_projects_trash_restore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project */
                projectId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestoreRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RestoreRequest"];
                "multipart/form-data": components["schemas"]["RestoreRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestoreResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    "api_session-policy_list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPolicy"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    "api_session-policy_partial_update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionPolicyRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["SessionPolicyRequest"];
                "multipart/form-data": components["schemas"]["SessionPolicyRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPolicy"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAdministrator"];
        };
    };
    api_storages_list: {
        parameters: {
            query?: {
                /** @description The project; without it the list is empty */
                project?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorageResponse"][];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_azure_list: {
        parameters: {
            query: {
                /** @description The project */
                project: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AzureImportStorage"][];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_azure_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AzureImportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["AzureImportRequest"];
                "multipart/form-data": components["schemas"]["AzureImportRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AzureImportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_azure_files_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AzureImportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["AzureImportRequest"];
                "multipart/form-data": components["schemas"]["AzureImportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorageFiles"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_azure_form_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_azure_validate_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AzureImportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["AzureImportRequest"];
                "multipart/form-data": components["schemas"]["AzureImportRequest"];
            };
        };
        responses: {
            /** @description Done; the answer has no body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_azure_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AzureImportStorage"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_azure_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AzureImportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["AzureImportRequest"];
                "multipart/form-data": components["schemas"]["AzureImportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AzureImportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_azure_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_azure_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchedAzureImportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedAzureImportRequest"];
                "multipart/form-data": components["schemas"]["PatchedAzureImportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AzureImportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_azure_sync_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AzureImportStorage"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_list: {
        parameters: {
            query?: {
                /** @description The project; without it the list is empty */
                project?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorageResponse"][];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_export_azure_list: {
        parameters: {
            query: {
                /** @description The project */
                project: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AzureExportStorage"][];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_export_azure_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AzureExportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["AzureExportRequest"];
                "multipart/form-data": components["schemas"]["AzureExportRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AzureExportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_export_azure_form_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_export_azure_validate_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AzureExportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["AzureExportRequest"];
                "multipart/form-data": components["schemas"]["AzureExportRequest"];
            };
        };
        responses: {
            /** @description Done; the answer has no body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_export_azure_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AzureExportStorage"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_azure_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AzureExportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["AzureExportRequest"];
                "multipart/form-data": components["schemas"]["AzureExportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AzureExportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_azure_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_azure_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchedAzureExportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedAzureExportRequest"];
                "multipart/form-data": components["schemas"]["PatchedAzureExportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AzureExportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_azure_sync_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AzureExportStorage"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_gcs_list: {
        parameters: {
            query: {
                /** @description The project */
                project: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GcsExportStorage"][];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_export_gcs_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GcsExportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["GcsExportRequest"];
                "multipart/form-data": components["schemas"]["GcsExportRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GcsExportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_export_gcs_form_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_export_gcs_validate_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GcsExportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["GcsExportRequest"];
                "multipart/form-data": components["schemas"]["GcsExportRequest"];
            };
        };
        responses: {
            /** @description Done; the answer has no body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_export_gcs_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GcsExportStorage"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_gcs_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GcsExportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["GcsExportRequest"];
                "multipart/form-data": components["schemas"]["GcsExportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GcsExportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_gcs_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_gcs_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchedGcsExportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedGcsExportRequest"];
                "multipart/form-data": components["schemas"]["PatchedGcsExportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GcsExportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_gcs_sync_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GcsExportStorage"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_localfiles_list: {
        parameters: {
            query: {
                /** @description The project */
                project: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocalFilesExportStorage"][];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_export_localfiles_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LocalFilesExportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["LocalFilesExportRequest"];
                "multipart/form-data": components["schemas"]["LocalFilesExportRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocalFilesExportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_export_localfiles_form_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_export_localfiles_validate_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LocalFilesExportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["LocalFilesExportRequest"];
                "multipart/form-data": components["schemas"]["LocalFilesExportRequest"];
            };
        };
        responses: {
            /** @description Done; the answer has no body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_export_localfiles_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocalFilesExportStorage"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_localfiles_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LocalFilesExportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["LocalFilesExportRequest"];
                "multipart/form-data": components["schemas"]["LocalFilesExportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocalFilesExportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_localfiles_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_localfiles_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchedLocalFilesExportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedLocalFilesExportRequest"];
                "multipart/form-data": components["schemas"]["PatchedLocalFilesExportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocalFilesExportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_localfiles_sync_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocalFilesExportStorage"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_redis_list: {
        parameters: {
            query: {
                /** @description The project */
                project: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedisExportStorage"][];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_export_redis_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedisExportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RedisExportRequest"];
                "multipart/form-data": components["schemas"]["RedisExportRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedisExportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_export_redis_form_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_export_redis_validate_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedisExportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RedisExportRequest"];
                "multipart/form-data": components["schemas"]["RedisExportRequest"];
            };
        };
        responses: {
            /** @description Done; the answer has no body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_export_redis_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedisExportStorage"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_redis_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedisExportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RedisExportRequest"];
                "multipart/form-data": components["schemas"]["RedisExportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedisExportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_redis_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_redis_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchedRedisExportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedRedisExportRequest"];
                "multipart/form-data": components["schemas"]["PatchedRedisExportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedisExportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_redis_sync_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedisExportStorage"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_s3_list: {
        parameters: {
            query: {
                /** @description The project */
                project: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["S3ExportStorage"][];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_export_s3_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["S3ExportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["S3ExportRequest"];
                "multipart/form-data": components["schemas"]["S3ExportRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["S3ExportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_export_s3_form_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_export_s3_validate_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["S3ExportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["S3ExportRequest"];
                "multipart/form-data": components["schemas"]["S3ExportRequest"];
            };
        };
        responses: {
            /** @description Done; the answer has no body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_export_s3_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["S3ExportStorage"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_s3_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["S3ExportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["S3ExportRequest"];
                "multipart/form-data": components["schemas"]["S3ExportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["S3ExportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_s3_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_s3_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchedS3ExportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedS3ExportRequest"];
                "multipart/form-data": components["schemas"]["PatchedS3ExportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["S3ExportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_s3_sync_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["S3ExportStorage"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_export_types_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorageType"][];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_gcs_list: {
        parameters: {
            query: {
                /** @description The project */
                project: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GcsImportStorage"][];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_gcs_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GcsImportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["GcsImportRequest"];
                "multipart/form-data": components["schemas"]["GcsImportRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GcsImportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_gcs_files_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GcsImportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["GcsImportRequest"];
                "multipart/form-data": components["schemas"]["GcsImportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorageFiles"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_gcs_form_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_gcs_validate_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GcsImportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["GcsImportRequest"];
                "multipart/form-data": components["schemas"]["GcsImportRequest"];
            };
        };
        responses: {
            /** @description Done; the answer has no body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_gcs_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GcsImportStorage"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_gcs_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GcsImportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["GcsImportRequest"];
                "multipart/form-data": components["schemas"]["GcsImportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GcsImportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_gcs_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_gcs_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchedGcsImportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedGcsImportRequest"];
                "multipart/form-data": components["schemas"]["PatchedGcsImportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GcsImportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_gcs_sync_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GcsImportStorage"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_localfiles_list: {
        parameters: {
            query: {
                /** @description The project */
                project: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocalFilesImportStorage"][];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_localfiles_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LocalFilesImportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["LocalFilesImportRequest"];
                "multipart/form-data": components["schemas"]["LocalFilesImportRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocalFilesImportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_localfiles_files_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LocalFilesImportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["LocalFilesImportRequest"];
                "multipart/form-data": components["schemas"]["LocalFilesImportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorageFiles"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_localfiles_form_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_localfiles_validate_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LocalFilesImportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["LocalFilesImportRequest"];
                "multipart/form-data": components["schemas"]["LocalFilesImportRequest"];
            };
        };
        responses: {
            /** @description Done; the answer has no body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_localfiles_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocalFilesImportStorage"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_localfiles_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LocalFilesImportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["LocalFilesImportRequest"];
                "multipart/form-data": components["schemas"]["LocalFilesImportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocalFilesImportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_localfiles_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_localfiles_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchedLocalFilesImportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedLocalFilesImportRequest"];
                "multipart/form-data": components["schemas"]["PatchedLocalFilesImportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocalFilesImportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_localfiles_sync_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocalFilesImportStorage"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_redis_list: {
        parameters: {
            query: {
                /** @description The project */
                project: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedisImportStorage"][];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_redis_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedisImportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RedisImportRequest"];
                "multipart/form-data": components["schemas"]["RedisImportRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedisImportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_redis_files_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedisImportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RedisImportRequest"];
                "multipart/form-data": components["schemas"]["RedisImportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorageFiles"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_redis_form_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_redis_validate_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedisImportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RedisImportRequest"];
                "multipart/form-data": components["schemas"]["RedisImportRequest"];
            };
        };
        responses: {
            /** @description Done; the answer has no body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_redis_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedisImportStorage"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_redis_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedisImportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RedisImportRequest"];
                "multipart/form-data": components["schemas"]["RedisImportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedisImportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_redis_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_redis_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchedRedisImportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedRedisImportRequest"];
                "multipart/form-data": components["schemas"]["PatchedRedisImportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedisImportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_redis_sync_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedisImportStorage"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_s3_list: {
        parameters: {
            query: {
                /** @description The project */
                project: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["S3ImportStorage"][];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_s3_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["S3ImportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["S3ImportRequest"];
                "multipart/form-data": components["schemas"]["S3ImportRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["S3ImportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_s3_files_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["S3ImportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["S3ImportRequest"];
                "multipart/form-data": components["schemas"]["S3ImportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorageFiles"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_s3_form_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_s3_validate_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["S3ImportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["S3ImportRequest"];
                "multipart/form-data": components["schemas"]["S3ImportRequest"];
            };
        };
        responses: {
            /** @description Done; the answer has no body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_storages_s3_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["S3ImportStorage"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_s3_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["S3ImportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["S3ImportRequest"];
                "multipart/form-data": components["schemas"]["S3ImportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["S3ImportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_s3_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_s3_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchedS3ImportRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedS3ImportRequest"];
                "multipart/form-data": components["schemas"]["PatchedS3ImportRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["S3ImportStorage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_s3_sync_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the storage */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["S3ImportStorage"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_storages_types_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorageType"][];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_tasks_list: {
        parameters: {
            query?: {
                /** @description Number of the page, from 1 */
                page?: number;
                /** @description Items per page */
                page_size?: number;
                /** @description The project, where no view is given */
                project?: number;
                /** @description The view whose filters and order hold */
                view?: number;
                /** @description Filters, order and selection as JSON, where no view is given */
                query?: string;
                /** @description Words that the tasks' data must have, besides view or query */
                search?: string;
                /** @description `all`: with annotations and predictions; `task_only` without it */
                fields?: string;
                /** @description Without annotations and derived columns */
                review?: boolean;
                /** @description Nothing depends on it */
                resolve_uri?: boolean;
                /** @description Only these fields of each object */
                include?: string[];
                /** @description All fields but these */
                omit?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    api_tasks_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["TaskRequest"];
                "multipart/form-data": components["schemas"]["TaskRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
        };
    };
    api_tasks_read: {
        parameters: {
            query?: {
                /** @description Only these fields of each object */
                include?: string[];
                /** @description All fields but these */
                omit?: string[];
            };
            header?: never;
            path: {
                /** @description Id of the task */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataManagerTask"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_tasks_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the task */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["TaskRequest"];
                "multipart/form-data": components["schemas"]["TaskRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskWithResults"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_tasks_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the task */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_tasks_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the task */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchedTaskRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedTaskRequest"];
                "multipart/form-data": components["schemas"]["PatchedTaskRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskWithResults"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowManager"];
            404: components["responses"]["NotFound"];
        };
    };
    api_tasks_annotations_list: {
        parameters: {
            query?: {
                /** @description `completed_by`: the author in short instead of the id */
                expand?: string[];
                /** @description Only these fields of each object */
                include?: string[];
                /** @description All fields but these */
                omit?: string[];
            };
            header?: never;
            path: {
                /** @description Id of the task */
                taskId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnotationResponse"][];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_tasks_annotations_create: {
        parameters: {
            query?: {
                /** @description A skip, whatever the body says */
                was_cancelled?: boolean;
                /** @description `completed_by`: the author in short instead of the id */
                expand?: string[];
                /** @description Only these fields of each object */
                include?: string[];
                /** @description All fields but these */
                omit?: string[];
            };
            header?: never;
            path: {
                /** @description Id of the task */
                taskId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnotationRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["AnnotationRequest"];
                "multipart/form-data": components["schemas"]["AnnotationRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnotationResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAnnotator"];
            404: components["responses"]["NotFound"];
        };
    };
    api_tasks_annotations_drafts_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the task */
                taskId: number;
                /** @description Id of the annotation */
                annotationId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftResponse"][];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_tasks_annotations_drafts_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the task */
                taskId: number;
                /** @description Id of the annotation */
                annotationId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["DraftRequest"];
                "multipart/form-data": components["schemas"]["DraftRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAnnotator"];
            404: components["responses"]["NotFound"];
        };
    };
    api_tasks_drafts_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the task */
                taskId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftResponse"][];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_tasks_drafts_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the task */
                taskId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["DraftRequest"];
                "multipart/form-data": components["schemas"]["DraftRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAnnotator"];
            404: components["responses"]["NotFound"];
        };
    };
    api_templates_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateCatalog"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    api_token_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenResponse"][];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    api_token_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenResponse"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    api_token_blacklist_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RefreshRequest"];
                "multipart/form-data": components["schemas"]["RefreshRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["WrongToken"];
        };
    };
    api_token_refresh_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RefreshRequest"];
                "multipart/form-data": components["schemas"]["RefreshRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["WrongToken"];
        };
    };
    api_token_rotate_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RefreshRequest"];
                "multipart/form-data": components["schemas"]["RefreshRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefreshResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    api_users_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResponse"][];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
        };
    };
    api_users_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["UserRequest"];
                "multipart/form-data": components["schemas"]["UserRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAdministrator"];
        };
    };
    api_users_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the user */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResponse"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_users_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the user */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAdministrator"];
            404: components["responses"]["NotFound"];
        };
    };
    api_users_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the user */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchedUserRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedUserRequest"];
                "multipart/form-data": components["schemas"]["PatchedUserRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_users_avatar_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the user */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["FileForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AvatarSaved"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_users_avatar_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the user */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
        };
    };
    api_version_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerVersion"];
                };
            };
            401: components["responses"]["WrongToken"];
        };
    };
    api_webhooks_list: {
        parameters: {
            query?: {
                /** @description Only those of this project; `null`: only those of the whole organization */
                project?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResponse"][];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAdministrator"];
        };
    };
    api_webhooks_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["WebhookRequest"];
                "multipart/form-data": components["schemas"]["WebhookRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAdministrator"];
        };
    };
    api_webhooks_info_list: {
        parameters: {
            query?: {
                /** @description Only the actions of whole organizations, or only the others */
                "organization-only"?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookCatalogue"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["WrongToken"];
        };
    };
    api_webhooks_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the webhook */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResponse"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAdministrator"];
            404: components["responses"]["NotFound"];
        };
    };
    api_webhooks_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the webhook */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["WebhookRequest"];
                "multipart/form-data": components["schemas"]["WebhookRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAdministrator"];
            404: components["responses"]["NotFound"];
        };
    };
    api_webhooks_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the webhook */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAdministrator"];
            404: components["responses"]["NotFound"];
        };
    };
    api_webhooks_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the webhook */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchedWebhookRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedWebhookRequest"];
                "multipart/form-data": components["schemas"]["PatchedWebhookRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResponse"];
                };
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["BelowAdministrator"];
            404: components["responses"]["NotFound"];
        };
    };
}

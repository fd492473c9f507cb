CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "migration_id" TEXT NOT NULL CONSTRAINT "pk___ef_migrations_history" PRIMARY KEY,
    "product_version" TEXT NOT NULL
);

BEGIN TRANSACTION;
CREATE TABLE "annotations" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_annotations" PRIMARY KEY AUTOINCREMENT,
    "task_id" INTEGER NOT NULL,
    "project_id" INTEGER NOT NULL,
    "result_count" INTEGER NOT NULL,
    "completed_by_id" INTEGER NULL,
    "updated_by_id" INTEGER NULL,
    "was_cancelled" INTEGER NOT NULL,
    "ground_truth" INTEGER NOT NULL,
    "bulk_created" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "draft_created_at" INTEGER NULL,
    "lead_time" REAL NULL,
    "unique_id" TEXT NOT NULL,
    "import_id" INTEGER NULL,
    "last_action" TEXT NULL,
    "parent_prediction_id" INTEGER NULL,
    "parent_annotation_id" INTEGER NULL,
    "last_created_by_id" INTEGER NULL,
    "prediction" TEXT NOT NULL,
    "result" TEXT NULL
);

CREATE TABLE "drafts" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_drafts" PRIMARY KEY AUTOINCREMENT,
    "task_id" INTEGER NOT NULL,
    "project_id" INTEGER NOT NULL,
    "annotation_id" INTEGER NULL,
    "user_id" INTEGER NOT NULL,
    "lead_time" REAL NULL,
    "was_postponed" INTEGER NOT NULL,
    "import_id" INTEGER NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "result" TEXT NOT NULL
);

CREATE TABLE "file_uploads" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_file_uploads" PRIMARY KEY AUTOINCREMENT,
    "project_id" INTEGER NOT NULL,
    "user_id" INTEGER NOT NULL,
    "file" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL
);

CREATE TABLE "label_stream_visits" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_label_stream_visits" PRIMARY KEY AUTOINCREMENT,
    "user_id" INTEGER NOT NULL,
    "project_id" INTEGER NOT NULL,
    "task_id" INTEGER NOT NULL,
    "annotation_id" INTEGER NULL
);

CREATE TABLE "organizations" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_organizations" PRIMARY KEY AUTOINCREMENT,
    "title" TEXT NOT NULL,
    "invite_token" TEXT NOT NULL,
    "invite_role" INTEGER NOT NULL,
    "created_by_id" INTEGER NULL,
    "contact_info" TEXT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "api_tokens_enabled" INTEGER NOT NULL,
    "legacy_api_tokens_enabled" INTEGER NOT NULL,
    "max_session_age" INTEGER NOT NULL,
    "max_time_between_activity" INTEGER NOT NULL,
    "policy_created_at" INTEGER NOT NULL,
    "policy_updated_at" INTEGER NOT NULL
);

CREATE TABLE "pending_imports" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_pending_imports" PRIMARY KEY AUTOINCREMENT,
    "project_id" INTEGER NOT NULL,
    "first_task_id" INTEGER NOT NULL,
    "started_at" INTEGER NOT NULL,
    "heartbeat" INTEGER NOT NULL
);

CREATE TABLE "predictions" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_predictions" PRIMARY KEY AUTOINCREMENT,
    "task_id" INTEGER NOT NULL,
    "project_id" INTEGER NOT NULL,
    "score" REAL NULL,
    "model_version" TEXT NULL,
    "model_id" INTEGER NULL,
    "cluster" INTEGER NULL,
    "mislabeling" REAL NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "neighbors" TEXT NULL,
    "result" TEXT NULL
);

CREATE TABLE "project_counts" (
    "project_id" INTEGER NOT NULL CONSTRAINT "pk_project_counts" PRIMARY KEY,
    "task_number" INTEGER NOT NULL,
    "finished_task_number" INTEGER NOT NULL,
    "total_predictions_number" INTEGER NOT NULL,
    "total_annotations_number" INTEGER NOT NULL,
    "num_tasks_with_annotations" INTEGER NOT NULL,
    "useful_annotation_number" INTEGER NOT NULL,
    "ground_truth_number" INTEGER NOT NULL,
    "skipped_annotations_number" INTEGER NOT NULL,
    "last_inner_id" INTEGER NOT NULL
);

CREATE TABLE "projects" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_projects" PRIMARY KEY AUTOINCREMENT,
    "organization_id" INTEGER NOT NULL,
    "title" TEXT NULL,
    "description" TEXT NULL,
    "show_instruction" INTEGER NOT NULL,
    "show_skip_button" INTEGER NOT NULL,
    "enable_empty_annotation" INTEGER NOT NULL,
    "show_annotation_history" INTEGER NOT NULL,
    "reveal_preannotations_interactively" INTEGER NOT NULL,
    "show_collab_predictions" INTEGER NOT NULL,
    "evaluate_predictions_automatically" INTEGER NOT NULL,
    "color" TEXT NOT NULL,
    "created_by_id" INTEGER NULL,
    "maximum_annotations" INTEGER NOT NULL,
    "min_annotations_to_start_training" INTEGER NOT NULL,
    "model_version" TEXT NULL,
    "is_draft" INTEGER NOT NULL,
    "is_published" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "sampling" TEXT NULL,
    "skip_queue" TEXT NULL,
    "show_ground_truth_first" INTEGER NOT NULL,
    "show_overlap_first" INTEGER NOT NULL,
    "overlap_cohort_percentage" INTEGER NOT NULL,
    "task_data_login" TEXT NULL,
    "task_data_password" TEXT NULL,
    "pinned_at" INTEGER NULL,
    "deleted_at" INTEGER NULL,
    "deleted_by_id" INTEGER NULL,
    "control_weights" TEXT NOT NULL,
    "label_config" TEXT NOT NULL,
    "parsed_label_config" TEXT NOT NULL,
    "expert_instruction" TEXT NULL
);

CREATE TABLE "summary_counts" (
    "project_id" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    CONSTRAINT "pk_summary_counts" PRIMARY KEY ("project_id", "kind", "key", "label")
);

CREATE TABLE "task_locks" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_task_locks" PRIMARY KEY AUTOINCREMENT,
    "task_id" INTEGER NOT NULL,
    "project_id" INTEGER NOT NULL,
    "user_id" INTEGER NOT NULL,
    "unique_id" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    "expire_at" INTEGER NOT NULL
);

CREATE TABLE "tasks" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_tasks" PRIMARY KEY AUTOINCREMENT,
    "project_id" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "updated_by_id" INTEGER NULL,
    "is_labeled" INTEGER NOT NULL,
    "allow_skip" INTEGER NULL,
    "overlap" INTEGER NOT NULL,
    "inner_id" INTEGER NULL,
    "total_annotations" INTEGER NOT NULL,
    "cancelled_annotations" INTEGER NOT NULL,
    "total_predictions" INTEGER NOT NULL,
    "useful_annotations" INTEGER NOT NULL,
    "ground_truth_annotations" INTEGER NOT NULL,
    "file_upload_id" INTEGER NULL,
    "import_id" INTEGER NULL,
    "deleted_at" INTEGER NULL,
    "meta" TEXT NULL,
    "data" TEXT NOT NULL
);

CREATE TABLE "users" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_users" PRIMARY KEY AUTOINCREMENT,
    "password_hash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "avatar" TEXT NULL,
    "custom_hotkeys" TEXT NOT NULL,
    "is_superuser" INTEGER NOT NULL,
    "is_active" INTEGER NOT NULL,
    "allow_newsletters" INTEGER NULL,
    "active_organization_id" INTEGER NULL,
    "date_joined" INTEGER NOT NULL,
    "last_activity" INTEGER NOT NULL,
    "token_hash" TEXT NULL,
    "token_sealed" TEXT NULL,
    "session_epoch" INTEGER NOT NULL
);

CREATE TABLE "views" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_views" PRIMARY KEY AUTOINCREMENT,
    "project_id" INTEGER NOT NULL,
    "user_id" INTEGER NULL,
    "data" TEXT NOT NULL,
    "ordering" TEXT NOT NULL,
    "filters" TEXT NULL,
    "selected_items" TEXT NOT NULL,
    "order" INTEGER NOT NULL
);

CREATE TABLE "organization_members" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_organization_members" PRIMARY KEY AUTOINCREMENT,
    "user_id" INTEGER NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "role" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "deleted_at" INTEGER NULL,
    CONSTRAINT "fk_organization_members_organizations_organization_id" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_organization_members_users_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE
);

CREATE TABLE "personal_access_tokens" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_personal_access_tokens" PRIMARY KEY AUTOINCREMENT,
    "user_id" INTEGER NOT NULL,
    "jti" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "revoked_at" INTEGER NULL,
    CONSTRAINT "fk_personal_access_tokens_users_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE
);

CREATE TABLE "product_tours" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_product_tours" PRIMARY KEY AUTOINCREMENT,
    "user_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "interaction_data" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    CONSTRAINT "fk_product_tours_users_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_annotations_project_id_completed_by_id_task_id" ON "annotations" ("project_id", "completed_by_id", "task_id");

CREATE INDEX "ix_annotations_task_id_id" ON "annotations" ("task_id", "id");

CREATE UNIQUE INDEX "ix_annotations_unique_id" ON "annotations" ("unique_id");

CREATE INDEX "ix_drafts_annotation_id" ON "drafts" ("annotation_id") WHERE annotation_id IS NOT NULL;

CREATE INDEX "ix_drafts_task_id_user_id" ON "drafts" ("task_id", "user_id");

CREATE INDEX "ix_drafts_user_id_project_id" ON "drafts" ("user_id", "project_id");

CREATE UNIQUE INDEX "ix_file_uploads_file" ON "file_uploads" ("file");

CREATE INDEX "ix_file_uploads_project_id" ON "file_uploads" ("project_id");

CREATE UNIQUE INDEX "ix_label_stream_visits_user_id_project_id_task_id" ON "label_stream_visits" ("user_id", "project_id", "task_id");

CREATE INDEX "ix_organization_members_organization_id" ON "organization_members" ("organization_id");

CREATE UNIQUE INDEX "ix_organization_members_user_id_organization_id" ON "organization_members" ("user_id", "organization_id");

CREATE UNIQUE INDEX "ix_organizations_invite_token" ON "organizations" ("invite_token");

CREATE UNIQUE INDEX "ix_personal_access_tokens_jti" ON "personal_access_tokens" ("jti");

CREATE INDEX "ix_personal_access_tokens_user_id" ON "personal_access_tokens" ("user_id");

CREATE INDEX "ix_predictions_project_id_model_version_score_task_id" ON "predictions" ("project_id", "model_version", "score", "task_id");

CREATE INDEX "ix_predictions_task_id_id" ON "predictions" ("task_id", "id");

CREATE UNIQUE INDEX "ix_product_tours_user_id_name" ON "product_tours" ("user_id", "name");

CREATE INDEX "ix_projects_organization_id_pinned_at_created_at" ON "projects" ("organization_id", "pinned_at", "created_at");

CREATE UNIQUE INDEX "ix_task_locks_task_id_user_id" ON "task_locks" ("task_id", "user_id");

CREATE INDEX "ix_task_locks_user_id_project_id" ON "task_locks" ("user_id", "project_id");

CREATE INDEX "ix_tasks_file_upload_id" ON "tasks" ("file_upload_id") WHERE file_upload_id IS NOT NULL;

CREATE INDEX "ix_tasks_project_id_id" ON "tasks" ("project_id", "id");

CREATE INDEX "ix_tasks_project_id_id1" ON "tasks" ("project_id", "id") WHERE NOT is_labeled AND total_annotations + cancelled_annotations > 0;

CREATE INDEX "ix_tasks_project_id_is_labeled_id" ON "tasks" ("project_id", "is_labeled", "id");

CREATE INDEX "ix_tasks_project_id_updated_at_id" ON "tasks" ("project_id", "updated_at", "id");

CREATE UNIQUE INDEX "ix_users_email" ON "users" ("email");

CREATE UNIQUE INDEX "ix_users_token_hash" ON "users" ("token_hash");

CREATE INDEX "ix_views_project_id_order" ON "views" ("project_id", "order");

CREATE VIEW visible_tasks AS
SELECT * FROM tasks t
WHERE t.deleted_at IS NULL
  AND (t.import_id IS NULL OR NOT EXISTS (SELECT 1 FROM pending_imports p WHERE p.id = t.import_id));

INSERT INTO "__EFMigrationsHistory" ("migration_id", "product_version")
VALUES ('20261124061354_Initial', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
DROP INDEX "ix_tasks_project_id_id";

DROP INDEX "ix_tasks_project_id_id1";

CREATE INDEX "ix_tasks_project_id_id" ON "tasks" ("project_id", "id") WHERE NOT is_labeled AND total_annotations + cancelled_annotations > 0;

ALTER TABLE "project_counts" ADD "tasks_version" INTEGER NOT NULL DEFAULT 0;

CREATE INDEX "ix_tasks_project_id_id_deleted_at_import_id" ON "tasks" ("project_id", "id", "deleted_at", "import_id");

INSERT INTO "__EFMigrationsHistory" ("migration_id", "product_version")
VALUES ('20261124094029_TasksVersion', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "ml_backends" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_ml_backends" PRIMARY KEY AUTOINCREMENT,
    "project_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "is_interactive" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "error_message" TEXT NULL,
    "title" TEXT NOT NULL,
    "auth_method" TEXT NOT NULL,
    "basic_auth_user" TEXT NULL,
    "basic_auth_pass_sealed" TEXT NULL,
    "description" TEXT NULL,
    "extra_params" TEXT NULL,
    "model_version" TEXT NULL,
    "timeout" REAL NOT NULL,
    "auto_update" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL
);

CREATE TABLE "webhooks" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_webhooks" PRIMARY KEY AUTOINCREMENT,
    "organization_id" INTEGER NOT NULL,
    "project_id" INTEGER NULL,
    "url" TEXT NOT NULL,
    "send_payload" INTEGER NOT NULL,
    "send_for_all_actions" INTEGER NOT NULL,
    "is_active" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "leased_until" INTEGER NULL,
    "headers" TEXT NOT NULL,
    "actions" TEXT NOT NULL,
    CONSTRAINT "fk_webhooks_organizations_organization_id" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") ON DELETE CASCADE
);

CREATE TABLE "webhook_deliveries" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_webhook_deliveries" PRIMARY KEY AUTOINCREMENT,
    "webhook_id" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "headers" TEXT NOT NULL,
    "task_ids" TEXT NULL,
    "body" TEXT NOT NULL,
    CONSTRAINT "fk_webhook_deliveries_webhooks_webhook_id" FOREIGN KEY ("webhook_id") REFERENCES "webhooks" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_ml_backends_project_id" ON "ml_backends" ("project_id");

CREATE INDEX "ix_webhook_deliveries_webhook_id_id" ON "webhook_deliveries" ("webhook_id", "id");

CREATE INDEX "ix_webhooks_organization_id_project_id" ON "webhooks" ("organization_id", "project_id");

INSERT INTO "__EFMigrationsHistory" ("migration_id", "product_version")
VALUES ('20261124103130_WebhooksAndMlBackends', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "labels" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_labels" PRIMARY KEY AUTOINCREMENT,
    "organization_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "description" TEXT NULL,
    "approved" INTEGER NOT NULL,
    "created_by_id" INTEGER NULL,
    "approved_by_id" INTEGER NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL
);

CREATE TABLE "label_links" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_label_links" PRIMARY KEY AUTOINCREMENT,
    "label_id" INTEGER NOT NULL,
    "project_id" INTEGER NOT NULL,
    "from_name" TEXT NOT NULL,
    CONSTRAINT "fk_label_links_labels_label_id" FOREIGN KEY ("label_id") REFERENCES "labels" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_label_links_label_id" ON "label_links" ("label_id");

CREATE UNIQUE INDEX "ix_label_links_project_id_label_id" ON "label_links" ("project_id", "label_id");

CREATE UNIQUE INDEX "ix_labels_organization_id_title" ON "labels" ("organization_id", "title");

INSERT INTO "__EFMigrationsHistory" ("migration_id", "product_version")
VALUES ('20261124104449_Labels', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "storages" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_storages" PRIMARY KEY AUTOINCREMENT,
    "project_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "is_export" INTEGER NOT NULL,
    "title" TEXT NULL,
    "description" TEXT NULL,
    "created_by_id" INTEGER NULL,
    "created_at" INTEGER NOT NULL,
    "synchronizable" INTEGER NOT NULL,
    "allow_private" INTEGER NOT NULL,
    "regex_filter" TEXT NULL,
    "use_blob_urls" INTEGER NOT NULL,
    "presign" INTEGER NOT NULL,
    "presign_ttl" INTEGER NOT NULL,
    "recursive_scan" INTEGER NULL,
    "can_delete_objects" INTEGER NULL,
    "status" TEXT NOT NULL,
    "last_sync" INTEGER NULL,
    "last_sync_count" INTEGER NULL,
    "heartbeat" INTEGER NULL,
    "attempt" INTEGER NOT NULL,
    "meta" TEXT NOT NULL,
    "traceback" TEXT NULL,
    "settings" TEXT NOT NULL,
    "sealed_secrets" TEXT NULL
);

CREATE TABLE "storage_export_links" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_storage_export_links" PRIMARY KEY AUTOINCREMENT,
    "storage_id" INTEGER NOT NULL,
    "annotation_id" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    CONSTRAINT "fk_storage_export_links_storages_storage_id" FOREIGN KEY ("storage_id") REFERENCES "storages" ("id") ON DELETE CASCADE
);

CREATE TABLE "storage_import_links" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_storage_import_links" PRIMARY KEY AUTOINCREMENT,
    "storage_id" INTEGER NOT NULL,
    "task_id" INTEGER NOT NULL,
    "row_index" INTEGER NULL,
    "key" TEXT NOT NULL,
    CONSTRAINT "fk_storage_import_links_storages_storage_id" FOREIGN KEY ("storage_id") REFERENCES "storages" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_storage_import_links_tasks_task_id" FOREIGN KEY ("task_id") REFERENCES "tasks" ("id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "ix_storage_export_links_storage_id_annotation_id" ON "storage_export_links" ("storage_id", "annotation_id");

CREATE INDEX "ix_storage_import_links_storage_id_key" ON "storage_import_links" ("storage_id", "key");

CREATE INDEX "ix_storage_import_links_task_id" ON "storage_import_links" ("task_id");

CREATE INDEX "ix_storages_project_id" ON "storages" ("project_id");

CREATE INDEX "ix_storages_status" ON "storages" ("status") WHERE status IN ('queued', 'in_progress');

INSERT INTO "__EFMigrationsHistory" ("migration_id", "product_version")
VALUES ('20261124104618_Storages', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "export_snapshots" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_export_snapshots" PRIMARY KEY AUTOINCREMENT,
    "project_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "created_by_id" INTEGER NULL,
    "created_at" INTEGER NOT NULL,
    "finished_at" INTEGER NULL,
    "status" TEXT NOT NULL,
    "leased_until" INTEGER NULL,
    "attempt" INTEGER NOT NULL,
    "task_number" INTEGER NULL,
    "md5" TEXT NOT NULL,
    "file" TEXT NULL,
    "options" TEXT NOT NULL
);

CREATE TABLE "storage_write_orders" (
    "storage_id" INTEGER NOT NULL,
    "annotation_id" INTEGER NOT NULL,
    "change" INTEGER NOT NULL,
    "leased_until" INTEGER NULL,
    CONSTRAINT "pk_storage_write_orders" PRIMARY KEY ("storage_id", "annotation_id"),
    CONSTRAINT "fk_storage_write_orders_storages_storage_id" FOREIGN KEY ("storage_id") REFERENCES "storages" ("id") ON DELETE CASCADE
);

CREATE TABLE "training_orders" (
    "project_id" INTEGER NOT NULL CONSTRAINT "pk_training_orders" PRIMARY KEY,
    "ordered_at" INTEGER NOT NULL,
    "leased_until" INTEGER NULL
);

CREATE TABLE "export_conversions" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_export_conversions" PRIMARY KEY AUTOINCREMENT,
    "snapshot_id" INTEGER NOT NULL,
    "export_type" TEXT NOT NULL,
    "download_resources" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "leased_until" INTEGER NULL,
    "attempt" INTEGER NOT NULL,
    "origin" TEXT NOT NULL,
    "file" TEXT NULL,
    "traceback" TEXT NULL,
    CONSTRAINT "fk_export_conversions_export_snapshots_snapshot_id" FOREIGN KEY ("snapshot_id") REFERENCES "export_snapshots" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_export_conversions_id" ON "export_conversions" ("id") WHERE status IN ('created', 'in_progress');

CREATE UNIQUE INDEX "ix_export_conversions_snapshot_id_export_type" ON "export_conversions" ("snapshot_id", "export_type") WHERE status <> 'failed';

CREATE INDEX "ix_export_conversions_snapshot_id_id" ON "export_conversions" ("snapshot_id", "id");

CREATE INDEX "ix_export_snapshots_id" ON "export_snapshots" ("id") WHERE status IN ('created', 'in_progress');

CREATE INDEX "ix_export_snapshots_project_id_id" ON "export_snapshots" ("project_id", "id");

INSERT INTO "__EFMigrationsHistory" ("migration_id", "product_version")
VALUES ('20261124132630_ExportSnapshots', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "jobs" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_jobs" PRIMARY KEY AUTOINCREMENT,
    "project_id" INTEGER NOT NULL,
    "created_by_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    "started_at" INTEGER NULL,
    "finished_at" INTEGER NULL,
    "leased_until" INTEGER NULL,
    "attempt" INTEGER NOT NULL,
    "done" INTEGER NOT NULL,
    "total" INTEGER NULL,
    "task_count" INTEGER NOT NULL,
    "file" TEXT NULL,
    "request" TEXT NOT NULL,
    "state" TEXT NULL,
    "result" TEXT NULL,
    "error" TEXT NULL,
    "validation_errors" TEXT NULL
);

CREATE INDEX "ix_jobs_id" ON "jobs" ("id") WHERE status IN ('created', 'in_progress');

CREATE INDEX "ix_jobs_project_id_id" ON "jobs" ("project_id", "id");

INSERT INTO "__EFMigrationsHistory" ("migration_id", "product_version")
VALUES ('20261124154005_Jobs', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "task_indexes" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_task_indexes" PRIMARY KEY AUTOINCREMENT,
    "project_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    "last_used_at" INTEGER NOT NULL,
    "indexed_to" INTEGER NOT NULL
);

CREATE UNIQUE INDEX "ix_task_indexes_project_id_kind_field" ON "task_indexes" ("project_id", "kind", "field");

INSERT INTO "__EFMigrationsHistory" ("migration_id", "product_version")
VALUES ('20261124164425_TaskIndexes', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
DROP VIEW visible_tasks;

CREATE TABLE deleted_tasks (task_id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL, deleted_at INTEGER NOT NULL);

INSERT INTO deleted_tasks SELECT id, project_id, deleted_at FROM tasks WHERE deleted_at IS NOT NULL;

UPDATE tasks SET deleted_at = NULL WHERE deleted_at IS NOT NULL;

CREATE VIEW visible_tasks AS
SELECT * FROM tasks t
WHERE NOT EXISTS (SELECT 1 FROM deleted_tasks d WHERE d.task_id = t.id)
  AND (t.import_id IS NULL OR NOT EXISTS (SELECT 1 FROM pending_imports p WHERE p.id = t.import_id));

INSERT INTO "__EFMigrationsHistory" ("migration_id", "product_version")
VALUES ('20261124191013_DeletedTasks', '10.0.15');

COMMIT;


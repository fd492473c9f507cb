using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Goldset.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "annotations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    task_id = table.Column<long>(type: "bigint", nullable: false),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    result_count = table.Column<int>(type: "integer", nullable: false),
                    completed_by_id = table.Column<long>(type: "bigint", nullable: true),
                    updated_by_id = table.Column<long>(type: "bigint", nullable: true),
                    was_cancelled = table.Column<bool>(type: "boolean", nullable: false),
                    ground_truth = table.Column<bool>(type: "boolean", nullable: false),
                    bulk_created = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    draft_created_at = table.Column<long>(type: "bigint", nullable: true),
                    lead_time = table.Column<double>(type: "double precision", nullable: true),
                    unique_id = table.Column<string>(type: "text", nullable: false),
                    import_id = table.Column<long>(type: "bigint", nullable: true),
                    last_action = table.Column<string>(type: "text", nullable: true),
                    parent_prediction_id = table.Column<long>(type: "bigint", nullable: true),
                    parent_annotation_id = table.Column<long>(type: "bigint", nullable: true),
                    last_created_by_id = table.Column<long>(type: "bigint", nullable: true),
                    prediction = table.Column<string>(type: "text", nullable: false),
                    result = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_annotations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "drafts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    task_id = table.Column<long>(type: "bigint", nullable: false),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    annotation_id = table.Column<long>(type: "bigint", nullable: true),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    lead_time = table.Column<double>(type: "double precision", nullable: true),
                    was_postponed = table.Column<bool>(type: "boolean", nullable: false),
                    import_id = table.Column<long>(type: "bigint", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    result = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "file_uploads",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    file = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_uploads", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "label_stream_visits",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    task_id = table.Column<long>(type: "bigint", nullable: false),
                    annotation_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_label_stream_visits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organizations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    title = table.Column<string>(type: "text", nullable: false),
                    invite_token = table.Column<string>(type: "text", nullable: false),
                    invite_role = table.Column<int>(type: "integer", nullable: false),
                    created_by_id = table.Column<long>(type: "bigint", nullable: true),
                    contact_info = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    api_tokens_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    legacy_api_tokens_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    max_session_age = table.Column<int>(type: "integer", nullable: false),
                    max_time_between_activity = table.Column<int>(type: "integer", nullable: false),
                    policy_created_at = table.Column<long>(type: "bigint", nullable: false),
                    policy_updated_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organizations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pending_imports",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    first_task_id = table.Column<long>(type: "bigint", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    heartbeat = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pending_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "predictions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    task_id = table.Column<long>(type: "bigint", nullable: false),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    score = table.Column<double>(type: "double precision", nullable: true),
                    model_version = table.Column<string>(type: "text", nullable: true),
                    model_id = table.Column<long>(type: "bigint", nullable: true),
                    cluster = table.Column<int>(type: "integer", nullable: true),
                    mislabeling = table.Column<double>(type: "double precision", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    neighbors = table.Column<string>(type: "text", nullable: true),
                    result = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_predictions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "project_counts",
                columns: table => new
                {
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    task_number = table.Column<long>(type: "bigint", nullable: false),
                    finished_task_number = table.Column<long>(type: "bigint", nullable: false),
                    total_predictions_number = table.Column<long>(type: "bigint", nullable: false),
                    total_annotations_number = table.Column<long>(type: "bigint", nullable: false),
                    num_tasks_with_annotations = table.Column<long>(type: "bigint", nullable: false),
                    useful_annotation_number = table.Column<long>(type: "bigint", nullable: false),
                    ground_truth_number = table.Column<long>(type: "bigint", nullable: false),
                    skipped_annotations_number = table.Column<long>(type: "bigint", nullable: false),
                    last_inner_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_counts", x => x.project_id);
                });

            migrationBuilder.CreateTable(
                name: "projects",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    organization_id = table.Column<long>(type: "bigint", nullable: false),
                    title = table.Column<string>(type: "text", nullable: true),
                    description = table.Column<string>(type: "text", nullable: true),
                    show_instruction = table.Column<bool>(type: "boolean", nullable: false),
                    show_skip_button = table.Column<bool>(type: "boolean", nullable: false),
                    enable_empty_annotation = table.Column<bool>(type: "boolean", nullable: false),
                    show_annotation_history = table.Column<bool>(type: "boolean", nullable: false),
                    reveal_preannotations_interactively = table.Column<bool>(type: "boolean", nullable: false),
                    show_collab_predictions = table.Column<bool>(type: "boolean", nullable: false),
                    evaluate_predictions_automatically = table.Column<bool>(type: "boolean", nullable: false),
                    color = table.Column<string>(type: "text", nullable: false),
                    created_by_id = table.Column<long>(type: "bigint", nullable: true),
                    maximum_annotations = table.Column<int>(type: "integer", nullable: false),
                    min_annotations_to_start_training = table.Column<int>(type: "integer", nullable: false),
                    model_version = table.Column<string>(type: "text", nullable: true),
                    is_draft = table.Column<bool>(type: "boolean", nullable: false),
                    is_published = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    sampling = table.Column<string>(type: "text", nullable: true),
                    skip_queue = table.Column<string>(type: "text", nullable: true),
                    show_ground_truth_first = table.Column<bool>(type: "boolean", nullable: false),
                    show_overlap_first = table.Column<bool>(type: "boolean", nullable: false),
                    overlap_cohort_percentage = table.Column<int>(type: "integer", nullable: false),
                    task_data_login = table.Column<string>(type: "text", nullable: true),
                    task_data_password = table.Column<string>(type: "text", nullable: true),
                    pinned_at = table.Column<long>(type: "bigint", nullable: true),
                    deleted_at = table.Column<long>(type: "bigint", nullable: true),
                    deleted_by_id = table.Column<long>(type: "bigint", nullable: true),
                    control_weights = table.Column<string>(type: "text", nullable: false),
                    label_config = table.Column<string>(type: "text", nullable: false),
                    parsed_label_config = table.Column<string>(type: "text", nullable: false),
                    expert_instruction = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_projects", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "summary_counts",
                columns: table => new
                {
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    count = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_summary_counts", x => new { x.project_id, x.kind, x.key, x.label });
                });

            migrationBuilder.CreateTable(
                name: "task_locks",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    task_id = table.Column<long>(type: "bigint", nullable: false),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    unique_id = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    expire_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_locks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tasks",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_by_id = table.Column<long>(type: "bigint", nullable: true),
                    is_labeled = table.Column<bool>(type: "boolean", nullable: false),
                    allow_skip = table.Column<bool>(type: "boolean", nullable: true),
                    overlap = table.Column<int>(type: "integer", nullable: false),
                    inner_id = table.Column<long>(type: "bigint", nullable: true),
                    total_annotations = table.Column<int>(type: "integer", nullable: false),
                    cancelled_annotations = table.Column<int>(type: "integer", nullable: false),
                    total_predictions = table.Column<int>(type: "integer", nullable: false),
                    useful_annotations = table.Column<int>(type: "integer", nullable: false),
                    ground_truth_annotations = table.Column<int>(type: "integer", nullable: false),
                    file_upload_id = table.Column<long>(type: "bigint", nullable: true),
                    import_id = table.Column<long>(type: "bigint", nullable: true),
                    deleted_at = table.Column<long>(type: "bigint", nullable: true),
                    meta = table.Column<string>(type: "text", nullable: true),
                    data = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tasks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    password_hash = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    username = table.Column<string>(type: "text", nullable: false),
                    first_name = table.Column<string>(type: "text", nullable: false),
                    last_name = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: false),
                    avatar = table.Column<string>(type: "text", nullable: true),
                    custom_hotkeys = table.Column<string>(type: "text", nullable: false),
                    is_superuser = table.Column<bool>(type: "boolean", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    allow_newsletters = table.Column<bool>(type: "boolean", nullable: true),
                    active_organization_id = table.Column<long>(type: "bigint", nullable: true),
                    date_joined = table.Column<long>(type: "bigint", nullable: false),
                    last_activity = table.Column<long>(type: "bigint", nullable: false),
                    token_hash = table.Column<string>(type: "text", nullable: true),
                    token_sealed = table.Column<string>(type: "text", nullable: true),
                    session_epoch = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_users", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "views",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: true),
                    data = table.Column<string>(type: "text", nullable: false),
                    ordering = table.Column<string>(type: "text", nullable: false),
                    filters = table.Column<string>(type: "text", nullable: true),
                    selected_items = table.Column<string>(type: "text", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_views", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organization_members",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    organization_id = table.Column<long>(type: "bigint", nullable: false),
                    role = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    deleted_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization_members", x => x.id);
                    table.ForeignKey(
                        name: "fk_organization_members_organizations_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_organization_members_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "personal_access_tokens",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    jti = table.Column<string>(type: "text", nullable: false),
                    token = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    revoked_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_personal_access_tokens", x => x.id);
                    table.ForeignKey(
                        name: "fk_personal_access_tokens_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "product_tours",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    interaction_data = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_product_tours", x => x.id);
                    table.ForeignKey(
                        name: "fk_product_tours_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_annotations_project_id_completed_by_id_task_id",
                table: "annotations",
                columns: new[] { "project_id", "completed_by_id", "task_id" });

            migrationBuilder.CreateIndex(
                name: "ix_annotations_task_id_id",
                table: "annotations",
                columns: new[] { "task_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_annotations_unique_id",
                table: "annotations",
                column: "unique_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_drafts_annotation_id",
                table: "drafts",
                column: "annotation_id",
                filter: "annotation_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_drafts_task_id_user_id",
                table: "drafts",
                columns: new[] { "task_id", "user_id" });

            migrationBuilder.CreateIndex(
                name: "ix_drafts_user_id_project_id",
                table: "drafts",
                columns: new[] { "user_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_file_uploads_file",
                table: "file_uploads",
                column: "file",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_file_uploads_project_id",
                table: "file_uploads",
                column: "project_id");

            migrationBuilder.CreateIndex(
                name: "ix_label_stream_visits_user_id_project_id_task_id",
                table: "label_stream_visits",
                columns: new[] { "user_id", "project_id", "task_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organization_members_organization_id",
                table: "organization_members",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "ix_organization_members_user_id_organization_id",
                table: "organization_members",
                columns: new[] { "user_id", "organization_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organizations_invite_token",
                table: "organizations",
                column: "invite_token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_personal_access_tokens_jti",
                table: "personal_access_tokens",
                column: "jti",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_personal_access_tokens_user_id",
                table: "personal_access_tokens",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_predictions_project_id_model_version_score_task_id",
                table: "predictions",
                columns: new[] { "project_id", "model_version", "score", "task_id" });

            migrationBuilder.CreateIndex(
                name: "ix_predictions_task_id_id",
                table: "predictions",
                columns: new[] { "task_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_product_tours_user_id_name",
                table: "product_tours",
                columns: new[] { "user_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_projects_organization_id_pinned_at_created_at",
                table: "projects",
                columns: new[] { "organization_id", "pinned_at", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_task_locks_task_id_user_id",
                table: "task_locks",
                columns: new[] { "task_id", "user_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_task_locks_user_id_project_id",
                table: "task_locks",
                columns: new[] { "user_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_file_upload_id",
                table: "tasks",
                column: "file_upload_id",
                filter: "file_upload_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_project_id_id",
                table: "tasks",
                columns: new[] { "project_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_project_id_id1",
                table: "tasks",
                columns: new[] { "project_id", "id" },
                filter: "NOT is_labeled AND total_annotations + cancelled_annotations > 0");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_project_id_is_labeled_id",
                table: "tasks",
                columns: new[] { "project_id", "is_labeled", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_project_id_updated_at_id",
                table: "tasks",
                columns: new[] { "project_id", "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_users_email",
                table: "users",
                column: "email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_users_token_hash",
                table: "users",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_views_project_id_order",
                table: "views",
                columns: new[] { "project_id", "order" });

            migrationBuilder.Sql(VisibleTasks.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(VisibleTasks.Drop);

            migrationBuilder.DropTable(
                name: "annotations");

            migrationBuilder.DropTable(
                name: "drafts");

            migrationBuilder.DropTable(
                name: "file_uploads");

            migrationBuilder.DropTable(
                name: "label_stream_visits");

            migrationBuilder.DropTable(
                name: "organization_members");

            migrationBuilder.DropTable(
                name: "pending_imports");

            migrationBuilder.DropTable(
                name: "personal_access_tokens");

            migrationBuilder.DropTable(
                name: "predictions");

            migrationBuilder.DropTable(
                name: "product_tours");

            migrationBuilder.DropTable(
                name: "project_counts");

            migrationBuilder.DropTable(
                name: "projects");

            migrationBuilder.DropTable(
                name: "summary_counts");

            migrationBuilder.DropTable(
                name: "task_locks");

            migrationBuilder.DropTable(
                name: "tasks");

            migrationBuilder.DropTable(
                name: "views");

            migrationBuilder.DropTable(
                name: "organizations");

            migrationBuilder.DropTable(
                name: "users");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Goldset.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Storages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "storages",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    is_export = table.Column<bool>(type: "boolean", nullable: false),
                    title = table.Column<string>(type: "text", nullable: true),
                    description = table.Column<string>(type: "text", nullable: true),
                    created_by_id = table.Column<long>(type: "bigint", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    synchronizable = table.Column<bool>(type: "boolean", nullable: false),
                    allow_private = table.Column<bool>(type: "boolean", nullable: false),
                    regex_filter = table.Column<string>(type: "text", nullable: true),
                    use_blob_urls = table.Column<bool>(type: "boolean", nullable: false),
                    presign = table.Column<bool>(type: "boolean", nullable: false),
                    presign_ttl = table.Column<int>(type: "integer", nullable: false),
                    recursive_scan = table.Column<bool>(type: "boolean", nullable: true),
                    can_delete_objects = table.Column<bool>(type: "boolean", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    last_sync = table.Column<long>(type: "bigint", nullable: true),
                    last_sync_count = table.Column<long>(type: "bigint", nullable: true),
                    heartbeat = table.Column<long>(type: "bigint", nullable: true),
                    attempt = table.Column<long>(type: "bigint", nullable: false),
                    meta = table.Column<string>(type: "text", nullable: false),
                    traceback = table.Column<string>(type: "text", nullable: true),
                    settings = table.Column<string>(type: "text", nullable: false),
                    sealed_secrets = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_storages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "storage_export_links",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    storage_id = table.Column<long>(type: "bigint", nullable: false),
                    annotation_id = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_storage_export_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_storage_export_links_storages_storage_id",
                        column: x => x.storage_id,
                        principalTable: "storages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "storage_import_links",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    storage_id = table.Column<long>(type: "bigint", nullable: false),
                    task_id = table.Column<long>(type: "bigint", nullable: false),
                    row_index = table.Column<long>(type: "bigint", nullable: true),
                    key = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_storage_import_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_storage_import_links_storages_storage_id",
                        column: x => x.storage_id,
                        principalTable: "storages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_storage_import_links_tasks_task_id",
                        column: x => x.task_id,
                        principalTable: "tasks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_storage_export_links_storage_id_annotation_id",
                table: "storage_export_links",
                columns: new[] { "storage_id", "annotation_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_storage_import_links_storage_id_key",
                table: "storage_import_links",
                columns: new[] { "storage_id", "key" });

            migrationBuilder.CreateIndex(
                name: "ix_storage_import_links_task_id",
                table: "storage_import_links",
                column: "task_id");

            migrationBuilder.CreateIndex(
                name: "ix_storages_project_id",
                table: "storages",
                column: "project_id");

            migrationBuilder.CreateIndex(
                name: "ix_storages_status",
                table: "storages",
                column: "status",
                filter: "status IN ('queued', 'in_progress')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "storage_export_links");

            migrationBuilder.DropTable(
                name: "storage_import_links");

            migrationBuilder.DropTable(
                name: "storages");
        }
    }
}

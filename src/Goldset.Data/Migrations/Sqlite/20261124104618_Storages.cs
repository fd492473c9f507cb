using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Goldset.Data.Migrations.Sqlite
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
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    project_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    is_export = table.Column<bool>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: true),
                    description = table.Column<string>(type: "TEXT", nullable: true),
                    created_by_id = table.Column<long>(type: "INTEGER", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    synchronizable = table.Column<bool>(type: "INTEGER", nullable: false),
                    allow_private = table.Column<bool>(type: "INTEGER", nullable: false),
                    regex_filter = table.Column<string>(type: "TEXT", nullable: true),
                    use_blob_urls = table.Column<bool>(type: "INTEGER", nullable: false),
                    presign = table.Column<bool>(type: "INTEGER", nullable: false),
                    presign_ttl = table.Column<int>(type: "INTEGER", nullable: false),
                    recursive_scan = table.Column<bool>(type: "INTEGER", nullable: true),
                    can_delete_objects = table.Column<bool>(type: "INTEGER", nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    last_sync = table.Column<long>(type: "INTEGER", nullable: true),
                    last_sync_count = table.Column<long>(type: "INTEGER", nullable: true),
                    heartbeat = table.Column<long>(type: "INTEGER", nullable: true),
                    attempt = table.Column<long>(type: "INTEGER", nullable: false),
                    meta = table.Column<string>(type: "TEXT", nullable: false),
                    traceback = table.Column<string>(type: "TEXT", nullable: true),
                    settings = table.Column<string>(type: "TEXT", nullable: false),
                    sealed_secrets = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_storages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "storage_export_links",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    storage_id = table.Column<long>(type: "INTEGER", nullable: false),
                    annotation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false)
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
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    storage_id = table.Column<long>(type: "INTEGER", nullable: false),
                    task_id = table.Column<long>(type: "INTEGER", nullable: false),
                    row_index = table.Column<long>(type: "INTEGER", nullable: true),
                    key = table.Column<string>(type: "TEXT", nullable: false)
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

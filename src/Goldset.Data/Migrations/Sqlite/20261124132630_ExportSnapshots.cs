using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Goldset.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ExportSnapshots : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "export_snapshots",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    project_id = table.Column<long>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    created_by_id = table.Column<long>(type: "INTEGER", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    leased_until = table.Column<long>(type: "INTEGER", nullable: true),
                    attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    task_number = table.Column<long>(type: "INTEGER", nullable: true),
                    md5 = table.Column<string>(type: "TEXT", nullable: false),
                    file = table.Column<string>(type: "TEXT", nullable: true),
                    options = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_export_snapshots", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "storage_write_orders",
                columns: table => new
                {
                    storage_id = table.Column<long>(type: "INTEGER", nullable: false),
                    annotation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    change = table.Column<int>(type: "INTEGER", nullable: false),
                    leased_until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_storage_write_orders", x => new { x.storage_id, x.annotation_id });
                    table.ForeignKey(
                        name: "fk_storage_write_orders_storages_storage_id",
                        column: x => x.storage_id,
                        principalTable: "storages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "training_orders",
                columns: table => new
                {
                    project_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ordered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    leased_until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_orders", x => x.project_id);
                });

            migrationBuilder.CreateTable(
                name: "export_conversions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    snapshot_id = table.Column<long>(type: "INTEGER", nullable: false),
                    export_type = table.Column<string>(type: "TEXT", nullable: false),
                    download_resources = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    leased_until = table.Column<long>(type: "INTEGER", nullable: true),
                    attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    origin = table.Column<string>(type: "TEXT", nullable: false),
                    file = table.Column<string>(type: "TEXT", nullable: true),
                    traceback = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_export_conversions", x => x.id);
                    table.ForeignKey(
                        name: "fk_export_conversions_export_snapshots_snapshot_id",
                        column: x => x.snapshot_id,
                        principalTable: "export_snapshots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_export_conversions_id",
                table: "export_conversions",
                column: "id",
                filter: "status IN ('created', 'in_progress')");

            migrationBuilder.CreateIndex(
                name: "ix_export_conversions_snapshot_id_export_type",
                table: "export_conversions",
                columns: new[] { "snapshot_id", "export_type" },
                unique: true,
                filter: "status <> 'failed'");

            migrationBuilder.CreateIndex(
                name: "ix_export_conversions_snapshot_id_id",
                table: "export_conversions",
                columns: new[] { "snapshot_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_export_snapshots_id",
                table: "export_snapshots",
                column: "id",
                filter: "status IN ('created', 'in_progress')");

            migrationBuilder.CreateIndex(
                name: "ix_export_snapshots_project_id_id",
                table: "export_snapshots",
                columns: new[] { "project_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "export_conversions");

            migrationBuilder.DropTable(
                name: "storage_write_orders");

            migrationBuilder.DropTable(
                name: "training_orders");

            migrationBuilder.DropTable(
                name: "export_snapshots");
        }
    }
}

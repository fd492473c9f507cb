using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Goldset.Data.Migrations.Postgres
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
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    created_by_id = table.Column<long>(type: "bigint", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    finished_at = table.Column<long>(type: "bigint", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    leased_until = table.Column<long>(type: "bigint", nullable: true),
                    attempt = table.Column<int>(type: "integer", nullable: false),
                    task_number = table.Column<long>(type: "bigint", nullable: true),
                    md5 = table.Column<string>(type: "text", nullable: false),
                    file = table.Column<string>(type: "text", nullable: true),
                    options = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_export_snapshots", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "storage_write_orders",
                columns: table => new
                {
                    storage_id = table.Column<long>(type: "bigint", nullable: false),
                    annotation_id = table.Column<long>(type: "bigint", nullable: false),
                    change = table.Column<int>(type: "integer", nullable: false),
                    leased_until = table.Column<long>(type: "bigint", nullable: true)
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
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    ordered_at = table.Column<long>(type: "bigint", nullable: false),
                    leased_until = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_orders", x => x.project_id);
                });

            migrationBuilder.CreateTable(
                name: "export_conversions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    snapshot_id = table.Column<long>(type: "bigint", nullable: false),
                    export_type = table.Column<string>(type: "text", nullable: false),
                    download_resources = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    leased_until = table.Column<long>(type: "bigint", nullable: true),
                    attempt = table.Column<int>(type: "integer", nullable: false),
                    origin = table.Column<string>(type: "text", nullable: false),
                    file = table.Column<string>(type: "text", nullable: true),
                    traceback = table.Column<string>(type: "text", nullable: true)
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

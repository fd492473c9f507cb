using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Goldset.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TasksVersion : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_tasks_project_id_id",
                table: "tasks");

            migrationBuilder.RenameIndex(
                name: "ix_tasks_project_id_id1",
                table: "tasks",
                newName: "ix_tasks_project_id_id");

            migrationBuilder.AddColumn<long>(
                name: "tasks_version",
                table: "project_counts",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateIndex(
                name: "ix_tasks_project_id_id_deleted_at_import_id",
                table: "tasks",
                columns: new[] { "project_id", "id", "deleted_at", "import_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_tasks_project_id_id_deleted_at_import_id",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "tasks_version",
                table: "project_counts");

            migrationBuilder.RenameIndex(
                name: "ix_tasks_project_id_id",
                table: "tasks",
                newName: "ix_tasks_project_id_id1");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_project_id_id",
                table: "tasks",
                columns: new[] { "project_id", "id" });
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Goldset.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DeletedTasks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(VisibleTasks.Drop);
            migrationBuilder.Sql("CREATE TABLE deleted_tasks (task_id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL, deleted_at INTEGER NOT NULL);");
            migrationBuilder.Sql("INSERT INTO deleted_tasks SELECT id, project_id, deleted_at FROM tasks WHERE deleted_at IS NOT NULL;");
            migrationBuilder.Sql("UPDATE tasks SET deleted_at = NULL WHERE deleted_at IS NOT NULL;");
            migrationBuilder.Sql(VisibleTasks.CreateWithTrash);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(VisibleTasks.Drop);
            migrationBuilder.Sql("UPDATE tasks SET deleted_at = (SELECT d.deleted_at FROM deleted_tasks d WHERE d.task_id = tasks.id) WHERE id IN (SELECT task_id FROM deleted_tasks);");
            migrationBuilder.Sql("DROP TABLE deleted_tasks;");
            migrationBuilder.Sql(VisibleTasks.Create);
        }
    }
}

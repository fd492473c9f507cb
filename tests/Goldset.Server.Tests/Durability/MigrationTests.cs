using Dapper;
using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Goldset.Server.Tests.Durability;

/// <summary>Migrations that move what is stored.</summary>
public sealed class MigrationTests(TestServers servers)
{
    [Fact]
    public async Task Tasks_that_were_in_the_trash_stay_there()
    {
        var folder = servers.Folder.CreateSubfolder();
        await using (var database = Database.Open(Path.Combine(folder.FullName, "old.sqlite3")))
        {
            await using (var context = database.Context()) await context.GetService<IMigrator>().MigrateAsync("TaskIndexes", TestContext.Current.CancellationToken);
            await database.WriteAsync(WriteLane.Interactive, tx => tx.ExecuteAsync("""
                INSERT INTO tasks (id, project_id, created_at, updated_at, is_labeled, overlap, total_annotations, cancelled_annotations, total_predictions, useful_annotations,
                    ground_truth_annotations, deleted_at, data)
                VALUES (1, 7, 1, 1, 0, 1, 0, 0, 0, 0, 0, NULL, '{}'), (2, 7, 1, 1, 0, 1, 0, 0, 0, 0, 0, 123, '{}')
                """), TestContext.Current.CancellationToken);

            await Schema.MigrateAsync(database, TestContext.Current.CancellationToken);

            await using var connection = await database.ReadAsync(TestContext.Current.CancellationToken);
            (await connection.QueryAsync<long>("SELECT id FROM visible_tasks")).ShouldBe([1L]);
            (await connection.QueryAsync<(long, long, long)>("SELECT task_id, project_id, deleted_at FROM deleted_tasks")).ShouldBe([(2L, 7L, 123L)]);
        }
        folder.Delete(recursive: true);
    }
}

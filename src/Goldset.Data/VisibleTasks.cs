namespace Goldset.Data;

/// <summary>
/// The view through which tasks are read: not deleted, and not of an import that is still under way. Ending an import deletes its
/// row in <c>pending_imports</c>, and all of its tasks appear at once.
/// </summary>
internal static class VisibleTasks
{
    public const string Create = """
        CREATE VIEW visible_tasks AS
        SELECT * FROM tasks t
        WHERE t.deleted_at IS NULL
          AND (t.import_id IS NULL OR NOT EXISTS (SELECT 1 FROM pending_imports p WHERE p.id = t.import_id));
        """;

    public const string Drop = "DROP VIEW visible_tasks;";

    /// <summary>The same where <c>deleted_tasks</c> says which tasks are in the trash.</summary>
    public const string CreateWithTrash = """
        CREATE VIEW visible_tasks AS
        SELECT * FROM tasks t
        WHERE NOT EXISTS (SELECT 1 FROM deleted_tasks d WHERE d.task_id = t.id)
          AND (t.import_id IS NULL OR NOT EXISTS (SELECT 1 FROM pending_imports p WHERE p.id = t.import_id));
        """;
}

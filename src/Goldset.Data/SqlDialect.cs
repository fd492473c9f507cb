namespace Goldset.Data;

/// <summary>The few places where SQLite's and PostgreSQL's SQL differ.</summary>
public sealed class SqlDialect(Engine engine)
{
    /// <summary>Ids come from sequences that many writers use at once; otherwise from <c>sqlite_sequence</c>, which only the one writer reads.</summary>
    public bool HasSequences => engine == Engine.Postgres;

    /// <summary>Writers lock rows one by one; otherwise there is one writer.</summary>
    public bool HasRowLocks => engine == Engine.Postgres;

    /// <summary>
    /// A task in the trash is marked in its row (<c>deleted_at</c>); otherwise <c>deleted_tasks</c> lists it, since SQLite would write each
    /// row anew for the mark, which takes ten times as long.
    /// </summary>
    public bool MarksDeletedTasks => engine == Engine.Postgres;

    /// <summary>What is in the trash, for a FROM: <c>id</c>, <c>project_id</c> and <c>deleted_at</c> of tasks.</summary>
    public string Trash => MarksDeletedTasks
        ? "(SELECT id, project_id, deleted_at FROM tasks WHERE deleted_at IS NOT NULL) AS trash"
        : "(SELECT task_id AS id, project_id, deleted_at FROM deleted_tasks) AS trash";

    /// <summary>A condition on a row of <c>tasks</c>: it is not in the trash.</summary>
    /// <param name="task">The table, or its alias.</param>
    public string NotDeleted(string task) => MarksDeletedTasks ? $"{task}.deleted_at IS NULL" : $"NOT EXISTS (SELECT 1 FROM deleted_tasks d WHERE d.task_id = {task}.id)";

    /// <summary>Parameters may be arrays.</summary>
    public bool HasArrays => engine == Engine.Postgres;

    /// <summary>
    /// Statement in a transaction whose commit need not reach the disk on its own: the next ordinary commit takes it along. Empty where
    /// the connection is set up that way.
    /// </summary>
    public string CommitLater => engine == Engine.Postgres ? "SET LOCAL synchronous_commit = off;" : "";

    /// <summary>Appended to a SELECT inside a transaction: rows another transaction is taking are passed over.</summary>
    public string ForUpdateSkipLocked(string table) => engine == Engine.Postgres ? $" FOR UPDATE OF {table} SKIP LOCKED" : "";

    /// <summary>Locks the rows a SELECT inside a transaction returns until it ends.</summary>
    public string ForUpdate(string table) => engine == Engine.Postgres ? $" FOR UPDATE OF {table}" : "";

    /// <summary>Clause that keeps the selected rows from being deleted while they are referred to.</summary>
    public string ForKeyShare(string table) => engine == Engine.Postgres ? $" FOR KEY SHARE OF {table}" : "";

    /// <summary>A random order.</summary>
    public string Random => engine == Engine.Postgres ? "random()" : "RANDOM()";

    /// <summary>A condition: <paramref name="column"/> is one of the values of the list parameter <paramref name="parameter"/> (Dapper).</summary>
    public string In(string column, string parameter) => engine == Engine.Postgres ? $"{column} = ANY({parameter})" : $"{column} IN {parameter}";

    /// <summary>Containment of the text parameter <paramref name="parameter"/>, whatever the case of its letters. See <see cref="SqliteText"/>.</summary>
    public string Contains(string column, string parameter) => engine == Engine.Postgres
        ? $"strpos(goldset_lower({column}), goldset_lower({parameter})) > 0"
        : $"{SqliteText.Contains}({column}, {parameter})";

    /// <summary>The text of a top-level JSON field of a text column, as text; null when absent.</summary>
    public string JsonField(string column, string key) => engine == Engine.Postgres
        ? $"(({column}::jsonb)->>{Quote(key)})"
        : $"json_extract({column}, {Quote("$.\"" + key.Replace("\"", "\\\"", StringComparison.Ordinal) + "\"")})";

    private static string Quote(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}

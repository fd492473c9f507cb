using Goldset.Data;

namespace Goldset.Server.DataManager;

/// <summary>What an index that is made on demand serves.</summary>
/// <param name="Kind">One of the constants.</param>
/// <param name="Field">The field of the task data or the column; empty for <see cref="Search"/>.</param>
internal readonly record struct TaskIndexKey(string Kind, string Field)
{
    /// <summary>A field of the task data as text.</summary>
    public const string Text = "text";

    /// <summary>A field of the task data as number.</summary>
    public const string Number = "number";

    /// <summary>A column of the tasks.</summary>
    public const string Column = "column";

    /// <summary>The words of all fields.</summary>
    public const string Search = "search";

    private const string Descending = "_desc";

    /// <summary>The key for an order: since equal values go by id in either direction, an index serves only the direction it was made for.</summary>
    public static TaskIndexKey ForOrder(string kind, string field, bool descending) => new(descending ? kind + Descending : kind, field);

    /// <summary>The statement that makes it.</summary>
    /// <param name="engine">Whose SQL.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="project">Whose tasks it holds.</param>
    public string Create(Engine engine, string name, long project)
    {
        var kind = Kind.EndsWith(Descending, StringComparison.Ordinal) ? Kind[..^Descending.Length] : Kind;
        var field = new TaskField(engine, Field, "data");
        var expression = kind switch { Text => field.Prefix, Number => field.Number, _ => Field };
        if (engine == Engine.Postgres)
            return $"CREATE INDEX CONCURRENTLY {name} ON tasks (({expression}){(kind == Kind ? "" : " DESC NULLS LAST")}, id) WHERE project_id = {project}";
        // SQLite filters and orders by an index at once only where the project leads it. The columns after the id are what lists ask of
        // each task, so that counting reads nothing but the index.
        return $"""
            CREATE INDEX {name} ON tasks (project_id, {expression}{(kind == Kind ? "" : " DESC")}, id, {(kind == Text ? field.Kind + ", " : "")}import_id, is_labeled, total_annotations, cancelled_annotations, total_predictions)
            WHERE project_id = {project}
            """;
    }
}

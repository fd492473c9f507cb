using Goldset.Data;

namespace Goldset.Server.DataManager;

/// <summary>
/// Search for words in all texts and numbers of the task data: each word of the search must begin a word of the task, whatever the case
/// of its letters. The index holds the tasks up to some id; newer ones are looked through, so that an import costs nothing more in a
/// project that is searched.
/// </summary>
internal static class TaskSearch
{
    /// <summary>The table of a project's index on SQLite; on PostgreSQL the names of its indexes begin with it.</summary>
    public static string Name(long project) => $"task_search_{project}";

    /// <summary>The condition over <c>visible_tasks t</c> that a task has these words.</summary>
    /// <param name="engine">Whose SQL.</param>
    /// <param name="project">Whose tasks.</param>
    /// <param name="indexedTo">The newest task in the index; null where there is none.</param>
    /// <param name="words">As from <see cref="SearchWords.Of"/>; no word, no task.</param>
    /// <param name="parameter">Adds a parameter and gives its name.</param>
    public static string Condition(Engine engine, long project, long? indexedTo, IReadOnlyList<string> words, Func<object, string> parameter)
    {
        if (words.Count == 0) return "1 = 0";
        // What has the letters nowhere needs no closer look. Other letters than these JSON may write as escapes.
        var position = engine == Engine.Postgres ? "strpos" : "instr";
        var rough = string.Concat(words.Where(word => word.All(char.IsAscii)).Select(word => $"{position}(lower(t.data), {parameter(word)}) > 0 AND "));
        if (engine == Engine.Postgres)
        {
            var match = $"goldset_words(t.data) @@ {parameter(string.Join(" & ", words.Select(word => $"'{word}':*")))}::tsquery";
            return indexedTo is { } to ? $"((t.id <= {to} AND {match}) OR (t.id > {to} AND {rough}{match}))" : $"({rough}{match})";
        }
        var looked = $"{rough}{SqliteText.HasWords}(t.data, {parameter(string.Join(' ', words))})";
        if (indexedTo is null) return $"({looked})";
        var found = $"SELECT s.rowid FROM {Name(project)} s WHERE {Name(project)} MATCH {parameter(string.Join(' ', words.Select(word => $"\"{word}\"*")))}";
        return $"(t.id IN ({found}) OR (t.id > {IndexedTo(project)} AND {looked}))";
    }

    /// <summary>Makes SQLite's index, empty, and has it follow every change and deletion of a task that is in it.</summary>
    public static string CreateOnSqlite(long project) => $"""
        CREATE VIRTUAL TABLE IF NOT EXISTS {Name(project)} USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='unicode61 remove_diacritics 0');
        CREATE TRIGGER IF NOT EXISTS {Name(project)}_update AFTER UPDATE OF data ON tasks WHEN new.project_id = {project} AND new.data <> old.data AND new.id <= {IndexedTo(project)} BEGIN
            DELETE FROM {Name(project)} WHERE rowid = old.id;
            INSERT INTO {Name(project)} (rowid, words) VALUES (new.id, {Texts("new.data")});
        END;
        CREATE TRIGGER IF NOT EXISTS {Name(project)}_delete AFTER DELETE ON tasks WHEN old.project_id = {project} AND old.id <= {IndexedTo(project)} BEGIN
            DELETE FROM {Name(project)} WHERE rowid = old.id;
        END;
        """;

    /// <summary>Removes it again.</summary>
    public static string DropOnSqlite(long project) =>
        $"DROP TRIGGER IF EXISTS {Name(project)}_update; DROP TRIGGER IF EXISTS {Name(project)}_delete; DROP TABLE IF EXISTS {Name(project)};";

    /// <summary>Adds the tasks after <c>@after</c> up to <c>@last</c> to SQLite's index.</summary>
    public static string AddOnSqlite(long project) => $"""
        INSERT INTO {Name(project)} (rowid, words) SELECT id, {Texts("data")} FROM tasks WHERE project_id = {project} AND id > @after AND id <= @last;
        UPDATE task_indexes SET indexed_to = @last WHERE project_id = {project} AND kind = '{TaskIndexKey.Search}';
        """;

    /// <summary>PostgreSQL's index over the tasks up to <paramref name="to"/>.</summary>
    public static string CreateOnPostgres(string name, long project, long to) =>
        $"CREATE INDEX CONCURRENTLY {name} ON tasks USING gin (goldset_words(data)) WHERE project_id = {project} AND id <= {to}";

    private static string IndexedTo(long project) => $"(SELECT i.indexed_to FROM task_indexes i WHERE i.project_id = {project} AND i.kind = '{TaskIndexKey.Search}')";

    private static string Texts(string data) => $"(SELECT group_concat(j.atom, ' ') FROM json_tree({data}) j WHERE j.type IN ('text', 'integer', 'real'))";
}

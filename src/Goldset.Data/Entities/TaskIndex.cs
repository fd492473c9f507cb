namespace Goldset.Data.Entities;

/// <summary>
/// An index that exists because somebody filters, orders or searches a project's tasks by it. It is made in the background after the
/// first use, and dropped when nobody has used it for long or the project is gone.
/// </summary>
public sealed class TaskIndex
{
    /// <summary>Primary key; part of the index's name in the database.</summary>
    public long Id { get; set; }
    /// <summary>The project.</summary>
    public long ProjectId { get; set; }
    /// <summary><c>text</c>, <c>number</c> (a field of the task data), <c>column</c> (of the tasks themselves), or <c>search</c> (all words); with <c>_desc</c> where the index serves the descending order.</summary>
    public string Kind { get; set; } = "";
    /// <summary>The field or column; empty for <c>search</c>.</summary>
    public string Field { get; set; } = "";
    /// <summary><c>wanted</c>, <c>ready</c>, <c>failed</c>, or <c>dropped</c> while it is being removed.</summary>
    public string Status { get; set; } = "wanted";
    /// <summary>When it was asked for.</summary>
    public Timestamp CreatedAt { get; set; }
    /// <summary>About when it was last used.</summary>
    public Timestamp LastUsedAt { get; set; }
    /// <summary>For <c>search</c>: tasks up to this id are in it; those after it are looked through one by one.</summary>
    public long IndexedTo { get; set; }
}

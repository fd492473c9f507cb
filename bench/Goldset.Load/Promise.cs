namespace Goldset.Load;

/// <summary>What the server promises, in the order it is measured.</summary>
public enum Promise
{
    /// <summary>Start with an empty and with a full database.</summary>
    Start,

    /// <summary>A big import while annotators submit.</summary>
    Import,

    /// <summary>One task into the big project.</summary>
    ImportOne,

    /// <summary>The first and a late page of tasks.</summary>
    Page,

    /// <summary>Filters and orders over a big project with annotations, which then serves for the next task and the deletion too.</summary>
    Manager,

    /// <summary>Searches over that project.</summary>
    Search,

    /// <summary>Fifty annotators who take tasks and submit.</summary>
    Next,

    /// <summary>As many submits as go.</summary>
    Submit,

    /// <summary>The big project as JSON, and others of its size as CSV, COCO and YOLO.</summary>
    Export,

    /// <summary>Half of the big project's tasks to the trash while annotators submit; last, since the others need them.</summary>
    Delete,
}

/// <summary>What to measure.</summary>
/// <param name="Tasks">Size of the big project.</param>
/// <param name="Promises">The measurements wanted. The import runs whenever another one needs its tasks.</param>
public sealed record LoadPlan(int Tasks, IReadOnlySet<Promise> Promises)
{
    /// <summary>The share of the million tasks that the budgets are for.</summary>
    public double Share => Tasks / 1_000_000.0;
}

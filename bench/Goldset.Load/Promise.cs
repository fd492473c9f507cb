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

    /// <summary>Filters, orders and searches over a big project with annotations.</summary>
    Manager,

    /// <summary>Fifty annotators who take tasks and submit.</summary>
    Next,

    /// <summary>As many submits as go.</summary>
    Submit,

    /// <summary>The big project as JSON, and others of its size as CSV, COCO and YOLO.</summary>
    Export,

    /// <summary>The tasks of the big project to the trash while annotators submit. Nothing is left of it, so it comes last.</summary>
    Delete,
}

/// <summary>What to measure.</summary>
/// <param name="Tasks">Size of the big project.</param>
/// <param name="Promises">The measurements wanted. The import always runs, since the others need its tasks.</param>
public sealed record LoadPlan(int Tasks, IReadOnlySet<Promise> Promises)
{
    /// <summary>The share of the million tasks that the budgets are for.</summary>
    public double Share => Tasks / 1_000_000.0;
}

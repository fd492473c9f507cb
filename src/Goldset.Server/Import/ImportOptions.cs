using Goldset.Server.Hosting;
using Goldset.Server.Http;
using Goldset.Server.Import.Datasets;

namespace Goldset.Server.Import;

/// <summary>How an import is to be done: what the request asks for, within what the server allows.</summary>
internal sealed record ImportOptions
{
    /// <summary>Make tasks; otherwise only keep the files and count.</summary>
    public bool Commit { get; init; } = true;
    /// <summary>Answer with the new tasks' ids.</summary>
    public bool ReturnTaskIds { get; init; }
    /// <summary>Data fields to make predictions of.</summary>
    public IReadOnlyList<string> PreannotatedFields { get; init; } = [];
    /// <summary>Rows of tables and lines of texts are tasks; otherwise the file is one.</summary>
    public bool FilesAsTasksList { get; init; } = true;
    /// <summary>Check predictions against the labeling config.</summary>
    public bool ValidatePredictions { get; init; }
    /// <summary>E-mails of nobody in the organization stand for the caller.</summary>
    public bool AcceptUnknownEmails { get; init; }
    /// <summary>The files are a dataset; null: they hold tasks.</summary>
    public DatasetOrder? Dataset { get; init; }
    /// <summary>Most tasks at once.</summary>
    public int MaxTasks { get; init; }

    /// <summary>What the server's settings say.</summary>
    public static ImportOptions From(ServerOptions server) => new()
    {
        ValidatePredictions = server.ValidatePredictions,
        AcceptUnknownEmails = server.AllowImportWithUnknownEmails,
        MaxTasks = server.MaxTasksPerImport,
    };

    /// <summary>What the server's settings and the query of an import request say.</summary>
    public static ImportOptions From(ServerOptions server, HttpRequest request) => From(server) with
    {
        Commit = request.Flag("commit_to_project", true),
        ReturnTaskIds = request.Flag("return_task_ids", false),
        Dataset = DatasetOrder.From(request),
        PreannotatedFields = Fields(request.Query["preannotated_from_fields"].ToString()),
    };

    private static string[] Fields(string text)
    {
        var separator = Array.Find([",", ";", "|"], s => text.Contains(s, StringComparison.Ordinal)) ?? ",";
        return text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}

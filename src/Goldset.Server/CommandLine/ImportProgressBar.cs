using System.Globalization;
using Goldset.Server.Import.Datasets;
using Spectre.Console;

namespace Goldset.Server.CommandLine;

/// <summary>Shows how far an import has come, where there is a terminal to show it on.</summary>
internal sealed class ImportProgressBar
{
    private const int ProblemsListed = 10;

    private readonly ProgressContext? context;
    private ProgressTask? current;
    private string result = "";

    private ImportProgressBar(ProgressContext? context) => this.context = context;

    /// <summary>Does <paramref name="import"/> under a bar, then prints what came of it.</summary>
    public static async Task RunAsync(Func<ImportProgressBar, Task> import)
    {
        var bar = new ImportProgressBar(null);
        if (Console.IsOutputRedirected) await import(bar);
        else
            await AnsiConsole.Progress().StartAsync(async context =>
            {
                bar = new ImportProgressBar(context);
                await import(bar);
            });
        Console.WriteLine(bar.result);
    }

    /// <summary>The next part of the work begins; the one before is done.</summary>
    /// <param name="what">What it is called.</param>
    /// <param name="total">Bytes to do.</param>
    public void Begin(string what, long total)
    {
        Finish();
        current = context?.AddTask(what, maxValue: Math.Max(1, total));
    }

    /// <summary>So many bytes of the part are done.</summary>
    public void Report(long done)
    {
        if (current is not null) current.Value = done;
    }

    /// <summary>Everything is done; what was left out because it could not be read is told, the first of it one by one.</summary>
    public void End(long project, long tasks, long annotations, long leftOut, IReadOnlyList<DatasetFault> problems)
    {
        Finish();
        var listed = string.Concat(problems.Take(ProblemsListed).Select(problem => $"{Environment.NewLine}  {problem.File}{(problem.Line is { } line ? $", line {line}" : "")}: {problem.Reason}"));
        result = string.Create(CultureInfo.InvariantCulture, $"Imported into project {project}: {tasks} tasks, {annotations} annotations.{(leftOut > 0 ? $" Left out as unreadable: {leftOut}." : "")}{listed}");
    }

    private void Finish()
    {
        if (current is not null) current.Value = current.MaxValue;
    }
}

using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Spectre.Console;

namespace Goldset.Load;

/// <summary>The measurements as a table, on the console and as a Markdown file that names the machine.</summary>
internal sealed class Report(string engine, int tasks, IReadOnlyList<Measurement> measurements)
{
    public void Print()
    {
        var table = new Table().AddColumns("measured", "budget", "value", "of the budget");
        foreach (var measurement in measurements)
        {
            var color = measurement.BudgetUsed switch { <= 1 => "green", <= 2 => "yellow", _ => "red" };
            table.AddRow(measurement.What, measurement.BudgetText, measurement.ValueText, $"[{color}]{Percent(measurement)}[/]");
        }

        AnsiConsole.Write(table);
    }

    /// <summary>Writes <c>date-engine.md</c>.</summary>
    /// <param name="folder">Where to.</param>
    /// <returns>The file.</returns>
    public string Write(string folder)
    {
        var date = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"# Load, {engine}, {date}")
            .AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"{tasks} tasks of 600 bytes. {Machine()}. The load generator runs on the same machine.")
            .AppendLine()
            .AppendLine("| measured | budget | value | of the budget |")
            .AppendLine("| --- | --- | --- | --- |");
        foreach (var measurement in measurements)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {measurement.What} | {measurement.BudgetText} | {measurement.ValueText} | {Percent(measurement)} |");

        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{date}-{engine}.md");
        File.WriteAllText(file, text.ToString());
        return file;
    }

    private static string Percent(Measurement measurement) => $"{Math.Round(measurement.BudgetUsed * 100).ToString(CultureInfo.InvariantCulture)} %";

    private static string Machine()
    {
        var processor = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : null;
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9;
        return $"{Environment.ProcessorCount} cores ({processor ?? RuntimeInformation.ProcessArchitecture.ToString()}), " +
            $"{memory.ToString("0", CultureInfo.InvariantCulture)} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";
    }
}

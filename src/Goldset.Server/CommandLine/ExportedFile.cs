using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json.Nodes;
using Goldset.Formats;

namespace Goldset.Server.CommandLine;

/// <summary>The file a command writes an export to. It is there when it is complete, and not before.</summary>
internal static class ExportedFile
{
    /// <summary>Writes the file and gives its path, with the account of what is in it.</summary>
    /// <param name="place">Where the file goes, given its kind.</param>
    /// <param name="export">Makes the export.</param>
    public static async Task<(string File, ExportReceipt Receipt)> WriteAsync(Func<ExportFileType, string> place, Func<ExportTarget, Task<ExportReceipt>> export)
    {
        FileStream? part = null;
        PipeWriter? pipe = null;
        var file = "";
        try
        {
            var receipt = await export(type =>
            {
                file = place(type);
                part = new FileStream(file + ".part", FileMode.Create, FileAccess.Write);
                return pipe = PipeWriter.Create(part, new StreamPipeWriterOptions(leaveOpen: true));
            });
            await pipe!.CompleteAsync();
            await part!.DisposeAsync();
            File.Move(part.Name, file, overwrite: true);
            return (file, receipt);
        }
        finally
        {
            if (part is not null)
            {
                await part.DisposeAsync();
                File.Delete(part.Name);
            }
        }
    }

    /// <summary>Where the file goes: to <paramref name="path"/>, or, if that is a folder, into it under <paramref name="name"/>.</summary>
    public static string Place(string path, string name)
    {
        if (!Directory.Exists(path) && !Path.EndsInDirectorySeparator(path)) return Path.GetFullPath(path);
        return Path.Combine(Directory.CreateDirectory(path).FullName, name);
    }

    /// <summary>The same of a receipt as servers send it.</summary>
    public static void Print(JsonNode receipt)
    {
        Console.WriteLine($"Tasks: {receipt["tasks"]![1]} of {receipt["tasks"]![0]}. Annotations: {receipt["annotations"]![1]} of {receipt["annotations"]![0]}. Regions: {receipt["regions"]![1]} of {receipt["regions"]![0]}.");
        foreach (var (reason, count) in receipt["left_out"]!.AsObject()) Console.WriteLine($"  left out: {count} ({reason})");
        if (receipt["files_missing"] is { } missing) Console.WriteLine($"  files that could not be read: {missing}");
    }

    /// <summary>Tells how much of what was read is in the file, and why the rest is not.</summary>
    public static void Print(ExportReceipt receipt)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Tasks: {receipt.TasksOut} of {receipt.TasksIn}. Annotations: {receipt.AnnotationsOut} of {receipt.AnnotationsIn}. Regions: {receipt.RegionsOut} of {receipt.RegionsIn}."));
        foreach (var (reason, count) in receipt.LeftOut) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  left out: {count} ({ReceiptReport.NameOf(reason)})"));
        if (receipt.FilesMissing > 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  files that could not be read: {receipt.FilesMissing}"));
        foreach (var missing in receipt.Missing.Take(10)) Console.WriteLine($"    {missing.Address}: {missing.Reason}");
    }
}

using System.Diagnostics;
using System.Globalization;

namespace Goldset.Server.Tests.Hosting;

/// <summary>
/// The temporary folder of this test run, removed at its end. It carries the process's id, so that a run can clear away what another
/// one left that was killed.
/// </summary>
public sealed class RunFolder
{
    private const string Prefix = "goldset-test-";

    private int subfolders;

    /// <summary>Removes what is left of dead runs and makes the folder of this one.</summary>
    public RunFolder()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
            if (int.TryParse(Path.GetFileName(folder)[Prefix.Length..], CultureInfo.InvariantCulture, out var owner) && !IsRunning(owner))
                Remove(folder);
        FullName = Path.Combine(Path.GetTempPath(), Prefix + Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(FullName);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove();
    }

    /// <summary>The path.</summary>
    public string FullName { get; }

    /// <summary>A new folder inside.</summary>
    public DirectoryInfo CreateSubfolder() =>
        Directory.CreateDirectory(Path.Combine(FullName, Interlocked.Increment(ref subfolders).ToString(CultureInfo.InvariantCulture)));

    /// <summary>Stops a PostgreSQL that runs inside, and removes everything.</summary>
    public void Remove() => Remove(FullName);

    private static void Remove(string folder)
    {
        PostgresCluster.StopIn(folder);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private static bool IsRunning(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}

using Goldset.Data;
using Microsoft.EntityFrameworkCore;

namespace Goldset.Server.CommandLine;

/// <summary>Projects as the command line names them.</summary>
internal static class ProjectTitle
{
    /// <summary>The title meant by a name that may have been completed as if it were a folder: <c>./animals/</c> is <c>animals</c>.</summary>
    public static string Of(string name)
    {
        var title = name.TrimEnd('/');
        return title.StartsWith("./", StringComparison.Ordinal) ? title[2..] : title;
    }

    /// <summary>Whether some organization has a project of this title.</summary>
    public static async Task<bool> ExistsAsync(Database database, string title, CancellationToken cancel)
    {
        await using var context = database.Context();
        return await context.Projects.AnyAsync(project => project.Title == title, cancel);
    }
}

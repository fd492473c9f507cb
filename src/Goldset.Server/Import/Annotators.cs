using System.Text.Json;
using Dapper;
using Goldset.Data;
using Goldset.Labeling;

namespace Goldset.Server.Import;

/// <summary>Finds the authors that imported annotations name, among the people of the caller's organization.</summary>
internal sealed class Annotators
{
    private readonly long callerId;
    private readonly bool acceptUnknown;
    private readonly HashSet<long> ids;
    private readonly Dictionary<string, long> byEmail;

    private Annotators(long callerId, bool acceptUnknown, IEnumerable<(long Id, string Email)> people)
    {
        this.callerId = callerId;
        this.acceptUnknown = acceptUnknown;
        byEmail = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
        ids = [];
        foreach (var (id, email) in people)
        {
            ids.Add(id);
            byEmail[email] = id;
        }
    }

    /// <summary>Reads the people of the organization, those who have left included: their work is still theirs.</summary>
    /// <param name="database">The database.</param>
    /// <param name="organizationId">The organization.</param>
    /// <param name="callerId">Who imports.</param>
    /// <param name="acceptUnknown">Unknown e-mails stand for the caller.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<Annotators> ReadAsync(Database database, long organizationId, long callerId, bool acceptUnknown, CancellationToken cancel)
    {
        await using var connection = await database.ReadAsync(cancel);
        var people = await connection.QueryAsync<(long, string)>(
            "SELECT u.id, u.email FROM organization_members m JOIN users u ON u.id = m.user_id WHERE m.organization_id = @organizationId", new { organizationId });
        return new Annotators(callerId, acceptUnknown, people);
    }

    /// <summary>The author that <paramref name="annotation"/> names, the caller when it names none.</summary>
    /// <exception cref="EmbeddedException">Nobody of the organization.</exception>
    public long AuthorOf(JsonElement annotation)
    {
        if (!annotation.TryGetProperty("completed_by", out var author) || author.ValueKind == JsonValueKind.Null) return callerId;
        if (author.ValueKind == JsonValueKind.Object)
        {
            if (!author.TryGetProperty("email", out var email)) throw new EmbeddedException("It's expected to have 'email' field in 'completed_by' data in annotations");
            if (email.ValueKind == JsonValueKind.String && byEmail.TryGetValue(PythonRepr.Display(email), out var id)) return id;
            if (acceptUnknown) return callerId;
            throw new EmbeddedException($"Unknown annotator's email {PythonRepr.Display(email)}");
        }
        if (author.ValueKind == JsonValueKind.Number && author.TryGetInt64(out var number) && ids.Contains(number)) return number;
        throw new EmbeddedException($"Import data contains completed_by={PythonRepr.Display(author)} which is not a valid annotator's email or ID");
    }
}

/// <summary>An annotation inside an imported task cannot be stored. The message is the API's.</summary>
internal sealed class EmbeddedException(string message) : Exception(message);

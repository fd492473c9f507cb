using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Goldset.Labeling;

namespace Goldset.Server.Import;

/// <summary>Counts in how many tasks each key of the data occurs, without making a string of a key it has seen.</summary>
internal sealed class DataColumns
{
    /// <summary>Most keys. A table of so many columns is a mistake in the file.</summary>
    public const int MaxColumns = 10_000;

    /// <summary>Longest key in bytes; the summary's index takes no more.</summary>
    public const int MaxKeyLength = 1000;

    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = TaskDataValidator.MaxDepth };

    private readonly Dictionary<byte[], Column> columns = new(Utf8Comparer.Instance);
    private readonly Dictionary<byte[], Column>.AlternateLookup<ReadOnlySpan<byte>> byBytes;
    private readonly bool isLimited;
    private long tasks;

    /// <summary>Counts nothing yet.</summary>
    /// <param name="isLimited">Refuse keys that are too many or too long; false for data that is stored already.</param>
    public DataColumns(bool isLimited = true)
    {
        this.isLimited = isLimited;
        byBytes = columns.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>Keys with the number of tasks that have them.</summary>
    public IEnumerable<(string Key, long Count)> Counts => columns.Values.GroupBy(c => c.Name, StringComparer.Ordinal).Select(g => (g.Key, g.Sum(c => c.Count)));

    /// <summary>Counts the keys of one task's data.</summary>
    /// <param name="data">Well-formed JSON.</param>
    /// <returns>What is wrong with a key, or null.</returns>
    public string? Add(ReadOnlySpan<byte> data)
    {
        tasks++;
        var reader = new Utf8JsonReader(data, ReaderOptions);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!byBytes.TryGetValue(reader.ValueSpan, out var column))
            {
                var name = isLimited ? null : reader.GetString();
                if (name is null && !TryName(reader, out name)) return $"Task[data] has a key of more than {MaxKeyLength} bytes or with a null character";
                if (isLimited && columns.Count == MaxColumns) return $"Task[data] has more than {MaxColumns} different keys over all tasks";
                column = new Column(name);
                columns.Add(reader.ValueSpan.ToArray(), column);
            }
            // A key that occurs twice in one task counts once.
            if (column.LastTask != tasks)
            {
                column.LastTask = tasks;
                column.Count++;
            }
            reader.Skip();
        }
        return null;
    }

    /// <summary>The keys of one task's data.</summary>
    public static HashSet<string> KeysOf(ReadOnlySpan<byte> data)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(data, ReaderOptions);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return keys;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (TryName(reader, out var name)) keys.Add(name);
            reader.Skip();
        }
        return keys;
    }

    private static bool TryName(in Utf8JsonReader reader, [NotNullWhen(true)] out string? name)
    {
        name = reader.ValueSpan.Length > MaxKeyLength ? null : reader.GetString()!;
        return name is not null && !name.Contains('\0', StringComparison.Ordinal);
    }

    private sealed class Column(string name)
    {
        public string Name { get; } = name;
        public long Count { get; set; }
        public long LastTask { get; set; }
    }

    private sealed class Utf8Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly Utf8Comparer Instance = new();

        public bool Equals(byte[]? a, byte[]? b) => a.AsSpan().SequenceEqual(b);
        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);
        public int GetHashCode(byte[] key) => GetHashCode(key.AsSpan());
        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }
    }

    /// <summary>The data of an item: the value of its <c>data</c>; empty when it has none.</summary>
    public static ReadOnlySpan<byte> DataOf(ReadOnlySpan<byte> item)
    {
        var reader = new Utf8JsonReader(item, new JsonReaderOptions { MaxDepth = TaskDataValidator.MaxDepth });
        ReadOnlySpan<byte> data = default;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isData = reader.ValueTextEquals("data"u8);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (isData) data = item[start..(int)reader.BytesConsumed];
        }
        return data;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.IO.Hashing;

namespace Goldset.Formats.Json;

/// <summary>
/// What is known of names, by their bytes between the quotes of the JSON: names come again with each task, and are neither decoded nor
/// made strings of more than once. It forgets everything when there are very many.
/// </summary>
internal sealed class RawNames<T>
{
    private const int Most = 4096;

    private readonly Dictionary<byte[], T> _known = new(RawNameComparer.Instance);
    private readonly Dictionary<byte[], T>.AlternateLookup<ReadOnlySpan<byte>> _byBytes;

    public RawNames() => _byBytes = _known.GetAlternateLookup<ReadOnlySpan<byte>>();

    public bool TryGet(ReadOnlySpan<byte> raw, [MaybeNullWhen(false)] out T value) => _byBytes.TryGetValue(raw, out value);

    public void Add(ReadOnlySpan<byte> raw, T value)
    {
        if (_known.Count >= Most)
        {
            _known.Clear();
        }

        _byBytes[raw] = value;
    }

    private sealed class RawNameComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly RawNameComparer Instance = new();

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(ReadOnlySpan<byte> alternate) => (int)XxHash3.HashToUInt64(alternate);

        public int GetHashCode(byte[] name) => GetHashCode(name.AsSpan());
    }
}

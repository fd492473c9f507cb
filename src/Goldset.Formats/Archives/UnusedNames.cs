using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Goldset.Formats.Archives;

/// <summary>Gives each file of an archive a name of its own: tasks put together from several projects may share ids and images.</summary>
internal sealed class UnusedNames
{
    private readonly HashSet<UInt128> _names = [];

    /// <summary>The name, with a number behind it if it has been given before.</summary>
    public string Take(string name)
    {
        var unused = name;
        for (var n = 1; !_names.Add(XxHash128.HashToUInt128(MemoryMarshal.AsBytes(unused.AsSpan()))); n++)
        {
            unused = string.Create(CultureInfo.InvariantCulture, $"{name}_{n}");
        }

        return unused;
    }
}

using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Goldset.Formats.Media;

/// <summary>Where a file is.</summary>
internal enum MediaPlace
{
    /// <summary>On the web.</summary>
    Web,

    /// <summary>Uploaded to the server.</summary>
    Upload,

    /// <summary>In a folder the server gives access to.</summary>
    LocalFile,

    /// <summary>In a bucket or container.</summary>
    Storage,

    /// <summary>Not known.</summary>
    Elsewhere,
}

/// <summary>The address of a file in a task's data, and the names that exports derive from it.</summary>
internal sealed class MediaAddress
{
    private const int LongestName = 251;
    private const string LocalFiles = "/data/local-files/?d=";

    private readonly string _origin;

    private MediaAddress(string text, string own, MediaPlace place, string path, string origin)
    {
        (Text, Key, Place, _origin) = (text, XxHash128.HashToUInt128(MemoryMarshal.AsBytes(own.AsSpan())), place, origin);
        Base = FileName(path[(path.LastIndexOf('/') + 1)..]);
    }

    /// <summary>As the task has it.</summary>
    public string Text { get; }

    /// <summary>What addresses of one file have in common: those of the server itself may name it or not.</summary>
    public UInt128 Key { get; }

    public MediaPlace Place { get; }

    /// <summary>Last part of the path, as it is encoded there, without what no archive should name a file.</summary>
    public string Base { get; }

    /// <summary>Last part of the whole address, a query included: what stands for the file where it was not taken along.</summary>
    public string PlainBase => FileName(Text[(Text.LastIndexOf('/') + 1)..]);

    /// <summary><see cref="Base"/> with eight digits before it that tell addresses apart.</summary>
    public string HashedBase => $"{Digits(8)}__{Base}";

    /// <param name="text">As the task has it.</param>
    /// <param name="origin">Scheme and host of the server.</param>
    public static MediaAddress Parse(string text, string origin)
    {
        var own = origin.Length > 0 && text.StartsWith(origin + "/", StringComparison.Ordinal) ? text[origin.Length..] : text;
        if (own.StartsWith(LocalFiles, StringComparison.Ordinal))
        {
            return new MediaAddress(text, own, MediaPlace.LocalFile, own[LocalFiles.Length..], origin);
        }

        if (own.StartsWith("/data/upload/", StringComparison.Ordinal) || own.StartsWith("upload/", StringComparison.Ordinal))
        {
            return new MediaAddress(text, own, MediaPlace.Upload, WithoutQuery(own), origin);
        }

        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        return text.AsSpan(0, Math.Max(scheme, 0)) switch
        {
            "http" or "https" => new MediaAddress(text, own, MediaPlace.Web, PathOf(text[(scheme + 3)..]), origin),
            "s3" or "gs" or "azure-blob" or "redis" => new MediaAddress(text, own, MediaPlace.Storage, text, origin),
            _ => new MediaAddress(text, own, MediaPlace.Elsewhere, WithoutQuery(text), origin),
        };
    }

    /// <summary>The first digits of the hash of the full address.</summary>
    public string Digits(int count)
    {
        // Part of the names as scripts know them; nothing depends on its strength.
        var full = Text.StartsWith('/') ? _origin + Text : Text;
        return Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(full)))[..count];
    }

    /// <summary>A name without its last extension, short enough for file systems.</summary>
    public static string Stem(string name)
    {
        var dot = name.LastIndexOf('.');
        var stem = dot > name.AsSpan().IndexOfAnyExcept('.') && dot > 0 ? name[..dot] : name;
        while (Encoding.UTF8.GetByteCount(stem) > LongestName)
        {
            stem = stem[..^(char.IsLowSurrogate(stem[^1]) && stem.Length > 1 ? 2 : 1)];
        }

        return stem;
    }

    /// <summary>A name that no archive tool takes for a path or an order to the terminal.</summary>
    public static string FileName(string name)
    {
        if (name is "." or "..")
        {
            return name.Replace('.', '_');
        }

        return name.AsSpan().ContainsAny('/', '\\') || name.Any(char.IsControl)
            ? string.Concat(name.Select(c => c is '/' or '\\' || char.IsControl(c) ? '_' : c))
            : name;
    }

    private static string PathOf(string afterScheme)
    {
        var path = WithoutQuery(afterScheme);
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? "" : path[slash..];
    }

    private static string WithoutQuery(string text)
    {
        var end = text.AsSpan().IndexOfAny('?', '#');
        return end < 0 ? text : text[..end];
    }
}

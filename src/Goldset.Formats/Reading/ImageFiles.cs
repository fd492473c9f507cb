using StbImageSharp;

namespace Goldset.Formats.Reading;

/// <summary>The images of a dataset.</summary>
internal sealed class ImageFiles
{
    private const int SmallHead = 64 * 1024;
    private const int LargeHead = 8 * 1024 * 1024;
    private const string LocalFiles = "/data/local-files/?d=";

    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase) { ".jpg", ".jpeg", ".png", ".bmp", ".gif", ".webp" };

    private readonly DatasetFiles _files;
    private readonly string? _root;
    private readonly Dictionary<string, DatasetFile?> _byName = new(StringComparer.Ordinal);

    public ImageFiles(DatasetFiles files, DatasetOptions options)
    {
        (_files, _root) = (files, options.RootUrl ?? (options.LikeConverter ? LocalFiles : null));
        foreach (var file in files.All.Where(IsImage))
        {
            // Of a name that occurs twice nobody can say which is meant.
            _byName[file.Name] = _byName.ContainsKey(file.Name) ? null : file;
        }
    }

    public static bool IsImage(DatasetFile file) => Endings.Contains(Path.GetExtension(file.Path));

    /// <summary>The image that a file in <paramref name="folder"/> calls <paramref name="name"/>; null when it is not in the dataset.</summary>
    public DatasetFile? Find(string folder, string name)
    {
        name = name.Replace('\\', '/');
        var inFolder = folder.Length == 0 ? name : $"{folder}/{name}";
        return _files.Find(inFolder) ?? _files.Find(name) ?? _byName.GetValueOrDefault(name[(name.LastIndexOf('/') + 1)..]);
    }

    /// <summary>What the data of a task about an image says, and the file that has to be kept for it.</summary>
    /// <param name="file">The image, if it is in the dataset.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="url">Its address on the web, if the dataset has one.</param>
    public (string? Value, DatasetFile? Media) Place(DatasetFile? file, string name, string? url = null)
    {
        if (_root is null)
        {
            if (file is not null)
            {
                return (null, file);
            }

            if (IsAddress(name))
            {
                return (name, null);
            }

            if (url is not null && IsAddress(url))
            {
                return (url, null);
            }
        }

        var root = _root ?? LocalFiles;
        var encoded = string.Join('/', name.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
        return (root.EndsWith('/') || root.EndsWith('=') ? root + encoded : $"{root}/{encoded}", null);
    }

    /// <summary>Width and height of an image in pixels, from its first bytes; null when they do not say.</summary>
    public static (int Width, int Height)? Measure(DatasetFile file)
    {
        using var stream = file.Open();
        var head = new byte[Math.Min(SmallHead, file.Length)];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (Measure(head, length) is { } size)
        {
            return size;
        }

        if (length == file.Length)
        {
            return null;
        }

        // Cameras put previews of any size before the picture.
        Array.Resize(ref head, (int)Math.Min(LargeHead, file.Length));
        length += stream.ReadAtLeast(head.AsSpan(length), head.Length - length, throwOnEndOfStream: false);
        return Measure(head, length);
    }

    private static bool IsAddress(string name) => name.Contains("://", StringComparison.Ordinal) || name.StartsWith("/data/", StringComparison.Ordinal);

    private static (int Width, int Height)? Measure(byte[] head, int length)
    {
        try
        {
            using var stream = new MemoryStream(head, 0, length);
            return ImageInfo.FromStream(stream) is { Width: > 0, Height: > 0 } info ? (info.Width, info.Height) : null;
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or IOException or IndexOutOfRangeException or OverflowException)
        {
            // Not an image: it has no size.
            return null;
        }
    }
}

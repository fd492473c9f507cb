using System.IO.Hashing;
using System.Runtime.InteropServices;
using Goldset.Formats.Archives;
using StbImageSharp;

namespace Goldset.Formats.Media;

/// <summary>How the files of an archive are called.</summary>
internal enum ImageNaming
{
    /// <summary>By address, with digits that tell addresses apart; uploads by their own name, which is unique.</summary>
    Hashed,

    /// <summary>By the last part of the address; digits follow only where a name is taken.</summary>
    Plain,
}

/// <summary>An image as an export names it.</summary>
/// <param name="Name">Path in the archive, or the address where the file is not in it.</param>
/// <param name="FileName">Last part of the name: what label files are called after.</param>
/// <param name="Width">Pixels; 0 when not known.</param>
/// <param name="Height">Pixels; 0 when not known.</param>
/// <param name="Bands">Values a pixel; 3 when not known.</param>
internal readonly record struct ImageFile(string Name, string FileName, int Width = 0, int Height = 0, int Bands = 3)
{
    public bool HasSize => Width > 0 && Height > 0;
}

/// <summary>The folder of an archive with the files that tasks are about, and their names where they are not taken along.</summary>
/// <param name="zip">The archive.</param>
/// <param name="folder">Name of the folder.</param>
/// <param name="naming">How files are called.</param>
/// <param name="takesAlong">Whether the files are in the archive, or only named.</param>
/// <param name="receipt">Where missing files are counted.</param>
internal sealed class ImageFolder(ZipWriter zip, string folder, ImageNaming naming, bool takesAlong, ExportReceipt receipt)
{
    private readonly Dictionary<UInt128, Known> _known = [];
    private readonly HashSet<UInt128> _names = [];

    /// <summary>Whether a file has to be opened: to be taken along, or for the size of an image that is on the server anyway.</summary>
    public static bool Opens(MediaAddress address, bool takesAlong, bool measures) => takesAlong || (measures && address.Place == MediaPlace.Upload);

    /// <summary>The name of a task's image, which is written first if it is to be taken along.</summary>
    public async ValueTask<ImageFile> TakeAsync(MediaAddress address, TaskWithMedia task, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(address.Key, out var known) && (task.File ?? (object?)task.Problem) is not null)
        {
            known = await LearnAsync(address, task, cancellationToken).ConfigureAwait(false);
            _known.Add(address.Key, known);
        }

        if (!takesAlong || known.IsThere)
        {
            var name = NameOf(address, known.Digits);
            return new ImageFile($"{folder}/{name}", name, known.Width, known.Height, known.Bands == 0 ? 3 : known.Bands);
        }

        return new ImageFile(address.Text, address.PlainBase);
    }

    private async ValueTask<Known> LearnAsync(MediaAddress address, TaskWithMedia task, CancellationToken cancellationToken)
    {
        if (task.File is null)
        {
            if (takesAlong)
            {
                receipt.Miss(address.Text, task.Problem!);
            }

            return default;
        }

        var info = Measure(task.File);
        var digits = 0;
        if (takesAlong)
        {
            // Of two files with one name the second is told apart by its address.
            while (!_names.Add(Hash(NameOf(address, digits))))
            {
                digits += 4;
            }

            await zip.AddAsync($"{folder}/{NameOf(address, digits)}", task.File, cancellationToken).ConfigureAwait(false);
        }

        return new Known(true, (byte)digits, info?.Width ?? 0, info?.Height ?? 0, (byte)(info is { } image ? (int)image.ColorComponents : 0));
    }

    private string NameOf(MediaAddress address, int digits)
    {
        var name = naming == ImageNaming.Hashed && address.Place != MediaPlace.Upload ? address.HashedBase
            : naming == ImageNaming.Plain && !takesAlong && address.Place == MediaPlace.LocalFile ? address.PlainBase
            : address.Base;
        if (digits == 0)
        {
            return name;
        }

        var stem = MediaAddress.Stem(name);
        return $"{stem}_{address.Digits(Math.Min(digits, 32))}{name[stem.Length..]}";
    }

    private static ImageInfo? Measure(Stream file)
    {
        try
        {
            file.Position = 0;
            return ImageInfo.FromStream(file);
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or IOException or IndexOutOfRangeException or OverflowException)
        {
            // Not an image: it has no size.
            return null;
        }
    }

    private static UInt128 Hash(string text) => XxHash128.HashToUInt128(MemoryMarshal.AsBytes(text.AsSpan()));

    /// <summary>What is known of an address whose file was asked for.</summary>
    private readonly record struct Known(bool IsThere, byte Digits, int Width, int Height, byte Bands);
}

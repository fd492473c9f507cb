using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Goldset.Formats.Reading.Coco;

/// <summary>
/// Where in a COCO file each image and each of its annotations is. Annotations come in any order; with the index the file is read
/// image by image, and memory holds some bytes for each.
/// </summary>
internal sealed class CocoIndex(FileStream file)
{
    private const int None = -1;

    private readonly Dictionary<long, int> _byId = [];
    private readonly List<Image> _images = [];
    private readonly List<Annotation> _annotations = [];
    private readonly List<long> _order = [];

    /// <summary>Notes an image; false when there is one of this id already.</summary>
    public bool AddImage(long id, string fileName, long offset, int length)
    {
        ref var image = ref Known(id);
        if (image.Length > 0)
        {
            return false;
        }

        (image.Offset, image.Length, image.Name) = (offset, length, XxHash64.HashToUInt64(MemoryMarshal.AsBytes(fileName.AsSpan())));
        return true;
    }

    /// <summary>Notes an annotation of an image that may come later.</summary>
    public void AddAnnotation(long imageId, long offset, int length)
    {
        ref var image = ref Known(imageId);
        var index = _annotations.Count;
        _annotations.Add(new Annotation(offset, length, None));
        if (image.Last == None)
        {
            image.First = index;
        }
        else
        {
            CollectionsMarshal.AsSpan(_annotations)[image.Last].Next = index;
        }

        image.Last = index;
    }

    /// <summary>The images, by id; entries that share a file name come together, under the place of the first.</summary>
    public IEnumerable<IReadOnlyList<long>> Groups()
    {
        if (_order.Count == 0)
        {
            _order.AddRange(_byId.Keys.Order());
        }

        var seen = new HashSet<ulong>();
        var groups = new Dictionary<ulong, List<long>>();
        foreach (var id in _order.Where(IsThere))
        {
            if (!seen.Add(_images[_byId[id]].Name))
            {
                groups[_images[_byId[id]].Name] = [];
            }
        }

        foreach (var id in groups.Count == 0 ? [] : _order.Where(IsThere))
        {
            if (groups.TryGetValue(_images[_byId[id]].Name, out var group))
            {
                group.Add(id);
            }
        }

        foreach (var id in _order.Where(IsThere))
        {
            if (!groups.TryGetValue(_images[_byId[id]].Name, out var group))
            {
                yield return [id];
            }
            else if (group[0] == id)
            {
                yield return group;
            }
        }
    }

    /// <summary>Ids that annotations name and no image has.</summary>
    public IEnumerable<long> Unknown => _byId.Where(pair => _images[pair.Value].Length == 0).Select(pair => pair.Key);

    /// <summary>Reads an image's entry.</summary>
    public JsonElement ReadImage(long id)
    {
        var image = _images[_byId[id]];
        return Read(image.Offset, image.Length);
    }

    /// <summary>Reads the annotations of an image, in the order of the file.</summary>
    public IEnumerable<JsonElement> ReadAnnotations(long id)
    {
        for (var at = _images[_byId[id]].First; at != None; at = _annotations[at].Next)
        {
            yield return Read(_annotations[at].Offset, _annotations[at].Length);
        }
    }

    private bool IsThere(long id) => _images[_byId[id]].Length > 0;

    private JsonElement Read(long offset, int length)
    {
        var bytes = new byte[length];
        var read = 0;
        while (read < length && RandomAccess.Read(file.SafeFileHandle, bytes.AsSpan(read), offset + read) is > 0 and var more)
        {
            read += more;
        }

        using var document = JsonDocument.Parse(bytes.AsMemory(0, read));
        return document.RootElement.Clone();
    }

    private ref Image Known(long id)
    {
        if (!_byId.TryGetValue(id, out var index))
        {
            _byId.Add(id, index = _images.Count);
            _images.Add(new Image { First = None, Last = None });
        }

        return ref CollectionsMarshal.AsSpan(_images)[index];
    }

    private struct Image
    {
        public long Offset;
        public int Length;
        public ulong Name;
        public int First;
        public int Last;
    }

    private record struct Annotation(long Offset, int Length, int Next);
}

using System.Runtime.CompilerServices;
using System.Text;

namespace Goldset.Formats.Reading;

/// <summary>The tasks of CoNLL files: one for each text. Its words are put together with blanks between.</summary>
internal sealed class ConllTasks(IReadOnlyList<DatasetFile> files, DatasetOptions options) : IDatasetTasks
{
    private const int MaxWords = 1_000_000;
    private const int MaxLine = 1_000_000;
    private const string Filler = " -X- _ ";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _name = options.ObjectName == "image" ? "text" : options.ObjectName;

    public ImpliedConfig Config { get; } = new();

    private ImpliedObject Shown => Config.Object(_name, "Text", _name);

    public async IAsyncEnumerable<DatasetTask> ReadAsync(DatasetReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            using var reader = new StreamReader(file.Open(), Strict);
            var text = new TaggedText();
            for (long number = 1; await LineAsync(reader, file, number, cancellationToken).ConfigureAwait(false) is { } line; number++)
            {
                var columns = Columns(line);
                if (columns.Length == 0 || columns[0] == "-DOCSTART-")
                {
                    if (text.HasWords)
                    {
                        yield return TaskOf(text);
                        text = new TaggedText();
                    }
                }
                else if (columns.Length < 2)
                {
                    report.Add(file.Path, number, "the line has a word and no tag");
                }
                else if (text.Words == MaxWords)
                {
                    throw new DatasetException($"a text has more than {MaxWords} words", file.Path, number);
                }
                else
                {
                    text.Add(columns[0], columns[^1]);
                }
            }

            if (text.HasWords)
            {
                yield return TaskOf(text);
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async ValueTask<string?> LineAsync(StreamReader reader, DatasetFile file, long number, CancellationToken cancellationToken)
    {
        try
        {
            var line = await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false);
            return line is null or { Length: <= MaxLine } ? line : throw new DatasetException("the line is too long", file.Path, number);
        }
        catch (DecoderFallbackException)
        {
            throw new DatasetException("the file is not UTF-8 text", file.Path, number);
        }
    }

    /// <summary>The columns of a line. Where it is written as exports are, the tag is all that follows, blanks included.</summary>
    private static string[] Columns(string line) =>
        line.IndexOf(Filler, StringComparison.Ordinal) is > 0 and var end && end + Filler.Length < line.Length
            ? [line[..end], line[(end + Filler.Length)..]]
            : line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private LabelledTask TaskOf(TaggedText text)
    {
        var control = text.Spans.Count > 0 ? Config.Control(options.ControlName, "Labels", Shown) : null;
        var whole = text.ToString();
        List<DatasetRegion> regions = [.. text.Spans.Select(span => new SpanRegion(control!, span.Label, span.Start, span.End, whole[span.FirstChar..span.LastChar]))];
        return new LabelledTask(Shown, whole, [regions], options);
    }

    /// <summary>Words as they come, and the spans their tags make.</summary>
    private sealed class TaggedText
    {
        private readonly StringBuilder _text = new();
        private readonly List<Span> _spans = [];
        private string? _label;
        private int _points;

        public bool HasWords => Words > 0;

        public int Words { get; private set; }

        public IReadOnlyList<Span> Spans => _spans;

        public void Add(string word, string tag)
        {
            if (Words++ > 0)
            {
                _text.Append(' ');
                _points++;
            }

            var (start, at) = (_points, _text.Length);
            _text.Append(word);
            _points += word.EnumerateRunes().Count();
            var label = tag.Length > 2 && tag[1] is '-' or '_' && tag[0] is 'B' or 'I' or 'E' or 'S' or 'L' or 'U' ? tag[2..] : null;
            if (label is null)
            {
                _label = null;
                return;
            }

            // A span goes on while its label does and nothing says that another begins.
            if (_label == label && tag[0] is 'I' or 'E' or 'L')
            {
                _spans[^1] = _spans[^1] with { End = _points, LastChar = _text.Length };
            }
            else
            {
                _spans.Add(new Span(label, start, _points, at, _text.Length));
            }

            _label = tag[0] is 'E' or 'S' or 'L' or 'U' ? null : label;
        }

        public override string ToString() => _text.ToString();
    }

    /// <summary>A labelled span: in code points, and in characters of the text.</summary>
    private readonly record struct Span(string Label, int Start, int End, int FirstChar, int LastChar);
}

using System.Text;
using System.Text.Json;

namespace Goldset.Labeling;

/// <summary>
/// Checks imported tasks: the shape of an item and the type of each field the configuration reads. Made once per import; safe to
/// share between threads. <see cref="TryValidate"/> is the fast way and says only yes or no, <see cref="Explain"/> gives the text of
/// the API; they always agree.
/// </summary>
public sealed class TaskDataValidator
{
    /// <summary>The key of data that came without one, e.g. lines of a text file. It stands for the first field of the configuration.</summary>
    public const string UndefinedKey = "$undefined$";

    /// <summary>How deep JSON may nest.</summary>
    public const int MaxDepth = 256;

    private const int MaxRulesOnStack = 128;

    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = MaxDepth };

    private readonly DataTypeRule[] _rules;
    private readonly string? _firstKey;

    /// <summary>A validator for a project's data types: field and tag, in the order of the configuration.</summary>
    public TaskDataValidator(IEnumerable<KeyValuePair<string, string>> dataTypes)
    {
        var types = dataTypes.ToList();
        _rules = [.. types.Select(type => DataTypeRule.Create(type.Key, type.Value))];
        _firstKey = types.Count == 0 ? null : types[0].Key;
    }

    /// <summary>A validator for a configuration.</summary>
    public TaskDataValidator(LabelConfig config)
        : this(config.DataTypes)
    {
    }

    /// <summary>The state of a field while its data are read.</summary>
    [Flags]
    private enum FieldState : byte
    {
        Missing = 0,
        Accepted = 1,
        Wrong = 2,

        /// <summary>The value came under the nameless key, which overrides the field itself.</summary>
        Nameless = 4,
    }

    /// <summary>The field that the nameless key stands for; null when the configuration reads none.</summary>
    public string? FirstKey => _firstKey;

    /// <summary>
    /// Checks one item of an import and finds its parts. Allocates nothing.
    /// </summary>
    /// <param name="json">The item as JSON text in UTF-8, well-formed.</param>
    /// <param name="item">Where the parts are; meaningful only when the answer is yes.</param>
    /// <returns>Whether the item can become a task. If not, <see cref="Explain"/> says why.</returns>
    /// <exception cref="JsonException">The text is no JSON, or nests deeper than <see cref="MaxDepth"/>.</exception>
    public bool TryValidate(ReadOnlySpan<byte> json, out TaskItem item)
    {
        item = default;
        var reader = new Utf8JsonReader(json, ReaderOptions);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        Span<FieldState> bare = _rules.Length <= MaxRulesOnStack ? stackalloc FieldState[_rules.Length] : new FieldState[_rules.Length];
        Span<FieldState> wrapped = _rules.Length <= MaxRulesOnStack ? stackalloc FieldState[_rules.Length] : new FieldState[_rules.Length];
        bare.Clear();
        bool hasData = false, shapeFits = true, undefinedInBare = false, undefinedInData = false;
        bool annotationsFit = true, predictionsFit = true, metaFits = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            undefinedInBare |= CheckField(reader, bare);
            if (reader.ValueTextEquals("data"u8))
            {
                reader.Read();
                hasData = true;
                var start = reader.TokenStartIndex;
                shapeFits = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
                wrapped.Clear();
                undefinedInData = CheckFields(ref reader, wrapped);
                item.Data = Slice(start, reader);
            }
            else if (reader.ValueTextEquals("annotations"u8))
            {
                item.Annotations = ReadResults(ref reader, objectsOnly: true, out annotationsFit);
            }
            else if (reader.ValueTextEquals("predictions"u8))
            {
                item.Predictions = ReadResults(ref reader, objectsOnly: false, out predictionsFit);
            }
            else if (reader.ValueTextEquals("meta"u8))
            {
                item.Meta = ReadSlice(ref reader, out var type);
                metaFits = type is JsonTokenType.StartObject or JsonTokenType.StartArray;
            }
            else if (reader.ValueTextEquals("file_upload_id"u8))
            {
                item.FileUploadId = ReadSlice(ref reader, out _);
            }
            else if (reader.ValueTextEquals("allow_skip"u8))
            {
                item.AllowSkip = ReadSlice(ref reader, out _);
            }
            else
            {
                reader.Skip();
            }
        }

        if (!hasData)
        {
            item = new TaskItem { IsBare = true, Data = new JsonSlice(0, json.Length), HasUndefinedKey = undefinedInBare };
            return AllAccepted(bare);
        }

        item.HasUndefinedKey = undefinedInData;
        return shapeFits && annotationsFit && predictionsFit && metaFits && AllAccepted(wrapped);
    }

    /// <summary>Why an item can't become a task, or null when it can.</summary>
    /// <param name="item">One item of an import.</param>
    public string? Explain(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return "Task root must be dict with \"data\", \"meta\", \"annotations\", \"predictions\" fields";
        }

        if (!item.TryGetProperty("data", out var data))
        {
            return ExplainData(item, itemIsData: true);
        }

        return ExplainShape(data, "data") ?? ExplainData(data)
            ?? ExplainResults(item, "annotations", "Annotation") ?? ExplainResults(item, "predictions", "Prediction")
            ?? (item.TryGetProperty("meta", out var meta) ? ExplainShape(meta, "meta") : null);
    }

    /// <summary>Why task data don't fit the configuration, or null when they do.</summary>
    /// <param name="data">The task data.</param>
    /// <param name="itemIsData">The data came without a <c>data</c> member around them.</param>
    public string? ExplainData(JsonElement data, bool itemIsData = false)
    {
        var reason = data.ValueKind == JsonValueKind.Null ? "Task is empty (None)" : null;
        foreach (var rule in _rules)
        {
            reason ??= ExplainField(data, rule);
        }

        return reason is null ? null
            : itemIsData ? reason + " [assume: item as is = task root with values] "
            : reason + " [assume: item[\"data\"] = task root with values]";
    }

    /// <summary>The entry of the API's error list for an item that was refused.</summary>
    /// <param name="index">Place of the item in the import, from 0.</param>
    /// <param name="reason">What <see cref="Explain"/> said.</param>
    /// <param name="item">The item.</param>
    public static string Describe(int index, string reason, JsonElement item) => $"Error at item {index}: {reason} :: {PythonRepr.Display(item)}";

    /// <summary>Renames the nameless key of task data to the first field of the configuration. Data without it come back as they are.</summary>
    /// <param name="data">Task data as JSON text in UTF-8.</param>
    public byte[] NameUndefined(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data, ReaderOptions);
        if (_firstKey is null || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return data.ToArray();
        }

        using var document = JsonDocument.Parse(data.ToArray(), new JsonDocumentOptions { MaxDepth = MaxDepth });
        var members = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            members[JsonStrings.Name(member)] = member.Value;
        }

        if (members.Remove(UndefinedKey, out var value))
        {
            members[_firstKey] = value;
        }

        return Encoding.UTF8.GetBytes(JsonText.Write(writer =>
        {
            writer.WriteStartObject();
            foreach (var (name, member) in members)
            {
                writer.WritePropertyName(name);
                writer.WriteAsSent(member);
            }

            writer.WriteEndObject();
        }));
    }

    private static bool AllAccepted(ReadOnlySpan<FieldState> states)
    {
        foreach (var state in states)
        {
            if ((state & ~FieldState.Nameless) != FieldState.Accepted)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads the data from its first token to its last. Says whether there was a nameless key.</summary>
    private bool CheckFields(ref Utf8JsonReader reader, scoped Span<FieldState> states)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return false;
        }

        var undefined = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            undefined |= CheckField(reader, states);
            reader.Skip();
        }

        return undefined;
    }

    /// <summary>Checks the member whose name the reader is at, on a copy of it. Says whether it is the nameless key.</summary>
    private bool CheckField(in Utf8JsonReader reader, scoped Span<FieldState> states)
    {
        var undefined = reader.ValueTextEquals("$undefined$"u8);
        for (var i = 0; i < _rules.Length; i++)
        {
            var rule = _rules[i];
            if (undefined ? rule.Path[0] == _firstKey : (states[i] & FieldState.Nameless) == 0 && reader.ValueTextEquals(rule.Utf8Path[0]))
            {
                states[i] = CheckValue(reader, rule) | (undefined ? FieldState.Nameless : FieldState.Missing);
            }
        }

        return undefined;
    }

    private static FieldState CheckValue(in Utf8JsonReader reader, DataTypeRule rule)
    {
        var value = reader;
        value.Read();
        return CheckValue(ref value, rule, step: 1);
    }

    private static FieldState CheckValue(ref Utf8JsonReader reader, DataTypeRule rule, int step)
    {
        if (step == rule.Utf8Path.Length)
        {
            return (KindOf(reader) & rule.Accepted) != 0 ? FieldState.Accepted : FieldState.Wrong;
        }

        var state = FieldState.Missing;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return state;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(rule.Utf8Path[step]))
            {
                var inner = reader;
                inner.Read();
                state = CheckValue(ref inner, rule, step + 1);
            }

            reader.Skip();
        }

        return state;
    }

    private static DataKinds KindOf(in Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => DataKinds.Text,
        JsonTokenType.Number => reader.ValueSpan.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0 ? DataKinds.Integer : DataKinds.Float,
        JsonTokenType.True or JsonTokenType.False => DataKinds.Integer,
        JsonTokenType.StartArray => DataKinds.List,
        JsonTokenType.StartObject => DataKinds.Object,
        _ => DataKinds.Null,
    };

    private static DataKinds KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => DataKinds.Text,
        JsonValueKind.Number => PythonRepr.IsInteger(value) ? DataKinds.Integer : DataKinds.Float,
        JsonValueKind.True or JsonValueKind.False => DataKinds.Integer,
        JsonValueKind.Array => DataKinds.List,
        JsonValueKind.Object => DataKinds.Object,
        _ => DataKinds.Null,
    };

    /// <summary>Reads a list of annotations or predictions, each an object with a result.</summary>
    private static JsonSlice ReadResults(ref Utf8JsonReader reader, bool objectsOnly, out bool fits)
    {
        reader.Read();
        var start = reader.TokenStartIndex;
        fits = reader.TokenType == JsonTokenType.StartArray;
        if (!fits)
        {
            reader.Skip();
            return Slice(start, reader);
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                fits &= !objectsOnly;
                reader.Skip();
                continue;
            }

            var hasResult = false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isResult = reader.ValueTextEquals("result"u8);
                reader.Read();
                hasResult = isResult ? !objectsOnly || reader.TokenType == JsonTokenType.StartArray : hasResult;
                reader.Skip();
            }

            fits &= hasResult;
        }

        return Slice(start, reader);
    }

    private static JsonSlice ReadSlice(ref Utf8JsonReader reader, out JsonTokenType type)
    {
        reader.Read();
        type = reader.TokenType;
        var start = reader.TokenStartIndex;
        reader.Skip();
        return Slice(start, reader);
    }

    private static JsonSlice Slice(long start, in Utf8JsonReader reader) => new((int)start, (int)(reader.BytesConsumed - start));

    private static string? ExplainShape(JsonElement value, string name) =>
        value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? null : $"Task[{name}] must be dict or list";

    private static string? ExplainResults(JsonElement item, string name, string what)
    {
        if (!item.TryGetProperty(name, out var list))
        {
            return null;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            return $"Task[{name}] must be list";
        }

        foreach (var one in list.EnumerateArray())
        {
            JsonElement? result = one.ValueKind == JsonValueKind.Object && one.TryGetProperty("result", out var found) ? found : null;
            if (result is null && (one.ValueKind == JsonValueKind.Object || name == "annotations"))
            {
                return $"{what} must have \"result\" fields";
            }

            if (name == "annotations" && result?.ValueKind != JsonValueKind.Array)
            {
                return "\"result\" field in annotation must be list";
            }
        }

        return null;
    }

    private string? ExplainField(JsonElement data, DataTypeRule rule)
    {
        var found = data;
        for (var step = 0; step < rule.Path.Length; step++)
        {
            JsonElement next = default;
            var nameless = step == 0 && rule.Path[0] == _firstKey && found.ValueKind == JsonValueKind.Object && found.TryGetProperty(UndefinedKey, out next);
            if (!nameless && (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(rule.Path[step], out next)))
            {
                return $"\"{rule.Key}\" key is expected in task data";
            }

            found = next;
        }

        return (KindOf(found) & rule.Accepted) != 0
            ? null
            : $"data['{rule.Key}']={PythonRepr.Display(found)} is of type '{PythonRepr.TypeName(found)}', "
                + $"but the object tag {rule.Tag} expects the following types: {rule.AcceptedNames}";
    }
}

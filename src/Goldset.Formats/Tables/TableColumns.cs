using System.Runtime.InteropServices;
using System.Text.Json;
using Goldset.Formats.Items;
using Goldset.Formats.Json;
using Goldset.Labeling;

namespace Goldset.Formats.Tables;

/// <summary>The columns of a table: gathered from all items first, then asked for the place of each.</summary>
internal sealed class TableColumns
{
    /// <summary>Columns of the annotation itself. They are always there and nothing else may take their names.</summary>
    public static readonly string[] Annotation = ["annotator", "annotation_id", "created_at", "updated_at", "lead_time"];

    private readonly HashSet<string> _data = new(StringComparer.Ordinal);
    private readonly HashSet<string> _controls = new(StringComparer.Ordinal);
    private readonly HashSet<string> _others = new(Annotation, StringComparer.Ordinal);
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly RawNames<bool> _met = new();
    private readonly RawNames<int> _dataPlaces = new();

    /// <summary>Column names, by code point; empty until <see cref="Arrange"/>.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>Name of the column with the conversation of a chat control.</summary>
    public static string Transcript(string control) => $"{control}_transcript";

    /// <summary>Takes the columns of an item in.</summary>
    public void Add(ExportItem item)
    {
        if (item.Data.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in item.Data.EnumerateObject())
            {
                var raw = JsonMarshal.GetRawUtf8PropertyName(property);
                if (!_met.TryGet(raw, out _))
                {
                    _data.Add(JsonStrings.Decode(raw));
                    _met.Add(raw, true);
                }
            }
        }

        foreach (var output in item.Outputs)
        {
            _controls.Add(output.Name);
            if (ChatTranscript.Has(output))
            {
                _controls.Add(Transcript(output.Name));
            }
        }

        AddWhen(item.TaskId.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null), "id");
        AddWhen(item.Agreement.ValueKind != JsonValueKind.Undefined, "agreement");
        AddWhen(HasHistory(item), "history");
    }

    /// <summary>Fixes the columns once all items are in.</summary>
    public void Arrange()
    {
        Names = [.. _data.Select(NameOfData).Union(_controls).Union(_others).Order(CodePointOrder.Instance)];
        for (var place = 0; place < Names.Count; place++)
        {
            _places[Names[place]] = place;
        }
    }

    /// <summary>Place of a column of the task's data, -1 if there is none. A control of the same name has the bare name.</summary>
    public int PlaceOfData(JsonProperty property)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        if (!_dataPlaces.TryGet(raw, out var place))
        {
            place = Place(NameOfData(JsonStrings.Decode(raw)));
            _dataPlaces.Add(raw, place);
        }

        return place;
    }

    /// <summary>Place of any other column, -1 if there is none.</summary>
    public int Place(string name) => _places.GetValueOrDefault(name, -1);

    /// <summary>Whether an item has a history to show.</summary>
    public static bool HasHistory(ExportItem item) => item.History.ValueKind switch
    {
        JsonValueKind.Array => item.History.GetArrayLength() > 0,
        JsonValueKind.Object => item.History.EnumerateObject().Any(),
        _ => false,
    };

    private string NameOfData(string key) => _controls.Contains(key) ? $"_data_{key}" : key;

    private void AddWhen(bool present, string name)
    {
        if (present)
        {
            _others.Add(name);
        }
    }
}

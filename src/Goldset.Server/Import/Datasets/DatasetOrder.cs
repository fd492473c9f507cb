using System.Text.Json.Nodes;
using Goldset.Formats.Reading;
using Goldset.Labeling;
using Goldset.Server.Http;

namespace Goldset.Server.Import.Datasets;

/// <summary>That the files of an import are a dataset, and how it is to be read.</summary>
internal sealed record DatasetOrder
{
    /// <summary>Name for formats that are recognised.</summary>
    public const string Auto = "auto";

    /// <summary>Name of the format, or <see cref="Auto"/>.</summary>
    public string Format { get; init; } = Auto;
    /// <summary>Annotations become predictions.</summary>
    public bool AsPredictions { get; init; }
    /// <summary>Version of these predictions.</summary>
    public string? ModelVersion { get; init; }
    /// <summary>Address that images are below, instead of being uploaded.</summary>
    public string? ImageRootUrl { get; init; }
    /// <summary>Ending of images that YOLO labels are about and that are not there.</summary>
    public string? ImageEnding { get; init; }
    /// <summary>Read as Label Studio's converter does.</summary>
    public bool ConverterCompatible { get; init; }
    /// <summary>A project without controls gets the configuration that the dataset needs.</summary>
    public bool SetConfig { get; init; } = true;
    /// <summary>A project that has some gets what is missing.</summary>
    public bool ExtendConfig { get; init; }
    /// <summary>What cannot be read is left out; otherwise it is told, and nothing is imported.</summary>
    public bool SkipUnreadable { get; init; }

    /// <summary>What the query of a request says; null when it does not name a format.</summary>
    /// <exception cref="ValidationException">A value is none of those allowed.</exception>
    public static DatasetOrder? From(HttpRequest request)
    {
        if (Text(request, "format") is not { } format) return null;
        var name = format.Equals(Auto, StringComparison.OrdinalIgnoreCase) ? Auto
            : DatasetFormats.Find(format.ToUpperInvariant())?.Name
            ?? throw Refusal("format", $"{format} is not supported import format. Supported: {Auto}, {string.Join(", ", DatasetFormats.All.Select(known => known.Name))}");
        return new DatasetOrder
        {
            Format = name,
            AsPredictions = Text(request, "as") switch
            {
                null or "annotations" => false,
                "predictions" => true,
                var other => throw Refusal("as", $"\"{other}\" is not a valid choice. It should be annotations or predictions."),
            },
            ModelVersion = Text(request, "model_version"),
            ImageRootUrl = Text(request, "image_root_url"),
            ImageEnding = Text(request, "image_ending"),
            ConverterCompatible = request.Flag("converter_compatible", false),
            SetConfig = request.Flag("set_config", true),
            ExtendConfig = request.Flag("extend_config", false),
            SkipUnreadable = request.Flag("skip_unreadable", false),
        };
    }

    /// <summary>How the library is to read it.</summary>
    /// <param name="config">The project's configuration.</param>
    public DatasetOptions Options(LabelConfig config) => new()
    {
        AsPredictions = AsPredictions,
        ModelVersion = ModelVersion,
        RootUrl = ImageRootUrl,
        MissingImageEnding = ImageEnding,
        LikeConverter = ConverterCompatible,
        Config = config.HasControlTags ? config : null,
    };

    private static string? Text(HttpRequest request, string key) => request.Query[key].ToString() is { Length: > 0 } text ? text : null;

    private static ValidationException Refusal(string key, string message) => new(new ValidationErrors().Set(key, new JsonArray((JsonNode)message)));
}

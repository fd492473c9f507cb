using System.Text.Json;
using System.Text.Json.Nodes;

namespace Goldset.Labeling;

/// <summary>Whom sample data are for.</summary>
public enum SamplePurpose
{
    /// <summary>The preview of the editor while a configuration is written.</summary>
    Preview,

    /// <summary>An example of what to import.</summary>
    Upload,
}

/// <summary>How to make sample data.</summary>
public sealed record SampleOptions
{
    /// <summary>Scheme and host put before paths to sample files; may be empty.</summary>
    public string Host { get; init; } = "";

    /// <summary>Whom the data are for.</summary>
    public SamplePurpose Purpose { get; init; }

    /// <summary>Texts, dialogues and hypertexts come as addresses unless the configuration says otherwise.</summary>
    public bool UrlsOnly { get; init; }

    /// <summary>The user who completed the sample annotation.</summary>
    public long UserId { get; init; }

    /// <summary>Where random numbers come from.</summary>
    public Random Random { get; init; } = Random.Shared;
}

/// <summary>Makes up a task that shows what a configuration does.</summary>
public static class SampleTask
{
    /// <summary>Sample data for every field the configuration reads, as JSON text.</summary>
    public static string Create(LabelConfig config, SampleOptions options) => Data(config, options).ToJsonString(JsonText.SerializerOptions);

    /// <summary>
    /// A sample task with an annotation and a prediction, as JSON text. A configuration with a control for which no region can be
    /// made up gives the data alone, as <see cref="Create"/> does.
    /// </summary>
    public static string CreateAnnotated(LabelConfig config, SampleOptions options)
    {
        var regions = new SampleRegions(config, options.Random);
        if (!regions.AreSupported)
        {
            return Create(config, options);
        }

        var data = Data(config, options);
        if (config.SampleJson is null)
        {
            SampleRegions.MakeConcrete(data, config, options.Host);
        }

        var task = new JsonObject
        {
            ["data"] = data,
            ["annotations"] = new JsonArray(new JsonObject
            {
                ["was_cancelled"] = false,
                ["ground_truth"] = false,
                ["lead_time"] = 0.0,
                ["result_count"] = 0,
                ["completed_by"] = options.UserId,
                ["result"] = regions.Create(),
            }),
            ["predictions"] = new JsonArray(new JsonObject
            {
                ["model_version"] = "sample model version",
                ["score"] = 0.0,
                ["result"] = regions.Create(),
            }),
        };
        return task.ToJsonString(JsonText.SerializerOptions);
    }

    private static JsonObject Data(LabelConfig config, SampleOptions options)
    {
        var values = new SampleValues(options);
        var data = new JsonObject();
        var elements = config.Root.DescendantsAndSelf().ToList();
        foreach (var attribute in (string[])["value", "valueList"])
        {
            foreach (var element in elements.Where(element => element.Attribute(attribute) is not null))
            {
                var reference = element.Attribute("value") is { Length: > 0 } value ? value : element.Attribute("valueList");
                if (reference is ['$', .. { Length: > 0 } key])
                {
                    data[key] = values.For(element, key);
                }
            }
        }

        // Fields within other text, as in "Title: $title", are read as well.
        foreach (var element in elements.Where(element => element.Attribute("name") is { Length: > 0 } && element.Attribute("value") is not (null or ['$', ..])))
        {
            if (LabelConfig.EmbeddedReference().Match(element.Attribute("value")!) is { Success: true } match)
            {
                data.TryAdd(match.Groups[1].Value, values.For(element, match.Groups[1].Value));
            }
        }

        NestLists(data);
        NestObjects(data);
        MergeComment(data, config.SampleJson);
        return data;
    }

    /// <summary>Fields of repeated items become lists of two: <c>items[{{idx}}].url</c> gives <c>items: [{url}, {url}]</c>.</summary>
    private static void NestLists(JsonObject data)
    {
        foreach (var key in data.Select(member => member.Key).Where(key => key.Contains('[', StringComparison.Ordinal)).ToList())
        {
            var value = data[key];
            data.Remove(key);
            var list = key[..key.IndexOf('[', StringComparison.Ordinal)];
            var field = key[(key.IndexOf(']', StringComparison.Ordinal) + 1)..].TrimStart('.');
            if (data[list] is not JsonArray { Count: 2 } items)
            {
                data[list] = items = new JsonArray(new JsonObject(), new JsonObject());
            }

            for (var i = 0; i < items.Count; i++)
            {
                if (field.Length == 0)
                {
                    items[i] = value?.DeepClone();
                }
                else if (items[i] is JsonObject item)
                {
                    Set(item, field, value?.DeepClone());
                }
            }
        }
    }

    /// <summary>Fields of fields become objects: <c>meta.title</c> gives <c>meta: {title}</c>.</summary>
    private static void NestObjects(JsonObject data)
    {
        foreach (var key in data.Select(member => member.Key).Where(key => key.Contains('.', StringComparison.Ordinal)).ToList())
        {
            var value = data[key];
            data.Remove(key);
            Set(data, key, value);
        }
    }

    private static void Set(JsonObject parent, string path, JsonNode? value)
    {
        var steps = path.Split('.');
        foreach (var step in steps[..^1])
        {
            if (parent[step] is not JsonObject child)
            {
                parent[step] = child = [];
            }

            parent = child;
        }

        parent[steps[^1]] = value;
    }

    private static void MergeComment(JsonObject data, string? json)
    {
        JsonObject? comment;
        try
        {
            comment = json is null ? null : JsonNode.Parse(json) as JsonObject;
            comment = comment?["data"] as JsonObject ?? (comment?.ContainsKey("data") == false && !comment.ContainsKey("annotations")
                && !comment.ContainsKey("predictions") ? comment : null);
        }
        catch (Exception notJson) when (notJson is JsonException or ArgumentException or InvalidOperationException)
        {
            // The comment is for people, or repeats a member.
            return;
        }

        foreach (var (key, value) in comment ?? [])
        {
            data[key] = value?.DeepClone();
        }
    }
}

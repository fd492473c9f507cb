using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Goldset.Data;

namespace Goldset.Server.Http.RequestBinding;

/// <summary>
/// Fills a request record of <see cref="Optional{T}"/> properties from a body and checks the rules of their
/// <see cref="FieldAttribute"/>s. All that is wrong is reported at once, field by field. Unknown keys are ignored.
/// </summary>
public static partial class RequestBinder
{
    private static readonly ConcurrentDictionary<Type, BoundField[]> Fields = new();

    /// <summary>Reads the body of <paramref name="request"/> as <typeparamref name="T"/>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="partial">True for PATCH: required fields may be absent.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <exception cref="ValidationException">A rule is broken.</exception>
    public static async Task<T> BindAsync<T>(HttpRequest request, bool partial, CancellationToken cancel) where T : new() =>
        Bind<T>(await RequestBody.ReadAsync(request, cancel, halfPairs: true), partial);

    /// <summary>Fills <typeparamref name="T"/> from <paramref name="body"/>.</summary>
    public static T Bind<T>(RequestBody body, bool partial) where T : new()
    {
        var errors = new ValidationErrors();
        var bound = Bind<T>(body, partial, errors);
        errors.ThrowIfAny();
        return bound;
    }

    /// <summary>Fills <typeparamref name="T"/> from <paramref name="body"/>, adding what is wrong to <paramref name="errors"/>.</summary>
    public static T Bind<T>(RequestBody body, bool partial, ValidationErrors errors) where T : new()
    {
        object target = new T();
        if (!body.IsForm && body.Json.ValueKind != JsonValueKind.Object)
        {
            errors.Add(ValidationErrors.NonField, $"Invalid data. Expected a dictionary, but got {PythonType(body.Json)}.");
            return (T)target;
        }
        foreach (var field in Fields.GetOrAdd(typeof(T), Describe))
        {
            if (!body.TryGet(field.Name, out var json))
            {
                if (body.IsForm && !partial && field.ValueType == typeof(bool)) field.Set(target, false);
                else if (field.Rules.Required && !partial) errors.Add(field.Name, "This field is required.");
                continue;
            }
            if (field.TryConvert(json, body.IsForm, out var value, out var error)) field.Set(target, value);
            else errors.Add(field.Name, error!);
        }
        return (T)target;
    }

    private static BoundField[] Describe(Type type) =>
        [.. type.GetProperties().Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(Optional<>))
            .Select(p => new BoundField(p))];

    /// <summary>The name Python gives the type of a JSON value; clients know these texts.</summary>
    public static string PythonType(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => "list",
        JsonValueKind.Object => "dict",
        JsonValueKind.String => "str",
        JsonValueKind.Number => json.TryGetInt64(out _) ? "int" : "float",
        JsonValueKind.True or JsonValueKind.False => "bool",
        _ => "NoneType",
    };

    private sealed class BoundField
    {
        private readonly PropertyInfo property;
        private readonly ConstructorInfo wrap;
        private readonly Type inner;
        private readonly bool nullable;

        public BoundField(PropertyInfo property)
        {
            this.property = property;
            Rules = property.GetCustomAttribute<FieldAttribute>() ?? new FieldAttribute();
            Name = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
            ValueType = property.PropertyType.GetGenericArguments()[0];
            inner = Nullable.GetUnderlyingType(ValueType) ?? ValueType;
            nullable = Rules.Null || Nullable.GetUnderlyingType(ValueType) is not null;
            wrap = property.PropertyType.GetConstructor([ValueType, typeof(bool)])!;
        }

        public string Name { get; }
        public FieldAttribute Rules { get; }
        public Type ValueType { get; }

        public void Set(object target, object? value) => property.SetValue(target, wrap.Invoke([value, true]));

        public bool TryConvert(JsonElement json, bool isForm, out object? value, out string? error)
        {
            value = null;
            error = null;
            // A form cannot say null: an empty text stands for it where a text would not do.
            var empty = isForm && inner != typeof(string) && json.ValueKind == JsonValueKind.String && json.GetString() == "";
            if (json.ValueKind == JsonValueKind.Null || empty)
            {
                if (nullable) return true;
                error = "This field may not be null.";
                return false;
            }
            if (!Rules.AsSent && HalfPairs.InTexts(json))
            {
                error = "Not a valid string.";
                return false;
            }
            error = inner == typeof(string) ? Text(json, out value)
                : inner == typeof(bool) ? Switch(json, out value)
                : inner == typeof(int) || inner == typeof(long) ? Whole(json, out value)
                : inner == typeof(double) ? Real(json, out value)
                : inner == typeof(Timestamp) ? Time(json, out value)
                : inner == typeof(JsonElement) ? Any(json, isForm, out value)
                : inner == typeof(IReadOnlyList<long>) ? Ids(json, out value)
                : throw new InvalidOperationException($"Request fields of type {inner} are not known");
            return error is null;
        }

        private string? Text(JsonElement json, out object? value)
        {
            value = null;
            if (json.ValueKind is not (JsonValueKind.String or JsonValueKind.Number)) return "Not a valid string.";
            var text = json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();
            if (!Rules.KeepSpace) text = text.Trim();
            if (text.Contains('\0', StringComparison.Ordinal)) return "Null characters are not allowed.";
            if (text.Length == 0 && !Rules.Blank)
                return Rules.Choices is null ? "This field may not be blank." : "\"\" is not a valid choice.";
            if (Rules.Choices is { } choices && text.Length > 0 && !choices.Contains(text, StringComparer.Ordinal)) return $"\"{text}\" is not a valid choice.";
            if (Rules.Email && text.Length > 0 && !EmailPattern().IsMatch(text)) return "Enter a valid email address.";
            if (Rules.Url && text.Length > 0 && !(Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")) return "Enter a valid URL.";
            if (Rules.MaxLength > 0 && text.Length > Rules.MaxLength) return $"Ensure this field has no more than {Rules.MaxLength} characters.";
            if (text.Length > 0 && text.Length < Rules.MinLength) return $"Ensure this field has at least {Rules.MinLength} characters.";
            value = text;
            return null;
        }

        private static string? Switch(JsonElement json, out object? value)
        {
            bool? read = json.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.Number => json.GetRawText() switch { "1" or "1.0" => true, "0" or "0.0" => false, _ => null },
                JsonValueKind.String => json.GetString()!.Trim().ToLowerInvariant() switch
                {
                    "t" or "y" or "yes" or "true" or "on" or "1" => true,
                    "f" or "n" or "no" or "false" or "off" or "0" => false,
                    _ => null,
                },
                _ => null,
            };
            value = read;
            return read is null ? "Must be a valid boolean." : null;
        }

        private string? Whole(JsonElement json, out object? value)
        {
            value = null;
            if (json.ValueKind is not (JsonValueKind.String or JsonValueKind.Number)) return "A valid integer is required.";
            var text = json.ValueKind == JsonValueKind.String ? json.GetString()!.Trim() : json.GetRawText();
            var dot = text.IndexOf('.', StringComparison.Ordinal);
            if (dot > 0 && text.AsSpan(dot + 1).Trim('0').IsEmpty) text = text[..dot];
            if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return "A valid integer is required.";
            var min = Math.Max(Rules.MinValue, inner == typeof(int) ? int.MinValue : long.MinValue);
            var max = Math.Min(Rules.MaxValue, inner == typeof(int) ? int.MaxValue : long.MaxValue);
            if (number < min) return $"Ensure this value is greater than or equal to {min}.";
            if (number > max) return $"Ensure this value is less than or equal to {max}.";
            value = inner == typeof(int) ? (object)(int)number : number;
            return null;
        }

        private static string? Real(JsonElement json, out object? value)
        {
            value = null;
            var text = json.ValueKind switch
            {
                JsonValueKind.Number => json.GetRawText(),
                JsonValueKind.String => json.GetString()!.Trim(),
                JsonValueKind.True => "1",
                JsonValueKind.False => "0",
                _ => "",
            };
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return "A valid number is required.";
            value = number;
            return null;
        }

        private static string? Time(JsonElement json, out object? value)
        {
            value = null;
            if (json.ValueKind != JsonValueKind.String || !Timestamp.TryParse(json.GetString()!, out var time))
                return "Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].";
            value = time;
            return null;
        }

        private string? Any(JsonElement json, bool isForm, out object? value)
        {
            value = json;
            if (!isForm) return null;
            try
            {
                var text = json.GetString()!;
                using var document = JsonDocument.Parse(text);
                value = document.RootElement.Clone();
                var bytes = System.Text.Encoding.UTF8.GetBytes(text);
                return HalfPairs.InNames(bytes) || (!Rules.AsSent && HalfPairs.InTexts(bytes)) ? "Value must be valid JSON." : null;
            }
            catch (JsonException)
            {
                return "Value must be valid JSON.";
            }
        }

        private static string? Ids(JsonElement json, out object? value)
        {
            value = null;
            if (json.ValueKind != JsonValueKind.Array) return $"Expected a list of items but got type \"{PythonType(json)}\".";
            var ids = new List<long>();
            foreach (var item in json.EnumerateArray())
            {
                if (item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out var id)) ids.Add(id);
                else if (item.ValueKind == JsonValueKind.String && long.TryParse(item.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out id)) ids.Add(id);
                else return "A valid integer is required.";
            }
            value = ids;
            return null;
        }
    }

    [GeneratedRegex(@"^[^@\s]+@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$|^[^@\s]+@localhost$")]
    internal static partial Regex EmailPattern();
}

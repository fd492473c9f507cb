using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Goldset.Server.Http.RequestBinding;

namespace Goldset.Server.Accounts;

/// <summary>The rules of a user's key assignments.</summary>
internal static partial class Hotkeys
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "ctrl+alt+delete", "cmd+alt+escape", "alt+f4", "ctrl+alt+esc", "cmd+option+esc", "ctrl+shift+esc", "cmd+shift+q", "alt+tab", "cmd+tab", "ctrl+alt+t", "cmd+space",
    };

    private static readonly HashSet<string> Modifiers = new(StringComparer.Ordinal) { "ctrl", "alt", "shift", "cmd", "meta", "option", "command", "control" };

    /// <summary>The JSON to store.</summary>
    /// <exception cref="HotkeyException">A rule is broken.</exception>
    public static string Check(JsonElement map)
    {
        if (map.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined) return "{}";
        if (map.ValueKind != JsonValueKind.Object) throw new HotkeyException($"Expected a dictionary of items but got type \"{RequestBinder.PythonType(map)}\".");
        if (map.EnumerateObject().Count() > 200) throw new HotkeyException("Cannot define more than 200 custom hotkeys");
        foreach (var entry in map.EnumerateObject()) CheckEntry(entry.Name, entry.Value);
        return map.GetRawText();
    }

    private static void CheckEntry(string action, JsonElement value)
    {
        if (action.Length > 100) throw new HotkeyException($"Action key '{action}' is too long (max 100 characters)");
        var parts = action.Split(':', 2);
        if (parts.Length < 2) throw new HotkeyException($"Action key '{action}' must be in 'section:action' format");
        if (parts[0].Length == 0 || parts[1].Length == 0) throw new HotkeyException($"Action key '{action}' must have non-empty section and action parts");
        if (value.ValueKind != JsonValueKind.Object) throw new HotkeyException($"Hotkey data for '{action}' must be a dictionary");
        if (!value.TryGetProperty("key", out var key)) throw new HotkeyException($"Missing 'key' in hotkey data for '{action}'");
        if (key.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(key.GetString())) throw new HotkeyException($"Key combination for '{action}' must be a non-empty string");
        var keys = key.GetString()!;
        if (keys.Length > 50) throw new HotkeyException($"Key combination for '{action}' is too long (max 50 characters)");
        if (value.TryGetProperty("active", out var active) && active.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            throw new HotkeyException($"Active flag for '{action}' must be a boolean");
        if (Reserved.Contains(keys.ToLower(CultureInfo.InvariantCulture))) throw new HotkeyException($"Key combination '{keys}' is not allowed for security reasons");
        if (!Allowed().IsMatch(keys)) throw new HotkeyException($"Key combination '{keys}' for '{action}' contains invalid characters");
        foreach (var part in keys.Split('+').SkipLast(1))
            if (part.Length > 20 && !Modifiers.Contains(part.ToLower(CultureInfo.InvariantCulture)))
                throw new HotkeyException($"Invalid modifier or key '{part}' in key combination '{keys}'");
    }

    [GeneratedRegex("""^[A-Za-z0-9\s`+\-\[\]\\;'",./~!@#$%^&*()_={}|:<>?]+$""")]
    private static partial Regex Allowed();
}

/// <summary>Key assignments that break a rule; answered in a form of their own.</summary>
internal sealed class HotkeyException(string message) : Exception(message);

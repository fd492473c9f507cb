using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Goldset.Data;

/// <summary>
/// A point in time as whole microseconds since 1970-01-01 UTC: the form in which both engines store it, so that ordering and
/// comparison are the same on SQLite and PostgreSQL. In JSON: ISO 8601 with <c>Z</c>, microseconds left out when they are zero.
/// </summary>
[JsonConverter(typeof(TimestampJsonConverter))]
public readonly record struct Timestamp(long Micros) : IComparable<Timestamp>
{
    /// <summary>The longest JSON form, without quotes.</summary>
    public const int MaxLength = 27;

    /// <summary>The current time by <paramref name="clock"/>.</summary>
    public static Timestamp Now(TimeProvider clock) => From(clock.GetUtcNow());

    /// <summary>Rounds down to the microsecond.</summary>
    public static Timestamp From(DateTimeOffset time) => new((time.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);

    /// <summary>As a UTC <see cref="DateTimeOffset"/>.</summary>
    public DateTimeOffset ToDateTimeOffset() => new(DateTime.UnixEpoch.AddTicks(Micros * TimeSpan.TicksPerMicrosecond));

    /// <summary>This time moved by <paramref name="span"/>.</summary>
    public Timestamp Add(TimeSpan span) => new(Micros + span.Ticks / TimeSpan.TicksPerMicrosecond);

    /// <summary>
    /// Reads <c>YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z]</c>; a text without a zone is UTC.
    /// </summary>
    public static bool TryParse(string text, out Timestamp value)
    {
        value = default;
        if (text.Length < 16 || (text[10] != 'T' && text[10] != ' ') ||
            !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
            return false;
        value = From(time);
        return true;
    }

    /// <summary>Writes the JSON form without quotes; <paramref name="destination"/> needs <see cref="MaxLength"/> bytes.</summary>
    /// <returns>The number of bytes written.</returns>
    public int Format(Span<byte> destination)
    {
        var time = ToDateTimeOffset().UtcDateTime;
        Utf8Formatter.TryFormat(time, destination, out _, new System.Buffers.StandardFormat('O'));
        // The round-trip form is yyyy-MM-ddTHH:mm:ss.fffffffZ; keep six digits, or none.
        var length = 19;
        if (time.Ticks % TimeSpan.TicksPerSecond != 0) length = 26;
        destination[length] = (byte)'Z';
        return length + 1;
    }

    /// <inheritdoc />
    public override string ToString()
    {
        Span<byte> buffer = stackalloc byte[32];
        return Encoding.ASCII.GetString(buffer[..Format(buffer)]);
    }

    /// <inheritdoc />
    public int CompareTo(Timestamp other) => Micros.CompareTo(other.Micros);

    /// <summary>Earlier than.</summary>
    public static bool operator <(Timestamp a, Timestamp b) => a.Micros < b.Micros;

    /// <summary>Later than.</summary>
    public static bool operator >(Timestamp a, Timestamp b) => a.Micros > b.Micros;

    /// <summary>Not later than.</summary>
    public static bool operator <=(Timestamp a, Timestamp b) => a.Micros <= b.Micros;

    /// <summary>Not earlier than.</summary>
    public static bool operator >=(Timestamp a, Timestamp b) => a.Micros >= b.Micros;
}

internal sealed class TimestampJsonConverter : JsonConverter<Timestamp>
{
    public override Timestamp Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Timestamp.TryParse(reader.GetString() ?? "", out var value) ? value : throw new JsonException("Not an ISO 8601 time");

    public override void Write(Utf8JsonWriter writer, Timestamp value, JsonSerializerOptions options)
    {
        Span<byte> buffer = stackalloc byte[32];
        writer.WriteStringValue(buffer[..value.Format(buffer)]);
    }
}

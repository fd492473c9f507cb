using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text.Json;
using Parquet;
using Parquet.Serialization;

namespace Goldset.Server.Import.Files;

/// <summary>Parquet: a task per row, a data key per column, nested columns as nested values. Holds one row group in memory.</summary>
internal static class ParquetFile
{
    /// <summary>Reads the rows of <paramref name="source"/> as items <c>{"data": {…}}</c>.</summary>
    /// <exception cref="FileParseException">The file is no Parquet file.</exception>
    public static async Task ReadAsync(SourceFile source, IItemConsumer items, CancellationToken cancel)
    {
        await using var file = source.Open();
        var buffer = new ArrayBufferWriter<byte>();
        await using var writer = new Utf8JsonWriter(buffer, Http.Json.Writer);
        var groups = await LibraryAsync(async () =>
        {
            await using var reader = await ParquetReader.CreateAsync(file, leaveStreamOpen: true, cancellationToken: cancel);
            return reader.RowGroupCount;
        });
        for (var group = 0; group < groups; group++)
        {
            var number = group;
            var rows = await LibraryAsync(() => ParquetSerializer.DeserializeUntypedAsync(file, null, number, cancel));
            var columns = rows.Schema.Fields.Select(field => field.Name).ToArray();
            foreach (var row in rows.Data)
            {
                buffer.ResetWrittenCount();
                WriteItem(writer, columns, row);
                await items.AddAsync(buffer.WrittenMemory);
            }
        }
    }

    /// <summary>Calls the Parquet library. On a damaged file it fails in any way it happens to, and all of them mean the same.</summary>
    private static async Task<T> LibraryAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception failed) when (failed is not (OperationCanceledException or OutOfMemoryException))
        {
            throw new FileParseException($"It is no Parquet file that can be read: {failed.Message}");
        }
    }

    private static void WriteItem(Utf8JsonWriter writer, string[] columns, IDictionary<string, object> row)
    {
        writer.Reset();
        writer.WriteStartObject();
        writer.WriteStartObject("data"u8);
        foreach (var column in columns)
        {
            writer.WritePropertyName(column);
            // The library leaves out what is null.
            Write(writer, row.TryGetValue(column, out var value) ? value : null);
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null or double.NaN or float.NaN:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case double or float:
                var real = Convert.ToDouble(value, CultureInfo.InvariantCulture);
                if (double.IsFinite(real)) TableColumn.WriteFloat(writer, real);
                else writer.WriteNullValue();
                break;
            case sbyte or byte or short or ushort or int or uint or long or ulong or decimal or System.Numerics.BigInteger:
                writer.WriteRawValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture), skipInputValidation: true);
                break;
            case byte[] bytes:
                writer.WriteBase64StringValue(bytes);
                break;
            case DateTime time:
                writer.WriteStringValue(time.ToString(time.Kind == DateTimeKind.Utc ? "yyyy-MM-ddTHH:mm:ss.FFFFFFZ" : "yyyy-MM-ddTHH:mm:ss.FFFFFF", CultureInfo.InvariantCulture));
                break;
            case IDictionary map:
                writer.WriteStartObject();
                foreach (DictionaryEntry entry in map)
                {
                    writer.WritePropertyName(Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!);
                    Write(writer, entry.Value);
                }
                writer.WriteEndObject();
                break;
            case IEnumerable list:
                writer.WriteStartArray();
                foreach (var item in list) Write(writer, item);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}

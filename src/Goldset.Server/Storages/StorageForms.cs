namespace Goldset.Server.Storages;

/// <summary>Rows that forms of several kinds share, JSON.</summary>
internal static class StorageForms
{
    public const string RegexFilter = """
        {"columnCount": 1, "fields": [
          {"type": "text", "name": "regex_filter", "label": "File Filter Regex", "placeholder": ".*csv or .*(jpe?g|png|tiff) or .\\w+-\\d+.text", "validators": ["regexp"]}]}
        """;

    public const string ImportMethod = """
        {"columnCount": 1, "fields": [
          {"type": "select", "name": "use_blob_urls", "label": "Import method", "description": "Choose how to import your data from storage", "placeholder": "Select an option", "required": true, "options": [
            {"value": true, "label": "Files - Automatically creates a task for each storage object (e.g. JPG, MP3, TXT)"},
            {"value": false, "label": "Tasks - Treat each JSON or JSONL file as a task definition (one or more tasks per file)"}]}]}
        """;

    public const string Presign = """
        {"columnCount": 2, "columns": [
          {"width": 468, "fields": [{"type": "toggle", "name": "presign", "label": "Use pre-signed URLs (On)\n Proxy through the platform (Off)", "description": "When pre-signed URLs are enabled, all data bypasses the platform and user browsers directly read data from storage", "value": true}]},
          {"fields": [{"type": "counter", "name": "presign_ttl", "label": "Expire pre-signed URLs (minutes)", "min": 1, "value": 15, "dependency": "presign"}]}]}
        """;
}

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
}

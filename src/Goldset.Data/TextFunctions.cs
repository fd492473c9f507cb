namespace Goldset.Data;

/// <summary>
/// PostgreSQL's functions for filters over texts and task data. Letters follow Unicode's rules where the server has them, whatever the
/// locale of the database. On SQLite <see cref="SqliteText"/> has their like.
/// </summary>
internal static class TextFunctions
{
    // JSON may escape what jsonb refuses: the null character and half pairs. They become the replacement character, so that one such task
    // does not make all others unreadable. Words longer than 64 letters and texts longer than 100,000 are cut, so that no list of words
    // is too large for its row.
    public const string Create = """
        CREATE FUNCTION goldset_json_repaired(text) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $f$
        BEGIN
            RETURN $1::jsonb;
        EXCEPTION WHEN untranslatable_character OR invalid_text_representation THEN
            RETURN regexp_replace($1, '\\u(0000|[dD][89a-fA-F][0-9a-fA-F]{2})', '\\ufffd', 'g')::jsonb;
        END $f$;
        CREATE FUNCTION goldset_json(text) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $f$
            SELECT CASE WHEN strpos($1, '\u0000') = 0 AND strpos($1, '\ud') = 0 AND strpos($1, '\uD') = 0 THEN $1::jsonb ELSE goldset_json_repaired($1) END
        $f$;
        DO $do$
        DECLARE unicode text := CASE WHEN EXISTS (SELECT 1 FROM pg_collation WHERE collname = 'und-x-icu') THEN ' COLLATE "und-x-icu"' ELSE '' END;
        BEGIN
            EXECUTE 'CREATE FUNCTION goldset_lower(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $f$ SELECT lower($1' || unicode || ') $f$';
            EXECUTE 'CREATE FUNCTION goldset_words(text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $f$
                SELECT array_to_tsvector(COALESCE(array_agg(DISTINCT left(w, 64)) FILTER (WHERE w <> ''''), ARRAY[]::text[]))
                FROM (SELECT unnest(string_to_array(regexp_replace(lower(left(string_agg(v #>> ''{}'', '' ''), 100000)' || unicode || ')' || unicode || ', ''[^[:alnum:]]+'', '' '', ''g''), '' '')) AS w
                      FROM jsonb_path_query(goldset_json($1), ''strict $.** ? (@.type() == "string" || @.type() == "number")'') v) words
                $f$';
        END $do$;
        """;

    public const string Drop = "DROP FUNCTION goldset_words(text); DROP FUNCTION goldset_lower(text); DROP FUNCTION goldset_json(text); DROP FUNCTION goldset_json_repaired(text);";
}

namespace Planner.Codebase.Database;

/// <summary>Queries over PostgreSQL's catalog (12 and later). Names are ordered by bytes, so that every server gives the same order.</summary>
internal static class CatalogSql
{
    public const string Columns = $"""
        SELECT n.nspname, c.relname, c.relkind, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid)
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
        WHERE c.relkind IN ('r', 'p', 'v', 'm') AND NOT c.relispartition AND {OwnSchemas}
        ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C", a.attnum
        """;

    public const string Constraints = $"""
        SELECT n.nspname, c.relname, k.contype,
               ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u(num, pos)
                     JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num ORDER BY u.pos),
               COALESCE((SELECT CASE WHEN fn.nspname = 'public' THEN f.relname::text ELSE fn.nspname || '.' || f.relname END
                         FROM pg_class f JOIN pg_namespace fn ON fn.oid = f.relnamespace WHERE f.oid = k.confrelid), ''),
               ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY u(num, pos)
                     JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.num ORDER BY u.pos),
               pg_get_constraintdef(k.oid)
        FROM pg_constraint k
        JOIN pg_class c ON c.oid = k.conrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE k.contype IN ('p', 'f', 'c') AND NOT c.relispartition AND {OwnSchemas}
        ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C", k.conname COLLATE "C"
        """;

    public const string Indexes = $"""
        SELECT n.nspname, c.relname, ic.relname::text,
               ARRAY(SELECT pg_get_indexdef(i.indexrelid, pos, true) FROM generate_series(1, i.indnkeyatts) pos ORDER BY pos),
               i.indisunique
        FROM pg_index i
        JOIN pg_class ic ON ic.oid = i.indexrelid
        JOIN pg_class c ON c.oid = i.indrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE NOT i.indisprimary AND NOT c.relispartition AND c.relkind IN ('r', 'p', 'm') AND {OwnSchemas}
        ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C", ic.relname COLLATE "C"
        """;

    private const string OwnSchemas = "n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'";
}

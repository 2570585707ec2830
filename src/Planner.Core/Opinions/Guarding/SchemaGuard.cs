using System.Text.RegularExpressions;

namespace Planner.Core.Opinions.Guarding;

/// <summary>Tables, columns and endpoints that work and designs name are there, or an opinion adds them.</summary>
internal sealed partial class SchemaGuard : IGuardRule
{
    public Opinion Apply(Opinion opinion, GuardFindings sieve)
    {
        var all = sieve.Context.BuildsOn.Append(opinion).ToList();
        var known = new Known(sieve.Context, all);
        return (opinion with { Tasks = [.. opinion.Tasks.Select(t => Judged(t, known, sieve))] })
            .Redesigned<SchemaDesign>(schema => Judged(schema, known, sieve));
    }

    private static PlanTask Judged(PlanTask task, Known known, GuardFindings sieve) => task with
    {
        Tables = sieve.Keep(
            task.Tables,
            OpinionFault.Schema,
            _ => task.Id,
            t => known.HasTable(t) ? null : $"{task.Id} writes the table {t}, which is not there and which nothing makes; it is left out."),
        Endpoints = sieve.Keep(
            task.Endpoints,
            OpinionFault.Schema,
            _ => task.Id,
            e => known.HasEndpoint(e) ? null : $"{task.Id} serves {e}, which is not there and which no design adds; it is left out."),
    };

    private static SchemaDesign Judged(SchemaDesign schema, Known known, GuardFindings sieve) => schema with
    {
        Migrations = sieve.Keep(schema.Migrations, OpinionFault.Schema, _ => "", m => m.Tables.FirstOrDefault(t => !known.HasTable(t)) is { } table
            ? $"The migration {m.Name} writes the table {table}, which is not there and which nothing makes; it is left out."
            : null),
        Indexes = sieve.Keep(schema.Indexes, OpinionFault.Schema, _ => "", i => i.Columns.FirstOrDefault(c => !known.HasColumn(i.Table, c)) is { } column
            ? $"An index on {i.Table} names the column {column}, which is not there and which nothing adds; it is left out."
            : null),
        Rules = sieve.Keep(schema.Rules, OpinionFault.Schema, _ => "", r => known.HasColumn(r.Table, r.Column)
            ? null
            : $"A rule names {r.Table}.{r.Column}, which is not there and which nothing adds; it is left out."),
    };

    /// <summary>What is there or made.</summary>
    private sealed class Known
    {
        private readonly HashSet<Resource> things;

        public Known(GuardContext context, IReadOnlyList<Opinion> opinions)
        {
            var schemas = opinions.Designs<SchemaDesign>().ToList();
            var created = schemas.SelectMany(s => s.Migrations).SelectMany(m => Created().Matches(m.Up).Select(c => c.Groups["name"].Value));
            var tables = schemas.SelectMany(s => s.Tables).ToList();
            things =
            [
                .. context.Inventory.Tables.Concat(created).Concat(tables.Select(t => t.FullName)).Select(Resource.Table),
                .. context.Inventory.Columns.Concat(tables.SelectMany(t => t.Columns.Select(c => $"{t.FullName}.{c.Name}"))).Select(Column),
                .. context.Inventory.Endpoints
                    .Concat(opinions.Designs<ApiDesign>().SelectMany(d => d.Endpoints).Select(e => $"{e.Method} {e.Route}"))
                    .Select(Resource.Endpoint),
            ];
            made = [.. created.Select(Resource.Table)];
        }

        private readonly HashSet<Resource> made;

        public bool HasTable(string name) => things.Contains(Resource.Table(name));

        public bool HasEndpoint(string name) => things.Contains(Resource.Endpoint(name));

        /// <summary>Of a table that a script makes and no design describes, the script tells the columns.</summary>
        public bool HasColumn(string table, string column) => things.Contains(Column($"{table}.{column}")) || made.Contains(Resource.Table(table));

        private static Resource Column(string name) => new(ResourceKind.Column, name);
    }

    [GeneratedRegex(
        @"CREATE\s+TABLE\s+(IF\s+NOT\s+EXISTS\s+)?(?<name>[""A-Za-z0-9_.]+)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Created();
}

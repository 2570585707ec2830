using System.Text.RegularExpressions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Naming;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;

namespace Planner.Specialists.Rules.Reading;

/// <summary>Reads the needs out of a ticket's mentions.</summary>
internal sealed partial class NeedsReader(TicketGrounding grounding, string text, IReadOnlyList<AcceptanceCriterion> criteria)
{
    private static readonly string[] PipelineWords = Lexicon.Words("reading", "pipeline");

    private readonly string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public Needs Read()
    {
        var tables = NewTables();
        var columns = NewColumns(tables);
        return new Needs
        {
            Tables = tables,
            Columns = columns,
            Endpoints = NewEndpoints(),
            Types = [.. Of(MentionKind.Type, isNew: true)
                .Select(m => m.Text)
                .Where(t => TypeName().IsMatch(t) && !t.EndsWith("Async", StringComparison.Ordinal))
                .Distinct(StringComparer.Ordinal)],
            KnownEndpoints = KnownEndpoints(),
            KnownTypes = KnownTypes(),
            KnownTables = [.. grounding.Tables.Where(t => IsFound(MentionKind.Table, t.FullName) || IsFound(MentionKind.Table, t.Name))],
            Jobs = [.. grounding.Jobs.Where(j => Touches(j, columns))],
            Unresolved = [.. grounding.Mentions.Where(m => !m.IsResolved && !WasAsked(tables, m))],
        };
    }

    private IEnumerable<Mention> Of(MentionKind kind, bool isNew) => grounding.Mentions.Where(m => m.Kind == kind && m.IsNew == isNew);

    private bool IsFound(MentionKind kind, string name) =>
        grounding.Mentions.Any(m => m.Kind == kind && m.Found.Count > 0 && m.Text.Equals(name, StringComparison.OrdinalIgnoreCase));

    private List<NewTable> NewTables() =>
        [.. Of(MentionKind.Table, isNew: true)
            .Where(m => Sql.IsName(m.Text.ToLowerInvariant()))
            .DistinctBy(m => m.Text, StringComparer.OrdinalIgnoreCase)
            .Select(m => Table(m.Text.ToLowerInvariant(), m.Columns))];

    private NewTable Table(string name, IReadOnlyList<ColumnFact> columns)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var known = columns.Where(c => Sql.IsName(c.Name)).Select(Completed);
        return new NewTable(dot < 0 ? "public" : name[..dot], name[(dot + 1)..], [.. known]);
    }

    private List<NewColumn> NewColumns(List<NewTable> tables) =>
        [.. Of(MentionKind.Column, isNew: true)
            .Select(m => Column(m, m.Text))
            .OfType<NewColumn>()
            .Where(c => c.Table is not null || !tables.Exists(t => t.Columns.Any(k => k.Name == c.Column.Name)))
            .DistinctBy(c => (c.Table?.FullName, c.Column.Name))];

    private NewColumn? Column(Mention mention, string name)
    {
        var dot = name.LastIndexOf('.');
        var table = dot > 0 ? Known(name[..dot]) : TableOnTheSameLine(name);
        var column = Sql.Cased(name[(dot + 1)..], table);
        if (!Sql.IsName(column.ToLowerInvariant()) || grounding.Types.Any(t => t.Name.Equals(column, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var stated = mention.Columns.FirstOrDefault(c => c.Name.Equals(column, StringComparison.OrdinalIgnoreCase));
        return new NewColumn(table, Completed((stated ?? new ColumnFact(column, "", Nullable: true)) with { Name = column }));
    }

    private TableFact? Known(string name) => grounding.Tables.FirstOrDefault(t => t.FullName.Equals(name, StringComparison.OrdinalIgnoreCase)
        || t.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private TableFact? TableOnTheSameLine(string column) => lines
        .Where(l => Words.Names(l, column))
        .Select(l => grounding.Tables.Where(t => !t.IsView && (Words.Names(l, t.FullName) || Words.Names(l, t.Name))).MaxBy(t => t.FullName.Length))
        .FirstOrDefault(t => t is not null);

    /// <summary>Type, nullability and default from the ticket's line where the mention has none; unsafe words are dropped.</summary>
    private ColumnFact Completed(ColumnFact column)
    {
        var stated = column.Type.Length > 0 ? column : Sql.Column(column.Name, text);
        return stated with
        {
            Type = Sql.IsType(stated.Type) ? stated.Type.ToLowerInvariant() : "",
            Default = stated.Default is { } value && Sql.IsDefault(value) ? value : null,
        };
    }

    /// <summary>Named ones; where the ticket names no endpoint at all, those that its words ask for.</summary>
    private IReadOnlyList<NewEndpoint> NewEndpoints()
    {
        var named = Of(MentionKind.Endpoint, isNew: true).Select(m => Endpoint(m.Text)).OfType<NewEndpoint>().Distinct().ToList();
        return named.Count > 0 || grounding.Mentions.Any(m => m.Kind == MentionKind.Endpoint) ? named : AskedOperations.Missing(grounding, criteria);
    }

    private static NewEndpoint? Endpoint(string mention)
    {
        var match = EndpointShape().Match(mention.Trim());
        return match.Success ? new NewEndpoint(match.Groups["method"].Value.ToUpperInvariant(), match.Groups["route"].Value) : null;
    }

    private List<EndpointFact> KnownEndpoints()
    {
        var named = grounding.Mentions.Where(m => m.Kind == MentionKind.Endpoint && m.Found.Count > 0).ToList();
        return [.. grounding.Endpoints.Where(e => named.Exists(m => IsAbout(m, e)))];
    }

    private static bool IsAbout(Mention mention, EndpointFact endpoint)
    {
        var text = $"{endpoint.Method} {endpoint.Route}";
        return mention.Text.Equals(text, StringComparison.OrdinalIgnoreCase)
            || mention.Text.Equals(endpoint.Route, StringComparison.OrdinalIgnoreCase)
            || mention.Found.Any(f => f.Equals(text, StringComparison.OrdinalIgnoreCase) || f == endpoint.Place());
    }

    private List<TypeFact> KnownTypes()
    {
        var named = grounding.Mentions.Where(m => m.Found.Count > 0 && m.Kind is MentionKind.Type or MentionKind.File or MentionKind.Member).ToList();
        return [.. named.SelectMany(Types).Distinct()];
    }

    private IEnumerable<TypeFact> Types(Mention mention) => grounding.Types.Where(t =>
        (mention.Kind == MentionKind.Type && t.Name.Equals(mention.Text, StringComparison.Ordinal))
        || mention.Found.Any(f => f == t.Place()
            || (mention.Kind == MentionKind.File && f == t.File)
            || (mention.Kind != MentionKind.Type && f.StartsWith(t.File + ":", StringComparison.Ordinal))));

    private bool Touches(JobFact job, List<NewColumn> columns) =>
        Words.Names(text, job.Name)
        || columns.Exists(c => c.Table is not null && JobTables.Of(job, grounding).Targets.Any(t => t.FullName == c.Table.FullName))
        || (Words.Any(text, PipelineWords)
            && Words.Overlap(job.Name, text) > 0
            && JobTables.Of(job, grounding).All.Any(t => Words.Names(text, t.FullName) || Words.Names(text, t.Name)));

    private static bool WasAsked(List<NewTable> tables, Mention mention) =>
        ConstraintName().IsMatch(mention.Text) || tables.Exists(t => t.Name.Equals(mention.Text, StringComparison.OrdinalIgnoreCase)
            || t.Columns.Any(c => c.Name.Equals(mention.Text, StringComparison.OrdinalIgnoreCase)));

    [GeneratedRegex(
        @"\A(?<method>GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+(?<route>/[A-Za-z0-9/_{}.?-]*)\z",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex EndpointShape();

    // Scripts name constraints and indexes; the schema facts do not keep these names, so nothing can be said against them.
    [GeneratedRegex(@"\A(ck|chk|ux|uq|ix|idx|fk|pk)_[a-z0-9_]+\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ConstraintName();

    [GeneratedRegex(@"\A[A-Z][A-Za-z0-9]{1,80}\z", RegexOptions.NonBacktracking)]
    private static partial Regex TypeName();
}

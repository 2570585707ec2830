using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;

namespace Planner.Core.Specialists.Stories;

/// <summary>The code base as it will be when a story begins: with what the stories before it make, as far as it was thought about.</summary>
internal sealed class ProjectedCodebase
{
    private readonly List<PlanTask> tasks;
    private readonly List<TableFact> tables;
    private readonly Dictionary<string, ServiceChange> types;
    private readonly List<EndpointChange> endpoints;
    private readonly int migrations;
    private readonly IReadOnlyList<RegistrationFact> registered;

    private ProjectedCodebase(IReadOnlyList<Opinion> earlier, IEnumerable<RegistrationFact> registrations)
    {
        tasks = [.. earlier.SelectMany(o => o.Tasks)];
        tables = [.. earlier.Where(o => o.Design<SchemaDesign>() is { Migrations.Count: > 0 })
            .SelectMany(o => o.Design<SchemaDesign>()!.Tables)
            .Reverse()
            .DistinctBy(t => t.FullName, StringComparer.Ordinal)
            .Reverse()];
        types = earlier.Designs<ServiceDesign>()
            .SelectMany(d => d.Services)
            .GroupBy(s => s.Type, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        endpoints = [.. earlier.Designs<ApiDesign>().SelectMany(d => d.Endpoints).Where(e => e.Change == ChangeKind.Add)];
        migrations = earlier.Designs<SchemaDesign>().SelectMany(d => d.Migrations).DistinctBy(m => m.UpPath, StringComparer.Ordinal).Count();
        registered = [.. FutureRegistrations.Of(tasks, types.Values, registrations)];
    }

    /// <summary>A story's grounding, with opinions on the stories before it and all registrations that are known, of whatever story.</summary>
    public static TicketGrounding Of(TicketGrounding grounding, IReadOnlyList<Opinion> earlier, IEnumerable<RegistrationFact> registrations) =>
        earlier.Count == 0 ? grounding : new ProjectedCodebase(earlier, registrations).See(grounding);

    private TicketGrounding See(TicketGrounding grounding)
    {
        var mentions = grounding.Mentions.Select(Seen).ToList();
        var made = NewTypes(grounding).ToLookup(t => mentions.Exists(m => m.Text == t.Name || Owner(m.Text) == t.Name));
        return grounding with
        {
            Mentions = mentions,
            Tables = [.. grounding.Tables.Select(t => tables.Find(a => a.FullName == t.FullName) ?? t), .. Named(grounding, mentions)],
            Types = [.. made[true], .. grounding.Types, .. made[false]],
            Registrations = [.. grounding.Registrations, .. registered],
            Conventions = grounding.Conventions with { NextMigration = MigrationPatterns.After(grounding.Conventions.NextMigration, migrations) },
            Inventory = Grown(grounding.Inventory),
        };
    }

    private Mention Seen(Mention mention) => mention switch
    {
        { Found.Count: > 0 } => mention,
        _ when tables.Exists(t => IsCalled(t.FullName, mention.Text)) => Found(mention, MentionKind.Table, mention.Text),
        _ when tables.Find(t => t.Columns.Any(c => IsCalled($"{t.FullName}.{c.Name}", mention.Text) || c.Name == mention.Text)) is { } t
            && !types.ContainsKey(mention.Text) => Found(mention, MentionKind.Column, $"{t.FullName}.{mention.Text[(mention.Text.LastIndexOf('.') + 1)..]}"),
        _ when types.TryGetValue(mention.Text, out var type) => Found(mention, MentionKind.Type, type.File + ":1"),
        _ when endpoints.Exists(e => IsCalled($"{e.Method} {e.Route}", mention.Text)) => Found(mention, MentionKind.Endpoint, mention.Text),
        _ when tasks.Exists(k => k.Files.Any(f => f.Change == ChangeKind.Add && f.Path == mention.Text)) => Found(mention, MentionKind.File, mention.Text),
        // A member of a type that is not there yet can only be one that is to be made.
        _ when types.ContainsKey(Owner(mention.Text)) => mention with { Kind = MentionKind.Member, IsNew = true },
        _ => mention,
    };

    private static Mention Found(Mention mention, MentionKind kind, string place) => mention with { Kind = kind, Found = [place], IsNew = false };

    private IEnumerable<TableFact> Named(TicketGrounding grounding, List<Mention> mentions) => tables
        .Where(t => grounding.Tables.All(k => k.FullName != t.FullName)
            && mentions.Exists(m => m.Found.Any(f => IsCalled(t.FullName, f) || f.StartsWith(t.FullName + ".", StringComparison.Ordinal))));

    private IEnumerable<TypeFact> NewTypes(TicketGrounding grounding) => types.Values
        .Where(s => s.Change == ChangeKind.Add && grounding.Types.All(t => t.Name != s.Type))
        .Select(s => new TypeFact(s.Type, s.Kind, "", s.File, 1, [], [.. s.Members.Select(m => new MemberFact(NameOf(m.Signature), "method", m.Signature, 1))])
        {
            Uses = s.DependsOn,
        });

    private Inventory Grown(Inventory known) => new(
        With(known.Paths, tasks.SelectMany(t => t.Files).Where(f => f.Change == ChangeKind.Add).Select(f => f.Path)),
        With(known.Tables, tables.Select(t => t.FullName)),
        With(known.Columns, tables.SelectMany(t => t.Columns.Select(c => $"{t.FullName}.{c.Name}"))),
        With(known.Endpoints, endpoints.Select(e => $"{e.Method} {e.Route}")));

    private static List<string> With(IReadOnlyList<string> known, IEnumerable<string> more) =>
        [.. known.Union(more, StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static bool IsCalled(string name, string text) => string.Equals(name, text, StringComparison.OrdinalIgnoreCase);

    private static string Owner(string name) => name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : "";

    private static string NameOf(string signature)
    {
        var bracket = signature.IndexOf('(', StringComparison.Ordinal);
        var head = (bracket < 0 ? signature : signature[..bracket]).TrimEnd();
        return head[(head.LastIndexOf(' ') + 1)..];
    }
}

using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Choices;

/// <summary>Real things as parts of a sketch: what grounding found, or what the ticket says is to be made.</summary>
internal static class Parts
{
    public static SketchPart Part(this TypeFact type) => new(type.Name, PartKind.Type, IsNew: false);

    public static SketchPart Part(this JobFact job) => new(job.Name, PartKind.Job, IsNew: false);

    public static SketchPart Table(string name, TicketContext brief) =>
        new(name, PartKind.Table, !brief.Grounding.Inventory.Tables.Contains(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>The first endpoint that the ticket asks for or names and that writes, or null.</summary>
    public static SketchPart? WritingEndpoint(TicketContext brief) =>
        brief.Needs.Endpoints.Where(e => Writes(e.Method)).Select(e => new SketchPart(e.Text, PartKind.Endpoint, IsNew: true))
            .Concat(brief.Needs.KnownEndpoints.Where(e => Writes(e.Method))
                .Select(e => new SketchPart($"{e.Method} {e.Route}", PartKind.Endpoint, IsNew: false)))
            .FirstOrDefault();

    /// <summary>The service that writes: the one to be made, else the one of the written table or of those it hangs on, or null.</summary>
    public static SketchPart? WritingService(TicketContext brief)
    {
        var named = brief.Needs.Types.FirstOrDefault(t => t.EndsWith("Service", StringComparison.Ordinal) && !IsInterface(t));
        return named is not null
            ? new SketchPart(named, PartKind.Type, IsNew: true)
            : brief.Schema.Tables.SelectMany(t => t.Fact.ForeignKeys.Select(f => f.Table).Prepend(t.Fact.FullName))
                .Concat(brief.Needs.KnownTables.Select(t => t.FullName))
                .Select(n => brief.Grounding.Tables.FirstOrDefault(t => t.FullName == n)?.Entity())
                .Select(e => e is null ? null : Neighbourhood.Of(brief, e).Service)
                .FirstOrDefault(s => s is not null)?.Part();
    }

    /// <summary>Arrows between those of the parts that are there, each to the next.</summary>
    public static IReadOnlyList<SketchArrow> Chain(params (SketchPart? Part, string Says)[] steps)
    {
        var there = steps.Where(s => s.Part is not null).ToList();
        return [.. there.Zip(there.Skip(1), (one, next) => new SketchArrow(one.Part!, next.Part!, next.Says))];
    }

    private static bool Writes(string method) => method is not ("GET" or "HEAD");

    private static bool IsInterface(string name) => name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]);
}

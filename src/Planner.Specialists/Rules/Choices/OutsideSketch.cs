using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Choices;

/// <summary>The two ways of a call to the outside, drawn with what writes and what is written here.</summary>
/// <param name="brief">The ticket and the code base.</param>
/// <param name="type">What leaves the process.</param>
/// <param name="caller">Who calls it today, or null.</param>
internal sealed class OutsideSketch(TicketContext brief, TypeFact type, TypeFact? caller)
{
    private readonly SketchPart outside = new(type.Name, PartKind.Outside, IsNew: false);
    private readonly SketchPart? table = brief.Needs.Tables.Count > 0 ? Parts.Table(brief.Needs.Tables[0].FullName, brief) : null;
    private readonly SketchPart? service = Parts.WritingService(brief) ?? caller?.Part();
    private readonly SketchPart? endpoint = Parts.WritingEndpoint(brief);

    public Sketch? Direct() => Actor is null ? null : new([.. Write(), new SketchArrow(Actor, outside, "calls in the request")]);

    public Sketch? Outbox()
    {
        var (messages, worker) = (Parts.Table(OutboxTable.Name, brief), new SketchPart("OutboxWorker", PartKind.Job, IsNew: true));
        return Actor is null ? null : new(
        [
            .. Write(), new SketchArrow(Actor, messages, "writes in the same transaction"),
            new SketchArrow(worker, messages, "reads what is unsent"), new SketchArrow(worker, outside, "calls"),
        ]);
    }

    private SketchPart? Actor => service ?? endpoint;

    private IReadOnlyList<SketchArrow> Write() => Parts.Chain((endpoint, ""), (service, "calls"), (table, "writes"));
}

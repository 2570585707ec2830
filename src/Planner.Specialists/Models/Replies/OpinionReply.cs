using System.ComponentModel;

namespace Planner.Specialists.Models.Replies;

// The order of properties is the order in which a model writes: what it saw first, what follows from it after. One shape for all
// specialists, so that services can serve it from their cache. At most 100 properties and five levels: what Azure OpenAI takes.

/// <summary>What a model answers when it is asked for an opinion.</summary>
internal sealed record OpinionReply
{
    [Description("What you saw that bears on your part, one line each: `path:line`, a table or an endpoint, then ` -- `, then what it shows. Only what "
        + "exists and you "
        + "were given or looked up.")]
    public required IReadOnlyList<string> Evidence { get; init; }

    [Description("What you would have to know and could not find out: `subject: what is unknown`. One line each; empty where nothing is missing.")]
    public required IReadOnlyList<string> Unknowns { get; init; }

    [Description("Only where your earlier answer is shown, else empty: what of it falls away, by its key, name or topic. What you neither write again nor drop "
        + "stays word for word, so write only what changes.")]
    public required IReadOnlyList<string> Drop { get; init; }

    [Description("False where the ticket gives your part nothing to do; then all lists below are empty.")]
    public required bool Applies { get; init; }

    [Description("What is to be done in your part and why this way, at most 80 words. If nothing is to be done: why not.")]
    public required string Summary { get; init; }

    public required IReadOnlyList<TaskReply> Tasks { get; init; }

    public required IReadOnlyList<TestReply> Tests { get; init; }

    [Description("Scripts of the schema, in order. Only the specialist whose part is the schema writes them.")]
    public required IReadOnlyList<MigrationReply> Migrations { get; init; }

    [Description("Types that are added or changed, with signatures as they shall read.")]
    public required IReadOnlyList<TypeReply> Types { get; init; }

    [Description("Endpoints that are added or changed. Only the specialist whose part is the API describes them.")]
    public required IReadOnlyList<EndpointReply> Endpoints { get; init; }

    [Description("Jobs that load or transform data. Only the specialist whose part is the pipelines describes them.")]
    public required IReadOnlyList<PipelineReply> Pipelines { get; init; }

    public required IReadOnlyList<RiskReply> Risks { get; init; }

    [Description("Choices that people must take because good engineers would choose differently. Not what the code already settles.")]
    public required IReadOnlyList<DecisionReply> Decisions { get; init; }

    [Description("At most three questions whose answers would change the work.")]
    public required IReadOnlyList<QuestionReply> Questions { get; init; }

    [Description("What speaks against this being right and complete, in one or two sentences.")]
    public required string Doubt { get; init; }

    [Description("1 to 10: 9 and 10 only where every changed file was read and nothing is open.")]
    public required int Confidence { get; init; }
}

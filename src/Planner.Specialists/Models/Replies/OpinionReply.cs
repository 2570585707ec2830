using System.ComponentModel;
using System.Text.Json.Serialization;
using Planner.Core.Opinions;

namespace Planner.Specialists.Models.Replies;

// The order of properties is the order in which a model writes: what it saw first, what follows from it after. One shape for all
// specialists, so that services can serve it from their cache. At most 100 properties and five levels: what Azure OpenAI takes.

/// <summary>What a model answers when it is asked for an opinion.</summary>
internal sealed record OpinionReply
{
    [Description("What you saw that bears on your part, one line each: `path:line`, a table or an endpoint, then ` -- `, then what it shows. Only what you "
        + "were given or looked up.")]
    public required IReadOnlyList<string> Evidence { get; init; }

    [Description("What you would have to know and could not find out: `subject: what is unknown`. One line each; empty where nothing is missing.")]
    public required IReadOnlyList<string> Unknowns { get; init; }

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

/// <summary>A piece of work of at most a few days.</summary>
internal sealed record TaskReply
{
    [Description("A few words in kebab-case that name it, unique in your answer.")]
    public required string Key { get; init; }

    [Description("An instruction in one line.")]
    public required string Title { get; init; }

    [Description("What changes inside which file and why, its callers, wiring and what is removed; what to mind. At most 150 words.")]
    public required string Detail { get; init; }

    [Description("Every file that it must change, add or delete.")]
    public required IReadOnlyList<FileReply> Files { get; init; }

    [Description("Paths of files that will likely have to change too, besides the ones above.")]
    public required IReadOnlyList<string> LikelyAlso { get; init; }

    [Description("Tables that it writes or changes, by name.")]
    public required IReadOnlyList<string> Tables { get; init; }

    [Description("Endpoints that it adds or changes, like GET /api/orders/{orderId}.")]
    public required IReadOnlyList<string> Endpoints { get; init; }

    [Description("Things that others make and that it needs: `table:…`, `column:table.column`, `type:…`, `endpoint:POST /…`, `file:…`.")]
    public required IReadOnlyList<string> Needs { get; init; }

    [Description("Keys of your tasks that come before.")]
    public required IReadOnlyList<string> After { get; init; }

    [Description("Ids of criteria that it serves, like AC2; or keys of your risks and decisions.")]
    public required IReadOnlyList<string> Satisfies { get; init; }

    [Description("XS up to two hours, S up to a day, M up to three days, L up to a week.")]
    public required TaskSize Size { get; init; }
}

/// <summary>A file of a task.</summary>
internal sealed record FileReply
{
    public required string Path { get; init; }

    public required ChangeKind Change { get; init; }

    [Description("What changes in it, in one line: members, registrations, statements.")]
    public required string What { get; init; }
}

/// <summary>A test.</summary>
internal sealed record TestReply
{
    [Description("What it shows, in one line: given, when, then.")]
    public required string Title { get; init; }

    public required TestKind Kind { get; init; }

    [Description("The file that it goes into; null where you do not know.")]
    public required string? File { get; init; }

    [Description("The key of your task that writes it.")]
    public required string Task { get; init; }

    [Description("Ids of criteria that it shows.")]
    public required IReadOnlyList<string> Covers { get; init; }

    [Description("The endpoint that it calls, like POST /api/orders; null where it calls none.")]
    public required string? Endpoint { get; init; }

    [Description("What it shows of the endpoint (success, refusal of a caller who may not, error) or of a script (apply, rollback); empty where it is "
        + "about neither.")]
    public required IReadOnlyList<ShownAspect> Shows { get; init; }

    [Description("The error status that it is about; null where it is about none.")]
    public required int? Status { get; init; }
}

/// <summary>What a test shows; flags are no choices of a schema.</summary>
internal enum ShownAspect
{
    [JsonStringEnumMemberName("success")]
    Success,

    [JsonStringEnumMemberName("refusal")]
    Refusal,

    [JsonStringEnumMemberName("error")]
    Error,

    [JsonStringEnumMemberName("apply")]
    Apply,

    [JsonStringEnumMemberName("rollback")]
    Rollback,
}

/// <summary>A script of the schema with its way back.</summary>
internal sealed record MigrationReply
{
    [Description("snake_case, without number.")]
    public required string Name { get; init; }

    [Description("The key of your task that writes it. A test of that task applies it and rolls it back.")]
    public required string Task { get; init; }

    [Description("Complete SQL in the dialect of the code base.")]
    public required string Up { get; init; }

    [Description("Complete SQL that undoes it.")]
    public required string Down { get; init; }

    public required MigrationRole Role { get; init; }

    [Description("Why it cannot be undone without loss; null where it can.")]
    public required string? Irreversible { get; init; }
}

/// <summary>A type that is added or changed.</summary>
internal sealed record TypeReply
{
    public required string Name { get; init; }

    [Description("class, record, struct, enum or interface.")]
    public required string Kind { get; init; }

    public required string File { get; init; }

    [Description("Members to add or change: the signature, then ` -- `, then what it does and which errors it gives.")]
    public required IReadOnlyList<string> Members { get; init; }

    [Description("Types that call it today or will.")]
    public required IReadOnlyList<string> Callers { get; init; }
}

/// <summary>An endpoint that is added or changed.</summary>
internal sealed record EndpointReply
{
    public required string Method { get; init; }

    public required string Route { get; init; }

    public required ChangeKind Change { get; init; }

    [Description("The file of its handler.")]
    public required string File { get; init; }

    public required string Purpose { get; init; }

    [Description("The status on success.")]
    public required int Success { get; init; }

    [Description("Fields of the bodies; nested ones with a dot.")]
    public required IReadOnlyList<FieldReply> Fields { get; init; }

    [Description("Error answers: `status code: when`.")]
    public required IReadOnlyList<string> Errors { get; init; }

    [Description("Who may call it and how that is proven.")]
    public required string Access { get; init; }
}

/// <summary>A field of a body.</summary>
internal sealed record FieldReply
{
    public required BodyPart In { get; init; }

    public required string Name { get; init; }

    [Description("string, integer, number, boolean, array or object; a format after a slash, like string/uuid.")]
    public required string Type { get; init; }

    public required bool Required { get; init; }

    [Description("What holds for it.")]
    public required string Rule { get; init; }

    [Description("An example value.")]
    public required string Example { get; init; }
}

/// <summary>Which body a field belongs to.</summary>
internal enum BodyPart
{
    [JsonStringEnumMemberName("request")]
    Request,

    [JsonStringEnumMemberName("response")]
    Response,
}

/// <summary>A job that loads or transforms data.</summary>
internal sealed record PipelineReply
{
    public required string Job { get; init; }

    public required string File { get; init; }

    public required ChangeKind Change { get; init; }

    [Description("Names of tables, nothing else.")]
    public required IReadOnlyList<string> Reads { get; init; }

    [Description("Names of tables, nothing else.")]
    public required IReadOnlyList<string> Writes { get; init; }

    [Description("What makes a second run harmless, in which order it reads, how history is filled, when it runs.")]
    public required string How { get; init; }

    [Description("What happens when it fails, and how it goes on.")]
    public required string Failure { get; init; }

    [Description("SQL that compares source and target.")]
    public required string Reconciliation { get; init; }
}

/// <summary>What may go wrong.</summary>
internal sealed record RiskReply
{
    [Description("One sentence: what happens and to what.")]
    public required string Title { get; init; }

    public required Level Probability { get; init; }

    public required Level Impact { get; init; }

    public required string Mitigation { get; init; }

    public required string Contingency { get; init; }

    [Description("How one notices.")]
    public required string Detection { get; init; }

    [Description("Keys of your tasks that make it less likely or less bad.")]
    public required IReadOnlyList<string> Tasks { get; init; }
}

/// <summary>A choice that people must take.</summary>
internal sealed record DecisionReply
{
    [Description("What it is about: a kind, a colon and the things it concerns, like `consistency:orders/payment` or `placement:discount-rule`.")]
    public required string Topic { get; init; }

    [Description("Architecture, Technology, Integration, Performance, Security, Scaling, Deployment or Data.")]
    public required string Category { get; init; }

    public required string Title { get; init; }

    [Description("Why it comes up here, with places in the code.")]
    public required string Context { get; init; }

    [Description("Two to four; each can be carried out here.")]
    public required IReadOnlyList<OptionReply> Options { get; init; }

    [Description("The key of the option that you recommend.")]
    public required string Recommended { get; init; }

    public required string Rationale { get; init; }

    [Description("1 to 10: how much of the work changes with it.")]
    public required int Weight { get; init; }

    [Description("When to look at it again.")]
    public required string ReviewTrigger { get; init; }
}

/// <summary>One way to go.</summary>
internal sealed record OptionReply
{
    [Description("One or two words in kebab-case.")]
    public required string Key { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<string> Pros { get; init; }

    public required IReadOnlyList<string> Cons { get; init; }

    [Description("What it costs to build and to run.")]
    public required string Cost { get; init; }

    public required Reversibility Reversibility { get; init; }

    [Description("Files, tables and endpoints that it changes or makes.")]
    public required IReadOnlyList<string> Impacts { get; init; }
}

/// <summary>An open question.</summary>
internal sealed record QuestionReply
{
    [Description("What it is about, as for decisions: `limit:returns`, `meaning:closed-order`.")]
    public required string Topic { get; init; }

    public required string Text { get; init; }

    [Description("True where the work must not be done without an answer.")]
    public required bool Blocking { get; init; }

    [Description("What holds until somebody answers.")]
    public required string Assumption { get; init; }
}

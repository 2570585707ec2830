namespace Planner.Core.Conversation.Comments;

/// <summary>What the one comment of a run says; plain words and figures, ready to be shown.</summary>
public abstract record PlanCommentModel(string Ticket)
{
    /// <summary>The ticket gets questions instead of a plan.</summary>
    /// <param name="Ticket">Its key.</param>
    /// <param name="Reason">One line.</param>
    /// <param name="Questions">In the order in which they help most.</param>
    /// <param name="Reporter">Who is asked, or null.</param>
    public sealed record Asking(string Ticket, string Reason, IReadOnlyList<string> Questions, string? Reporter) : PlanCommentModel(Ticket);

    /// <summary>A draft is there and people are waited for.</summary>
    public sealed record Waiting(string Ticket) : PlanCommentModel(Ticket)
    {
        /// <summary>The run, for answering.</summary>
        public required string RunId { get; init; }

        /// <summary>Who decides: names, or empty where nobody is known.</summary>
        public required IReadOnlyList<string> From { get; init; }

        /// <summary>Until when.</summary>
        public required DateTimeOffset Until { get; init; }

        /// <summary>What is to be decided, the weightiest first.</summary>
        public required IReadOnlyList<OpenDecision> Decisions { get; init; }

        /// <summary>Questions without an answer.</summary>
        public IReadOnlyList<OpenQuestion> Questions { get; init; } = [];

        /// <summary>By specialist, in the panel's order.</summary>
        public IReadOnlyList<SpecialistConfidence> Confidence { get; init; } = [];
    }

    /// <summary>A plan is written.</summary>
    public sealed record Done(string Ticket) : PlanCommentModel(Ticket)
    {
        /// <summary>The run, for looking closer.</summary>
        public required string RunId { get; init; }

        /// <summary>1, 2, …</summary>
        public required int Version { get; init; }

        /// <summary>One of the review's verdicts.</summary>
        public required string Verdict { get; init; }

        /// <summary>Names of gates that failed.</summary>
        public IReadOnlyList<string> FailedGates { get; init; } = [];

        /// <summary>How the second reading ended and what of it must not stay, a line each; empty where none was due.</summary>
        public IReadOnlyList<string> SecondReading { get; init; } = [];

        /// <summary>What every artifact says that the plan could not take into account, a sentence each.</summary>
        public IReadOnlyList<string> Limitations { get; init; } = [];

        /// <summary>By specialist, in the panel's order.</summary>
        public required IReadOnlyList<SpecialistConfidence> Confidence { get; init; }

        /// <summary>By id.</summary>
        public required IReadOnlyList<TakenDecision> Decisions { get; init; }

        /// <summary>The worst first, at most three.</summary>
        public required IReadOnlyList<TopRisk> Risks { get; init; }

        /// <summary>Questions without an answer.</summary>
        public IReadOnlyList<OpenQuestion> Questions { get; init; } = [];

        /// <summary>For an epic, like "3 of 4 stories"; else empty.</summary>
        public string Stories { get; init; } = "";

        /// <summary>Like "12 tasks in 4 waves, 20 to 61 hours, most likely 34".</summary>
        public required string Work { get; init; }

        /// <summary>A folder or URL.</summary>
        public required string Location { get; init; }

        /// <summary>Why there is a new version; null for a plan from the beginning.</summary>
        public FollowNote? Following { get; init; }
    }
}

/// <summary>Why a plan was made again, and what changed.</summary>
/// <param name="Why">One or two sentences.</param>
/// <param name="Changes">A few lines; <c>changes.md</c> has all.</param>
/// <param name="Against">The version that it is compared with; null where there is none to compare.</param>
public sealed record FollowNote(string Why, IReadOnlyList<string> Changes, int? Against);

/// <summary>A decision that is waited for.</summary>
public sealed record OpenDecision(string Id, string Title, IReadOnlyList<OpenOption> Options, string Recommended, string Why);

/// <summary>One way to go.</summary>
public sealed record OpenOption(string Id, string Title);

/// <summary>A question that is waited for, and what holds until then.</summary>
public sealed record OpenQuestion(string Id, string Text, string Owner, string Assumption, bool Blocking);

/// <summary>How sure a specialist is, 1 to 10, and why.</summary>
public sealed record SpecialistConfidence(string Specialist, int Confidence, string Why);

/// <summary>A decision with what became of it.</summary>
public sealed record TakenDecision(string Id, string Title, string Option, bool IsProvisional, string By, string LookAgain);

/// <summary>A risk in short; <paramref name="Weight"/> like "High probability, Medium impact".</summary>
public sealed record TopRisk(string Id, string Title, string Weight, string Mitigation);
